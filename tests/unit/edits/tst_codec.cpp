// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes as JSON, which records and recipes keep.
#include "edits/codec.h"

#include <QtTest>

using namespace oxp;
using edits::Change;
using Kind = Change::Kind;

class TstCodec : public QObject {
  Q_OBJECT

private slots:
  void keepsEveryKind();
  void keepsValuesByteForByte();
  void says_data();
  void says();
};

void TstCodec::keepsEveryKind() {
  const auto path = *edits::pathFrom(QStringLiteral("items[*].\"odd \\\"key\"[3]"));
  const std::vector<Change> changes = {
      {.kind = Kind::Set, .path = path, .value = "{\"a\": 1.50}"},
      {.kind = Kind::SetIfAbsent, .path = {}, .value = "null"},
      {.kind = Kind::Remove, .path = path},
      {.kind = Kind::Rename, .path = path, .to = "\xc3\xa9\"\\"},
      {.kind = Kind::Move, .path = path, .target = *edits::pathFrom(QStringLiteral("[0].b"))},
      {.kind = Kind::Increment, .path = path, .value = "-0.10"},
      {.kind = Kind::ReplaceText,
       .path = path,
       .find = QStringLiteral("(a)"),
       .with = QStringLiteral("\\1\n"),
       .regex = true},
      {.kind = Kind::Patch, .path = path, .value = "[]"},
      {.kind = Kind::MergePatch, .path = path, .value = "{}"},
  };
  const auto read = edits::fromJson(edits::toJson(changes));
  QVERIFY(read);
  QVERIFY(*read == changes);
}

void TstCodec::keepsValuesByteForByte() {
  const auto read =
      edits::fromJson("[ {\"path\":\"a\", \"change\":\"set\", \"value\": [ 1e2 ,\"\\u0041\" ] } ]");
  QVERIFY(read);
  QCOMPARE(read->front().value, QByteArray("[ 1e2 ,\"\\u0041\" ]"));
}

void TstCodec::says_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<int>("change");
  QTest::addColumn<QByteArray>("member");
  QTest::newRow("no JSON") << QByteArray("[") << -1 << QByteArray();
  QTest::newRow("no list") << QByteArray("{}") << -1 << QByteArray();
  QTest::newRow("no object") << QByteArray("[1]") << 0 << QByteArray("change");
  QTest::newRow("unknown") << QByteArray(R"([{"change":"spam","path":"a"}])") << 0 << QByteArray("change");
  QTest::newRow("no path") << QByteArray(R"([{"change":"remove"}])") << 0 << QByteArray("path");
  QTest::newRow("bad path") << QByteArray(R"([{"change":"remove","path":"a[x"}])") << 0 << QByteArray("path");
  QTest::newRow("second") << QByteArray(R"([{"change":"remove","path":"a"},{"change":"set","path":"a"}])")
                          << 1 << QByteArray("value");
  QTest::newRow("no name") << QByteArray(R"([{"change":"rename","path":"a","to":3}])") << 0
                           << QByteArray("to");
  QTest::newRow("no target") << QByteArray(R"([{"change":"move","path":"a"}])") << 0 << QByteArray("to");
  QTest::newRow("no text") << QByteArray(R"([{"change":"replaceText","path":"a","find":"","with":"b"}])") << 0
                           << QByteArray("find");
}

void TstCodec::says() {
  QFETCH(QByteArray, json);
  QFETCH(int, change);
  QFETCH(QByteArray, member);
  const auto read = edits::fromJson(json);
  QVERIFY(!read);
  QCOMPARE(read.error().change, change);
  QCOMPARE(read.error().member, member);
}

QTEST_GUILESS_MAIN(TstCodec)
#include "tst_codec.moc"
