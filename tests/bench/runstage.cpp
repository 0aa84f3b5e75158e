// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/runstage.h"

#include "bench/heartbeat.h"
#include "bench/seeding.h"
#include "bench/waiting.h"
#include "operations/grant.h"

#include <QDateTime>

namespace oxp::bench {
namespace {

constexpr int LongPatienceMs = 1'800'000;
const QString Who = QStringLiteral("bench@here");

} // namespace

RunStage::RunStage() = default;

RunStage::~RunStage() {
  m_runner.reset();
}

Result<void> RunStage::start() {
  if (m_runner)
    return {};
  if (!m_server.start())
    return fail(ErrorKind::Disconnected, m_server.error());
  auto scripts = ScriptRegistry::load();
  if (!scripts)
    return fail(scripts.error());
  m_scripts = std::move(*scripts);
  AuditStore::Options options;
  options.folder = m_folder.filePath(QStringLiteral("records"));
  options.key.bytes = QByteArray(32, 'k');
  options.sensitiveKey = [rules = m_rules](const QByteArray &key) { return rules->isSensitive(key); };
  m_audit = std::make_unique<AuditStore>(options);
  makeRunner();
  return {};
}

void RunStage::makeRunner() {
  BulkRunner::Setup setup;
  setup.author = {QStringLiteral("p1"), QStringLiteral("Bench"), Who, Environment::Local};
  setup.role = Role::Operator;
  setup.audit = m_audit.get();
  setup.scripts = &m_scripts;
  setup.rules = m_rules;
  setup.rate = std::make_shared<RateLimit>();
  setup.makeLane = [this] {
    Lane::Options reach;
    reach.name = QStringLiteral("bulk");
    reach.endpoint = m_server.endpoint();
    reach.role = Role::Operator;
    return std::make_unique<Lane>(reach);
  };
  m_runner = std::make_unique<BulkRunner>(std::move(setup));
}

Result<void> RunStage::seed(const QByteArray &state, qint64 jobs, qint64 waiting, qsizetype size) {
  m_server.run({"FLUSHALL"});
  Seeder seeder(m_server.socketPath());
  seeder.jobs(Queue, state, 1, jobs, size);
  seeder.jobs(Queue, "waiting", jobs + 1, waiting, size);
  return seeder.finish() ? Result<void>()
                         : fail(ErrorKind::Server, QStringLiteral("the server took not all jobs"));
}

QueueInfo RunStage::queue() const {
  QueueInfo info;
  info.id = {"bull", Queue};
  info.family = Family::BullMq5;
  info.version = Version;
  return info;
}

Board *RunStage::board() {
  if (!m_board) {
    m_board = std::make_unique<Board>();
    if (!m_board->start(m_server.socketPath(), {QLatin1String(Queue)}, QLatin1String(Library)))
      m_board.reset();
  }
  return m_board.get();
}

OperationRequest RunStage::agreed(OperationRequest wish, const FrozenSelection &chosen) const {
  wish.selection = chosen.digest;
  wish.grants = consents({}, wish.hash(), Who, QDateTime::currentMSecsSinceEpoch());
  return wish;
}

Result<audit::RunCounts> RunStage::chooseAndRun(JobState state, OperationRequest wish) {
  QObject context;
  std::optional<Result<audit::RunCounts>> ended;
  QObject::connect(m_runner.get(), &BulkRunner::stopped, &context,
                   [&](qint64, audit::RunState, const Result<audit::RunCounts> &counts) { ended = counts; });
  m_runner->choose({queue(), Selection::WholeState{state}}, wish, &context, {},
                   [&](const Result<FrozenSelection> &chosen) {
                     if (chosen)
                       m_runner->start(agreed(wish, *chosen), *chosen);
                     else
                       ended = fail(chosen.error());
                   });
  until([&] { return ended.has_value(); }, LongPatienceMs);
  return ended ? *ended : fail(ErrorKind::Timeout);
}

Result<Sample> RunStage::runAll(JobState state, OperationRequest wish) {
  const PeakMemory memory;
  const Cost cost(m_server);
  Heartbeat heart;
  heart.restart();
  const auto counts = chooseAndRun(state, std::move(wish));
  Sample sample{
      heart.totalMs(),
      {},
      {{QStringLiteral("stall ms"), heart.longestMs()}, {QStringLiteral("MB"), memory.megabytes()}}};
  if (!counts)
    return fail(counts.error());
  if ((*counts)[audit::ItemState::Done] != counts->total())
    return fail(ErrorKind::Invalid, QStringLiteral("%1 of %2 jobs were done")
                                        .arg((*counts)[audit::ItemState::Done])
                                        .arg(counts->total()));
  cost.tellInto(sample);
  return sample;
}

} // namespace oxp::bench
