// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QAbstractItemView;
class QTableView;
class QTreeView;
class QString;

namespace oxp {

/// What all tables of the window have in common: no grid, whole rows, no editing, one row height.
void setupTable(QTableView *view, const QString &accessibleName);
/// The same for trees.
void setupTree(QTreeView *view, const QString &accessibleName);

/// Selected rows, counted by their stretches: everything may be selected.
int selectedRowCount(const QAbstractItemView &view);

} // namespace oxp
