// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/reply.h"

#include "redis/errorline.h"

#include <QTest>

using namespace oxp;

class TestReply : public QObject {
  Q_OBJECT

private slots:
  void mapsServerErrors_data();
  void mapsServerErrors();
  void readsIntegers();
  void readsBytes();
  void readsLists();
  void knowsWhatProvesThatNothingWasDone_data();
  void knowsWhatProvesThatNothingWasDone();
  void errorsRepeatNoArguments_data();
  void errorsRepeatNoArguments();
  void errorsOfATransactionRepeatNothingEither();
  void errorsAreShortAndOnOneLine();
};

void TestReply::mapsServerErrors_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<ErrorKind>("kind");
  QTest::addColumn<QByteArray>("code");
  const auto row = [](const char *line, ErrorKind kind, const char *code) {
    QTest::newRow(line) << QByteArray(line) << kind << QByteArray(code);
  };
  row("NOPERM this user has no permissions to run the 'set' command", ErrorKind::Denied, "NOPERM");
  row("DENIED Redis is running in protected mode", ErrorKind::Denied, "DENIED");
  row("NOAUTH Authentication required.", ErrorKind::Auth, "NOAUTH");
  row("WRONGPASS invalid username-password pair or user is disabled.", ErrorKind::Auth, "WRONGPASS");
  row("ERR invalid password", ErrorKind::Auth, "ERR");
  row("LOADING Redis is loading the dataset in memory", ErrorKind::Server, "LOADING");
  row("OOM command not allowed", ErrorKind::Server, "OOM");
  row("READONLY You can't write against a read only replica.", ErrorKind::Server, "READONLY");
  row("MOVED 3999 127.0.0.1:6381", ErrorKind::Server, "MOVED");
  row("NOSCRIPT No matching script.", ErrorKind::Server, "NOSCRIPT");
  row("EXECABORT", ErrorKind::Server, "EXECABORT");
  row("", ErrorKind::Server, "");
}

void TestReply::mapsServerErrors() {
  QFETCH(QByteArray, line);
  const auto error = Reply::ofError(line).error();
  QVERIFY(error);
  QTEST(error->kind, "kind");
  QTEST(error->code, "code");
  QCOMPARE(Reply::ofError(line).asInt().error(), *error);
  QCOMPARE(Reply::ofError(line).asBytes().error(), *error);
  QCOMPARE(Reply::ofError(line).asArray().error(), *error);
}

void TestReply::readsIntegers() {
  QCOMPARE(Reply::ofInt(-5).asInt(), -5);
  QCOMPARE(Reply::ofBytes("9007199254740993").asInt(), 9007199254740993);
  QCOMPARE(Reply::ofBytes("1.5").asInt().error().kind, ErrorKind::Protocol);
  QCOMPARE(Reply::nil().asInt().error().kind, ErrorKind::Protocol);
}

void TestReply::readsBytes() {
  QCOMPARE(Reply::ofBytes("a").asBytes(), QByteArray("a"));
  QCOMPARE(Reply::ofStatus("OK").asBytes(), QByteArray("OK"));
  QCOMPARE(Reply::nil().asBytes().error().kind, ErrorKind::NotFound);
  QVERIFY(!Reply::nil().asOptionalBytes()->has_value());
  QCOMPARE(Reply::ofInt(1).asBytes().error().kind, ErrorKind::Protocol);
}

void TestReply::readsLists() {
  const Reply list = Reply::ofArray({Reply::ofBytes("a"), Reply::nil(), Reply::ofBytes("")});
  const auto bytes = list.asBytesList();
  QVERIFY(bytes);
  QCOMPARE(bytes->size(), size_t(3));
  QVERIFY((*bytes)[1].isNull());
  QVERIFY(!(*bytes)[2].isNull());
  QVERIFY(Reply::nil().asArray()->empty());
  QCOMPARE(Reply::ofArray({Reply::ofInt(1)}).asBytesList().error().kind, ErrorKind::Protocol);
}

void TestReply::knowsWhatProvesThatNothingWasDone_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<bool>("proves");
  const auto row = [](const char *line, bool proves) { QTest::newRow(line) << QByteArray(line) << proves; };
  row("NOSCRIPT No matching script. Please use EVAL.", true);
  row("NOAUTH Authentication required.", true);
  row("NOPERM this user has no permissions to run the 'evalsha' command", true);
  row("LOADING Redis is loading the dataset in memory", true);
  row("BUSY Redis is busy running a script.", true);
  row("EXECABORT Transaction discarded because of previous errors.", true);
  row("MOVED 3999 127.0.0.1:6381", true);
  row("CROSSSLOT Keys in request don't hash to the same slot", true);
  row("ERR unknown command 'EVALSHA', with args beginning with: ", true);
  // Redis looks at these before a script's first write only.
  row("OOM command not allowed when used memory > 'maxmemory'.", true);
  row("OOM command not allowed when used memory > 'maxmemory'. script: ab, on @user_script:3.", true);
  row("READONLY You can't write against a read only replica. script: ab, on @user_script:3.", true);
  row("MISCONF Redis is configured to save RDB snapshots, but it's unable to persist to disk.", true);
  row("NOREPLICAS Not enough good replicas to write.", true);
  // Out of the middle of a script: what came before it has happened.
  row("NOPERM this user has no permissions to run the 'xadd' command script: ab, on @user_script:3.", false);
  row("WRONGTYPE Operation against a key holding the wrong kind of value script: ab, on @user_script:3.",
      false);
  row("WRONGTYPE Operation against a key holding the wrong kind of value", false);
  row("MOVED 3999 127.0.0.1:6381 script: ab, on @user_script:3.", false);
  row("CLUSTERDOWN Hash slot not served script: ab, on @user_script:3.", false);
  row("ERR The user executing the script can't run this command or subcommand script: ab, on @user_script:3.",
      false);
  row("ERR Error running script (call to f_ab): @user_script:28: -NOPERM this user", false);
  row("ERR unknown command called from script script: ab, on @user_script:3.", false);
  row("ERR something went wrong", false);
  row("TIMEOUT whatever", false);
  row("", false);
}

void TestReply::knowsWhatProvesThatNothingWasDone() {
  QFETCH(QByteArray, line);
  QFETCH(bool, proves);
  QCOMPARE(provesNothingDone(errorFromServer(line)), proves);
  QVERIFY(!provesNothingDone({ErrorKind::Timeout, "OOM", {}, -1}));
}

void TestReply::errorsRepeatNoArguments_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QByteArray>("kept");
  QTest::newRow("Redis 7") << QByteArray(
                                  "ERR unknown command 'EVAL', with args beginning with: '-- SPDX-Li' '3' ")
                           << QByteArray("ERR unknown command 'EVAL'");
  QTest::newRow("own words") << QByteArray("ERR not allowed here: EVAL -- SPDX-License-Ident 3 bull:q:1")
                             << QByteArray("ERR not allowed here: EVAL…");
  QTest::newRow("payload") << QByteArray("ERR value {\"card\":\"4111111111111111\"} is too long")
                           << QByteArray("ERR value…");
  QTest::newRow("line breaks") << QByteArray("ERR near 'local job = KEYS[1] return job'")
                               << QByteArray("ERR near '…");
  QTest::newRow("nothing of it") << QByteArray("OOM command not allowed")
                                 << QByteArray("OOM command not allowed");
}

void TestReply::errorsRepeatNoArguments() {
  QFETCH(QByteArray, line);
  QFETCH(QByteArray, kept);
  const std::vector<Command> commands{Command::of("EVAL", "-- SPDX-License-Identifier\nreturn 1", 3,
                                                  "bull:q:1", R"({"card":"4111111111111111"})",
                                                  "local job = KEYS[1]\nreturn job")};
  Reply reply = Reply::ofError(line);
  redis::dropEchoes(reply, commands);
  QCOMPARE(reply.bytes, kept);
}

void TestReply::errorsOfATransactionRepeatNothingEither() {
  const std::vector<Command> commands{Command::of("HSET", "k", "data", R"({"card":"4111111111111111"})"),
                                      Command::of("EXEC")};
  Reply reply = Reply::ofArray({Reply::ofError(R"(ERR bad {"card":"4111111111111111"})"), Reply::ofInt(1)});
  redis::dropEchoes(reply, commands);
  QCOMPARE(reply.items[0].bytes, QByteArray("ERR bad…"));
  // Which script it was may be told: by that its own errors are known.
  const QByteArray sha(40, 'a');
  const std::vector<Command> call{Command::of("EVALSHA", sha, 0)};
  Reply inside = Reply::ofError("WRONGTYPE no script: " + sha + ", on @user_script:1.");
  redis::dropEchoes(inside, call);
  QVERIFY(inside.bytes.contains(sha));
}

void TestReply::errorsAreShortAndOnOneLine() {
  const Error error = errorFromServer("ERR " + QByteArray(100'000, 'x') + "\n");
  QVERIFY(error.detail.size() <= 300);
  QCOMPARE(errorFromServer("ERR a\tb\x1b[31m").detail, QStringLiteral("ERR a b [31m"));
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_redis_reply.moc"
