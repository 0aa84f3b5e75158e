// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/redis/lyingproxy.h"
#include "integration/operations/planting.h"

namespace oxp::test {

/// An operation that is wished for, on what is planted for it.
struct Wish {
  const char *operation;
  const char *state; ///< of the job, or of the queue
  bool large = false;
};
inline constexpr Wish Wishes[] = {{"job.updateData", "wait"},     {"job.updateData", "wait", true},
                                  {"job.retry", "failed"},        {"job.promote", "delayed"},
                                  {"job.remove", "failed"},       {"queue.pause", "wait"},
                                  {"queue.resume", "both lists"}, {"job.editOptions", "wait"}};

/// The command that changes something: one of the scripts, or the EXEC of a transaction.
inline bool isTheWrite(const QByteArrayList &words) {
  const QByteArray verb = words.value(0).toUpper();
  return verb == "EXEC" || verb == "EVALSHA" || (verb == "EVAL" && words.value(1).size() > 100);
}

/// Lets operations run on a server behind a proxy that lies, and compares what is told of them with what
/// Redis holds. For the slots of a test: what differs ends its function.
class OutcomeJudge {
protected:
  /// Starts all, and carries each wish out once: the server knows the scripts from then on.
  void start();
  void stop();
  void plant(const Wish &wish);
  OperationRequest request(const Wish &wish);
  /// Runs it, waits until it is settled, and compares what was told with what lies in Redis.
  void judge(const OperationRequest &request, bool lied = true);

  std::unique_ptr<OperationsFixture> m_fixture;
  std::unique_ptr<LyingProxy> m_proxy;
  QueueInfo m_queue;

private:
  audit::Outcome recorded(qint64 id);
  qint64 events() { return m_fixture->redis({"XLEN", m_queue.id.key("events")}).integer; }

  QMap<QByteArray, qint64> m_announces; ///< by operation: the events of one that was carried out once
};

} // namespace oxp::test
