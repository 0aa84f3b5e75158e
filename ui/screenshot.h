// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace oxp {

class MainWindow;
class Workspace;

/// `--screenshot`: waits until the window shows a failed job of the open profile with its data, writes the
/// window to a file and ends the program. Says so and ends with 1 when that does not come in 30 s.
class Screenshot : public QObject {
  Q_OBJECT

public:
  Screenshot(MainWindow &window, Workspace &workspace, QString file, QObject *parent = nullptr);

private:
  void look();
  bool openQueue();
  bool openJob();
  void write();

  MainWindow &m_window;
  Workspace &m_workspace;
  QString m_file;
  QTimer m_timer;
  int m_looks = 0;
  int m_settled = 0;
};

} // namespace oxp
