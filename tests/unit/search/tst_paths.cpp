// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/fieldpaths.h"
#include "search/pathreader.h"

#include <QTest>

using namespace oxp::search;
using namespace Qt::Literals::StringLiterals;
using Kind = Found::Kind;

Q_DECLARE_METATYPE(oxp::search::Found::Kind)

class TestPaths : public QObject {
  Q_OBJECT
private slots:
  void reads_data();
  void reads();
  void keepsHiddenValuesBack();
  void cutsBetweenCharacters();
  void ordersWhatItFinds();
  void ordersTheSameBothWays();
  void learnsPaths();
  void learnsFromWhatWasCutOff();
  void findsPaths();
  void tellsWhatStoodThere();
  void staysBounded();
};

void TestPaths::reads_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char *path, const QByteArray &json, Kind kind, const char *text) {
    QTest::newRow(path + (" of " + json)) << QString::fromUtf8(path) << json << kind << QByteArray(text);
  };
  row("data.a", R"({"a":1.50})", Kind::Number, "1.50");
  row("data.a", R"({"a":"x\ny"})", Kind::String, "x\ny");
  row("data.a", R"({"a":true})", Kind::Boolean, "true");
  row("data.a", R"({"a":null})", Kind::Null, "null");
  row("data.a", R"({"a":{"b": [1]}})", Kind::Container, R"({"b": [1]})");
  row("data.b", R"({"a":1})", Kind::Missing, "");
  row("data.a", R"({"a":1,"a":2})", Kind::Number, "2");
  row("data.a.b", R"({"a":{"b":1},"a":{"c":2}})", Kind::Missing, "");
  row("data[*].a", R"([{"b":1},{"a":2},{"a":3}])", Kind::Number, "2");
  row("data[1]", "[1,2]", Kind::Number, "2");
  row("data", "5", Kind::Number, "5");
  row("data.a", R"({"a":1)", Kind::Missing, "");
  row("data.a", "", Kind::Missing, "");
}

void TestPaths::reads() {
  QFETCH(QString, path);
  QFETCH(QByteArray, json);
  QFETCH(Kind, kind);
  QFETCH(QByteArray, text);
  PathReader reader(*parsePath(path));
  const Found found = reader.read(json);
  QCOMPARE(int(found.kind), int(kind));
  QCOMPARE(found.text, text);
}

void TestPaths::keepsHiddenValuesBack() {
  const Hides hides = [](const QByteArray &key) { return key == "password"; };
  const QByteArray json = R"({"user":{"name":"ann","password":"x"},"list":[1]})";
  const auto read = [&](QStringView path) { return PathReader(*parsePath(path), 256, hides).read(json); };
  QVERIFY(read(u"data.user.password") == Found{});
  QVERIFY(read(u"data.user") == (Found{Kind::Container, {}}));
  QVERIFY(read(u"data.user.name") == (Found{Kind::String, "ann"}));
  QVERIFY(read(u"data.list") == (Found{Kind::Container, "[1]"}));
}

void TestPaths::cutsBetweenCharacters() {
  PathReader reader(*parsePath(u"data"), 4);
  QCOMPARE(reader.read("\"a\xe8\xae\xa2\xe8\xae\xa2\"").text, "a\xe8\xae\xa2");
  QCOMPARE(reader.read("\"abcd\"").text, "abcd");
  QCOMPARE(reader.read("[1,2,3]").text, "[1,2");
}

void TestPaths::ordersWhatItFinds() {
  const std::vector<Found> sorted{
      {Kind::Missing, {}},
      {Kind::Null, "null"},
      {Kind::Boolean, "false"},
      {Kind::Boolean, "true"},
      {Kind::Number, "-1e3"},
      {Kind::Number, "9007199254740992"},
      {Kind::Number, "9007199254740993"},
      {Kind::String, ""},
      {Kind::String, "ORD"},
      {Kind::String, "ORD-9"},
      {Kind::String, "ORD-9b"},
      {Kind::String, "ORD-10"},
      {Kind::String, "ORD-10-2"},
      {Kind::String, "ORD-10-11"},
      {Kind::String, "ord"},
      {Kind::String, "\xe8\xae\xa2"},
      {Kind::Container, "[1]"},
  };
  for (size_t i = 0; i < sorted.size(); ++i) {
    for (size_t j = 0; j < sorted.size(); ++j)
      QVERIFY2(compare(sorted[i], sorted[j]) == (i <=> j),
               qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
  }
  QVERIFY(compare({Kind::Number, "1.0"}, {Kind::Number, "1"}) == 0);
}

void TestPaths::ordersTheSameBothWays() {
  const QByteArrayList texts{"7", "07", "007", "a7b", "a07a", "a007c", "a", "a0", "00", "0", "12", "1a2"};
  for (const QByteArray &a : texts) {
    for (const QByteArray &b : texts) {
      const Found left{Kind::String, a}, right{Kind::String, b};
      QVERIFY(compare(left, right) == (0 <=> compare(right, left)));
      QCOMPARE(compare(left, right) == 0, a == b);
      for (const QByteArray &c : texts) {
        const Found third{Kind::String, c};
        if (compare(left, right) < 0 && compare(right, third) < 0)
          QVERIFY(compare(left, third) < 0);
      }
    }
  }
}

void TestPaths::learnsPaths() {
  FieldPaths paths;
  paths.learn(Field::Data,
              R"({"order":{"id":1,"lines":[{"sku":"a","qty":1},{"sku":"b"}]},"my key":[[1]],"x":2})");
  QStringList all = paths.matching({}, 100);
  all.sort();
  QCOMPARE(all,
           (QStringList{u"data.\"my key\""_s, u"data.\"my key\"[*]"_s, u"data.\"my key\"[*][*]"_s,
                        u"data.order"_s, u"data.order.id"_s, u"data.order.lines"_s, u"data.order.lines[*]"_s,
                        u"data.order.lines[*].qty"_s, u"data.order.lines[*].sku"_s, u"data.x"_s}));
}

void TestPaths::learnsFromWhatWasCutOff() {
  FieldPaths paths;
  paths.learn(Field::Opts, R"({"a":{"b":[1,{"c":"unfinis)");
  QStringList all = paths.matching({}, 100);
  all.sort();
  QCOMPARE(all, (QStringList{u"opts.a"_s, u"opts.a.b"_s, u"opts.a.b[*]"_s, u"opts.a.b[*].c"_s}));
  paths.learn(Field::Data, "no json");
  paths.learn(Field::Data, "}");
  QCOMPARE(paths.size(), 4);
}

void TestPaths::findsPaths() {
  FieldPaths paths;
  paths.learn(Field::Data, R"({"orderId":1,"customer":{"order":1}})");
  paths.learn(Field::Data, R"({"customer":{"order":1}})");
  paths.learn(Field::Opts, R"({"order":1})");
  QCOMPARE(paths.matching(u"DATA.ORD"_s), QStringList{u"data.orderId"_s});
  QCOMPARE(paths.matching(u"order"_s),
           (QStringList{u"data.customer.order"_s, u"data.orderId"_s, u"opts.order"_s}));
  QCOMPARE(paths.matching(u"o"_s, 1), QStringList{u"opts.order"_s});
  QVERIFY(paths.matching(u"nothing"_s).isEmpty());
}

void TestPaths::tellsWhatStoodThere() {
  FieldPaths paths;
  paths.learn(Field::Data, R"({"zip":"3100","n":[1,null],"o":{"b":true}})");
  paths.learn(Field::Data, R"({"zip":null,"cut)");
  QCOMPARE(paths.payloads(), 2);
  const auto seen = [&](const QString &path) { return paths.found(path, 1).front(); };
  QCOMPARE(seen(u"data.zip"_s), (SeenPath{u"data.zip"_s, 2, SeenPath::Text | SeenPath::Null}));
  QCOMPARE(seen(u"data.n"_s), (SeenPath{u"data.n"_s, 1, SeenPath::Array}));
  QCOMPARE(seen(u"data.n[*]"_s), (SeenPath{u"data.n[*]"_s, 1, SeenPath::Number | SeenPath::Null}));
  QCOMPARE(seen(u"data.o"_s), (SeenPath{u"data.o"_s, 1, SeenPath::Object}));
  QCOMPARE(seen(u"data.o.b"_s), (SeenPath{u"data.o.b"_s, 1, SeenPath::Boolean}));
}

void TestPaths::staysBounded() {
  FieldPaths paths;
  for (int i = 0; i < FieldPaths::Limit + 500; ++i)
    paths.learn(Field::Data, "{\"k" + QByteArray::number(i) + "\":1}");
  QCOMPARE(paths.size(), FieldPaths::Limit);
  FieldPaths deep;
  deep.learn(Field::Data, QByteArray("{\"a\":").repeated(20'000));
  QCOMPARE(deep.size(), 8);
}

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"
