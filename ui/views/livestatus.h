// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTime>
#include <QWidget>

class QAction;
class QToolButton;

namespace oxp {

class StatusPiece;

/// How fresh the list is, in the status bar, with the button that makes it stand still.
class LiveStatus : public QWidget {
  Q_OBJECT

public:
  /// `pause` is the checkable action `Pause live updates`.
  explicit LiveStatus(QAction *pause, QWidget *parent = nullptr);

  /// What is shown was read now.
  void setRead() { m_read = QTime::currentTime(); }
  /// Whether the queue's events arrive; else it is looked at every so many seconds.
  void setFollowing(bool events, int pollSeconds);
  void setPaused(bool paused);
  void update();

private:
  StatusPiece *m_piece;
  QToolButton *m_button;
  QTime m_read, m_pausedSince;
  bool m_events = false, m_paused = false;
  int m_pollSeconds = 0;
};

} // namespace oxp
