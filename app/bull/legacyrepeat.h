// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <optional>

namespace oxp {

/// Reads a repeatable of BullMQ 4 or Bull 4 out of its member in `repeat`, where all of it is kept:
/// `name:jobId:endDate:tz:pattern`, `name:jobId:endDate::every`, Bull 4 also `name:jobId:endDate:every`.
/// Nothing when the member does not look like one.
std::optional<Scheduler> legacyRepeatable(const QByteArray &member);

} // namespace oxp
