// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "bull/job.h"
#include "bull/queuechange.h"
#include "bullio/failures.h"
#include "bullio/jobexport.h"
#include "bullio/jobsearch.h"
#include "bullio/jobsort.h"
#include "bullio/otherprefixes.h"
#include "bullio/reader.h"
#include "operations/operationrunner.h"
#include "redis/lane.h"
#include "search/fieldpaths.h"
#include "workspace/countplan.h"
#include "workspace/profile.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace oxp {

class AuditStore;
class ChannelFeed;
class GuiMailbox;
class LongWork;
enum class LongLanes : int;
class LiveFeed;
class ScriptRegistry;
struct ServerLook;
namespace reader {
struct LookRequest;
struct QueueLook;
} // namespace reader

/// How a profile's connection stands.
struct SessionStatus {
  enum class State {
    Disconnected, ///< not asked for
    Connecting,   ///< looking the host's name up, opening, saying hello
    Connected,
    Waiting,       ///< the server is away; next try at retryAt
    NeedsPassword, ///< the server wants one and there is none: ask, then setPassword()
    Refused,       ///< the server does not take user or password
    Loading,       ///< the server is loading its data; next try at retryAt
    Failed,        ///< will not get better by itself (no Redis there, …)
  };
  State state = State::Disconnected;
  Error error;        ///< why, in Waiting, Refused, Loading and Failed
  qint64 retryAt = 0; ///< ms, this machine's clock; 0 = no try is due
  int attempt = 0;

  bool connected() const { return state == State::Connected; }
  bool operator==(const SessionStatus &) const = default;
};
/// "Waiting" and the like, for logs and tests.
const char *sessionStateName(SessionStatus::State state);

/// How far discovery is.
struct DiscoveryStatus {
  bool running = false;
  bool complete = false; ///< ended at least once since connecting
  qint64 keysSeen = 0;
  qint64 keysTotal = 0; ///< 0 = not known
  Error error;          ///< of the last run, kind Cancelled when it was stopped
  bool failed = false;
  /// Queues under prefixes that the profile does not name, noticed while its own were looked for.
  std::vector<QueueId> others;
  /// Kept back in the last look that went through: queues are found without it, and less is known of them.
  RefusedCommands missing;

  /// The server's ACL keeps back what it takes, SCAN above all: queues can be opened by their names.
  bool refused() const { return failed && error.kind == ErrorKind::Denied; }
};

/// What the open job's poll found; payload bytes stay where they are.
struct JobPulse {
  JobDetail detail; ///< exists = false: the job is gone. Read anew when the pulse moved, else as it was
  /// 20 bytes over `data`; empty when the field is missing or over 64 KB: compare sizes then.
  QByteArray sha1;
  bool operator==(const JobPulse &) const = default;
};

/// How closely the open job is looked at.
enum class PulseDepth {
  Mark,  ///< one command: whether its own fields moved; the rest only then
  Full,  ///< its place too
  Whole, ///< everything is read anew
};

/// The open job as it was seen last.
struct WatchedJob {
  JobPulse pulse;
  QByteArray mark; ///< of reader::mark()
};

/// Everything of one open profile: its lanes, its runner, what is known of its server and queues, and the
/// polls that keep it fresh. GUI thread; answers come by handlers or signals, never from inside a call. A
/// handler whose context died is not called. Requests while the server is away end with its Error at once.
class ProfileSession : public QObject {
  Q_OBJECT

public:
  struct Setup {
    Profile profile;
    SecretString password;
    SecretString keyPassphrase;  ///< of the client certificate's key
    bool passwordKnown = false;  ///< false: none is stored, ask when the server wants one
    QString who;                 ///< user@host for records
    AuditStore *audit = nullptr; ///< outlives the session
    const ScriptRegistry *scripts = nullptr;
    policy::SharedRules rules; ///< which fields are masked, what a write needs; never null
    std::function<policy::ReviewSetting()> review;
    /// Queues of an earlier time: in queues() at once, corrected by the first discovery.
    std::vector<QueueInfo> knownQueues;
    int pollMs = 10'000;      ///< the slow poll, for what has no event
    int pulseMs = 2'000;      ///< the open job's mark
    int rediscoverMs = 8'000; ///< from one look for new queues to the next; longer on a large server
    Backoff::Limits backoff;
  };
  template <typename T>
  using Handler = std::function<void(Result<T>)>;

  explicit ProfileSession(Setup setup, QObject *parent = nullptr);
  ~ProfileSession() override;

  const Profile &profile() const { return m_setup.profile; }
  const policy::SharedRules &rules() const { return m_setup.rules; }
  QString id() const { return m_setup.profile.id; }
  /// The profile was edited. False when the change (server, user, environment, role) needs another session; a
  /// name or prefixes are taken over, and other words on TLS by connecting anew.
  bool takeProfile(const Profile &profile);

  // --- connection
  // -------------------------------------------------------------------------------------------
  const SessionStatus &status() const { return m_status; }
  bool isConnected() const { return m_status.connected(); }
  void connectNow();
  /// Ends lanes; what is under way ends with Cancelled. Queues and counts known so far stay.
  void disconnectNow();
  void reconnectNow();
  /// For NeedsPassword and Refused; tries at once.
  void setPassword(const SecretString &password);
  /// For Failed with KEY-LOCKED or KEY-PASSPHRASE; tries at once.
  void setKeyPassphrase(const SecretString &passphrase);
  const ServerFacts &server() const { return m_server; }
  /// Server's clock minus this machine's, ms.
  qint64 clockOffset() const;
  /// Now by the server's clock, ms since the epoch.
  qint64 serverNow() const;

  // --- queues
  // -----------------------------------------------------------------------------------------------
  const std::vector<QueueInfo> &queues() const { return m_queues; }
  /// Seen since this session began, not only remembered. Others are not written to.
  bool isConfirmed(const QueueId &id) const { return !m_unconfirmed.contains(id); }
  std::optional<QueueInfo> queue(const QueueId &id) const;
  std::optional<QueueCounts> counts(const QueueId &id) const;
  const DiscoveryStatus &discovery() const { return m_discovery; }
  /// F5: looks for queues again, refreshes counts and tells whoever shows a page (refreshed()).
  void refresh();
  void cancelDiscovery();
  /// Looks at a queue that the person names, and takes it in among queues(). NotFound (`no-queue`) when there
  /// is none, Denied when this user may not read it.
  LaneHandle requestQueue(const QueueId &id, QObject *context, Handler<QueueInfo> handler);

  // --- what is shown, hence kept fresh
  // --------------------------------------------------------------------------
  /// The queues whose counts are on the screen. Only their events are listened to, and only these are
  /// counted: when they changed, and now and then by a slow poll for what has no event.
  void setVisibleQueues(const std::vector<QueueId> &queues);
  /// Queues that are followed like visible ones wherever their rows are. One that does not exist is as soon
  /// as it is found.
  void setPinnedQueues(std::vector<QueueId> queues);
  /// All queues of the profile are on one page: the events of all of them are listened to, and counts are
  /// read as they change, those of visible ones first.
  void setFollowsAll(bool follows);
  /// Queues whose jobs somebody waits for: followed like visible ones too.
  void setAwaitedQueues(std::vector<QueueId> queues);
  /// The queue whose jobs are on the screen; its counts follow at once.
  void setOpenQueue(const std::optional<QueueId> &queue);
  /// Whether this queue's events arrive, so that nobody needs to poll it often.
  bool speaks(const QueueId &queue) const;
  /// Nothing polls or listens while the window is hidden.
  void setWindowActive(bool active);
  /// The person wants the view to stand still; F5 still reads. Nothing polls or listens.
  void setLivePaused(bool paused);
  bool livePaused() const { return m_paused; }
  /// Queues whose events are listened to also while nothing is shown (eventsHeard): somebody wants to be
  /// told.
  void setAlertQueues(std::vector<QueueId> queues);
  /// Another interval of the slow poll, ms.
  void setPollInterval(int ms);
  /// Another interval between looks for new queues, ms; the next one follows it.
  void setRediscoverInterval(int ms);
  /// Slow polls from one to the next over a queue that speaks.
  static constexpr int TicksPerSpoken = 12;
  /// The open job: polled until unwatched, told by jobPolled() and jobGone state in its pulse.
  void watchJob(const QueueInfo &queue, const QByteArray &jobId);
  void unwatchJob();
  /// Asks for the watched job's pulse now (after a save).
  void pollJobNow();

  // --- requests
  // ---------------------------------------------------------------------------------------------
  LaneHandle requestPage(const reader::PageRequest &request, QObject *context, Handler<reader::Page> handler);
  LaneHandle requestRows(const QueueInfo &queue, JobState state, const std::vector<QByteArray> &ids,
                         JobFields fields, QObject *context, Handler<std::vector<JobRow>> handler);
  /// `known`: the mark that this brought last, to read only what is new.
  LaneHandle requestLatest(const QueueInfo &queue, JobFields fields, const QByteArray &known,
                           QObject *context, Handler<reader::Latest> handler);
  LaneHandle requestDetail(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                           Handler<JobDetail> handler);
  /// `progress` (bytes received, GUI thread, a few times a second) may be empty.
  LaneHandle requestSnapshot(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                             Handler<JobSnapshot> handler, std::function<void(qint64)> progress = {});
  LaneHandle requestLogs(const QueueInfo &queue, const QByteArray &jobId, qint64 offset, int count,
                         QObject *context, Handler<reader::LogPage> handler);
  LaneHandle requestFlow(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                         Handler<FlowNode> handler);
  LaneHandle requestSchedulers(const QueueInfo &queue, QObject *context,
                               Handler<std::vector<Scheduler>> handler);
  LaneHandle requestField(const QueueInfo &queue, const QByteArray &jobId, const QByteArray &field,
                          QObject *context, Handler<QByteArray> handler);
  LaneHandle requestWorkers(const QueueInfo &queue, QObject *context, Handler<reader::Workers> handler);
  LaneHandle requestAllWorkers(const std::vector<QueueInfo> &queues, QObject *context,
                               Handler<std::vector<reader::Workers>> handler);
  /// Oldest waiting job, failures of the last hours and what is due next (profileoverview.h).
  LaneHandle requestLooks(const std::vector<reader::LookRequest> &requests, QObject *context,
                          Handler<std::vector<reader::QueueLook>> handler);
  LaneHandle requestMemory(const std::vector<QueueInfo> &queues, QObject *context,
                           Handler<std::vector<std::optional<qint64>>> handler);
  LaneHandle requestServerLook(QObject *context, Handler<ServerLook> handler);
  LaneHandle requestBacklogs(const std::vector<QueueInfo> &queues, QObject *context,
                             Handler<std::vector<reader::Backlog>> handler);
  LaneHandle requestState(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                          Handler<JobState> handler);

  /// The queues of this server that have a job of exactly this id.
  LaneHandle requestHolders(const QByteArray &jobId, QObject *context, Handler<std::vector<QueueId>> handler);

  // --- long work, each on a lane of its own (sessionlong.cpp, sessionexport.cpp)
  // --------------------------------------------------
  /// What is refused and what is masked follows the profile's environment and role; `request` need not say.
  LaneHandle requestSearch(SearchRequest request, QObject *context,
                           std::function<void(SearchProgress)> progress, Handler<SearchReport> handler);
  /// Why a query may not be asked here: it names a value that this person may not see.
  std::optional<search::Path> refusedPath(const search::Query &query) const;
  /// The fields seen in the newest jobs of a queue, for completion.
  LaneHandle requestFieldPaths(const QueueInfo &queue, QObject *context, Handler<search::FieldPaths> handler);
  LaneHandle requestSort(SortRequest request, QObject *context, std::function<void(SortProgress)> progress,
                         Handler<SortedIds> handler);
  /// Writes jobs to a file. Values that this profile masks are masked there too, unless `withMasked`; Denied
  /// (`MASKED`) where this person may not reveal them.
  LaneHandle requestExport(ExportRequest request, bool withMasked, QObject *context,
                           std::function<void(ExportProgress)> progress, Handler<ExportReport> handler);
  /// The failed jobs of these queues, grouped by what they have in common; `progress` gets the groups so far.
  LaneHandle requestFailures(const std::vector<QueueInfo> &queues, QObject *context,
                             std::function<void(FailureReport)> progress, Handler<FailureReport> handler);

  // --- writes: only through the runner
  // ----------------------------------------------------------------------
  /// Another one after disconnectNow(): connect to operationFinished() and operationSettled() instead of its
  /// signals.
  OperationRunner &runner() { return *m_runner; }
  policy::Decision decide(const OperationRequest &request, bool locked) const;
  LaneHandle run(OperationRequest request, QObject *context, OperationRunner::Handler handler);

  /// The lane of writes, for who has to work where the runner works (settling old records).
  Lane &commandLane() { return *m_command; }

signals:
  void operationFinished(const oxp::OperationRequest &request, const oxp::OperationReport &report);
  /// A write whose outcome is being found out: operationSettled() follows.
  void operationUnsettled(qint64 recordId, const oxp::OperationRequest &request);
  /// A write whose outcome was unknown is known now, or stays unknown.
  void operationSettled(qint64 recordId, oxp::audit::Outcome outcome, const oxp::OperationRequest &request);
  void statusChanged(const oxp::SessionStatus &status);
  void serverChanged();
  /// Queues found while discovery still runs.
  void queuesFound(const std::vector<oxp::QueueInfo> &queues);
  /// The list after a whole discovery; differs from the last one.
  void queuesChanged();
  void discoveryChanged(const oxp::DiscoveryStatus &status);
  void countsChanged(const std::vector<oxp::QueueId> &queues);
  void jobPolled(const oxp::JobPulse &pulse);
  /// Events came, folded and at most four times a second: what is shown of these queues may be old.
  void queuesMoved(const std::vector<oxp::QueueChange> &changes);
  /// The same also while nothing is shown, of the queues of setAlertQueues().
  void eventsHeard(const std::vector<oxp::QueueChange> &changes);
  /// speaks() may answer otherwise for some queue.
  void voicesChanged();
  void livePausedChanged(bool paused);
  /// The moment to refresh what else is on the screen and has no event: every slow poll.
  void pollTick();
  /// F5 was pressed, or the connection came back: what is on the screen should be read again.
  void refreshed();

private:
  void setupLanes();
  void remakeLanes();
  void connectAnew();
  void giveCredentials();
  std::unique_ptr<Lane> makeLane(const char *name);
  void setupRunner();
  void setupTimers();
  void setupLive();
  Credentials credentials() const;
  std::vector<Lane *> lanes() const { return {m_command.get(), m_watch.get(), m_scan.get(), m_events.get()}; }
  void applyLaneState(const LaneState &state);
  void setStatus(SessionStatus status);
  void becomeConnected(const ServerFacts &facts);
  void becomeAway();
  void readClock();

  void takeKnownQueues();
  void startDiscovery(bool inspectAll);
  std::vector<QueueInfo> settledQueues(bool looksClosely) const;
  void rediscover();
  void restBeforeDiscovery();
  void takeRefusal();
  void addNamed(const QueueInfo &queue);
  void restartDiscovery();
  void takeOthers(const OtherPrefixes &others);
  void applyFound(const std::vector<QueueInfo> &found, qint64 seen, qint64 total);
  void countUncounted(const std::vector<QueueInfo> &queues);
  void finishDiscovery(Result<std::vector<QueueInfo>> result);
  void tellDiscovery();
  void followQueues();
  std::vector<QueueId> shownQueues() const;
  std::vector<QueueId> followedQueues() const;
  bool isFresh(const QueueId &queue) const;
  bool isCountedSince(const QueueChange &change) const;
  void applyLive(const std::vector<QueueChange> &changes);
  void countNow();
  void countAtOnce();
  void noteRun(const OperationRequest &request);
  void readCounts(const std::vector<QueueId> &queues);
  void takeCounts(const std::vector<QueueInfo> &asked, const Result<std::vector<QueueCounts>> &counts);
  void applyCounts(const std::vector<QueueInfo> &asked, const std::vector<QueueCounts> &counts);
  void pollJob(PulseDepth depth);
  bool polls() const { return isConnected() && m_active && !m_paused; }
  void updatePolls();
  void tick();

  Lane *laneFor(const QueueInfo &queue, const QByteArray &jobId) const;
  /// Posts to a lane, or ends with Disconnected when nobody asked for a connection.
  template <typename T, typename P, typename Work>
  LaneHandle askLong(Work work, QObject *context, std::function<void(P)> progress, Handler<T> handler,
                     LongLanes lanes);
  template <typename T, typename Work>
  LaneHandle ask(Lane *lane, Priority priority, Work work, QObject *context, Handler<T> handler);

  Setup m_setup;
  SessionStatus m_status;
  ServerFacts m_server;
  std::unique_ptr<Lane> m_command, m_watch, m_scan, m_events;
  std::unique_ptr<OperationRunner> m_runner;
  std::unique_ptr<GuiMailbox> m_mailbox;
  std::unique_ptr<LongWork> m_long;
  std::unique_ptr<LiveFeed> m_feed;
  std::unique_ptr<ChannelFeed> m_channels; ///< of Bull 4

  std::vector<QueueInfo> m_queues; ///< sorted by id
  std::vector<QueueInfo> m_named;  ///< those of requestQueue(), wherever they lie
  QSet<QueueId> m_unconfirmed;
  std::vector<QueueInfo> m_queuesAtStart; ///< of the running discovery
  QHash<QueueId, QueueCounts> m_counts;
  QHash<QueueId, qint64> m_countedAt; ///< when they were asked for last, ms by the server's clock
  QHash<QueueId, qint64> m_movedAt;   ///< when a queue told something last, likewise
  CountPlan m_plan;
  std::vector<QueueId> m_visibleQueues, m_pinnedQueues, m_awaitedQueues;
  std::vector<QueueId> m_alertQueues;
  DiscoveryStatus m_discovery;
  LaneHandle m_discoveryHandle;
  QElapsedTimer m_discoveryTime;
  OtherPrefixes m_others;       ///< for the next look
  QElapsedTimer m_looked;       ///< since the open queue was inspected
  qint64 m_discoveryTookMs = 0; ///< the last one
  std::optional<std::pair<QueueInfo, QByteArray>> m_watched;
  WatchedJob m_pulse; ///< as told last
  PulseDepth m_jobAgain = PulseDepth::Mark;
  QTimer m_poll, m_pulseTimer, m_countRest, m_rediscover, m_clock;
  int m_ticks = 0;
  bool m_wanted = false; ///< the person wants to be connected
  bool m_active = true;
  bool m_paused = false;
  bool m_followsAll = false;
  bool m_rediscoverDue = false;
  bool m_clockDue = false;
  bool m_countsBusy = false, m_countAtOnce = false, m_jobBusy = false;
  quint64 m_watchNumber = 0; ///< tells the answer for an earlier watched job
  quint64 m_discoveryNumber = 0;
  quint64 m_connection = 0; ///< tells the answers of an earlier connection
};

} // namespace oxp
