// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bullio/idpage.h"

#include <span>

namespace oxp {

/// Reads the light fields of listed jobs in one pipeline. A job whose hash is gone, or is no hash, comes back
/// missing. Denied when the user may not read them.
Result<std::vector<JobRow>> readRows(ReadSession &session, const QueueId &queue,
                                     std::span<const ListedJob> jobs, JobFields fields, std::stop_token stop);

} // namespace oxp
