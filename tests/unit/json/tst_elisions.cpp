// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/elisions.h"
#include "json/fields.h"
#include "json/layout.h"

#include <QTest>

using namespace oxp::json;

namespace {

bool sensitive(QByteArrayView key, const Pointer &) {
  for (const QByteArray &word : keyWords(key)) {
    if (word == "password" || word == "token" || word == "card")
      return true;
  }
  return false;
}

} // namespace

class TestElisions : public QObject {
  Q_OBJECT
private slots:
  void keepsLongValues();
  void countsAsAPersonDoes();
  void leavesShortValuesAndKeys();
  void leavesATextWithMarksOfItsOwn();
  void leavesABrokenText();
  void elidesAgainAfterPaste();
  void masksByKey();
  void asksWithTheWholePointer();
  void leavesWhatGivesNothingAway();
  void showsOnlyTheTailOfLongDigits_data();
  void showsOnlyTheTailOfLongDigits();
  void masksWhatWasShortened();
  void expandsBrokenTextToo();
  void mapsPlaces();
  void copiesAreIndependent();
  void saysWhenFull();
  void hidesAllWhenOneHasNoRoom();
  void mapsEveryPlace();
};

void TestElisions::keepsLongValues() {
  const QByteArray value = '"' + QByteArray(20'000, 'x') + '"';
  const QByteArray number = QByteArray("1").repeated(12'000);
  const QByteArray text = "{\"a\":" + value + " , \"b\":[" + number + ",\"short\"]}";
  Elisions elisions;
  const QByteArray shown = elideLong(text, elisions);
  QCOMPARE(shown, "{\"a\":" + Elisions::mark(0) + " , \"b\":[" + Elisions::mark(1) + ",\"short\"]}");
  QVERIFY(scan(shown, &elisions).valid());
  QCOMPARE(elisions.at(0).bytes, value);
  QCOMPARE(elisions.at(0).characters, qsizetype(20'000));
  QCOMPARE(int(elisions.at(1).kind), int(TokenKind::Number));
  QCOMPARE(elisions.expand(shown), text);
  QCOMPARE(elideLong(shown, elisions), shown);
}

void TestElisions::countsAsAPersonDoes() {
  Elisions elisions;
  const QByteArray fits = '"' + QByteArray("\xe4\xb8\xad").repeated(10) + '"';
  const QByteArray escaped = '"' + QByteArray("\\u4e2d").repeated(10) + '"';
  QCOMPARE(elideLong(fits, elisions, 10), fits);
  QCOMPARE(elideLong(escaped, elisions, 10), escaped);
  QCOMPARE(elideLong(fits, elisions, 9), Elisions::mark(0));
  QCOMPARE(elisions.at(0).characters, qsizetype(10));
}

void TestElisions::leavesShortValuesAndKeys() {
  Elisions elisions;
  const QByteArray text = "{\"" + QByteArray(20'000, 'k') + "\":\"v\"}";
  QCOMPARE(elideLong(text, elisions), text);
  QVERIFY(elisions.isEmpty());
}

void TestElisions::leavesATextWithMarksOfItsOwn() {
  Elisions elisions;
  const QByteArray text = "[\"\xf3\xb0\x80\x81\",\"" + QByteArray(20'000, 'x') + "\"]";
  QVERIFY(Elisions::hasMarks(text));
  QCOMPARE(elideLong(text, elisions), text);
  QCOMPARE(mask("{\"password\":\"\xf3\xb0\x80\x80\"}", elisions, sensitive),
           QByteArray("{\"password\":\"\xf3\xb0\x80\x80\"}"));
  QVERIFY(!Elisions::hasMarks("\"\xf0\x9f\xa6\xac\xf3\xaf\xbf\xbf\""));
  QCOMPARE(Elisions::markAt("\xf3\xbf\xbf\xbd", 0), Elisions::Capacity);
  QCOMPARE(Elisions::markAt("\xf3\xbf\xbf\xbe", 0), -1);
}

void TestElisions::leavesABrokenText() {
  Elisions elisions;
  const QByteArray text = "[\"" + QByteArray(20'000, 'x') + "\",]";
  QCOMPARE(elideLong(text, elisions), text);
}

void TestElisions::elidesAgainAfterPaste() {
  const QByteArray value = '"' + QByteArray(20'000, 'x') + '"';
  Elisions elisions;
  const QByteArray once = elideLong(value, elisions);
  QCOMPARE(elideLong(elisions.expand(once), elisions), once);
  QCOMPARE(elisions.size(), 1);
}

void TestElisions::masksByKey() {
  const QByteArray text =
      R"({"userPassword": "hunter2", "n":[{"token":{"id": 1}}, 2], "tokens":["a"], "pass_word":1})";
  Elisions elisions;
  const QByteArray shown = mask(text, elisions, sensitive);
  QCOMPARE(shown, "{\"userPassword\": " + Elisions::mark(0) + ", \"n\":[{\"token\":" + Elisions::mark(1) +
                      "}, 2], \"tokens\":[\"a\"], \"pass_word\":1}");
  QCOMPARE(elisions.at(1).bytes, QByteArray(R"({"id": 1})"));
  QCOMPARE(int(elisions.at(1).kind), int(TokenKind::ObjectBegin));
  QCOMPARE(int(elisions.at(0).reason), int(Elision::Reason::Masked));
  QCOMPARE(elisions.at(0).tail, QByteArray());
  QCOMPARE(elisions.expand(shown), text);
}

void TestElisions::asksWithTheWholePointer() {
  QByteArrayList asked;
  Elisions elisions;
  mask(R"([{"a":{"b\/c":[[1,{"d":2}],{"e":"f"}],"g":3}},{"h":4}])", elisions,
       [&](QByteArrayView key, const Pointer &pointer) {
         asked << key.toByteArray() + '=' + pointer.toString();
         return false;
       });
  QCOMPARE(asked.join(' '),
           QByteArray("a=/0/a b/c=/0/a/b~1c d=/0/a/b~1c/0/1/d e=/0/a/b~1c/1/e g=/0/a/g h=/1/h"));
}

void TestElisions::leavesWhatGivesNothingAway() {
  Elisions elisions;
  const QByteArray text =
      R"([{"password":null},{"password":true},{"password":""},{"token":[]},{"token":{}}])";
  QCOMPARE(mask(text, elisions, sensitive), text);
  QCOMPARE(mask(R"({"token":0})", elisions, sensitive), "{\"token\":" + Elisions::mark(0) + '}');
}

void TestElisions::showsOnlyTheTailOfLongDigits_data() {
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QByteArray>("tail");
  QTest::newRow("card") << QByteArray("\"4111 1111 1111 4242\"") << QByteArray("4242");
  QTest::newRow("number") << QByteArray("4111111111114242") << QByteArray("4242");
  QTest::newRow("twelve") << QByteArray("123456789012") << QByteArray("9012");
  QTest::newRow("eleven") << QByteArray("12345678901") << QByteArray();
  QTest::newRow("dashes") << QByteArray("\"4111-1111-1111-4242\"") << QByteArray("4242");
  QTest::newRow("forty") << QByteArray(40, '5') << QByteArray("5555");
  QTest::newRow("forty-one") << QByteArray(41, '5') << QByteArray();
  QTest::newRow("array") << QByteArray("[4111111111114242]") << QByteArray();
  QTest::newRow("pin") << QByteArray("\"123456\"") << QByteArray();
  QTest::newRow("words") << QByteArray("\"correct horse battery 1234\"") << QByteArray();
  QTest::newRow("fraction") << QByteArray("123456789012.25") << QByteArray();
}

void TestElisions::showsOnlyTheTailOfLongDigits() {
  QFETCH(QByteArray, value);
  QFETCH(QByteArray, tail);
  Elisions elisions;
  elisions.add(value, Elision::Reason::Masked);
  QCOMPARE(elisions.at(0).tail, tail);
}

void TestElisions::masksWhatWasShortened() {
  const QByteArray value = '"' + QByteArray(20'000, 'x') + '"';
  const QByteArray text = "{\"token\":" + value + "}";
  Elisions elisions;
  const QByteArray shown = mask(elideLong(text, elisions), elisions, sensitive);
  QCOMPARE(shown, "{\"token\":" + Elisions::mark(1) + '}');
  QCOMPARE(elisions.at(1).bytes, value);
  QCOMPARE(mask(shown, elisions, sensitive), "{\"token\":" + Elisions::mark(1) + '}');
  QCOMPARE(elisions.expand(shown), text);
}

void TestElisions::expandsBrokenTextToo() {
  Elisions elisions;
  const QByteArray mark = Elisions::mark(elisions.add("\"v\"", Elision::Reason::Long));
  QCOMPARE(elisions.expand("{oops " + mark + ',' + mark), QByteArray("{oops \"v\",\"v\""));
  QCOMPARE(elisions.expand(Elisions::mark(5)), Elisions::mark(5));
}

void TestElisions::mapsPlaces() {
  Elisions elisions;
  const QByteArray value = "\"0123456789\"";
  const QByteArray shown = "[1," + Elisions::mark(elisions.add(value, Elision::Reason::Long)) + ",22]";
  const QByteArray whole = elisions.expand(shown);
  QCOMPARE(elisions.toExpanded(shown, 1), qsizetype(1));
  QCOMPARE(elisions.toExpanded(shown, 3), qsizetype(3));
  QCOMPARE(elisions.toExpanded(shown, 5), qsizetype(3));
  QCOMPARE(elisions.toExpanded(shown, shown.indexOf("22")), whole.indexOf("22"));
  QCOMPARE(elisions.toElided(shown, whole.indexOf("22")), shown.indexOf("22"));
  QCOMPARE(elisions.toElided(shown, 8), qsizetype(3));
  QCOMPARE(elisions.toElided(shown, 1), qsizetype(1));
}

void TestElisions::copiesAreIndependent() {
  Elisions elisions;
  elisions.add("1", Elision::Reason::Long);
  const Elisions copy = elisions;
  elisions.add("2", Elision::Reason::Long);
  QCOMPARE(copy.size(), 1);
  QCOMPARE(copy.find(Elisions::First + 1), nullptr);
  QCOMPARE(elisions.find(Elisions::First + 1)->bytes, QByteArray("2"));
}

void TestElisions::saysWhenFull() {
  Elisions elisions;
  for (int i = 0; i < Elisions::Capacity; ++i)
    QCOMPARE(elisions.add(QByteArray::number(i), Elision::Reason::Masked), i);
  QCOMPARE(elisions.add("\"one more\"", Elision::Reason::Masked), -1);
  QCOMPARE(elisions.add("7", Elision::Reason::Masked), 7);
  const QByteArray last = Elisions::mark(Elisions::Capacity - 1);
  QCOMPARE(Elisions::markAt(last, 0), Elisions::Capacity - 1);
  QVERIFY(scan(last, &elisions).valid());
  const QByteArray text = R"({"a":1,"token":"xx"})";
  const QByteArray whole = Elisions::mark(Elisions::Capacity);
  QCOMPARE(mask(text, elisions, sensitive), whole);
  QCOMPARE(elisions.expand(whole), text);
  QCOMPARE(mask(text, elisions, sensitive), whole);
  QVERIFY(mask(R"({"token":"yy"})", elisions, sensitive).isNull());
}

/// One value has no room any more, the next is known: the first must not stand there in clear for it.
void TestElisions::hidesAllWhenOneHasNoRoom() {
  Elisions elisions;
  for (int i = 0; i < Elisions::Capacity; ++i)
    elisions.add(QByteArray::number(i), Elision::Reason::Masked);
  const QByteArray text = R"({"token":"new","password":7})";
  QCOMPARE(mask(text, elisions, sensitive), Elisions::mark(Elisions::Capacity));
  QCOMPARE(elisions.expand(Elisions::mark(Elisions::Capacity)), text);
}

/// Each byte of a text with two values kept out of it, there and back.
void TestElisions::mapsEveryPlace() {
  Elisions elisions;
  const QByteArray first = Elisions::mark(elisions.add("\"0123456789\"", Elision::Reason::Long));
  const QByteArray second = Elisions::mark(elisions.add("7", Elision::Reason::Masked));
  const QByteArray shown = "[1," + first + ",22," + second + first + "]";
  qsizetype whole = 0;
  for (qsizetype at = 0; at < shown.size();) {
    const int number = Elisions::markAt(shown, at);
    const qsizetype length = number < 0 ? 1 : 4;
    const qsizetype expanded = number < 0 ? 1 : elisions.at(number).bytes.size();
    for (qsizetype i = 0; i < length; ++i)
      QCOMPARE(elisions.toExpanded(shown, at + i), whole);
    for (qsizetype i = 0; i < expanded; ++i)
      QCOMPARE(elisions.toElided(shown, whole + i), at);
    at += length;
    whole += expanded;
  }
  QCOMPARE(elisions.toElided(shown, whole), shown.size());
  QCOMPARE(elisions.toExpanded(shown, shown.size()), whole);
}

QTEST_APPLESS_MAIN(TestElisions)
#include "tst_elisions.moc"
