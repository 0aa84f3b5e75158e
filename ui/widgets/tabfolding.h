// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace oxp {

/// The widths of one state tab's parts in pixels.
struct TabParts {
  int icon = 0;
  int word = 0;
  int fullCount = 0; ///< 0 = no count
  int compactCount = 0;
  bool empty = false;  ///< count 0: the word may go, icon and 0 stay
  bool folded = false; ///< the word has gone for want of room, whatever the count
};

/// What is left out when the tabs do not fit, each step on top of those before it.
enum class TabFold { None, CompactCounts, NoIcons, FoldEmpty };

struct TabGaps {
  int padding = 12; ///< left and right of a tab
  int gap = 6;      ///< between its parts
};

int tabWidth(const TabParts &parts, TabFold fold, const TabGaps &gaps = {});

/// The first fold with which all tabs fit into `width`; FoldEmpty when none does.
TabFold foldFor(const QList<TabParts> &tabs, int width, const TabGaps &gaps = {});

/// Where not even FoldEmpty makes them fit: the tabs whose words go too, the longest first, until all fit.
/// `current` keeps its word.
QList<bool> foldedWords(QList<TabParts> tabs, int width, int current, const TabGaps &gaps = {});

} // namespace oxp
