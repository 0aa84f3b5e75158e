// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"
#include "ui/window/windowtest.h"
#include "workspace/testconnection.h"

#include <QDir>
#include <QNetworkInterface>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\"}";
const QByteArray Edited = "{\"to\": \"7 Short Road\"}";

struct Outcome {
  std::optional<ConnectionReport> report;
  std::optional<Error> error;
  QString words() const { return error ? errorText(*error, Doing::Testing).oneLine() : QString(); }
};

Outcome tryOut(const Endpoint &endpoint) {
  Profile profile = newProfile();
  profile.host = endpoint.host;
  profile.port = endpoint.port;
  profile.socketPath = endpoint.socketPath;
  TestConnection test;
  Outcome outcome;
  QObject::connect(&test, &TestConnection::done,
                   [&](const ConnectionReport &report) { outcome.report = report; });
  QObject::connect(&test, &TestConnection::failed, [&](const Error &error) { outcome.error = error; });
  test.start(profile, {});
  (void)QTest::qWaitFor([&] { return outcome.report || outcome.error; }, Patience);
  return outcome;
}

Endpoint at(const QString &host, quint16 port) {
  Endpoint endpoint;
  endpoint.host = host;
  endpoint.port = port;
  return endpoint;
}

/// An address of this machine that others can reach.
QString outerAddress() {
  for (const QHostAddress &address : QNetworkInterface::allAddresses())
    if (!address.isLoopback() && !address.isLinkLocal())
      return address.toString();
  return {};
}

} // namespace

/// Real servers in each state that forbids something: what is said, and that nothing was changed.
class TestServerStates : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void ipv6IsReached();
  void aNameThatDoesNotResolve();
  void aServerThatLoads();
  void theWindowWaitsWhileAServerLoads();
  void protectedMode();
  void aReplicaIsReadAndNamesItsPrimary();
  void noMemoryLeft();
  void noDiskToSaveTo();

private:
  /// Opens the job, changes its data and saves; what the notice says then.
  static QString saveRefused(WindowTest &t, const QByteArray &id, const QString &begins);
};

void TestServerStates::ipv6IsReached() {
  RedisServer server({true, {u"--bind"_qs, u"127.0.0.1"_qs, u"::1"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Outcome outcome = tryOut(at(u"::1"_qs, server.port()));
  QVERIFY2(outcome.report, qPrintable(outcome.words()));
  // The network that discards everything: there is no way to it from anywhere.
  const Outcome nowhere = tryOut(at(u"100::1"_qs, 6379));
  QVERIFY(nowhere.error);
  if (nowhere.error->kind == ErrorKind::Disconnected)
    QVERIFY2(nowhere.words().contains(u"no way to that address"), qPrintable(nowhere.words()));
  else
    QCOMPARE(nowhere.error->kind, ErrorKind::Timeout); // a router swallowed it
}

void TestServerStates::aNameThatDoesNotResolve() {
  const Outcome outcome = tryOut(at(u"redis.invalid"_qs, 6379));
  QVERIFY(outcome.error);
  QCOMPARE(outcome.error->code, "HOSTNAME"_qba);
  if (outcome.error->kind == ErrorKind::Disconnected)
    QVERIFY2(outcome.words().startsWith(u"The name redis.invalid does not resolve to an address."_qs),
             qPrintable(outcome.words()));
  QVERIFY2(outcome.words().contains(u"Check its spelling"), qPrintable(outcome.words()));
}

void TestServerStates::aServerThatLoads() {
  RedisServer server({false, {u"--enable-debug-command"_qs, u"yes"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.run({"DEBUG", "POPULATE", "5000"});
  server.run({"SAVE"});
  server.killHard();
  // 5,000 keys, two milliseconds each; in between it answers that it loads.
  server.setArguments(
      {u"--key-load-delay"_qs, u"2000"_qs, u"--loading-process-events-interval-bytes"_qs, u"1024"_qs});
  QVERIFY2(server.restart(), qPrintable(server.error()));
  const Outcome outcome = tryOut(server.endpoint());
  QVERIFY(outcome.error);
  QCOMPARE(outcome.error->code, "LOADING"_qba);
  QCOMPARE(outcome.words(), u"Redis is still loading its data. Try again when it is ready."_qs);
  QVERIFY(errorText(*outcome.error, Doing::Connecting).oneLine().contains(u"tries again by itself"));
  QVERIFY2(QTest::qWaitFor([&] { return tryOut(server.endpoint()).report.has_value(); }, 2 * Patience),
           "it never came back");
}

/// It says so, asks again by itself, and goes on as if nothing had been.
void TestServerStates::theWindowWaitsWhileAServerLoads() {
  WindowTest t({false, {u"--enable-debug-command"_qs, u"yes"_qs}});
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  t.shop.server.run({"DEBUG", "POPULATE", "3000"});
  t.shop.server.run({"SAVE"});
  t.shop.server.killHard();
  t.shop.server.setArguments(
      {u"--key-load-delay"_qs, u"2000"_qs, u"--loading-process-events-interval-bytes"_qs, u"1024"_qs});
  QVERIFY2(t.shop.server.restart(), qPrintable(t.shop.server.error()));
  QVERIFY(t.open("local"));
  Person &person = t.person;
  const auto profile = [&] { return person.row({u"Shop"_qs}); };
  QVERIFY(profile().isValid());
  QTRY_COMPARE_WITH_TIMEOUT(profile().siblingAtColumn(1).data().toString(), u"server is loading"_qs,
                            Patience);
  QVERIFY2(profile().data(Qt::ToolTipRole).toString().contains(u"Redis is still loading its data."),
           qPrintable(profile().data(Qt::ToolTipRole).toString()));
  QTRY_COMPARE_WITH_TIMEOUT(profile().siblingAtColumn(1).data().toString(), u"1 queue"_qs, 2 * Patience);
  QVERIFY(person.openJob(id, u"failed"_qs));
}

void TestServerStates::protectedMode() {
  const QString address = outerAddress();
  QVERIFY2(!address.isEmpty(), "this machine has no address but its own");
  RedisServer server({true, {u"--bind"_qs, u"*"_qs, u"-::*"_qs, u"--protected-mode"_qs, u"yes"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Outcome outcome = tryOut(at(address, server.port()));
  QVERIFY(outcome.error);
  QCOMPARE(outcome.error->code, "DENIED"_qba);
  QVERIFY2(outcome.words().startsWith(u"Redis is in protected mode"), qPrintable(outcome.words()));
}

QString TestServerStates::saveRefused(WindowTest &t, const QByteArray &id, const QString &begins) {
  Person &person = t.person;
  if (!person.retype(u"12 Long"_qs, u"7 Short"_qs) || !person.press(u"Save"_qs) || !person.reads(begins))
    return {};
  if (!person.text().contains("7 Short Road") || t.shop.data(id) != Order)
    return u"the text or the job changed"_qs;
  for (const QString &notice : person.notices())
    if (notice.contains(begins))
      return notice;
  return {};
}

void TestServerStates::aReplicaIsReadAndNamesItsPrimary() {
  RedisServer primary({true, {}});
  QVERIFY2(primary.start(), qPrintable(primary.error()));
  WindowTest t({true, {}});
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  // The primary takes over what there is, and the shop's server follows it from then on.
  primary.run({"REPLICAOF", "127.0.0.1", QByteArray::number(t.shop.server.port())});
  QVERIFY(QTest::qWaitFor([&] { return primary.run({"EXISTS", t.shop.key(id)}).integer == 1; }, Patience));
  primary.run({"REPLICAOF", "NO", "ONE"});
  t.shop.server.run({"REPLICAOF", "127.0.0.1", QByteArray::number(primary.port())});
  QVERIFY(QTest::qWaitFor(
      [&] {
        return t.shop.server.run({"INFO", "replication"}).bytes.contains("master_link_status:up");
      },
      Patience));
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"failed"_qs)); // reading goes on
  const QString notice = saveRefused(t, id, u"This Redis is a read-only replica."_qs);
  QVERIFY2(notice.contains(u"Nothing was changed."), qPrintable(notice));
  QVERIFY2(notice.contains(u"Connect to its primary, 127.0.0.1:%1, to change jobs."_qs.arg(primary.port())),
           qPrintable(notice));
}

void TestServerStates::noMemoryLeft() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  t.shop.server.run({"CONFIG", "SET", "maxmemory-policy", "noeviction"});
  t.shop.server.run({"CONFIG", "SET", "maxmemory", "1"});
  const QString notice = saveRefused(t, id, u"Redis has no memory left and refuses writes."_qs);
  QVERIFY2(notice.contains(u"Nothing was changed."), qPrintable(notice));
  QVERIFY2(notice.contains(u"raise maxmemory"), qPrintable(notice));
  t.shop.server.run({"CONFIG", "SET", "maxmemory", "0"});
  QVERIFY(t.person.press(u"Save"_qs));
  QVERIFY(t.person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), Edited);
}

void TestServerStates::noDiskToSaveTo() {
  QTemporaryDir disk;
  WindowTest t({false, {u"--dir"_qs, disk.path(), u"--save"_qs, u"3600"_qs, u"1"_qs}});
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QVERIFY(QDir(disk.path()).removeRecursively());
  t.shop.server.run({"BGSAVE"});
  QVERIFY(QTest::qWaitFor(
      [&] {
        return t.shop.server.run({"INFO", "persistence"}).bytes.contains("rdb_last_bgsave_status:err");
      },
      Patience));
  const QString notice = saveRefused(t, id, u"Redis cannot save to its disk and refuses writes."_qs);
  QVERIFY2(notice.contains(u"Nothing was changed."), qPrintable(notice));
  QVERIFY2(notice.contains(u"look at its disk"), qPrintable(notice));
}

QTEST_MAIN(TestServerStates)
#include "tst_serverstates.moc"
