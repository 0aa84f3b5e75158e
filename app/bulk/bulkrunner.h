// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run.h"
#include "bulk/bulkwork.h"
#include "bulk/forecast.h"
#include "bulk/selection.h"
#include "operations/operation.h"
#include "policy/rules.h"
#include "redis/lane.h"

#include <QObject>

#include <functional>
#include <memory>

namespace oxp {

/// Runs over many jobs of one profile: what OperationRunner is for one. Policy, audit, one guarded write a
/// job. Runs are done one after another on a lane of their own, never on the one that saves and clicks use.
/// GUI thread.
class BulkRunner : public QObject {
  Q_OBJECT

public:
  struct Setup {
    Author author;
    Role role = Role::Viewer;
    std::function<std::unique_ptr<Lane>()> makeLane;
    AuditStore *audit = nullptr;             ///< outlives the runner
    const ScriptRegistry *scripts = nullptr; ///< outlives the runner
    std::shared_ptr<RateLimit> rate;
    policy::SharedRules rules; ///< never null
    std::function<policy::ReviewSetting()> review;
  };
  explicit BulkRunner(Setup setup, QObject *parent = nullptr);
  ~BulkRunner() override;

  /// Looks which jobs are meant and lets that stand, as a run that nobody has agreed to. `progress` has the
  /// number of jobs so far.
  using Chosen = std::function<void(Result<FrozenSelection>)>;
  LaneHandle choose(Selection selection, OperationRequest wish, QObject *context,
                    std::function<void(qint64 jobs)> progress, Chosen handler);
  /// The same for the jobs that an earlier run has edited, to take these edits back.
  LaneHandle chooseUndo(const audit::Run &run, OperationRequest wish, QObject *context, Chosen handler);
  /// What would become of the chosen jobs, were they done as `wish` says. `progress` has the number of jobs
  /// that were looked at so far.
  using Foreseen = std::function<void(Result<Forecast>)>;
  LaneHandle foresee(const FrozenSelection &chosen, OperationRequest wish, QObject *context,
                     std::function<void(qint64 jobs)> progress, Foreseen handler);
  /// Forgets a choice that nobody agreed to.
  void forget(qint64 run);

  /// What a run needs before it may begin; `wish.selection` is the choice's digest.
  policy::Decision decide(const OperationRequest &wish, qint64 jobs) const;
  /// Puts down that a chosen run begins, and does it behind those that are under way: what was agreed to is
  /// judged now and kept from now on, however long it waits. `wish` carries the agreement.
  void start(OperationRequest wish, const FrozenSelection &chosen);
  /// Goes on with one that was paused or cut off; `queue` is its queue as it is known now.
  void resume(const audit::Run &run, const QueueInfo &queue);
  /// No further slice of a run that is under way is begun; it stays, to be resumed. One that waits for its
  /// turn stops at once.
  void pause(qint64 run);
  /// The same, and for good: the jobs that are left stay as they are.
  void cancel(qint64 run);
  /// Ends one for good that is not under way; what was under way when it was cut off is settled first.
  void cancel(const audit::Run &run, const QueueInfo &queue);
  /// Those that wait or are under way, in order.
  std::vector<qint64> underWay() const;

signals:
  void progressed(const oxp::BulkProgress &progress);
  /// It has ended, was paused or cancelled, was not begun, or broke off with an error: then it is paused.
  void stopped(qint64 run, oxp::audit::RunState state, const oxp::Result<oxp::audit::RunCounts> &counts);

private:
  using Told = std::function<void(qint64 run, qint64 jobs)>;
  using Choosing = std::function<Result<FrozenSelection>(ReadSession &, std::stop_token, const Told &)>;
  LaneHandle chooseBy(Choosing work, QObject *context, std::function<void(qint64 jobs)> progress,
                      Chosen handler);

  class Private;
  std::unique_ptr<Private> d;
};

} // namespace oxp
