// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/planting.h"

#include "fakes/redis/lyingproxy.h"
#include "operations/compareandset.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;
using Lie = LyingProxy::Lie;
using audit::Outcome;

namespace {

QByteArray payload(bool large, const char *n = "1") {
  return "{\"blob\":\"" + QByteArray(large ? ScriptDataLimit : 10, 'x') + "\",\"n\":" + n + '}';
}

LyingProxy::Which verb(const char *name) {
  return [name](const QByteArrayList &words) { return words.value(0) == name; };
}

QByteArray bulk(const QByteArray &text) {
  return '$' + QByteArray::number(text.size()) + "\r\n" + text + "\r\n";
}

} // namespace

/// What happens at one certain command of an operation: a lie that is told about it, or what somebody else
/// does just before it.
class TstBetweenCommands : public QObject {
  Q_OBJECT

private slots:
  void init() { start({std::chrono::milliseconds(5), std::chrono::milliseconds(20)}); }
  void cleanup();
  void nothingFollowsAMultiThatWasNotTaken_data();
  void nothingFollowsAMultiThatWasNotTaken();
  void nobodyInheritsATransaction_data();
  void nobodyInheritsATransaction();
  void lostMultiSaysWhatItWas();
  void otherAnswerOfHsetIsNotBelieved();
  void lostAfterTheSecondWayIsUnknown();
  void olderServersRefuseInOtherWords();
  void noMkStreamIsForThoseWhoKnowIt_data();
  void noMkStreamIsForThoseWhoKnowIt();
  void busyServersRunScriptsLater();
  void changedAgainAfterALargeWrite();
  void schedulerThatComesMeanwhileKeepsItsJob();

private:
  void start(Backoff::Limits backoff);
  void plantJob(const char *state, bool large = false) {
    plant(*m_fixture, m_queue, {.state = state, .data = payload(large)});
  }
  OperationRequest edit(bool large);
  /// Does it once, just before the first command that `which` is true of.
  void before(LyingProxy::Which which, std::function<void()> deed);
  QByteArray stored() { return m_fixture->redis({"HGET", m_queue.id.key("1"), "data"}).bytes; }
  void rights(const std::vector<QByteArray> &rights);

  std::unique_ptr<OperationsFixture> m_fixture;
  std::unique_ptr<LyingProxy> m_proxy;
  QueueInfo m_queue;
};

void TstBetweenCommands::start(Backoff::Limits backoff) {
  cleanup();
  OperationsFixture::Options options;
  options.credentials = {QStringLiteral("ox"), SecretString(QByteArray("pw"))};
  options.commandTimeout = std::chrono::milliseconds(1'000);
  options.backoff = backoff;
  m_fixture = std::make_unique<OperationsFixture>(options);
  m_proxy = std::make_unique<LyingProxy>(m_fixture->server->socketPath());
  m_fixture->options.endpoint = m_proxy->endpoint();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  rights({"reset", "on", ">pw", "~*", "&*", "+@all"});
  m_queue = m_fixture->queue(Libraries[0], "orders");
}

void TstBetweenCommands::cleanup() {
  m_fixture.reset();
  m_proxy.reset();
}

void TstBetweenCommands::rights(const std::vector<QByteArray> &rights) {
  std::vector<QByteArray> user{"ACL", "SETUSER", "ox"};
  user.insert(user.end(), rights.begin(), rights.end());
  QCOMPARE(m_fixture->redis(user), Reply::ofStatus("OK"));
}

OperationRequest TstBetweenCommands::edit(bool large) {
  plantJob("wait", large);
  return wishFor(*m_fixture, m_queue, "job.updateData");
}

void TstBetweenCommands::before(LyingProxy::Which which, std::function<void()> deed) {
  m_proxy->lieAbout(
      [which = std::move(which), deed = std::move(deed), done = false](const QByteArrayList &words) mutable {
        if (!done && which(words)) {
          done = true;
          deed();
        }
        return false;
      },
      {});
}

void TstBetweenCommands::nothingFollowsAMultiThatWasNotTaken_data() {
  QTest::addColumn<QByteArray>("words");
  QTest::newRow("nil") << QByteArray("$-1\r\n");
  QTest::newRow("error") << QByteArray("-ERR something went wrong\r\n");
  QTest::newRow("denied") << QByteArray("-NOPERM not this one\r\n");
}

/// Outside of a transaction the HSET would be carried out at once, and unwatched.
void TstBetweenCommands::nothingFollowsAMultiThatWasNotTaken() {
  QFETCH(QByteArray, words);
  const OperationRequest request = edit(true);
  m_proxy->lieAbout(verb("MULTI"), {Lie::BeforeBytes, Lie::Says, words});
  const Keys before = m_fixture->keys();
  const Ended ended = m_fixture->run(request);
  QVERIFY(m_proxy->hasLied());
  QVERIFY(!ended.report);
  QVERIFY2(ended.report.error().kind != ErrorKind::OutcomeUnknown, why(ended).constData());
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

void TstBetweenCommands::nobodyInheritsATransaction_data() {
  QTest::addColumn<QByteArray>("words");
  QTest::newRow("error") << QByteArray("-ERR something went wrong\r\n");
  QTest::newRow("denied") << QByteArray("-NOPERM not this one\r\n");
  QTest::newRow("busy") << QByteArray("-BUSY Redis is busy running a script.\r\n");
}

/// The server may be in a transaction all the same: it is ended, or what comes next goes over another
/// connection, at once.
void TstBetweenCommands::nobodyInheritsATransaction() {
  QFETCH(QByteArray, words);
  start({std::chrono::hours(1), std::chrono::hours(1)});
  const OperationRequest request = edit(true);
  m_proxy->lieAbout(verb("MULTI"), {Lie::AfterThem, Lie::Says, words});
  QVERIFY(!m_fixture->run(request).report);
  QVERIFY(m_proxy->hasLied());
  QVERIFY(m_fixture->snapshot(m_queue, "1").present);
  QCOMPARE(word(m_fixture->run(request)), QByteArray("done"));
}

void TstBetweenCommands::lostMultiSaysWhatItWas() {
  const OperationRequest request = edit(true);
  m_proxy->lieAbout(verb("MULTI"), {Lie::BeforeBytes, Lie::Silence});
  QCOMPARE(m_fixture->run(request).report.error().kind, ErrorKind::Timeout);
  QVERIFY(m_fixture->snapshot(m_queue, "1").present);
  m_proxy->lieAbout(verb("MULTI"), {Lie::BeforeBytes, Lie::Reset});
  QCOMPARE(m_fixture->run(request).report.error().kind, ErrorKind::Disconnected);
  QCOMPARE(stored(), payload(true));
}

/// That of a field which was not there: something else was written.
void TstBetweenCommands::otherAnswerOfHsetIsNotBelieved() {
  const OperationRequest request = edit(true);
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  m_proxy->lieAbout(verb("EXEC"), {Lie::BeforeBytes, Lie::Says, "*2\r\n:1\r\n$3\r\n1-0\r\n"});
  QCOMPARE(word(m_fixture->run(request)), QByteArray("OutcomeUnknown/Protocol"));
  QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
  QCOMPARE(settled.at(0).at(1).value<Outcome>(), Outcome::Failed);
  QCOMPARE(stored(), payload(true));
}

/// The script was refused, which changes nothing, and then written the other way: that says nothing of this.
void TstBetweenCommands::lostAfterTheSecondWayIsUnknown() {
  QCOMPARE(word(m_fixture->run(edit(false))), QByteArray("done")); // the rights are known now
  const OperationRequest request = edit(false);
  rights({"-eval", "-evalsha"});
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  m_proxy->lieAbout(verb("EXEC"), {Lie::AfterThem, Lie::Says, "-ERR something went wrong\r\n"});
  const Ended ended = m_fixture->run(request);
  QVERIFY(m_proxy->hasLied());
  QCOMPARE(word(ended), QByteArray("OutcomeUnknown/Server"));
  QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
  QCOMPARE(settled.at(0).at(1).value<Outcome>(), Outcome::Done);
  QCOMPARE(stored(), payload(false, "2"));
}

/// Redis 6 about a command inside a script that this user may not run.
void TstBetweenCommands::olderServersRefuseInOtherWords() {
  const OperationRequest request = edit(false);
  const QByteArray sha1 = m_fixture->scripts->own("compareAndSet")->sha1;
  m_proxy->lieAbout([sha1](const QByteArrayList &words) { return words.value(1) == sha1; },
                    {Lie::BeforeBytes, Lie::Says,
                     "-ERR Error running script (call to f_" + sha1 +
                         "): @user_script:48: @user_script: 48: The user executing the script can't run this "
                         "command or subcommand\r\n"});
  const Ended ended = m_fixture->run(request);
  QVERIFY(m_proxy->hasLied());
  QVERIFY2(ended.report, why(ended).constData()); // by WATCH
  QCOMPARE(stored(), payload(false, "2"));
}

void TstBetweenCommands::noMkStreamIsForThoseWhoKnowIt_data() {
  QTest::addColumn<QByteArray>("version");
  QTest::addColumn<bool>("knows");
  QTest::newRow("5.0") << QByteArray("5.0.14") << false;
  QTest::newRow("6.0") << QByteArray("6.0.20") << false;
  QTest::newRow("6.2") << QByteArray("6.2.0") << true;
  QTest::newRow("7.0") << QByteArray("7.0.15") << true;
}

void TstBetweenCommands::noMkStreamIsForThoseWhoKnowIt() {
  QFETCH(QByteArray, version);
  QFETCH(bool, knows);
  m_proxy->lieAbout(
      [](const QByteArrayList &words) { return words.value(0) == "INFO" && words.value(1) == "server"; },
      {Lie::BeforeBytes, Lie::Says, bulk("redis_version:" + version + "\r\n")});
  const OperationRequest request = edit(true);
  QVERIFY(m_proxy->hasLied());
  QByteArrayList announcement;
  m_proxy->lieAbout(
      [&](const QByteArrayList &words) {
        if (words.value(0) == "XADD")
          announcement = words;
        return false;
      },
      {});
  const Ended ended = m_fixture->run(request);
  QVERIFY2(ended.report && ended.report->announced, why(ended).constData());
  QVERIFY(!m_proxy->hasLied()); // and all that it was told is here by now
  QVERIFY(announcement.contains("data-updated"));
  QCOMPARE(announcement.contains("NOMKSTREAM"), knows);
}

/// A server that has no time to try a script is not one that runs none.
void TstBetweenCommands::busyServersRunScriptsLater() {
  rights({"-acl"}); // only a script can tell
  plantJob("failed");
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.retry");
  const Keys before = m_fixture->keys();
  m_proxy->lieAbout(verb("EVAL"), {Lie::BeforeBytes, Lie::Says,
                                   "-BUSY Redis is busy running a script. You can only call SCRIPT KILL or "
                                   "SHUTDOWN NOSAVE.\r\n"});
  QCOMPARE(word(m_fixture->run(request)), QByteArray("Server/BUSY"));
  QVERIFY(m_proxy->hasLied());
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  QCOMPARE(word(m_fixture->run(request)), QByteArray("done"));
}

/// Large data are not read again while their length is what was sent.
void TstBetweenCommands::changedAgainAfterALargeWrite() {
  const OperationRequest request = edit(true);
  before(
      [written = false](const QByteArrayList &words) mutable {
        written = written || words.value(0) == "EXEC";
        return written && words.value(0) == "HSTRLEN";
      },
      [this] {
        m_fixture->redis({"HSET", m_queue.id.key("1"), "data", "{}"});
      });
  const Ended ended = m_fixture->run(request);
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(ended.report->note, QByteArray("changed-again"));
  QCOMPARE(ended.report->after->data, QByteArray("{}"));
}

void TstBetweenCommands::schedulerThatComesMeanwhileKeepsItsJob() {
  const QByteArray id = "repeat:cron:5000";
  m_fixture->redis({"HSET", m_queue.id.key(id), "name", "n", "data", "{}", "timestamp", PlantedTimestamp,
                    "opts", "{}", "rjk", "cron"});
  m_fixture->redis({"ZADD", m_queue.id.key("delayed"), "20480000", id});
  OperationRequest request = operation("job.remove", m_queue, id);
  request.jobTimestamp = PlantedTimestamp;
  agree(request);
  before(
      [](const QByteArrayList &words) {
        return (words.value(0) == "EVALSHA" || words.value(0) == "EVAL") &&
               words.contains("bull:orders:repeat");
      },
      [this] {
        m_fixture->redis({"ZADD", m_queue.id.key("repeat"), "5000", "cron"});
      });
  QCOMPARE(word(m_fixture->run(request)), QByteArray("WrongState/scheduler-job"));
  QCOMPARE(m_fixture->redis({"EXISTS", m_queue.id.key(id)}).integer, 1);
}

QTEST_GUILESS_MAIN(TstBetweenCommands)
#include "tst_betweencommands.moc"
