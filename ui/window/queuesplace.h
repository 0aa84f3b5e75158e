// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace oxp {

class ActionSet;
class EmptyPlace;
class Navigator;
class ProfileSession;
class QueueTreePanel;
class WindowCentre;
class Workspace;

/// What the window says of the queues of a connection: found, not found, not to be looked for, elsewhere; and
/// how to come to those that are not shown.
class QueuesPlace : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of dialogs. All outlive this.
  QueuesPlace(Workspace &workspace, const ActionSet &actions, WindowCentre *centre, QueueTreePanel *tree,
              Navigator *navigator, QWidget *window);

  /// Why the profile's page has no queues, where it has none, and what else could be shown.
  void updateOverview();
  /// Offers the queues under other prefixes, in the tree and on the profile's page.
  void updateOffers();
  void openByName();

private:
  void showOthers(const QString &profileId);
  void fill(const ProfileSession &session, EmptyPlace &place);
  void addButtons(const ProfileSession &session, EmptyPlace &place);

  Workspace &m_workspace;
  const ActionSet &m_actions;
  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
  Navigator *m_navigator;
  QWidget *m_window;
};

} // namespace oxp
