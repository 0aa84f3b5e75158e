// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemView;

namespace oxp {

/// What QAbstractItemView::setIndexWidget() puts into a row, inside a RowWidgetsFrame.
class RowWidget : public QWidget {
  Q_OBJECT

public:
  explicit RowWidget(QWidget *parent = nullptr);
};

/// Holds a view whose rows have widgets. To assistive tools Qt's views have cells and nothing else, so that
/// nobody would find the buttons in their rows: for them the RowWidgets are children of this frame, behind
/// the view, from the top to the bottom.
class RowWidgetsFrame : public QWidget {
  Q_OBJECT

public:
  /// Takes the view over.
  explicit RowWidgetsFrame(QAbstractItemView *view, QWidget *parent = nullptr);

  QAbstractItemView *view() const { return m_view; }
  /// Those that are not hidden.
  QList<RowWidget *> rows() const;

private:
  QAbstractItemView *m_view;
};

} // namespace oxp
