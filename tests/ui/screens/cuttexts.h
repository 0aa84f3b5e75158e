// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

class QWidget;

namespace oxp::test {

/// Every text in the window that cannot be read: cut off by its widget, by a cell or by what its widget
/// stands in, or shortened with an ellipsis while no tool tip at that place has the whole of it. What can be
/// scrolled to is not cut. Each with the widget that draws it.
QStringList cutTexts(QWidget &window);

struct ShortenedText {
  QString shown;  ///< as it is drawn
  QString hidden; ///< what stands in the tool tip for the ellipsis
};

/// The texts in the window that are shortened with an ellipsis.
std::vector<ShortenedText> shortenedTexts(QWidget &window);

} // namespace oxp::test
