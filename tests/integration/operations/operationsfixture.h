// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"
#include "bullio/scriptregistry.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/keyspace.h"
#include "fakes/redis/redisserver.h"
#include "operations/operationrunner.h"
#include "redis/lane.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>

#include <optional>

namespace oxp::test {

/// One of the four libraries, as NodePeer and Oxpecker call it.
struct Library {
  const char *name;
  Family family;
  const char *version;
};
inline constexpr Library Libraries[] = {{"bullmq6", Family::BullMq6, "6.7.0"},
                                        {"bullmq5", Family::BullMq5, "5.81.5"},
                                        {"bullmq4", Family::BullMq4, "4.18.3"},
                                        {"bull4", Family::Bull4, ""}};

/// How one run of an operation ended.
struct Ended {
  Result<OperationReport> report = fail(ErrorKind::Timeout);
  OperationReport detail;
};
/// Kind, code and detail of the error; empty after a success.
QByteArray why(const Ended &ended);
/// Its kind and code as one word, such as `WrongState/locked`; `done` after a success.
QByteArray word(const Ended &ended);

/// A private server and all that stands between a person's wish and it.
class OperationsFixture {
public:
  struct Options {
    std::optional<Endpoint> endpoint; ///< of the lane, when not the server's own
    Environment environment = Environment::Local;
    Role role = Role::Operator;
    Credentials credentials;
    QString auditFolder; ///< empty: a temporary one
    std::chrono::milliseconds settlePatience{60'000};
    std::chrono::milliseconds commandTimeout = CommandTimeout;
    Backoff::Limits backoff;
    RedisServerOptions server;
  };
  OperationsFixture()
      : OperationsFixture(Options()) {}
  explicit OperationsFixture(Options options);
  ~OperationsFixture();

  [[nodiscard]] bool start();
  /// Another lane and runner on the same store, as after a new start of the program.
  void restartProgram();

  QueueInfo queue(const Library &library, const QByteArray &name) const;
  /// Lets the real library add jobs; their ids.
  QList<QByteArray> add(const Library &library, const QByteArray &queue, const QJsonArray &jobs,
                        const QStringList &more = {});
  /// Lets a real worker take jobs: id -> the bytes of `data` as they lay in Redis when it took it.
  QMap<QByteArray, QByteArray> work(const Library &library, const QByteArray &queue, int count);

  Ended run(const OperationRequest &request);
  JobSnapshot snapshot(const QueueInfo &queue, const QByteArray &jobId, const QByteArray &field = "data");
  JobState state(const QueueInfo &queue, const QByteArray &jobId);
  Keys keys();
  std::vector<audit::Record> records();

  Reply redis(const std::vector<QByteArray> &parts) { return server->run(parts); }
  QList<QByteArray> list(const QByteArray &key);

  Options options;
  policy::SharedRules rules = policy::builtInRules();
  std::unique_ptr<RedisServer> server;
  std::unique_ptr<QTemporaryDir> folder;
  std::unique_ptr<ScriptRegistry> scripts;
  std::unique_ptr<AuditStore> audit;
  std::unique_ptr<Lane> lane;
  std::unique_ptr<OperationRunner> runner;
};

/// An edit as the editor makes it: `edited` is the text after the person's change.
OperationRequest editRequest(const QueueInfo &queue, const JobSnapshot &baseline, const QByteArray &edited,
                             const char *id = "job.updateData");
OperationRequest operation(const char *id, const QueueInfo &queue, const QByteArray &jobId = {});
/// `who`, whose wish it is, agrees to everything that the request may be asked for.
void agree(OperationRequest &request, const QByteArray &typed = {},
           const QString &who = QStringLiteral("tester@desk"));

} // namespace oxp::test
