// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/keeping.h"
#include "audit/seal.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::audit;

namespace {

bool isSecret(const QByteArray &key) {
  return key == "secret";
}

KeptBytes whole(const QByteArray &bytes) {
  KeptBytes kept;
  kept.bytes = bytes;
  return kept;
}

Payload payload(const QByteArray &before, std::vector<json::Splice> splices) {
  return {whole(before), whole(json::apply(before, splices)), std::move(splices)};
}

} // namespace

class TstKeeping : public QObject {
  Q_OBJECT

private slots:
  void findsSensitiveKeys_data();
  void findsSensitiveKeys();
  void leavesOutValuesOnly();
  void keepsSmallPayloadsWhole();
  void keepsRangesOfLargeOnes();
  void leavesOutWithoutKey();
  void keepsTheChangeWhereItTouchesNothingSensitive_data();
  void keepsTheChangeWhereItTouchesNothingSensitive();
  void leavesOutRangesOnlyWhereTheyTouch();
  void sealsWithKey();
  void scannedOnceSaysTheSame();
  void codecRoundTrip();
  void sealRefusesOtherKeysAndChangedBytes();
};

void TstKeeping::findsSensitiveKeys_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("found");
  QTest::newRow("valid") << QByteArray(R"({"a":[{"secret":1}]})") << true;
  QTest::newRow("escaped key") << QByteArray(R"({"s\u0065cret":1})") << true;
  QTest::newRow("only a value") << QByteArray(R"({"a":"secret: x"})") << false;
  QTest::newRow("half typed") << QByteArray(R"({"a":1,"secret" : "x)") << true;
  QTest::newRow("half typed, escaped") << QByteArray(R"({"s\u0065cret":)") << true;
  QTest::newRow("single quotes") << QByteArray("{'secret': 1}") << true;
  QTest::newRow("no quotes") << QByteArray("{secret: 1}") << true;
  QTest::newRow("plain") << QByteArray(R"({"a":1,)") << false;
  QTest::newRow("empty") << QByteArray() << false;
}

void TstKeeping::findsSensitiveKeys() {
  QFETCH(QByteArray, text);
  QFETCH(bool, found);
  QCOMPARE(holdsSensitive(text, isSecret), found);
}

void TstKeeping::leavesOutValuesOnly() {
  QCOMPARE(
      withoutSensitive(R"({ "id" : 9007199254740993, "secret":{"a":[1]}, "z":1.50,"secret":"x" })", isSecret)
          .value(),
      QByteArray(R"({ "id" : 9007199254740993, "secret":"[left out]", "z":1.50,"secret":"[left out]" })"));
  QVERIFY(!withoutSensitive("{\"secret\":", isSecret));
}

void TstKeeping::keepsSmallPayloadsWhole() {
  const Keeping keeping = keep(payload(R"({"a":1})", {{5, 1, "2"}}), {100, isSecret, false});
  QCOMPARE(keeping.payload.before->bytes, QByteArray(R"({"a":1})"));
  QCOMPARE(keeping.payload.after->bytes, QByteArray(R"({"a":2})"));
  QVERIFY(keeping.payload.splices.empty() && !keeping.seal && !keeping.payload.before->left);
  QCOMPARE(keeping.payload.before->size, 7);
  QCOMPARE(keeping.payload.before->sha1.size(), 20);
}

void TstKeeping::keepsRangesOfLargeOnes() {
  const QByteArray before = "{\"a\":1,\"b\":\"" + QByteArray(200, 'x') + "\",\"c\":22}";
  const Payload given = payload(before, {{5, 1, "9"}, {before.size() - 3, 2, "333"}});
  const Keeping keeping = keep(given, {100, isSecret, false});
  QVERIFY(keeping.payload.before->ranges && keeping.payload.after->ranges);
  QCOMPARE(keeping.payload.before->bytes, QByteArray("122"));
  QVERIFY(keeping.payload.after->bytes.isEmpty());
  QCOMPARE(keeping.payload.splices, given.splices);
  QCOMPARE(keeping.payload.before->size, before.size());
  QCOMPARE(keeping.payload.after->size, before.size() + 1);
  // Large is what either of the two is.
  const Keeping grown = keep(payload("{\"a\":1}", {{5, 1, QByteArray(200, '1')}}), {100, isSecret, false});
  QVERIFY(grown.payload.before->ranges && grown.payload.after->bytes.isEmpty());
}

void TstKeeping::leavesOutWithoutKey() {
  const Keeping keeping = keep(payload(R"({"a":1,"secret":"x"})", {{5, 1, "2"}}), {100, isSecret, false});
  QVERIFY(!keeping.seal);
  QVERIFY(keeping.payload.before->left && keeping.payload.after->left);
  QCOMPARE(keeping.payload.before->why, QByteArray("sensitive"));
  QCOMPARE(keeping.payload.after->bytes, QByteArray(R"({"a":2,"secret":"[left out]"})"));
  QVERIFY(keeping.payload.before->sha1.isEmpty());
  QCOMPARE(keeping.payload.splices, (std::vector<json::Splice>{{5, 1, "2"}}));
  // What is no JSON cannot be cut, so all of it goes.
  const Keeping broken = keep({whole("{\"secret\": \"x\""), whole("{}"), {}}, {100, isSecret, false});
  QVERIFY(broken.payload.before->left && broken.payload.before->bytes.isEmpty());
  QVERIFY(!broken.payload.after->left);
}

void TstKeeping::keepsTheChangeWhereItTouchesNothingSensitive_data() {
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("from");
  QTest::addColumn<QByteArray>("to");
  QTest::addColumn<bool>("kept");
  const QByteArray text = R"({"a":1,"secret":"a long one, and \" quoted","b":{"secret":[7,{"x":2}],"c":3}})";
  QTest::newRow("before it") << text << QByteArray("1,\"secret\":\"a") << QByteArray("2,\"secret\":\"a")
                             << true;
  QTest::newRow("behind both") << text << QByteArray(":3") << QByteArray(":[1,2,3]") << true;
  QTest::newRow("beside it") << text << QByteArray("d\",\"b\"") << QByteArray("d\" ,\"n\":0,\"b\"") << true;
  QTest::newRow("inside") << text << QByteArray("long") << QByteArray("short") << false;
  QTest::newRow("inside an object") << text << QByteArray("\"x\":2") << QByteArray("\"x\":3") << false;
  QTest::newRow("its number grows") << QByteArray(R"({"secret":12})") << QByteArray("2}") << QByteArray("23}")
                                    << false;
  QTest::newRow("taken away") << text << QByteArray(",\"b\":{\"secret\":[7,{\"x\":2}],\"c\":3}")
                              << QByteArray() << false;
  QTest::newRow("a new one") << text << QByteArray(":1,") << QByteArray(":1,\"secret\":\"new\",") << false;
  QTest::newRow("becomes one") << QByteArray(R"({"secret":1,"secre":"x"})") << QByteArray("secre\"")
                               << QByteArray("secret\"") << false;
  QTest::newRow("was one") << QByteArray(R"({"secret":1,"secret":"x"})") << QByteArray("secret\":1")
                           << QByteArray("plain\":1") << false;
}

void TstKeeping::keepsTheChangeWhereItTouchesNothingSensitive() {
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, from);
  QFETCH(QByteArray, to);
  QFETCH(bool, kept);
  const json::Splice whole = [&] { // as small as an edit's
    qsizetype head = 0, tail = 0;
    while (head < std::min(from.size(), to.size()) && from[head] == to[head])
      ++head;
    while (tail < std::min(from.size(), to.size()) - head &&
           from[from.size() - 1 - tail] == to[to.size() - 1 - tail])
      ++tail;
    return json::Splice{before.indexOf(from) + head, from.size() - head - tail,
                        to.mid(head, to.size() - head - tail)};
  }();
  const Keeping keeping = keep(payload(before, {whole}), {1000, isSecret, false});
  QCOMPARE(!keeping.payload.splices.empty(), kept);
  const QByteArray after = json::apply(before, {whole});
  QCOMPARE(keeping.payload.before->bytes, withoutSensitive(before, isSecret).value());
  QCOMPARE(keeping.payload.after->bytes, withoutSensitive(after, isSecret).value());
  if (kept)
    QCOMPARE(json::apply(keeping.payload.before->bytes, keeping.payload.splices),
             keeping.payload.after->bytes);
}

void TstKeeping::leavesOutRangesOnlyWhereTheyTouch() {
  const QByteArray before = "{\"a\":1,\"secret\":\"hidden\",\"b\":\"" + QByteArray(200, 'x') + "\"}";
  const Keeping beside = keep(payload(before, {{5, 1, "9"}}), {100, isSecret, false});
  QVERIFY(!beside.payload.before->left);
  QCOMPARE(beside.payload.before->bytes, QByteArray("1"));
  const qsizetype at = before.indexOf("hidden");
  const Keeping inside = keep(payload(before, {{5, 1, "9"}, {at + 1, 2, "XX"}}), {100, isSecret, false});
  QVERIFY(inside.payload.before->left && inside.payload.after->left);
  QVERIFY(inside.payload.before->bytes.isEmpty() && inside.payload.splices.empty());
  // The new text alone may have it.
  const Keeping added =
      keep(payload(before, {{1, 0, "\"x\":{\"secret\":\"new\"},"}}), {100, isSecret, false});
  QVERIFY(added.payload.before->left && added.payload.splices.empty());
}

void TstKeeping::scannedOnceSaysTheSame() {
  const QByteArray plain = R"([{"a":[1,2]},{"b":{"c":3}},{"d":4}])", secret = R"([{"secret":1},{"b":2}])";
  const std::vector<Payload> payloads = {payload(plain, {{plain.indexOf("3"), 1, "30"}}),
                                         payload(plain, {{plain.indexOf("\"c"), 3, "\"secret\""}}),
                                         payload(plain, {{plain.indexOf("4"), 1, "{\"secret\":1}"}}),
                                         payload(secret, {{secret.indexOf("2"), 1, "3"}}),
                                         payload(secret, {{secret.indexOf("secret"), 6, "plain"}})};
  for (const Payload &given : payloads) {
    const json::ScannedText scanned(given.before->bytes);
    for (const bool canSeal : {false, true}) {
      const KeepRules rules{10, isSecret, canSeal};
      const Keeping once = keep(given, rules, &scanned), twice = keep(given, rules);
      QCOMPARE(once.seal, twice.seal);
      QVERIFY(once.payload.before == twice.payload.before && once.payload.after == twice.payload.after &&
              once.payload.splices == twice.payload.splices);
    }
  }
}

void TstKeeping::sealsWithKey() {
  QVERIFY(keep(payload(R"({"secret":1})", {{10, 1, "2"}}), {100, isSecret, true}).seal);
  QVERIFY(!keep(payload(R"({"a":1})", {{5, 1, "2"}}), {100, isSecret, true}).seal);
  QVERIFY(keep(payload(R"({"a":1})", {{5, 1, "2"}}), {100, nullptr, true}).seal); // no rule: all is sensitive
}

void TstKeeping::codecRoundTrip() {
  Payload given = payload(QByteArray("{\"a\":\"\0\xff\"}", 10), {{0, 1, "["}, {3, 0, QByteArray("\0", 1)}});
  given.before->left = true;
  given.before->why = "sensitive";
  given.after->present = false;
  QCOMPARE(decode(encode(given)).value(), given);
  QCOMPARE(decode(encode({})).value(), Payload());
  QVERIFY(!decode(encode(given).chopped(1)));
  QVERIFY(!decode("nonsense"));
  QVERIFY(!decode({}));
}

void TstKeeping::sealRefusesOtherKeysAndChangedBytes() {
  const Seal seal(QByteArray(32, 'k')), other(QByteArray(32, 'o')), none(QByteArray(31, 'k'));
  QVERIFY(seal.hasKey() && !none.hasKey());
  const QByteArray plain("secret \0 bytes", 14), sealed = seal.close(plain);
  QVERIFY(!sealed.contains("secret"));
  QVERIFY(seal.close(plain) != sealed); // another nonce each time
  QCOMPARE(seal.open(sealed).value(), plain);
  QCOMPARE(seal.open(seal.close({})).value(), QByteArray(""));
  QVERIFY(!other.open(sealed) && !none.open(sealed) && !seal.open("short"));
  QByteArray changed = sealed;
  changed[changed.size() - 1] = static_cast<char>(changed.back() ^ 1);
  QVERIFY(!seal.open(changed));
}

QTEST_APPLESS_MAIN(TstKeeping)
#include "tst_keeping.moc"
