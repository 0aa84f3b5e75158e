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
  const bool folded = parts.folded || (parts.empty && fold >= TabFold::FoldEmpty);
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

QList<bool> foldedWords(QList<TabParts> tabs, int width, int current, const TabGaps &gaps) {
  const auto total = [&] {
    int sum = 0;
    for (const TabParts &tab : tabs)
      sum += tabWidth(tab, TabFold::FoldEmpty, gaps);
    return sum;
  };
  while (total() > width) {
    int longest = -1;
    for (int i = 0; i < tabs.size(); ++i)
      if (i != current && !tabs[i].folded && !tabs[i].empty && tabs[i].word > tabs[i].icon &&
          (longest < 0 || tabs[i].word > tabs[longest].word))
        longest = i;
    if (longest < 0)
      break;
    tabs[longest].folded = true;
  }
  QList<bool> folded;
  for (const TabParts &tab : std::as_const(tabs))
    folded << tab.folded;
  return folded;
}

} // namespace oxp
