// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace oxp {

class Navigator;
class ProfileSession;
class QueueTreePanel;
class WindowCentre;

/// A profile's page, with all of its queues: the way there and back.
class OverviewPlace : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  OverviewPlace(WindowCentre *centre, QueueTreePanel *tree, Navigator *navigator, QObject *parent);

  /// With the queue that was open as the current row, and the keyboard in the table.
  void goBack();
  /// A connection came or went. The page stays while the server is away: what it shows is old, and a banner
  /// says so.
  void applyStatus(const ProfileSession &session);

private:
  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
  Navigator *m_navigator;
};

} // namespace oxp
