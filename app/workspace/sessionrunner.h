// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "operations/operation.h"
#include "policy/rules.h"
#include "redis/lanehandle.h"

#include <QObject>

#include <functional>
#include <memory>

namespace oxp {

class AuditStore;
class LaneSet;
class OperationRunner;
class QueueRegistry;
class RateLimit;
class ScriptRegistry;

/// The writes of one profile: an OperationRunner over its command lane. That one ends with its lane and
/// another one follows; this stays, so that whoever listens need not know. GUI thread.
class SessionRunner : public QObject {
  Q_OBJECT

public:
  struct Setup {
    QString profileId, profileName, who;
    Environment environment = Environment::Local;
    Role role = Role::Viewer;
    AuditStore *audit = nullptr; ///< outlives this
    const ScriptRegistry *scripts = nullptr;
    policy::SharedRules rules;       ///< never null
    std::shared_ptr<RateLimit> rate; ///< null: none
    std::function<policy::ReviewSetting()> review;
  };
  /// As OperationRunner::Handler.
  using Handler = std::function<void(Result<OperationReport>, OperationReport detail)>;

  /// Lanes and queues outlive this.
  SessionRunner(Setup setup, LaneSet &lanes, const QueueRegistry &queues, QObject *parent = nullptr);
  ~SessionRunner() override;

  /// Who writes, user@host.
  const QString &who() const { return m_setup.who; }
  /// What a request needs before it may run; pure, for the dialog. `locked` and state as last seen.
  policy::Decision decide(const OperationRequest &request, bool locked) const;
  /// Runs it as OperationRunner::run() does. Also Disconnected: nobody asked for a connection, or the queue
  /// is only remembered and has not been looked at yet.
  LaneHandle run(OperationRequest request, QObject *context, Handler handler);
  /// OperationRunner::isBusyElsewhere().
  bool isBusyElsewhere(const QueueId &queue, const QByteArray &jobId) const;
  /// OperationRunner::settleUnsettled().
  void settleUnsettled();
  /// OperationRunner::revertRequest(). Any thread.
  static Result<OperationRequest> revertRequest(const policy::Rules &rules, const audit::Record &record,
                                                const JobSnapshot &now, const QueueInfo &queue);
  /// For records from the next connection on.
  void setProfileName(const QString &name) { m_setup.profileName = name; }

signals:
  void finished(const oxp::OperationRequest &request, const oxp::OperationReport &report);
  /// A write whose outcome is being found out: settled() follows.
  void unsettled(qint64 recordId, const oxp::OperationRequest &request);
  /// A write whose outcome was unknown is known now, or stays unknown.
  void settled(qint64 recordId, oxp::audit::Outcome outcome, const oxp::OperationRequest &request);

private:
  void makeRunner();

  Setup m_setup;
  LaneSet &m_lanes;
  const QueueRegistry &m_queues;
  std::unique_ptr<OperationRunner> m_runner;
};

} // namespace oxp
