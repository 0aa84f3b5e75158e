// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include "bullio/reader.h"

#include <QDateTime>
#include <QtTest>

namespace oxp::test {

QByteArray why(const Ended &ended) {
  return ended.report ? QByteArray() : word(ended) + ' ' + ended.report.error().detail.toUtf8();
}

QByteArray word(const Ended &ended) {
  if (ended.report)
    return "done";
  return QByteArray(errorKindName(ended.report.error().kind)) + '/' + ended.report.error().code;
}

OperationsFixture::OperationsFixture(Options given)
    : options(std::move(given))
    , server(std::make_unique<RedisServer>(options.server))
    , folder(std::make_unique<QTemporaryDir>()) {}

OperationsFixture::~OperationsFixture() {
  runner.reset();
  lane.reset();
}

bool OperationsFixture::start() {
  if (!server->start())
    return false;
  auto registry = ScriptRegistry::load();
  if (!registry)
    return false;
  scripts = std::make_unique<ScriptRegistry>(std::move(*registry));
  restartProgram();
  return true;
}

void OperationsFixture::restartProgram() {
  runner.reset();
  lane.reset();
  audit.reset();
  AuditStore::Options store;
  store.folder =
      options.auditFolder.isEmpty() ? folder->filePath(QStringLiteral("audit")) : options.auditFolder;
  store.key.bytes = QByteArray(32, 'k');
  store.sensitiveKey = [rules = rules](const QByteArray &key) { return rules->isSensitive(key); };
  audit = std::make_unique<AuditStore>(store);
  Lane::Options reach;
  reach.endpoint = options.endpoint.value_or(server->endpoint());
  reach.credentials = options.credentials;
  reach.role = options.role;
  reach.timeout = options.commandTimeout;
  reach.backoff = options.backoff;
  lane = std::make_unique<Lane>(reach);
  OperationRunner::Setup setup;
  setup.profileId = QStringLiteral("p1");
  setup.profileName = QStringLiteral("Test");
  setup.who = QStringLiteral("tester@desk");
  setup.environment = options.environment;
  setup.role = options.role;
  setup.rules = rules;
  setup.commandLane = lane.get();
  setup.audit = audit.get();
  setup.scripts = scripts.get();
  setup.settlePatience = options.settlePatience;
  runner = std::make_unique<OperationRunner>(setup);
}

QueueInfo OperationsFixture::queue(const Library &library, const QByteArray &name) const {
  QueueInfo info;
  info.id = {"bull", name};
  info.family = library.family;
  info.version = library.version;
  return info;
}

QList<QByteArray> OperationsFixture::add(const Library &library, const QByteArray &queue,
                                         const QJsonArray &jobs, const QStringList &more) {
  const QStringList arguments = QStringList{QStringLiteral("--library"), QLatin1String(library.name),
                                            QStringLiteral("--queue"), QString::fromUtf8(queue)} +
                                more;
  const NodeAnswer answer = NodePeer::run(QStringLiteral("add.mjs"), server->socketPath(), arguments,
                                          QJsonDocument(jobs).toJson(QJsonDocument::Compact));
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  QList<QByteArray> ids;
  for (const QJsonValue &id : answer[QStringLiteral("ids")].toArray())
    ids << id.toString().toUtf8();
  return ids;
}

QMap<QByteArray, QByteArray> OperationsFixture::work(const Library &library, const QByteArray &queue,
                                                     int count) {
  const NodeAnswer answer =
      NodePeer::run(QStringLiteral("worker.mjs"), server->socketPath(),
                    {QStringLiteral("--library"), QLatin1String(library.name), QStringLiteral("--queue"),
                     QString::fromUtf8(queue), QStringLiteral("--count"), QString::number(count)});
  if (!answer.ok || !answer[QStringLiteral("errors")].toArray().isEmpty())
    qWarning("%s %s", qPrintable(answer.error), answer.out.constData());
  QMap<QByteArray, QByteArray> taken;
  for (const QJsonValue &job : answer[QStringLiteral("jobs")].toArray())
    taken.insert(job[QStringLiteral("id")].toString().toUtf8(),
                 QByteArray::fromBase64(job[QStringLiteral("raw")].toString().toLatin1()));
  return taken;
}

Ended OperationsFixture::run(const OperationRequest &request) {
  std::optional<Ended> ended;
  runner->run(request, runner.get(), [&](Result<OperationReport> report, OperationReport detail) {
    ended = Ended{std::move(report), std::move(detail)};
  });
  return QTest::qWaitFor([&] { return ended.has_value(); }, 30'000) ? *ended : Ended();
}

JobSnapshot OperationsFixture::snapshot(const QueueInfo &queue, const QByteArray &jobId,
                                        const QByteArray &field) {
  std::optional<Result<JobSnapshot>> got;
  lane->post(
      Priority::Normal,
      [queue, jobId, field](ReadSession &session, std::stop_token stop) {
        return reader::snapshot(session, queue, jobId, stop, {}, field);
      },
      runner.get(), [&](Result<JobSnapshot> read) { got = std::move(read); }, WhenAway::Wait);
  if (!QTest::qWaitFor([&] { return got.has_value(); }, 30'000) || !*got)
    return {};
  return **got;
}

JobState OperationsFixture::state(const QueueInfo &queue, const QByteArray &jobId) {
  return snapshot(queue, jobId).state;
}

QList<QByteArray> OperationsFixture::list(const QByteArray &key) {
  QList<QByteArray> ids;
  for (const Reply &item : redis({"LRANGE", key, "0", "-1"}).items)
    ids << item.bytes;
  return ids;
}

Keys OperationsFixture::keys() {
  return keysOf(*server);
}

std::vector<audit::Record> OperationsFixture::records() {
  std::optional<std::vector<audit::Record>> got;
  audit->requestRecords({}, runner.get(), [&](Result<std::vector<audit::Record>> read) {
    got = std::move(read).value_or(std::vector<audit::Record>());
  });
  return QTest::qWaitFor([&] { return got.has_value(); }, 10'000) ? *got : std::vector<audit::Record>();
}

OperationRequest editRequest(const QueueInfo &queue, const JobSnapshot &baseline, const QByteArray &edited,
                             const char *id) {
  OperationRequest request = operation(id, queue, baseline.jobId);
  request.expectedState = baseline.state;
  request.baseline = baseline;
  request.splices = json::splicesFor(baseline.data, edited).value_or(std::vector<json::Splice>());
  request.newData = json::apply(baseline.data, request.splices);
  return request;
}

OperationRequest operation(const char *id, const QueueInfo &queue, const QByteArray &jobId) {
  OperationRequest request;
  request.operation = id;
  request.queue = queue;
  request.jobId = jobId;
  return request;
}

void agree(OperationRequest &request, const QByteArray &typed, const QString &who) {
  request.grants = consents({{"running"}, typed, request.reason}, request.hash(), who,
                            QDateTime::currentMSecsSinceEpoch());
}

} // namespace oxp::test
