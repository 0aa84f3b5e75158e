// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobanchors.h"

#include "models/jobrowstore.h"

#include <QHash>

#include <algorithm>

namespace oxp {
namespace {

/// All jobs that stand in both, by rows.
std::vector<JobAnchor> common(const JobRowStore &rows, const std::vector<JobRow> &page) {
  QHash<size_t, int> places;
  places.reserve(qsizetype(page.size()));
  for (size_t i = 0; i < page.size(); ++i)
    places.insert(JobRowStore::hashOf(page[i].id), int(i));
  std::vector<JobAnchor> both;
  if (rows.knownCount() == 0)
    return both;
  for (int row = 0; row < rows.size(); ++row)
    if (rows.isKnown(row))
      if (const auto place = places.constFind(rows.idAt(row)); place != places.constEnd())
        both.push_back({row, *place});
  return both;
}

} // namespace

/// A longest increasing subsequence of the places in the page.
std::vector<JobAnchor> anchorsOf(const JobRowStore &rows, const std::vector<JobRow> &page) {
  const std::vector<JobAnchor> both = common(rows, page);
  std::vector<int> tails, before(both.size(), -1); // indexes into `both`
  for (int i = 0; i < int(both.size()); ++i) {
    const auto less = [&](int tail, int index) { return both[size_t(tail)].index < index; };
    const auto at = std::lower_bound(tails.begin(), tails.end(), both[size_t(i)].index, less);
    if (at != tails.begin())
      before[size_t(i)] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<JobAnchor> anchors;
  for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = before[size_t(i)])
    anchors.push_back(both[size_t(i)]);
  std::reverse(anchors.begin(), anchors.end());
  return anchors;
}

} // namespace oxp
