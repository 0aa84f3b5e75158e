// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/pinger.h"
#include "bench/seeding.h"
#include "bench/waiting.h"
#include "redis/connection.h"
#include "workspace/longreads.h"

#include <algorithm>

namespace oxp::bench {
namespace {

constexpr qint64 FirstOfSorted = 10;

/// The ids in a state's own words, and the words that all sides are given.
struct Where {
  QByteArray queue;
  QStringList states; ///< as BullMQ names them
  qint64 jobs = 0;

  QStringList keys() const {
    QStringList keys;
    for (const QString &state : states)
      keys << QStringLiteral("bull:%1:%2")
                  .arg(QString::fromUtf8(queue), state == u"waiting" ? QStringLiteral("wait") : state);
    return keys;
  }
};

Side bareLoop(Stage &stage, const Where &where, const QString &answer) {
  const QString base = QStringLiteral("bull:%1:").arg(QString::fromUtf8(where.queue));
  return limitSide(stage, QStringLiteral("bare hiredis loop, HGET of each"),
                   QStringList{QStringLiteral("scan"), base, QStringLiteral("data")} + where.keys(),
                   where.jobs, answer);
}

const QString Stall = QStringLiteral("stall ms"), FirstHit = QStringLiteral("first hit ms"),
              Others = QStringLiteral("PING ms");

std::vector<JobState> statesOf(const Where &where) {
  std::vector<JobState> states;
  for (const QString &state : where.states)
    states.push_back(stateFromWord(state.toLatin1()));
  return states;
}

/// From the request to the last hit on the GUI thread.
Result<Sample> findOrder(Stage &stage, const Where &where, const QByteArray &order, SearchEngine engine,
                         Road road = Road::UnixSocket) {
  const Result<ProfileSession *> session = stage.session(road);
  if (!session)
    return fail(session.error());
  SearchRequest request;
  request.scopes = {{stage.queueInfo(where.queue), statesOf(where)}};
  request.query = *search::parse(QStringLiteral("data.orderId = ") + QString::fromUtf8(order), 0);
  request.limit = -1;
  request.engine = engine;
  const Pinger other(stage.server().endpoint());
  const Cost cost(stage.server());
  Heartbeat heart;
  heart.restart();
  double first = 0;
  QStringList ids;
  const auto take = [&](const SearchProgress &progress) {
    if (!progress.hits.empty() && first == 0)
      first = heart.totalMs();
    for (const SearchHit &hit : progress.hits)
      ids << QString::fromUtf8(hit.row.id);
  };
  const auto report = await<SearchReport>([&](QObject *context, auto handler) {
    (*session)->longReads().requestSearch(request, context, take, handler);
  });
  Sample sample{heart.totalMs(),
                ids.join(u' '),
                {{Stall, heart.longestMs()}, {FirstHit, first}, {Others, other.longestMs()}}};
  if (!report)
    return fail(report.error());
  cost.tellInto(sample);
  return sample;
}

Result<Sample> sortByAmount(Stage &stage, const Where &where) {
  const Result<ProfileSession *> session = stage.session();
  if (!session)
    return fail(session.error());
  SortRequest request;
  request.queue = stage.queueInfo(where.queue);
  request.state = statesOf(where).front();
  request.by = *search::parsePath(u"data.amount");
  request.descending = true;
  const PeakMemory memory;
  const Cost cost(stage.server());
  Heartbeat heart;
  heart.restart();
  const auto ids = await<SortedIds>([&](QObject *context, auto handler) {
    (*session)->longReads().requestSort(request, context, {}, handler);
  });
  Sample sample{
      heart.totalMs(), {}, {{Stall, heart.longestMs()}, {QStringLiteral("MB"), memory.megabytes()}}};
  if (!ids)
    return fail(ids.error());
  QStringList head;
  for (qint64 i = 0; i < std::min(FirstOfSorted, ids->size()); ++i)
    head << QString::fromUtf8(ids->at(i));
  sample.answer = head.join(u' ');
  cost.tellInto(sample);
  return sample;
}

Side oursBy(Stage &stage, const Where &where, const QByteArray &order, const QString &who,
            SearchEngine engine) {
  return {who, Kind::Ours, [&stage, where, order, engine] { return findOrder(stage, where, order, engine); }};
}

/// One order among all the jobs of some states, by its number.
Row searchRow(Stage &stage, const Where &where, int getJobsRounds) {
  const qint64 wanted = where.jobs * 3 / 5;
  const QStringList words{QStringLiteral("--queue"),  QString::fromUtf8(where.queue),
                          QStringLiteral("--states"), where.states.join(u','),
                          QStringLiteral("--order"),  QString::fromUtf8(orderIdOf(wanted)),
                          QStringLiteral("--do")};
  Row row;
  row.title = QStringLiteral("find an order among %1 jobs").arg(where.jobs);
  row.expected = QString::number(wanted);
  row.rounds = std::min(3, stage.sizes().rounds);
  const QByteArray order = orderIdOf(wanted);
  row.sides = {
      oursBy(stage, where, order, QStringLiteral("Oxpecker"), SearchEngine::Reading),
      oursBy(stage, where, order, QStringLiteral("Oxpecker, sorted out on the server"), SearchEngine::Script),
      nodeSide(stage, QStringLiteral("BullMQ, getJobs in pages of 1,000"),
               words + QStringList{QStringLiteral("findByGetJobs")}),
      nodeSide(stage, QStringLiteral("Node, pipelined HGET, parse each"),
               words + QStringList{QStringLiteral("findByParsing")}),
      nodeSide(stage, QStringLiteral("Node, pipelined HGET, parse a hit"),
               words + QStringList{QStringLiteral("findByPipeline")}),
      bareLoop(stage, where, row.expected)};
  row.sides[2].rounds = getJobsRounds;
  return row;
}

/// The same order, over each way to the server.
Row roadsRow(Stage &stage, const Where &where) {
  const qint64 wanted = where.jobs * 3 / 5;
  const QByteArray order = orderIdOf(wanted);
  Row row;
  row.title = QStringLiteral("find an order among %1 jobs, over TLS").arg(where.jobs);
  row.expected = QString::number(wanted);
  const auto side = [&](const QString &who, Road road) {
    return Side{who, Kind::Ours, [&stage, where, order, road] {
                  return findOrder(stage, where, order, SearchEngine::Reading, road);
                }};
  };
  row.sides = {side(QStringLiteral("Oxpecker, TLS 1.3"), Road::Tls),
               side(QStringLiteral("Oxpecker, TCP in plain"), Road::Tcp),
               side(QStringLiteral("Oxpecker, unix socket"), Road::UnixSocket)};
  return row;
}

/// From nothing to a connection that has been greeted.
Row connectRow(Stage &stage) {
  Row row;
  row.title = QStringLiteral("connect over TLS");
  row.expected = QStringLiteral("PONG");
  const auto side = [&](const QString &who, Road road) {
    return Side{who, Kind::Ours, [&stage, road]() -> Result<Sample> {
                  const Endpoint endpoint = stage.endpoint(road);
                  QElapsedTimer time;
                  time.start();
                  redis::Session session({.credentials = {}, .endpoint = endpoint},
                                         redis::makeTransport(endpoint, {endpoint.host}));
                  if (const auto connected = session.connect({}); !connected)
                    return fail(connected.error());
                  const auto reply = ReadSession(session).call(Command::of("PING"), {});
                  if (!reply)
                    return fail(reply.error());
                  return Sample{msOf(time), QString::fromUtf8(reply->bytes), {}};
                }};
  };
  row.sides = {side(QStringLiteral("Oxpecker, TLS 1.3"), Road::Tls),
               side(QStringLiteral("Oxpecker, TCP in plain"), Road::Tcp)};
  return row;
}

/// The ids with the largest amounts.
QString dearest(qint64 first, qint64 count) {
  std::vector<qint64> jobs;
  for (qint64 i = first; i < first + count; ++i)
    jobs.push_back(i);
  std::partial_sort(jobs.begin(), jobs.begin() + FirstOfSorted, jobs.end(),
                    [](qint64 a, qint64 b) { return centsOf(a) > centsOf(b); });
  QStringList ids;
  for (qint64 i = 0; i < FirstOfSorted; ++i)
    ids << QString::number(jobs[size_t(i)]);
  return ids.join(u' ');
}

/// BullMQ's getter of all jobs at once: left out where Node's memory would not do.
enum class Getter { Asked, LeftOut };

/// The jobs of a state, whose ids begin at `first`, by a field of their data.
Row sortRow(Stage &stage, const Where &where, qint64 first, Getter getter) {
  const QStringList words{QStringLiteral("--queue"), QString::fromUtf8(where.queue),
                          QStringLiteral("--state"), where.states.front(),
                          QStringLiteral("--first"), QString::number(FirstOfSorted),
                          QStringLiteral("--do")};
  Row row;
  row.title = QStringLiteral("sort %1 %2 jobs by data.amount").arg(where.jobs).arg(where.states.front());
  row.expected = dearest(first, where.jobs);
  row.rounds = std::min(3, stage.sizes().rounds);
  row.sides = {
      {QStringLiteral("Oxpecker"), Kind::Ours, [&stage, where] { return sortByAmount(stage, where); }}};
  if (getter == Getter::Asked)
    row.sides.push_back(nodeSide(stage, QStringLiteral("BullMQ, getJobs of all, then sort"),
                                 words + QStringList{QStringLiteral("sortByGetJobs")}));
  row.sides.push_back(nodeSide(stage, QStringLiteral("Node, pipelined HGET, then sort"),
                               words + QStringList{QStringLiteral("sortByPipeline")}));
  row.sides.push_back(bareLoop(stage, where, row.expected));
  return row;
}

} // namespace

std::vector<Row> searchRows(Stage &stage) {
  const Sizes &sizes = stage.sizes();
  const QString completed = QStringLiteral("completed");
  const Where big{"big", {QStringLiteral("waiting"), completed, QStringLiteral("failed")}, sizes.search};
  return {searchRow(stage, big, 0), searchRow(stage, {"million", {completed}, sizes.million}, 1),
          roadsRow(stage, big), connectRow(stage)};
}

std::vector<Row> sortRows(Stage &stage) {
  const Sizes &sizes = stage.sizes();
  return {sortRow(stage, {"big", {QStringLiteral("failed")}, sizes.failed()},
                  sizes.waiting() + sizes.completed() + 1, Getter::Asked),
          sortRow(stage, {"million", {QStringLiteral("completed")}, sizes.million}, 1, Getter::LeftOut)};
}

} // namespace oxp::bench
