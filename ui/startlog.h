// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemModel;
class QAbstractItemView;

namespace oxp {

class MainWindow;

/// Says in the log (`oxpecker.ui.debug=true`) when a start has come so far that a person can use the window:
/// `painted`, and `queues shown` when queues stand in the tree. Each once, each when what waited in the event
/// loop is done too.
class StartLog : public QObject {
  Q_OBJECT

public:
  explicit StartLog(MainWindow &window, QObject *parent = nullptr);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  bool hasQueues() const;
  void tell(const char *what, bool &told);

  QAbstractItemView *m_tree;
  bool m_painted = false;
  bool m_queues = false;
};

} // namespace oxp
