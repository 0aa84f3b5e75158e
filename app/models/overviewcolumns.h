// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewrow.h"
#include "models/roles.h"

#include <QString>

#include <array>

namespace oxp {

/// The columns of the overview, in their order.
enum class OverviewColumn : int {
  Queue,
  Group,
  Waiting,
  Active,
  Delayed,
  Failed,
  FailedHour,
  Oldest,
  Workers,
  Paused,
  Version,
  WaitingChildren,
  Memory,
  Count,
};
inline constexpr int OverviewColumnCount = static_cast<int>(OverviewColumn::Count);

/// All that there is to one column.
struct OverviewColumnSpec {
  OverviewColumn column;
  const char *key;   ///< stable, for settings: `waiting`
  const char *title; ///< tr() source, context "OverviewColumns"
  CellKind cell;
  int width, narrowWidth; ///< device independent pixels; the other where the window is narrow
  bool shownByDefault;
  bool onSmallScreens; ///< stays where the window is narrow
  /// What it is sorted by; nothing = not known, which comes last. Null: by the text.
  std::optional<qint64> (*value)(const OverviewRow &, qint64 now);
  QString (*text)(const OverviewRow &, qint64 now);
  QString (*spoken)(const OverviewRow &, qint64 now) = nullptr; ///< for assistive tools, where it is not text
  const char *help = "";                                        ///< tr() source
  const char *spokenTitle = "";                                 ///< tr() source, where it is not the title

  bool numeric() const; ///< right-aligned
  QString translatedTitle() const;
  QString translatedSpokenTitle() const;
  /// Of amounts the largest, of texts the first.
  Qt::SortOrder firstOrder() const { return value ? Qt::DescendingOrder : Qt::AscendingOrder; }
};

const std::array<OverviewColumnSpec, OverviewColumnCount> &overviewColumns();
const OverviewColumnSpec &overviewColumn(OverviewColumn column);

/// How much a cell's figure wants to be seen.
Strength strengthOf(OverviewColumn column, const OverviewRow &row, qint64 now);

} // namespace oxp
