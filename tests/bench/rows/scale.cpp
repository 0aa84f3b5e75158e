// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/ownwindow.h"
#include "bench/seeding.h"
#include "bullio/discovery.h"
#include "models/jobtable/fakesource.h"
#include "models/jobtablemodel.h"
#include "redis/lane.h"
#include "ui/actions/actionset.h"
#include "ui/views/overviewpage.h"
#include "ui/widgets/jobtableview.h"

#include <QAction>
#include <QTableView>

#include <malloc.h>

namespace oxp::bench {
namespace {

constexpr int SettleMs = 2'000;
/// Once its events are heard each queue is counted again, some hundred of them a second.
constexpr int RecountMs = 8'000;
const QString StallMs = QStringLiteral("stall ms");

/// A server of a row's own, with a URL for the window.
struct OtherServer {
  test::RedisServer server;
  explicit OtherServer(const QStringList &arguments = {})
      : server({false, arguments}) {}
  QString url() const { return server.url() + QStringLiteral("&name=Other&environment=local"); }
};

Result<void> seedQueues(OtherServer &other, int queues) {
  if (!other.server.start())
    return fail(ErrorKind::Disconnected, other.server.error());
  Seeder seeder(other.server.socketPath());
  for (int i = 0; i < queues; ++i) {
    const QByteArray name = "team" + QByteArray::number(i % 20) + ".queue" + QByteArray::number(i);
    seeder.queue(name);
    seeder.jobs(name, "waiting", 1, 2, 200);
    seeder.jobs(name, "failed", 3, 2, 200);
  }
  return seeder.finish() ? Result<void>()
                         : fail(ErrorKind::Server, QStringLiteral("not all jobs were taken"));
}

Result<Sample> openMany(OtherServer &other, int queues) {
  OwnWindow own;
  rest(SettleMs / 4);
  const Cost cost(other.server);
  Heartbeat heart;
  heart.restart();
  const bool done = own.open(other.url(), size_t(queues));
  Sample sample{heart.totalMs(), QString::number(queues), {{StallMs, heart.longestMs()}}};
  cost.tellInto(sample);
  return done ? Result<Sample>(sample)
              : fail(ErrorKind::Timeout, QStringLiteral("the tree was never complete"));
}

Row treeRow(Stage &stage, const std::shared_ptr<OtherServer> &other) {
  const int queues = stage.sizes().manyQueues;
  Row row;
  row.title = QStringLiteral("connect to %1 queues, tree complete with counts").arg(queues);
  row.rounds = std::min(3, stage.sizes().rounds);
  row.prepare = [other, queues] { return seedQueues(*other, queues); };
  row.sides = {
      {QStringLiteral("Oxpecker"), Kind::Ours, [other, queues] { return openMany(*other, queues); }}};
  return row;
}

/// From connecting to a table in which nothing is missing.
Result<Sample> completeOverview(OtherServer &other) {
  OwnWindow own;
  rest(SettleMs / 4);
  const Cost cost(other.server);
  Heartbeat heart;
  heart.restart();
  const Result<QString> id = own.workspace.openUrl(other.url());
  const bool done = id && until([&] { return own.window.overview()->isComplete(); });
  Sample sample{heart.totalMs(), {}, {{StallMs, heart.longestMs()}}};
  cost.tellInto(sample);
  return done ? Result<Sample>(sample)
              : fail(ErrorKind::Timeout, QStringLiteral("the overview was never complete"));
}

/// Back from a queue: figures are known, and the table has to be made and painted.
Result<Sample> paintOverview(OtherServer &other, int queues) {
  OwnWindow own;
  if (!own.open(other.url(), size_t(queues)) || !until([&] { return own.window.overview()->isComplete(); }))
    return fail(ErrorKind::Timeout, QStringLiteral("the overview was never complete"));
  own.window.openQueue(own.profile, {"bull", "team0.queue0"}, StateTab::Latest);
  rest(SettleMs);
  Heartbeat heart;
  heart.restart();
  own.window.actions()->action("view.overview")->trigger();
  own.window.repaint();
  const auto *table = own.window.overview()->findChild<QTableView *>(QStringLiteral("Overview"));
  Sample sample{heart.totalMs(), QString::number(table->model()->rowCount()), {{StallMs, heart.longestMs()}}};
  return table->isVisible() ? Result<Sample>(sample)
                            : fail(ErrorKind::Invalid, QStringLiteral("the overview is not shown"));
}

std::vector<Row> overviewRows(Stage &stage, const std::shared_ptr<OtherServer> &other) {
  const int queues = stage.sizes().manyQueues;
  Row complete;
  complete.title = QStringLiteral("connect to %1 queues, overview complete").arg(queues);
  complete.rounds = std::min(3, stage.sizes().rounds);
  complete.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [other] { return completeOverview(*other); }}};
  Row paint;
  paint.title = QStringLiteral("the overview of %1 queues, painted").arg(queues);
  paint.expected = QString::number(queues);
  paint.rounds = std::min(3, stage.sizes().rounds);
  paint.sides = {
      {QStringLiteral("Oxpecker"), Kind::Ours, [other, queues] { return paintOverview(*other, queues); }}};
  return {complete, paint};
}

/// With its overview shown.
Row idleManyRow(Stage &stage, const std::shared_ptr<OtherServer> &other) {
  const int queues = stage.sizes().manyQueues;
  const auto run = [other, queues, ms = stage.sizes().idleMs]() -> Result<Sample> {
    OwnWindow own;
    if (!own.open(other->url(), size_t(queues)) ||
        !until([&] { return own.window.overview()->isComplete(); }))
      return fail(ErrorKind::Timeout, QStringLiteral("the overview was never complete"));
    rest(RecountMs);
    const Cost cost(other->server);
    Heartbeat heart;
    heart.restart();
    rest(ms);
    const double seconds = heart.totalMs() / 1e3;
    return Sample{cost.commands() / seconds,
                  {},
                  {{StallMs, heart.longestMs()}, {QStringLiteral("KB"), cost.kilobytes() / seconds}}};
  };
  Row row;
  row.title = QStringLiteral("an idle overview of %1 queues").arg(queues);
  row.unit = QStringLiteral("commands/s");
  row.rounds = 1;
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, run}};
  return row;
}

Result<Sample> discover(Lane &lane) {
  Heartbeat heart;
  heart.restart();
  using Queues = std::vector<QueueInfo>;
  const auto found = await<Queues>([&](QObject *context, auto handler) {
    lane.post(
        Priority::Background,
        [](ReadSession &session, std::stop_token stop) {
          return Discovery::run(session, {"bull"}, {}, stop);
        },
        context, handler);
  });
  if (!found)
    return fail(found.error());
  return Sample{heart.totalMs(), QString::number(found->size()), {{StallMs, heart.longestMs()}}};
}

Side scanSide(const QString &who, const std::shared_ptr<OtherServer> &other, const QStringList &words,
              const QString &answer) {
  return {who, Kind::Limit, [other, words, answer]() -> Result<Sample> {
            QProcess scan;
            scan.setStandardOutputFile(QProcess::nullDevice());
            QElapsedTimer time;
            time.start();
            scan.start(
                QStringLiteral("redis-cli"),
                QStringList{QStringLiteral("-s"), other->server.socketPath(), QStringLiteral("--scan")} +
                    words);
            scan.waitForFinished(-1);
            if (scan.exitCode() != 0)
              return fail(ErrorKind::Invalid, QString::fromUtf8(scan.readAllStandardError()));
            return Sample{msOf(time), answer, {}};
          }};
}

Row discoveryRow(Stage &stage) {
  const auto other = std::make_shared<OtherServer>(
      QStringList{QStringLiteral("--enable-debug-command"), QStringLiteral("yes")});
  const auto lane = std::make_shared<std::unique_ptr<Lane>>();
  const int queues = 100;
  const qint64 keys = stage.sizes().foreignKeys;
  Row row;
  row.title = QStringLiteral("find %1 queues among %2 foreign keys").arg(queues).arg(keys);
  row.expected = QString::number(queues);
  row.rounds = std::min(3, stage.sizes().rounds);
  row.prepare = [other, lane, keys]() -> Result<void> {
    if (const auto seeded = seedQueues(*other, queues); !seeded)
      return seeded;
    other->server.run({"DEBUG", "POPULATE", QByteArray::number(keys), "cache:session", "8"});
    Lane::Options options;
    options.endpoint = other->server.endpoint();
    *lane = std::make_unique<Lane>(options);
    const auto first = discover(**lane); // connects
    return first ? Result<void>() : fail(first.error());
  };
  row.finish = [other, lane] {
    lane->reset();
    other->server.killHard();
  };
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [lane] { return discover(**lane); }},
               scanSide(QStringLiteral("redis-cli --scan"), other, {}, row.expected),
               scanSide(QStringLiteral("redis-cli --scan --pattern bull:*:meta"), other,
                        {QStringLiteral("--pattern"), QStringLiteral("bull:*:meta")}, row.expected)};
  return row;
}

/// A table over a state that no test machine holds.
struct LongState {
  JobTableModel model;
  JobTableView view;
  std::shared_ptr<test::FakeSource> source = std::make_shared<test::FakeSource>();

  explicit LongState(qint64 jobs) {
    source->size = jobs;
    source->rowAt = [](qint64 i) { return test::job(QByteArray::number(i)); };
    view.setModel(&model);
    view.resize(900, 800);
    view.show();
  }
  bool open() {
    model.setSource(source, JobState::Completed, source->size);
    return waitFor(0);
  }
  bool reach(qint64 position) {
    const int row = model.window().reach(position);
    if (row < 0)
      return false;
    view.scrollTo(model.index(row, 0));
    return waitFor(position);
  }
  bool waitFor(qint64 position) {
    const bool there = until(
        [&] { return model.idAt(int(position - model.window().start())) == QByteArray::number(position); });
    view.viewport()->repaint();
    return there;
  }
};

std::vector<Row> longStateRows(Stage &stage) {
  const qint64 jobs = stage.sizes().longState;
  const auto state = std::make_shared<std::unique_ptr<LongState>>();
  const auto peak = std::make_shared<std::unique_ptr<PeakMemory>>();
  const auto sampled = [peak](const auto &step) -> Result<Sample> {
    Heartbeat heart;
    heart.restart();
    const bool done = step();
    if (!done)
      return fail(ErrorKind::Timeout, QStringLiteral("the job was never shown"));
    return Sample{
        heart.totalMs(), {}, {{StallMs, heart.longestMs()}, {QStringLiteral("MB"), (*peak)->megabytes()}}};
  };
  Row open;
  open.title = QStringLiteral("open a state of %1 jobs (no server)").arg(jobs);
  open.rounds = stage.sizes().rounds;
  open.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [state, peak, sampled, jobs] {
                   state->reset();
                   *peak = std::make_unique<PeakMemory>();
                   return sampled([&] {
                     *state = std::make_unique<LongState>(jobs);
                     return (*state)->open();
                   });
                 }}};
  Row reach;
  reach.title = QStringLiteral("reach any job of them");
  reach.rounds = 20;
  reach.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [state, sampled, jobs, n = qint64(0)]() mutable {
                    n = (n + jobs * 377 / 610) % jobs; // near and far, at no regular places
                    return sampled([&] { return (*state)->reach(n); });
                  }}};
  reach.finish = [state] { state->reset(); };
  return {open, reach};
}

/// Memory afterwards, in per cent of what it was after the first tenth.
template <typename Step>
Result<Sample> growth(int times, Step step) {
  double before = 0;
  Heartbeat heart;
  heart.restart();
  for (int i = 0; i < times; ++i) {
    if (!step(i))
      return fail(ErrorKind::Timeout, QStringLiteral("number %1 did not happen").arg(i));
    if (i == times / 10) {
      malloc_trim(0);
      before = residentMB();
    }
  }
  malloc_trim(0);
  const double after = residentMB();
  return Sample{
      after * 100 / before, {}, {{StallMs, heart.longestMs()}, {QStringLiteral("MB"), after - before}}};
}

Row leakRow(const QString &title, std::function<Result<Sample>()> run) {
  Row row;
  row.title = title;
  row.unit = QStringLiteral("% of the memory before");
  row.rounds = 1;
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, std::move(run)}};
  return row;
}

Result<Sample> openAndCloseProfiles(Stage &stage) {
  OwnWindow own;
  const QString url = stage.server().url() + QStringLiteral("&name=Bench&environment=local");
  return growth(stage.sizes().profiles, [&](int) {
    if (!own.open(url, size_t(stage.sizes().queues)))
      return false;
    const bool shown = own.openFirstJob({"bull", "big"});
    own.workspace.close(own.profile);
    return shown;
  });
}

Result<Sample> switchJobs(Stage &stage) {
  OwnWindow own;
  const QString url = stage.server().url() + QStringLiteral("&name=Bench&environment=local");
  if (!own.open(url, size_t(stage.sizes().queues)))
    return fail(ErrorKind::Timeout, QStringLiteral("the profile did not open"));
  const qint64 last = stage.sizes().search; // newest first
  const auto id = [last](int i) { return QByteArray::number(last - i % 80); };
  if (!own.openFirstJob({"bull", "big"}))
    return fail(ErrorKind::Timeout, QStringLiteral("no job was opened"));
  return growth(stage.sizes().switches, [&](int i) {
    own.window.page()->list()->select(id(i));
    return until([&] { return own.shows(id(i)); }, 20'000);
  });
}

} // namespace

std::vector<Row> scaleRows(Stage &stage) {
  const auto many = std::make_shared<OtherServer>();
  std::vector<Row> rows{treeRow(stage, many)};
  for (Row &row : overviewRows(stage, many))
    rows.push_back(std::move(row));
  rows.push_back(idleManyRow(stage, many));
  rows.push_back(discoveryRow(stage));
  for (Row &row : longStateRows(stage))
    rows.push_back(std::move(row));
  rows.push_back(leakRow(QStringLiteral("%1 profiles opened and closed").arg(stage.sizes().profiles),
                         [&stage] { return openAndCloseProfiles(stage); }));
  rows.push_back(leakRow(QStringLiteral("%1 times another job").arg(stage.sizes().switches),
                         [&stage] { return switchJobs(stage); }));
  return rows;
}

} // namespace oxp::bench
