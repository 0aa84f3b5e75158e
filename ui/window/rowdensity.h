// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace oxp {

class QueueTreePanel;
class Settings;
class WindowCentre;

/// How high the rows of all lists are: as a person has chosen, else as the window's height allows.
class RowDensity {
public:
  /// All outlive this.
  RowDensity(Settings &settings, const QWidget *window, WindowCentre *centre, QueueTreePanel *tree)
      : m_settings(settings)
      , m_window(window)
      , m_centre(centre)
      , m_tree(tree) {}

  bool isCompact() const;
  /// A person's choice, which stays.
  void choose(bool compact);
  void apply();
  /// The window has another height. True where the rows have become others.
  bool fit();

private:
  Settings &m_settings;
  const QWidget *m_window;
  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
  bool m_applied = false;
};

} // namespace oxp
