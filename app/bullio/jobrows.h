// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "bullio/idpage.h"

#include <span>

namespace oxp {

/// Rows, and what of them could not be read.
struct JobRows {
  std::vector<JobRow> rows;
  RefusedCommands refused;
};

/// Reads the light fields of listed jobs in one pipeline. A job whose hash is gone, or is no hash, comes back
/// missing. Where the user may not send a command, what it brings is left out of the rows. Denied when the
/// user may not read the keys.
Result<JobRows> readRows(ReadSession &session, const QueueId &queue, std::span<const ListedJob> jobs,
                         JobFields fields, std::stop_token stop);

} // namespace oxp
