// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/runjournal.h"
#include "bulk/bulkrunner.h"
#include "models/runpace.h"
#include "workspace/runexport.h"
#include "workspace/sessionrunner.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace oxp {

class LaneSet;
class QueueRegistry;

/// The runs over many jobs of one profile: those that wait or are under way, and what the journal keeps of
/// those before. Its BulkRunner ends with the lanes and another one follows; this stays. GUI thread.
class SessionRuns : public QObject {
  Q_OBJECT

public:
  /// Lanes and queues outlive this. The rate is shared with the profile's single writes.
  SessionRuns(SessionRunner::Setup setup, LaneSet &lanes, const QueueRegistry &queues,
              QObject *parent = nullptr);
  ~SessionRuns() override;

  // As BulkRunner's. While nobody asked for a connection, a choice ends with Disconnected at once.
  LaneHandle choose(Selection selection, OperationRequest wish, QObject *context,
                    std::function<void(qint64 jobs)> progress, BulkRunner::Chosen handler);
  LaneHandle chooseUndo(const audit::Run &run, OperationRequest wish, QObject *context,
                        BulkRunner::Chosen handler);
  LaneHandle foresee(const FrozenSelection &chosen, OperationRequest wish, QObject *context,
                     std::function<void(qint64 jobs)> progress, BulkRunner::Foreseen handler);
  void forget(qint64 run) { m_runner->forget(run); }
  policy::Decision decide(const OperationRequest &wish, qint64 jobs) const {
    return m_runner->decide(wish, jobs);
  }
  void start(OperationRequest wish, const FrozenSelection &chosen);
  /// False while its queue has not been looked at: what it is decides which scripts run.
  bool resume(const audit::Run &run);
  void pause(qint64 run);
  /// False as resume(), for one that was cut off with jobs under way.
  bool cancel(const audit::Run &run);

  /// Newest first, as the journal had them last; with how far those under way have come.
  const std::vector<audit::Run> &runs() const { return m_runs; }
  /// Those that wait for their turn or have it, in order.
  std::vector<qint64> underWay() const;
  /// It waits for its turn or has it. One that is Running in the journal and is not was cut off.
  bool isUnderWay(qint64 run) const;
  bool isCutOff(const audit::Run &run) const;
  /// How fast one under way goes.
  RunSpeed speed(const audit::Run &run) const;
  /// What was done in a run, to be done again; nothing while its queue has not been looked at.
  std::optional<OperationRequest> wishOf(const audit::Run &run) const;
  /// The same to take it back.
  std::optional<OperationRequest> undoOf(const audit::Run &run) const;
  /// The run that this one takes back; 0 = none.
  static qint64 undoes(const audit::Run &run);
  /// The operation that follows each edit of a run; empty = none.
  static QByteArray thenOf(const audit::Run &run);
  /// What became of its jobs, in pages: those behind `after` (a seq). The handler is not called once
  /// `context` is gone.
  void requestItems(qint64 run, const audit::ItemFilter &filter, qint64 after, int limit, QObject *context,
                    audit::RunJournal::Handler<std::vector<audit::RunItem>> handler) const;
  void requestSettling(qint64 run, QObject *context,
                       audit::RunJournal::Handler<audit::RunSettling> handler) const;
  /// Writes them to a file; goes away by itself behind its end, and with this at the latest. Null where there
  /// is no journal.
  RunExport *startExport(RunExport::Wish wish);
  RateLimit &rate() { return *m_setup.rate; }

signals:
  /// runs() is another one, or others of them are under way.
  void changed();
  void progressed(const oxp::BulkProgress &progress);
  /// As BulkRunner::stopped(); runs() follows.
  void stopped(qint64 run, oxp::audit::RunState state, const oxp::Result<oxp::audit::RunCounts> &counts);

private:
  void makeRunner();
  std::optional<QueueInfo> queueOf(const audit::Run &run) const;
  void readRuns();
  void note(const BulkProgress &progress);
  void noteHalted(qint64 run, audit::RunState state);
  void noteStopped(qint64 id, audit::RunState state, const Result<audit::RunCounts> &counts);

  SessionRunner::Setup m_setup;
  LaneSet &m_lanes;
  const QueueRegistry &m_queues;
  std::vector<audit::Run> m_runs;
  std::map<qint64, RunPace> m_paces;      ///< of those under way
  bool m_reading = false, m_owed = false; ///< the journal; and again behind the answer
  std::unique_ptr<BulkRunner> m_runner;
};

/// Jobs a second that a profile writes at most where nobody has said: none locally (0), 500 on staging, 200
/// on production.
int usualRate(Environment environment);

} // namespace oxp
