// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/stage.h"

#include "bench/seeding.h"
#include "bench/waiting.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>

#include <malloc.h>

namespace oxp::bench {
namespace {

const QString PeersFolder = QStringLiteral(OXP_BENCH_PEERS);
constexpr int PeerTimeoutMs = 600'000;

double statusMB(qint64 processId, const char *name) {
  const QString who = processId > 0 ? QString::number(processId) : QStringLiteral("self");
  QFile file(QStringLiteral("/proc/%1/status").arg(who));
  if (!file.open(QIODevice::ReadOnly))
    return 0;
  const QByteArray text = file.readAll();
  const qsizetype at = text.indexOf(name);
  return at < 0 ? 0 : text.mid(at).split('\n').first().simplified().split(' ').value(1).toDouble() / 1024;
}

double infoNumber(test::RedisServer &server, const QByteArray &section, const QByteArray &name) {
  const QByteArray text = server.run({"INFO", section}).bytes;
  const qsizetype at = text.indexOf(name + ':');
  return at < 0 ? 0 : text.mid(at + name.size() + 1).split('\r').first().toDouble();
}

} // namespace

Sizes Sizes::small() {
  Sizes sizes;
  sizes.queues = 12;
  sizes.jobsPerQueue = 40;
  sizes.search = 2'000;
  sizes.million = 4'000;
  sizes.failures = 2'000;
  sizes.megabytes = {0.001, 0.3, 2};
  sizes.manyQueues = 50;
  sizes.foreignKeys = 20'000;
  sizes.profiles = 5;
  sizes.switches = 40;
  sizes.idleMs = 2'500;
  sizes.references = 20'000;
  sizes.bulk = 300;
  sizes.bulkWaiting = 600;
  sizes.longRun = 1'000;
  sizes.rounds = 1;
  return sizes;
}

QByteArray payloadId(double megabytes) {
  return "kb" + QByteArray::number(qint64(megabytes * 1'000));
}

QString sizeText(double megabytes) {
  return megabytes < 1 ? QStringLiteral("%1 KB").arg(megabytes * 1'000)
                       : QStringLiteral("%1 MB").arg(megabytes);
}

bool Board::start(const QString &socketPath, const QStringList &queues, const QString &library) {
  const QByteArray names = QJsonDocument(QJsonArray::fromStringList(queues)).toJson(QJsonDocument::Compact);
  const QStringList arguments =
      library.isEmpty() ? QStringList() : QStringList{QStringLiteral("--library"), library};
  if (!m_node.start(PeersFolder + QStringLiteral("/board.mjs"), socketPath, arguments, names))
    return false;
  const QJsonObject said = m_node.firstLine();
  m_port = said[QStringLiteral("port")].toInt();
  m_processId = said[QStringLiteral("process")].toInteger();
  return m_port > 0;
}

Board::Answer Board::ask(const QByteArray &verb, const QString &path, const QByteArray &json) {
  QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path)));
  request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
  QElapsedTimer time;
  time.start();
  QEventLoop loop;
  const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, json));
  QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
  const QByteArray body = reply->readAll();
  return {msOf(time), reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), body};
}

Stage::Stage(Sizes sizes, QString program)
    : m_sizes(std::move(sizes))
    , m_program(std::move(program)) {}

Stage::~Stage() {
  closeWindow();
}

Result<void> Stage::start() {
  if (!m_certificates.makeUsual())
    return fail(ErrorKind::File, QStringLiteral("no certificates could be made"));
  m_server.setArguments(m_certificates.serverArguments(QStringLiteral("server")));
  if (!m_server.start())
    return fail(ErrorKind::Disconnected, m_server.error());
  Seeder seeder(m_server.socketPath());
  const QByteArray domains[] = {"orders", "payments", "mail", "reports", "images"};
  for (int i = 0; i < m_sizes.queues - 3; ++i) {
    const QByteArray name = domains[i % 5] + ".svc" + QByteArray::number(i / 5) + ".work";
    seeder.queue(name);
    const qint64 fifth = m_sizes.jobsPerQueue / 5;
    seeder.jobs(name, "waiting", 1, fifth, 400);
    seeder.jobs(name, "completed", fifth + 1, 3 * fifth, 400);
    seeder.jobs(name, "failed", 4 * fifth + 1, fifth, 400);
  }
  for (const char *name : {"big", "million", "payload"})
    seeder.queue(name);
  seeder.jobs("big", "waiting", 1, m_sizes.waiting());
  seeder.jobs("big", "completed", m_sizes.waiting() + 1, m_sizes.completed());
  seeder.jobs("big", "failed", m_sizes.waiting() + m_sizes.completed() + 1, m_sizes.failed());
  seeder.jobs("million", "completed", 1, m_sizes.million);
  for (const double megabytes : m_sizes.megabytes)
    seeder.job("payload", payloadId(megabytes), largePayload(qsizetype(megabytes * 1e6), 1'000'000'000));
  seeder.job("payload", "tiny", R"({"tiny":true})");
  return seeder.finish() ? Result<void>()
                         : fail(ErrorKind::Server, QStringLiteral("the server took not all jobs"));
}

Endpoint Stage::endpoint(Road road) const {
  if (road == Road::UnixSocket)
    return m_server.endpoint();
  if (road == Road::Tcp)
    return m_server.tcpEndpoint();
  Endpoint endpoint = m_server.tlsEndpoint();
  endpoint.tls->caFile = m_certificates.certificate(QStringLiteral("ca"));
  return endpoint;
}

Result<ProfileSession *> Stage::session(Road road) {
  std::unique_ptr<ProfileSession> &session = m_sessions[road];
  if (session)
    return session.get();
  session = std::make_unique<ProfileSession>(m_surroundings.setup(test::profileOf(endpoint(road))));
  session->live().setWindowActive(false);
  session->link().connectNow();
  if (!until([&] { return session->queues().discovery().complete; }))
    return fail(ErrorKind::Timeout, QStringLiteral("the session found no queues"));
  return session.get();
}

QStringList Stage::queueNames() {
  QStringList names;
  for (const Reply &key : run({"KEYS", "bull:*:meta"}).items)
    names << QString::fromUtf8(key.bytes.mid(qstrlen("bull:")).chopped(qstrlen(":meta")));
  return names;
}

QueueInfo Stage::queueInfo(const QByteArray &name) {
  QueueInfo info;
  info.id = {"bull", name};
  info.family = Family::BullMq6;
  info.version = "6.7.0";
  return info;
}

test::Person *Stage::window() {
  if (m_window)
    return m_window.get();
  m_windowFolder = std::make_unique<QTemporaryDir>();
  m_window = std::make_unique<test::Person>();
  const QString url = m_server.url() + QStringLiteral("&name=Bench&environment=local");
  if (!m_window->start(url, m_windowFolder->path()))
    closeWindow();
  return m_window.get();
}

void Stage::closeWindow() {
  if (m_window)
    m_window->leave();
  m_window.reset();
  m_windowFolder.reset();
}

Board *Stage::board() {
  if (!m_board) {
    m_board = std::make_unique<Board>();
    if (!m_board->start(m_server.socketPath(), queueNames()))
      m_board.reset();
  }
  return m_board.get();
}

Cost::Cost(test::RedisServer &server)
    : m_server(server) {
  server.run({"CONFIG", "RESETSTAT"});
  m_sent = infoNumber(server, "stats", "total_net_output_bytes");
}

double Cost::commands() const {
  static const QRegularExpression line(QStringLiteral("cmdstat_(\\S+?):calls=(\\d+)"));
  const QString text = QString::fromUtf8(m_server.run({"INFO", "commandstats"}).bytes);
  double sum = 0;
  for (auto it = line.globalMatch(text); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    if (match.captured(1) != u"info" && !match.captured(1).startsWith(u"config"))
      sum += match.captured(2).toDouble();
  }
  return sum;
}

double Cost::kilobytes() const {
  return (infoNumber(m_server, "stats", "total_net_output_bytes") - m_sent) / 1e3;
}

void Cost::tellInto(Sample &sample) const {
  sample.more[QStringLiteral("KB")] = kilobytes();
  sample.more[QStringLiteral("commands")] = commands();
}

double residentMB(qint64 processId) {
  return statusMB(processId, "VmRSS:");
}

PeakMemory::PeakMemory() {
  malloc_trim(0);
  QFile file(QStringLiteral("/proc/self/clear_refs"));
  if (file.open(QIODevice::WriteOnly))
    file.write("5"); // the peak begins anew
  m_before = residentMB();
}

double PeakMemory::megabytes() const {
  return std::max(0.0, statusMB(0, "VmHWM:") - m_before);
}

Result<Sample> askNode(test::RedisServer &server, const QStringList &arguments) {
  const test::NodeAnswer said = test::NodePeer::run(PeersFolder + QStringLiteral("/peers.mjs"),
                                                    server.socketPath(), arguments, {}, PeerTimeoutMs);
  if (!said.ok)
    return fail(ErrorKind::Invalid, said.error);
  Sample sample{said[QStringLiteral("ms")].toDouble(), said[QStringLiteral("answer")].toString(), {}};
  sample.more[QStringLiteral("MB")] = said[QStringLiteral("memory")].toDouble();
  return sample;
}

Result<Sample> askLimit(test::RedisServer &server, const QStringList &words, qint64 count) {
  QProcess limit;
  limit.start(QStringLiteral(OXP_BENCH_LIMIT), QStringList{server.socketPath()} + words);
  limit.waitForFinished(PeerTimeoutMs);
  const QJsonObject said = QJsonDocument::fromJson(limit.readAllStandardOutput()).object();
  if (limit.exitCode() != 0 || said[QStringLiteral("count")].toInteger() != count)
    return fail(ErrorKind::Invalid, QString::fromUtf8(limit.readAllStandardError()));
  return Sample{said[QStringLiteral("ms")].toDouble(), {}, {}};
}

Side nodeSide(Stage &stage, const QString &who, const QStringList &arguments) {
  return {who, Kind::Peer, [&stage, arguments] { return askNode(stage.server(), arguments); }};
}

Side limitSide(Stage &stage, const QString &who, const QStringList &words, qint64 count,
               const QString &answer) {
  return {who, Kind::Limit, [&stage, words, count, answer] {
            Result<Sample> sample = askLimit(stage.server(), words, count);
            if (sample)
              sample->answer = answer;
            return sample;
          }};
}

Side boardSide(Stage &stage, const QString &who, const QString &path,
               std::function<QString(const QByteArray &body)> answer) {
  return {who, Kind::Peer, [&stage, path, answer = std::move(answer)]() -> Result<Sample> {
            Board *board = stage.board();
            if (!board)
              return fail(ErrorKind::Disconnected, QStringLiteral("bull-board did not start"));
            const Cost cost(stage.server());
            const Board::Answer said = board->get(path);
            if (said.status != 200)
              return fail(ErrorKind::Server, QStringLiteral("HTTP %1").arg(said.status));
            Sample sample{said.ms, answer(said.body), {}};
            cost.tellInto(sample);
            sample.more[QStringLiteral("MB")] = residentMB(board->processId());
            return sample;
          }};
}

} // namespace oxp::bench
