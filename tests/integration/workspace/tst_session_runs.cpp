// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over many jobs as a profile's session keeps them: listed, told of, gone with the connection and there
// again.
#include "shop.h"
#include "workspace/laneset.h"
#include "workspace/queueregistry.h"
#include "workspace/runrows.h"
#include "workspace/serverlink.h"
#include "workspace/sessionruns.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace oxp;
using namespace oxp::test;
using audit::ItemState;
using audit::RunState;

class TestRuns : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void areListedAndTold();
  void outliveTheConnection();
  void waitForALookAtTheirQueue();
  void standInALineAndAreNeverTakenForCutOff();
  void stopAtOnceWhileTheyWait();
  void writeWhatBecameOfEachJobToAFile();
  void goByARateThatFitsTheEnvironment();

private:
  /// All failed jobs of the queue, agreed to and under way.
  void startRetry();
  SessionRuns &runs() { return m_session->runs(); }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
};

void TestRuns::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 1);
  for (int i = 0; i < 30; ++i)
    seedFailed(*m_server, Orders, "f" + QByteArray::number(i), "no");
  m_around = std::make_unique<Surroundings>();
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(m_server->endpoint())));
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
}

void TestRuns::cleanup() {
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

void TestRuns::startRetry() {
  OperationRequest wish;
  wish.operation = "job.retry";
  wish.queue = *m_session->queues().find(Orders);
  const Selection selection{wish.queue, Selection::WholeState{JobState::Failed}};
  bool begun = false;
  runs().choose(selection, wish, this, {}, [&](const Result<FrozenSelection> &chosen) {
    QVERIFY(chosen);
    wish.selection = chosen->digest;
    runs().start(wish, *chosen);
    begun = true;
  });
  QTRY_VERIFY(begun);
}

void TestRuns::areListedAndTold() {
  QSignalSpy changed(&runs(), &SessionRuns::changed), stopped(&runs(), &SessionRuns::stopped);
  startRetry();
  QTRY_COMPARE(stopped.size(), 1);
  QTRY_COMPARE(runs().runs().size(), size_t(1));
  QTRY_COMPARE(runs().runs().front().state, RunState::Ended);
  QCOMPARE(runs().runs().front().counts[ItemState::Done], 30);
  QVERIFY(!changed.isEmpty());
  QCOMPARE(m_server->run({"LLEN", Orders.key("wait")}).integer, 31);
}

void TestRuns::outliveTheConnection() {
  runs().rate().set(10);
  QSignalSpy progressed(&runs(), &SessionRuns::progressed);
  startRetry();
  QTRY_VERIFY(progressed.size() > 2);
  QVERIFY(runs().isUnderWay(runs().runs().front().id));
  m_session->link().disconnectNow();
  const qint64 done = m_server->run({"LLEN", Orders.key("wait")}).integer - 1;
  QVERIFY(done < 30);
  runs().rate().set(0);
  m_session->link().connectNow();
  QTRY_VERIFY(!runs().runs().empty() && runs().runs().front().state == RunState::Paused);
  QVERIFY(!runs().isUnderWay(runs().runs().front().id));
  QTRY_VERIFY(m_session->queues().isConfirmed(Orders));
  QVERIFY(runs().resume(runs().runs().front()));
  QTRY_COMPARE(runs().runs().front().state, RunState::Ended);
  QCOMPARE(runs().runs().front().counts[ItemState::Done], 30);
  QCOMPARE(m_server->run({"LLEN", Orders.key("wait")}).integer, 31);
}

/// What a queue is decides which scripts run in it.
void TestRuns::waitForALookAtTheirQueue() {
  audit::Run run;
  run.queue = {"bull", "never-seen"};
  QVERIFY(!runs().resume(run));
  m_session->link().disconnectNow();
  std::optional<Result<FrozenSelection>> chosen;
  runs().choose({}, {}, this, {}, [&](Result<FrozenSelection> got) { chosen = std::move(got); });
  QVERIFY(!chosen); // never from inside the call
  QTRY_VERIFY(chosen);
  QVERIFY(!*chosen);
  QCOMPARE(chosen->error().kind, ErrorKind::Disconnected);
}

/// What is told of a run at any moment is what a person sees.
void TestRuns::standInALineAndAreNeverTakenForCutOff() {
  runs().rate().set(20);
  QSignalSpy stopped(&runs(), &SessionRuns::stopped);
  QList<QPair<qint64, RunStage>> seen;
  const auto look = [&] {
    for (const RunRow &row : runRows(runs()))
      if (seen.isEmpty() || !seen.contains(qMakePair(row.run.id, row.stage)))
        seen << qMakePair(row.run.id, row.stage);
  };
  connect(&runs(), &SessionRuns::changed, this, look);
  connect(&runs(), &SessionRuns::progressed, this, look);
  connect(&runs(), &SessionRuns::stopped, this, look);
  startRetry();
  QTRY_VERIFY(!runs().runs().empty());
  startRetry();
  QTRY_COMPARE(runs().runs().size(), size_t(2));
  const qint64 first = runs().runs().back().id, second = runs().runs().front().id;
  QVERIFY(seen.contains(qMakePair(first, RunStage::Running)));
  QVERIFY(seen.contains(qMakePair(second, RunStage::Queued)));
  QCOMPARE(runRows(runs()).front().behind, QByteArray("job.retry"));
  runs().pause(first);
  QTRY_COMPARE(stopped.size(), 1);
  QTRY_VERIFY(seen.contains(qMakePair(first, RunStage::Paused)));
  QTRY_VERIFY(seen.contains(qMakePair(second, RunStage::Running)));
  QVERIFY(runs().resume(runs().runs().back()));
  QVERIFY(seen.contains(qMakePair(first, RunStage::Queued)));
  runs().rate().set(0);
  QTRY_VERIFY(runs().underWay().empty());
  QTRY_VERIFY(seen.contains(qMakePair(first, RunStage::Ended)));
  QVERIFY(!seen.contains(qMakePair(first, RunStage::CutOff)));
  QVERIFY(!seen.contains(qMakePair(second, RunStage::CutOff)));
}

/// The run before may take an hour.
void TestRuns::stopAtOnceWhileTheyWait() {
  runs().rate().set(1);
  startRetry();
  QTRY_COMPARE(runs().runs().size(), size_t(1));
  startRetry();
  QTRY_COMPARE(runs().runs().size(), size_t(2));
  const qint64 first = runs().runs().back().id;
  const auto second = [this]() -> const audit::Run & { return runs().runs().front(); };
  QSignalSpy stopped(&runs(), &SessionRuns::stopped);
  runs().pause(second().id);
  QCOMPARE(runRows(runs()).front().stage, RunStage::Paused); // and never cut off
  QTRY_COMPARE(stopped.size(), 1);
  QCOMPARE(second().state, RunState::Paused);
  QVERIFY(runs().resume(second()));
  QVERIFY(runs().cancel(second()));
  QCOMPARE(runRows(runs()).front().stage, RunStage::Cancelled);
  QTRY_COMPARE(stopped.size(), 2);
  QCOMPARE(second().state, RunState::Cancelled);
  QVERIFY(runs().isUnderWay(first));
  QVERIFY(!runs().isCutOff(runs().runs().back()));
  runs().rate().set(0);
  QTRY_VERIFY(runs().underWay().empty());
  QCOMPARE(m_server->run({"LLEN", Orders.key("wait")}).integer, 31);
}

void TestRuns::writeWhatBecameOfEachJobToAFile() {
  QSignalSpy stopped(&runs(), &SessionRuns::stopped);
  startRetry();
  QTRY_COMPARE(stopped.size(), 1);
  const QTemporaryDir folder;
  const auto written = [&](const char *name, ResultsFormat format) -> QByteArray {
    const QString path = folder.filePath(QLatin1String(name));
    RunExport *work = runs().startExport({runs().runs().front().id, format, path});
    std::optional<qint64> jobs;
    connect(work, &RunExport::ended, this, [&](const Result<qint64> &done) { jobs = done.value_or(-1); });
    QFile file(path);
    return QTest::qWaitFor([&] { return jobs.has_value(); }) && jobs == 30 && file.open(QIODevice::ReadOnly)
               ? file.readAll()
               : QByteArray();
  };
  const QByteArrayList lines = written("a.ndjson", ResultsFormat::Ndjson).trimmed().split('\n');
  QCOMPARE(lines.size(), 30);
  QVERIFY(QJsonDocument::fromJson(lines.front()).object().value(u"id"_qs).toString().startsWith(u'f'));
  QCOMPARE(QJsonDocument::fromJson(lines.front()).object().value(u"outcome"_qs).toString(), u"done"_qs);
  const QByteArrayList rows = written("a.csv", ResultsFormat::Csv).trimmed().split('\n');
  QCOMPARE(rows.size(), 31);
  QCOMPARE(rows.front(), QByteArray("id,idBase64,timestamp,state,outcome,error,code,at,settled,record\r"));
  QVERIFY(rows.at(1).contains("\"failed\",\"done\",,,"));

  std::optional<Error> error;
  connect(runs().startExport({1, ResultsFormat::Csv, folder.filePath(u"no/such/folder.csv"_qs)}),
          &RunExport::ended, this, [&](const Result<qint64> &done) {
            if (!done)
              error = done.error();
          });
  QTRY_VERIFY(error);
  QCOMPARE(error->code, QByteArray("folder-missing"));
}

void TestRuns::goByARateThatFitsTheEnvironment() {
  QCOMPARE(runs().rate().perSecond(), 0);
  for (const auto &[environment, rate] :
       {std::pair{Environment::Staging, 500}, {Environment::Production, 200}}) {
    Profile profile = profileOf(m_server->endpoint());
    profile.environment = environment;
    const ProfileSession session(m_around->setup(profile));
    QCOMPARE(session.runs().rate().perSecond(), rate);
  }
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_session_runs.moc"
