// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "redis/lanehandle.h"
#include "ui/widgets/statetabbar.h"
#include "workspace/recentplaces.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

namespace oxp {

class ActionSet;
class CommandPalette;
struct PaletteEntry;
class ProfileSession;
class Workspace;

/// What stands in the command palette: actions that fit, places where one has been, all queues, `orders
/// failed` for a queue's state, and a job by its exact id in any queue of any open profile.
class PaletteFlow : public QObject {
  Q_OBJECT

public:
  PaletteFlow(ActionSet &actions, Workspace &workspace, QWidget *window);

  /// Opens it, or closes the one that is open. `here`: the queue that is shown, which a typed id is looked
  /// for in first.
  void open(const std::optional<RecentPlace> &here);
  /// A queue or job was opened, in whatever way.
  void note(const RecentPlace &place);

signals:
  void placeWanted(const oxp::RecentPlace &place, oxp::StateTab tab);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  std::vector<PaletteEntry> entries();
  void addRecent(std::vector<PaletteEntry> &entries);
  void addQueues(std::vector<PaletteEntry> &entries);
  std::vector<PaletteEntry> forTyped(const QString &typed);
  void addStates(const QString &typed, std::vector<PaletteEntry> &entries);
  PaletteEntry queueEntry(const RecentPlace &place);
  PaletteEntry jobEntry(const RecentPlace &place);
  void lookFor(const QString &typed);
  void dropLooks();
  QString profileName(const QString &profileId) const;

  ActionSet &m_actions;
  Workspace &m_workspace;
  QWidget *m_window;
  RecentPlaces m_recent;
  std::optional<RecentPlace> m_here;
  QPointer<CommandPalette> m_palette;
  const QObject *m_shown = nullptr; ///< the same, to be told from others while it goes; never looked into
  QTimer m_rest;                    ///< from the last key to the look for an id
  QString m_typed;
  std::vector<LaneHandle> m_looks;
};

} // namespace oxp
