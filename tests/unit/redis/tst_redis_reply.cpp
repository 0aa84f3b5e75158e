// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/reply.h"

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

QTEST_GUILESS_MAIN(TestReply)
#include "tst_redis_reply.moc"
