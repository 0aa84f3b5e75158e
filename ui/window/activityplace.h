// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace oxp {

class ActivityModel;
class ActivityPiece;

/// What runs in the background: a piece at the right end of the status bar, and a dock with the list.
class ActivityPlace : public QObject {
  Q_OBJECT

public:
  /// Adds both to `window`; `activity` outlives this.
  ActivityPlace(ActivityModel &activity, QMainWindow *window);

  bool isShown() const;
  void setShown(bool shown);

signals:
  void shownChanged();

private:
  void update();

  ActivityModel &m_activity;
  QDockWidget *m_dock;
  ActivityPiece *m_piece;
  int m_shown = -1; ///< the row that the piece shows
};

} // namespace oxp
