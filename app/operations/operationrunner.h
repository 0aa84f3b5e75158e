// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "base/result.h"
#include "operations/operation.h"
#include "policy/rules.h"
#include "redis/lane.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace oxp {

class AuditStore;
class RateLimit;
class ScriptRegistry;

/// The only road by which Oxpecker changes a Redis that a person connected to: policy, audit intent,
/// compare-and-set, read back, audit outcome. Lives on the GUI thread, works on the profile's command lane.
class OperationRunner : public QObject {
  Q_OBJECT

public:
  struct Setup {
    QString profileId, profileName, who;
    Environment environment = Environment::Local;
    Role role = Role::Viewer;
    Lane *commandLane = nullptr; ///< outlives the runner
    AuditStore *audit = nullptr; ///< outlives the runner
    const ScriptRegistry *scripts = nullptr;
    policy::SharedRules rules;       ///< never null
    std::shared_ptr<RateLimit> rate; ///< of the profile; null: none
    std::function<policy::ReviewSetting()> review;
    std::chrono::milliseconds settlePatience{60'000}; ///< how long an unknown outcome is looked for
  };
  explicit OperationRunner(Setup setup, QObject *parent = nullptr);
  ~OperationRunner() override;

  /// What a request needs before it may run; pure, for the dialog. `locked` and state as last seen.
  policy::Decision decide(const OperationRequest &request, bool locked) const;

  using Handler = std::function<void(Result<OperationReport>, OperationReport detail)>;
  /// Runs it. The handler is called exactly once on the GUI thread (never when `context` has died).
  /// Errors: Denied (policy), AuditUnavailable, Conflict (detail.theirs is set), NotFound, WrongState,
  /// OutcomeUnknown (the runner goes on settling for 60 s and tells by settled()).
  LaneHandle run(OperationRequest request, QObject *context, Handler handler);

  /// Writes are under way, or their outcome is being found out, and none of them is to this job or to its
  /// queue as a whole: what is read of it need not stand behind them.
  bool isBusyElsewhere(const QueueId &queue, const QByteArray &jobId) const;

  /// Looks for the ends of writes that an earlier run of the program did not learn; settled() tells of each.
  /// To be called once a profile is connected. Does nothing for a viewer.
  void settleUnsettled();

  /// The request that puts a record's pre-image back; Invalid when the record cannot be reverted. `rules`:
  /// those by which the record leaves sensitive values out. Any thread.
  static Result<OperationRequest> revertRequest(const policy::Rules &rules, const audit::Record &record,
                                                const JobSnapshot &now, const QueueInfo &queue);

signals:
  /// A write whose outcome was unknown is known now (Done, Failed) or stays Unknown after 60 s.
  void settled(qint64 recordId, oxp::audit::Outcome outcome, oxp::OperationRequest request);
  void finished(oxp::OperationRequest request, oxp::OperationReport report);
  /// Its bytes went out, and whether they arrived is being found out: settled() follows.
  void unsettled(qint64 recordId, oxp::OperationRequest request);

private:
  class Private;
  std::unique_ptr<Private> d;
};

} // namespace oxp
