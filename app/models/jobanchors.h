// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <vector>

namespace oxp {

class JobRowStore;

/// A job that has a row and stands in a new page too.
struct JobAnchor {
  int row;   ///< where it is now
  int index; ///< in the page
  bool operator==(const JobAnchor &) const = default;
};

/// The longest run of jobs that stand in both, in the same order.
std::vector<JobAnchor> anchorsOf(const JobRowStore &rows, const std::vector<JobRow> &page);

} // namespace oxp
