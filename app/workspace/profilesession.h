// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace oxp {

namespace policy {
class Rules;
}

class JobRequests;
class JobWatch;
class LaneSet;
class LiveWatch;
class LongReads;
struct Profile;
class QueueCounter;
class QueueRegistry;
class ServerLink;
class SessionRunner;
class SessionRuns;
struct SessionSetup;
class SurveyRequests;

/// One open profile: the parts that keep it, each with a header of its own, and what they do together when
/// the connection comes and goes. GUI thread; answers come by handlers or signals, never from inside a call.
/// A handler whose context died is not called. Requests while the server is away end with its Error at once.
class ProfileSession : public QObject {
  Q_OBJECT

public:
  explicit ProfileSession(SessionSetup setup, QObject *parent = nullptr);
  ~ProfileSession() override;

  const Profile &profile() const { return *m_profile; }
  QString id() const;
  /// The rules in force for it; never null.
  const std::shared_ptr<const policy::Rules> &rules() const { return m_rules; }
  /// The profile was edited. False when the change (server, user, environment, role) needs another session; a
  /// name or prefixes are taken over, and other words on TLS by connecting anew.
  bool takeProfile(const Profile &profile);

  // The parts, which live as long as the session.
  ServerLink &link() const { return *m_link; }           ///< status, password, server and its clock
  LaneSet &lanes() const { return *m_lanes; }            ///< for work that wants a lane
  QueueRegistry &queues() const { return *m_queues; }    ///< which queues there are
  QueueCounter &counts() const { return *m_counts; }     ///< how much is in them
  JobWatch &openJob() const { return *m_openJob; }       ///< keeps the open job fresh
  LiveWatch &live() const { return *m_live; }            ///< what is shown, hence kept fresh
  SessionRunner &runner() const { return *m_runner; }    ///< writes
  SessionRuns &runs() const { return *m_runs; }          ///< writes to many jobs
  JobRequests &jobs() const { return *m_jobs; }          ///< reads of a queue or a job
  LongReads &longReads() const { return *m_longReads; }  ///< searches, sorts, exports, failures
  SurveyRequests &surveys() const { return *m_surveys; } ///< reads of many queues

  bool isConnected() const;
  /// F5: looks for queues again, refreshes counts and tells whoever shows a page (refreshed()).
  void refresh();
  /// Who listens hears nothing more, neither of this nor of its parts.
  void forget(QObject *listener);

signals:
  /// F5 was pressed, or the connection came back: what is on the screen should be read again.
  void refreshed();

private:
  std::vector<QObject *> parts();
  void setupParts(SessionSetup setup);
  void wireParts();
  void giveUp();

  std::unique_ptr<Profile> m_profile;
  std::shared_ptr<const policy::Rules> m_rules;
  std::unique_ptr<LaneSet> m_lanes; ///< end after all that use them
  std::unique_ptr<ServerLink> m_link;
  std::unique_ptr<QueueRegistry> m_queues;
  std::unique_ptr<QueueCounter> m_counts;
  std::unique_ptr<JobWatch> m_openJob;
  std::unique_ptr<LiveWatch> m_live;
  std::unique_ptr<SessionRunner> m_runner;
  std::unique_ptr<SessionRuns> m_runs;
  std::unique_ptr<JobRequests> m_jobs;
  std::unique_ptr<LongReads> m_longReads;
  std::unique_ptr<SurveyRequests> m_surveys;
};

} // namespace oxp
