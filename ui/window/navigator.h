// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuetreemodel.h"
#include "ui/widgets/statetabbar.h"
#include "workspace/recentplaces.h"

#include <QObject>

#include <optional>

namespace oxp {

class ProfileSession;
class QueueTreePanel;
class WindowCentre;
class Workspace;

/// Where somebody is: at a profile, in a queue of it, at a job. Every way to another place goes through here.
class Navigator : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  Navigator(Workspace &workspace, WindowCentre *centre, QueueTreePanel *tree, QObject *parent);

  /// The profile that actions are about; empty = none has been chosen yet.
  const QString &profile() const { return m_profile; }
  /// Its session; null while it is not open.
  ProfileSession *session() const;
  void setProfile(const QString &profileId) { m_profile = profileId; }
  /// Opens a profile and stays with it.
  void connectTo(const QString &profileId);
  /// Opens a queue, and a job of it when one is named. Nothing happens where it is not known.
  void openQueue(const QString &profileId, const QueueId &queue, StateTab tab, const QByteArray &jobId = {});
  /// Leaves the queue that is open and shows what there is to do with a profile.
  void leaveFor(const QString &profileId);
  /// A profile's page, or why there is none yet.
  void showProfile(const QString &profileId);
  void showStart();
  /// Where the person is by now, to be found again at the next start; empty = in no queue.
  QString place() const;
  /// Goes there as soon as the queue is found, unless the person has gone elsewhere.
  void setWantedPlace(const QString &place) { m_wanted = place; }
  /// Queues of a session were found.
  void noteQueues(const ProfileSession &session);

signals:
  /// A queue has been opened.
  void opened(oxp::ProfileSession *session);
  /// Another profile has been chosen; its page may not be what is shown.
  void profileChosen();
  /// A profile's page is shown.
  void overviewShown(oxp::ProfileSession *session);
  /// The empty place is shown: it is to say why this profile has no page.
  void emptyShown(const QString &profileId);
  /// A queue or a job, for who remembers them.
  void visited(const oxp::RecentPlace &place);

private:
  void selectQueue(const QueueRef &queue, std::optional<JobState> state, bool schedulers);
  void selectProfile(const QByteArray &profileId);
  void activateProfile(const QByteArray &profileId);

  Workspace &m_workspace;
  WindowCentre *m_centre;
  QueueTreePanel *m_tree;
  QString m_profile;
  QString m_wanted; ///< profile and base of the last queue, opened when it is found
};

} // namespace oxp
