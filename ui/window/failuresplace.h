// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QString;

namespace oxp {

class Navigator;
class QueueTreePanel;
class WindowCentre;

/// The way to what failed, from there to the jobs, and back to where somebody came from.
class FailuresPlace : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  FailuresPlace(WindowCentre *centre, QueueTreePanel *tree, Navigator *navigator, QObject *parent);

  /// Of the queue that is chosen; where only a profile is, of all its queues.
  void open();
  /// The profile was closed.
  void close(const QString &profileId);

private:
  void leave();

  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
  Navigator *m_navigator;
  bool m_ofAll = false; ///< it was opened from a profile's page, and leads back there
};

} // namespace oxp
