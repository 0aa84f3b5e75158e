// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/bulk/bulkfixture.h"

#include <QDateTime>
#include <QtTest>

namespace oxp::test {

BulkFixture::~BulkFixture() {
  bulk.reset();
}

bool BulkFixture::startBulk() {
  if (!start())
    return false;
  restartBulk();
  return true;
}

void BulkFixture::restartBulk() {
  bulk.reset();
  BulkRunner::Setup setup;
  setup.author = {QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("tester@desk"),
                  options.environment};
  setup.role = options.role;
  setup.audit = audit.get();
  setup.scripts = scripts.get();
  setup.rate = rate;
  setup.rules = rules;
  setup.makeLane = [this] {
    Lane::Options reach;
    reach.name = QStringLiteral("bulk");
    reach.endpoint = options.endpoint.value_or(server->endpoint());
    reach.credentials = options.credentials;
    reach.role = options.role;
    reach.timeout = options.commandTimeout;
    reach.backoff = options.backoff;
    return std::make_unique<Lane>(reach);
  };
  bulk = std::make_unique<BulkRunner>(std::move(setup));
  QObject::connect(bulk.get(), &BulkRunner::progressed, bulk.get(),
                   [this](const BulkProgress &now) { progress.push_back(now); });
  QObject::connect(bulk.get(), &BulkRunner::stopped, bulk.get(),
                   [this](qint64, audit::RunState state, const Result<audit::RunCounts> &counts) {
                     stopped = Stopped{state, counts};
                   });
}

void BulkFixture::plant(const QueueInfo &queue, JobState state, int jobs) {
  const QByteArray key = queue.id.key(state == JobState::Failed ? "failed" : "delayed");
  const QByteArray lua = R"(for i = 1, tonumber(ARGV[2]) do
    redis.call('HSET', ARGV[1] .. i, 'name', 'n', 'data', '{"n":' .. i .. '}', 'opts', '{"attempts":3}',
      'timestamp', 1700000000000 + i, 'finishedOn', 1700000001000 + i, 'processedOn', 1700000000500,
      'failedReason', 'no', 'atm', 1, 'attemptsMade', 1)
    redis.call('ZADD', KEYS[1], 1700000001000 + i, i)
  end)";
  redis({"EVAL", lua, "1", key, queue.id.key({}), QByteArray::number(jobs)});
}

FrozenSelection BulkFixture::choose(const Selection &selection, const OperationRequest &wish) {
  std::optional<Result<FrozenSelection>> got;
  bulk->choose(selection, wish, bulk.get(), {},
               [&](Result<FrozenSelection> chosen) { got = std::move(chosen); });
  if (!QTest::qWaitFor([&] { return got.has_value(); }, 60'000) || !*got)
    return {};
  lastRun = (*got)->run;
  return **got;
}

Result<Forecast> BulkFixture::foresee(const FrozenSelection &chosen, const OperationRequest &wish) {
  std::optional<Result<Forecast>> got;
  bulk->foresee(chosen, wish, bulk.get(), {}, [&](Result<Forecast> seen) { got = std::move(seen); });
  return QTest::qWaitFor([&] { return got.has_value(); }, 60'000) ? *got : fail(ErrorKind::Timeout);
}

OperationRequest BulkFixture::agreed(OperationRequest wish, const FrozenSelection &chosen) const {
  wish.selection = chosen.digest;
  const policy::Decision decision = bulk->decide(wish, chosen.jobs);
  const policy::Requirement *typed = decision.find(policy::Requirement::Kind::TypeText);
  agree(wish, typed ? typed->text : QByteArray());
  return wish;
}

Stopped BulkFixture::runAll(const Selection &selection, const OperationRequest &wish) {
  const FrozenSelection chosen = choose(selection, wish);
  stopped.reset();
  bulk->start(agreed(wish, chosen), chosen);
  return awaitStop();
}

Stopped BulkFixture::awaitStop() {
  return QTest::qWaitFor([&] { return stopped.has_value(); }, 120'000) ? *stopped : Stopped();
}

std::vector<audit::RunItem> BulkFixture::items(qint64 run) {
  return audit::RunJournal(*audit)
      .items(run, {}, std::numeric_limits<qint64>::min(), 1'000'000)
      .value_or(std::vector<audit::RunItem>());
}

std::vector<audit::Run> BulkFixture::runs() {
  std::optional<std::vector<audit::Run>> got;
  audit::RunJournal(*audit).requestRuns(
      QStringLiteral("p1"), bulk.get(),
      [&](Result<std::vector<audit::Run>> runs) { got = runs.value_or(std::vector<audit::Run>()); });
  return QTest::qWaitFor([&] { return got.has_value(); }) ? *got : std::vector<audit::Run>();
}

std::vector<audit::Record> BulkFixture::allRecords() {
  std::optional<std::vector<audit::Record>> got;
  audit::RecordQuery query;
  query.limit = 1'000'000;
  audit->requestRecords(query, bulk.get(), [&](Result<std::vector<audit::Record>> records) {
    got = records.value_or(std::vector<audit::Record>());
  });
  return QTest::qWaitFor([&] { return got.has_value(); }, 30'000) ? *got : std::vector<audit::Record>();
}

Selection all(const QueueInfo &queue, JobState state) {
  return {queue, Selection::WholeState{state}};
}

Selection these(const QueueInfo &queue, JobState state, const QList<QByteArray> &ids) {
  Selection::Jobs jobs;
  for (const QByteArray &id : ids)
    jobs.push_back({id, state});
  return {queue, jobs};
}

namespace {

constexpr const char *StateWords[] = {"Waiting",  "UnderWay", "Done",   "Skipped",
                                      "Conflict", "Failed",   "Unknown"};

QByteArray joined(const QMap<QByteArray, qint64> &counts) {
  QByteArrayList parts;
  for (auto it = counts.begin(); it != counts.end(); ++it)
    parts << it.key() + ' ' + QByteArray::number(it.value());
  return parts.join(", ");
}

} // namespace

QByteArray summary(const std::vector<audit::RunItem> &items) {
  QMap<QByteArray, qint64> counts;
  for (const audit::RunItem &item : items)
    ++counts[QByteArray(StateWords[int(item.state)]) +
             (item.errorCode.isEmpty() ? "" : "/" + item.errorCode)];
  return joined(counts);
}

QByteArray summary(const Forecast &forecast) {
  QMap<QByteArray, qint64> counts;
  if (forecast.done > 0)
    counts["Done"] = forecast.done;
  for (const Forecast::Refusal &refusal : forecast.refusals)
    counts[QByteArray(StateWords[int(refusal.end)]) + '/' + refusal.code] = refusal.jobs;
  return joined(counts);
}

} // namespace oxp::test
