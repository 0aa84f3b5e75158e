// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"
#include "bench/stage.h"
#include "bulk/bulkrunner.h"

#include <QTemporaryDir>

namespace oxp::bench {

/// Where runs over many jobs are measured: a server of their own, which every side finds as it was, and a
/// runner as the program has one, with a journal and records that are on the disk before anything is written.
class RunStage {
public:
  /// The queue is of this family and version.
  static constexpr const char *Queue = "bulk", *Library = "bullmq5", *Version = "5.81.5";

  RunStage();
  ~RunStage();
  Result<void> start();
  test::RedisServer &server() { return m_server; }
  /// The server with nothing but so many jobs of a state, and so many that wait.
  Result<void> seed(const QByteArray &state, qint64 jobs, qint64 waiting, qsizetype size);

  /// Chooses all jobs of a state, agrees to everything and does it; the value is the time of all that.
  Result<Sample> runAll(JobState state, OperationRequest wish);
  QueueInfo queue() const;
  /// nullptr when it did not start.
  Board *board();

  QByteArray key(const QByteArray &part) const { return QByteArray("bull:") + Queue + ':' + part; }
  qint64 number(const std::vector<QByteArray> &words) { return m_server.run(words).integer; }

private:
  void makeRunner();
  OperationRequest agreed(OperationRequest wish, const FrozenSelection &chosen) const;
  Result<audit::RunCounts> chooseAndRun(JobState state, OperationRequest wish);

  test::RedisServer m_server;
  QTemporaryDir m_folder;
  ScriptRegistry m_scripts;
  policy::SharedRules m_rules = policy::builtInRules();
  std::unique_ptr<AuditStore> m_audit;
  std::unique_ptr<BulkRunner> m_runner;
  std::unique_ptr<Board> m_board;
};

} // namespace oxp::bench
