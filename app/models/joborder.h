// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"

namespace oxp {

/// What a list of jobs that is all there is sorted by.
struct JobOrder {
  JobColumn by = JobColumn::Changed;
  bool descending = true;

  bool operator==(const JobOrder &) const = default;
  /// Strictly before. Numbers (also ids that are numbers) by their value, words by the language; what has no
  /// value stands last either way.
  bool before(const JobRow &a, const JobRow &b) const;
};

/// The places in `rows` in that order; what is equal stays as it stood.
std::vector<int> ordered(const std::vector<const JobRow *> &rows, const JobOrder &order);

} // namespace oxp
