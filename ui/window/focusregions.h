// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oxp {

class QueueTreePanel;
class WindowCentre;

/// Where the keyboard may be in the window, and how it goes from one region to the next. GUI thread.
class FocusRegions {
public:
  /// Both outlive this.
  FocusRegions(WindowCentre *centre, QueueTreePanel *tree)
      : m_centre(centre)
      , m_tree(tree) {}

  /// For a keyboard whose place has gone: where pressing a key changes nothing.
  void goHome() const;
  /// `direction`: 1 to the next, -1 to the one before, round the end.
  void step(int direction) const;

private:
  void stepInOverview(int direction) const;
  void stepInQueue(int direction) const;
  int regionInQueue() const;
  bool treeHasFocus() const;

  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
};

} // namespace oxp
