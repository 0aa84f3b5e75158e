// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;
class QSettings;

namespace oxp {

class WindowCentre;
class Workspace;

/// The arrangement of the window, kept from one start to the next: place, docks, pane.
class WindowMemory {
public:
  /// Both outlive this.
  WindowMemory(Workspace &workspace, QMainWindow *window, WindowCentre *centre)
      : m_workspace(workspace)
      , m_window(window)
      , m_centre(centre) {}

  void restore() const;
  void save() const;

private:
  void place() const;
  QSettings &store() const;

  Workspace &m_workspace;
  QMainWindow *m_window;
  WindowCentre *m_centre;
};

} // namespace oxp
