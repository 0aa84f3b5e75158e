// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabfolding.h"

namespace oxp {

int tabWidth(const TabParts &parts, TabFold fold, const TabGaps &gaps) {
  int width = 2 * gaps.padding;
  int pieces = 0;
  const auto add = [&](int piece) {
    if (piece <= 0)
      return;
    width += piece + (pieces > 0 ? gaps.gap : 0);
    ++pieces;
  };
  const bool folded = parts.empty && fold >= TabFold::FoldEmpty;
  if (fold < TabFold::NoIcons || folded)
    add(parts.icon);
  if (!folded)
    add(parts.word);
  add(fold >= TabFold::CompactCounts ? parts.compactCount : parts.fullCount);
  return width;
}

TabFold foldFor(const QList<TabParts> &tabs, int width, const TabGaps &gaps) {
  for (const TabFold fold : {TabFold::None, TabFold::CompactCounts, TabFold::NoIcons}) {
    int total = 0;
    for (const TabParts &tab : tabs)
      total += tabWidth(tab, fold, gaps);
    if (total <= width)
      return fold;
  }
  return TabFold::FoldEmpty;
}

} // namespace oxp
