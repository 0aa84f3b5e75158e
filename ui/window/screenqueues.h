// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;

namespace oxp {

class QueueTreePanel;
class WindowCentre;
class Workspace;

/// Tells each session which of its queues are on the screen, so that these are followed and counted.
class ScreenQueues : public QObject {
  Q_OBJECT

public:
  /// `dock` holds the tree. All outlive this.
  ScreenQueues(Workspace &workspace, WindowCentre *centre, QueueTreePanel *tree, QDockWidget *dock);

  void update();

private:
  Workspace &m_workspace;
  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
  QDockWidget *m_dock;
};

} // namespace oxp
