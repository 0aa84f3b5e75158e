// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "search/pathreader.h"

#include <vector>

namespace oxp {

/// A job that was found, with what stands at the paths that the query names (Query::namedPaths).
struct SearchHit {
  QueueInfo queue;
  JobRow row;
  std::vector<search::Found> values;
  std::vector<bool> masked; ///< by value: it (or something in it) is not to be shown; its text is empty
};

} // namespace oxp
