// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkslice.h"

namespace oxp {

/// Payloads of one slice that are held at a time, in bytes; the jobs behind wait for the next one.
inline constexpr qint64 MostPayloadBytes = 4 * 1'024 * 1'024;

/// Reads the payloads (or what else the operation stores) of jobs that are not refused into their requests'
/// baselines, sizes first: what is held and what is asked for in one go is bounded. Refuses jobs that a
/// worker holds and those over 1 MB, and takes the last ones out when it gets too much. Lane thread.
Result<void> readPayloads(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop);

} // namespace oxp
