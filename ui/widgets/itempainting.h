// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

namespace oxp {

/// Space left and right of a cell's text.
constexpr int CellPadding = 8;
/// The bar at the left of what is selected in the view that has the keyboard.
constexpr int SelectionBar = 3;

/// Whether the view of an item has the keyboard.
bool viewHasFocus(const QStyleOptionViewItem &option);

/// The background of a cell or row: selection (with its bar when `bar`), the row under the pointer, or
/// nothing.
void drawRowBackground(QPainter *painter, const QStyleOptionViewItem &option, bool hovered, bool bar);

/// The faint line below a row.
void drawRowRule(QPainter *painter, const QRect &rect);

} // namespace oxp
