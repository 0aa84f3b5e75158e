// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace oxp {

class MainWindow;
class Workspace;

/// `--screenshot`: waits until the window shows a failed job of the open profile with its data, writes the
/// window to a file and ends the program. Where there is no such job, no job at all or no queue, it shows the
/// next best; what has not come within 30 s is left out.
class Screenshot : public QObject {
  Q_OBJECT

public:
  Screenshot(MainWindow &window, Workspace &workspace, QString file, QObject *parent = nullptr);

private:
  void look();
  bool isReady();
  bool openQueue();
  bool openJob();
  void write();

  MainWindow &m_window;
  Workspace &m_workspace;
  QString m_file;
  QTimer m_timer;
  int m_looks = 0;
  bool m_nothing = false; ///< there is no queue, or none with a job
  int m_settled = 0;
};

} // namespace oxp
