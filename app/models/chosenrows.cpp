// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chosenrows.h"

#include <algorithm>
#include <numeric>

namespace oxp {

std::vector<RowRange> rowRanges(const QItemSelection &selection) {
  std::vector<RowRange> ranges;
  for (const QItemSelectionRange &range : selection)
    ranges.push_back({range.top(), range.bottom()});
  std::sort(ranges.begin(), ranges.end(),
            [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
  std::vector<RowRange> merged;
  for (const RowRange &range : ranges) {
    if (!merged.empty() && range.first <= merged.back().last + 1)
      merged.back().last = std::max(merged.back().last, range.last);
    else
      merged.push_back(range);
  }
  return merged;
}

void ChosenRows::addUnread(qint64 position) {
  Stretch *last = stretches.empty() ? nullptr : &stretches.back();
  if (last && last->position + last->count == position)
    ++last->count;
  else
    stretches.push_back({position, 1, jobs.size()});
}

qint64 ChosenRows::unread() const {
  return std::accumulate(stretches.begin(), stretches.end(), qint64(0),
                         [](qint64 sum, const Stretch &stretch) { return sum + stretch.count; });
}

} // namespace oxp
