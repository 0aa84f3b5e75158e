// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/payloadpaths.h"

#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char Payload[] = R"({
  "orderId": "ORD-1",
  "lines": [
    {"sku": "A"},
    {"sku": "B", "unit price": 2}
  ],
  "shipTo": {"country": "DE"},
  "data": {"x": 1},
  "客户": {"name": "陈"}
})";

/// `text -> pointer:line` of each.
QStringList foundIn(const QString &message) {
  const QByteArray payload(Payload);
  QStringList found;
  for (const FoundPath &path : foundPaths(pathMentions(message), payload, json::scan(payload)))
    found << path.mention.text + u' ' + QString::fromUtf8(path.pointer.toString()) + u' ' +
                 QString::number(path.line);
  return found;
}

} // namespace

/// The words of a message that name a value of the payload.
class TestPayloadPaths : public QObject {
  Q_OBJECT

private slots:
  void findsPaths_data();
  void findsPaths();
  void saysWhereTheyStand();
  void boundsThem();
};

void TestPayloadPaths::findsPaths_data() {
  QTest::addColumn<QString>("message");
  QTest::addColumn<QStringList>("found");
  QTest::newRow("with data") << u"data.lines[1].sku is not in the catalogue"_s
                             << QStringList{u"data.lines[1].sku /lines/1/sku 5"_s};
  QTest::newRow("without") << u"lines[0].sku is wrong."_s << QStringList{u"lines[0].sku /lines/0/sku 4"_s};
  QTest::newRow("dots") << u"lines.1.sku: no"_s << QStringList{u"lines.1.sku /lines/1/sku 5"_s};
  QTest::newRow("brackets") << u"at lines[1][\"unit price\"]"_s
                            << QStringList{u"lines[1][\"unit price\"] /lines/1/unit price 5"_s};
  QTest::newRow("pointer") << u"/lines/1/sku must be a string"_s
                           << QStringList{u"/lines/1/sku /lines/1/sku 5"_s};
  QTest::newRow("quoted name") << u"reading 'orderId'"_s << QStringList{u"orderId /orderId 2"_s};
  QTest::newRow("job.data") << u"job.data.shipTo.country,"_s
                            << QStringList{u"job.data.shipTo.country /shipTo/country 7"_s};
  QTest::newRow("a member called data") << u"data.data.x"_s << QStringList{u"data.data.x /data/x 8"_s};
  QTest::newRow("at the sentence's end")
      << u"bad shipTo.country."_s << QStringList{u"shipTo.country /shipTo/country 7"_s};
  QTest::newRow("Chinese") << u"缺少 data.客户.name"_s << QStringList{u"data.客户.name /客户/name 9"_s};
  QTest::newRow("two") << u"lines[0].sku or data.orderId"_s
                       << QStringList{u"lines[0].sku /lines/0/sku 4"_s, u"data.orderId /orderId 2"_s};
  QTest::newRow("bare word") << u"orderId is missing"_s << QStringList();
  QTest::newRow("not there") << u"data.lines[7].sku and data.nothing and '/lines/9'"_s << QStringList();
  QTest::newRow("address") << u"connect 10.20.4.7:5432, https://x.example/lines/1/sku, a@data.orderId"_s
                           << QStringList();
  QTest::newRow("the word data") << u"data. data data[0] ."_s << QStringList();
}

void TestPayloadPaths::findsPaths() {
  QFETCH(QString, message);
  QTEST(foundIn(message), "found");
}

void TestPayloadPaths::saysWhereTheyStand() {
  const QString message = u"ValidationError: data.lines[1].sku is gone"_s;
  const auto mentions = pathMentions(message);
  QCOMPARE(mentions.size(), size_t(1));
  QCOMPARE(message.mid(mentions[0].start, mentions[0].length), u"data.lines[1].sku"_s);
}

void TestPayloadPaths::boundsThem() {
  QVERIFY(pathMentions(u"a.b "_s.repeated(1'000)).size() <= 12);
  QVERIFY(pathMentions(u"a."_s.repeated(2'000) + u'b').empty());
  QCOMPARE(foundPaths(pathMentions(u"data.x"_s), "{", json::scan("{")).size(), size_t(0));
}

QTEST_GUILESS_MAIN(TestPayloadPaths)
#include "tst_payloadpaths.moc"
