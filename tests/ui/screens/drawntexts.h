// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace oxp::test {

/// A run of text as it was drawn. Places are in the widget's coordinates.
struct DrawnText {
  QString text;
  QRectF place; ///< what it takes, without spaces at its end
  QRectF clip;  ///< what the painter let through of it; empty: everything
};

/// What the widget itself draws as text, without its children: whatever draws it (a style, a delegate, the
/// widget), it is the truth about what a person can read.
std::vector<DrawnText> drawnTexts(QWidget &widget);

} // namespace oxp::test
