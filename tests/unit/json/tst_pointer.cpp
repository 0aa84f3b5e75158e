// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/pointer.h"

#include <QTest>

using namespace oxp::json;

class TestPointer : public QObject {
  Q_OBJECT
private slots:
  void writesAndReads_data();
  void writesAndReads();
  void namesEveryValueAndFindsItAgain();
  void begins();
  void tellsDuplicateKeysApart();
  void findsNothingWhereNothingIs_data();
  void findsNothingWhereNothingIs();
  void knowsTheValueAtACaret_data();
  void knowsTheValueAtACaret();
  void knowsTheScalarOfALine_data();
  void knowsTheScalarOfALine();
  void measuresFromTheKey();
  void listsContainersAround();
  void worksOnABrokenText();
};

void TestPointer::writesAndReads_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("steps");
  QTest::newRow("root") << QByteArray("") << 0;
  QTest::newRow("plain") << QByteArray("/a/0") << 2;
  QTest::newRow("empty key") << QByteArray("/") << 1;
  QTest::newRow("escapes") << QByteArray("/a~1b/~0~01") << 2;
  QTest::newRow("second") << QByteArray("/a#2") << 1;
  QTest::newRow("a key that looks like a second") << QByteArray("/a#2#1") << 1;
  QTest::newRow("hash") << QByteArray("/a#/#x") << 2;
}

void TestPointer::writesAndReads() {
  QFETCH(QByteArray, text);
  QFETCH(int, steps);
  const Pointer pointer = Pointer::fromString(text);
  QCOMPARE(int(pointer.steps.size()), steps);
  QCOMPARE(pointer.toString(), text);
}

void TestPointer::namesEveryValueAndFindsItAgain() {
  const QByteArray text = R"({"a":[1,{"b":2,"a/b":[[]]}],"":{"x":null,"":true},"\u0061":3,"a#2":4,"a":5})";
  const Scan tokens = scan(text);
  QVERIFY(tokens.valid());
  QByteArrayList seen;
  for (quint32 i = 0; i < tokens.tokens.size(); ++i) {
    if (tokens.tokens[i].closes() || tokens.tokens[i].kind == TokenKind::Key)
      continue;
    const Pointer pointer = pointerOf(text, tokens, i);
    QCOMPARE(find(text, tokens, pointer), i);
    QCOMPARE(Pointer::fromString(pointer.toString()), pointer);
    seen << pointer.toString();
  }
  QCOMPARE(seen.join(' '),
           QByteArray(" /a /a/0 /a/1 /a/1/b /a/1/a~1b /a/1/a~1b/0 / //x // /a#2 /a#2#1 /a#3"));
}

void TestPointer::begins() {
  const Pointer shallow = Pointer::fromString("/a~1b/c#2/0");
  QCOMPARE(shallow.head(100), shallow.toString());
  QCOMPARE(Pointer().head(100), QByteArray());
  const QByteArray key = "~a/" + QByteArray(100'000, 'k');
  const Pointer deep = Pointer().child("root").child(key, 2).child("leaf");
  const QByteArray head = deep.head(200);
  QVERIFY(head.size() >= 200 && head.size() < 300);
  QCOMPARE(head.first(200), deep.toString().first(200));
}

void TestPointer::tellsDuplicateKeysApart() {
  const QByteArray text = R"({"a":1,"a":2,"b":{"a":3}})";
  const Scan tokens = scan(text);
  const auto at = [&](const char *pointer) {
    return valueText(text, tokens, find(text, tokens, Pointer::fromString(pointer))).toByteArray();
  };
  QCOMPARE(at("/a"), QByteArray("1"));
  QCOMPARE(at("/a#2"), QByteArray("2"));
  QCOMPARE(at("/b/a"), QByteArray("3"));
  QVERIFY(Pointer::fromString("/b").contains(Pointer::fromString("/b/a")));
  QVERIFY(!Pointer::fromString("/a").contains(Pointer::fromString("/a#2")));
}

void TestPointer::findsNothingWhereNothingIs_data() {
  QTest::addColumn<QByteArray>("pointer");
  for (const char *pointer : {"/x", "/a/3", "/a/-", "/a/01", "/a/0/b", "/a#2", "/a/99999999999999999999",
                              "/a/", "/a/0#2", "/a#2/0"})
    QTest::newRow(pointer) << QByteArray(pointer);
}

void TestPointer::findsNothingWhereNothingIs() {
  QFETCH(QByteArray, pointer);
  const QByteArray text = R"({"a":[1,2,3]})";
  QCOMPARE(find(text, scan(text), Pointer::fromString(pointer)), NoToken);
}

void TestPointer::knowsTheValueAtACaret_data() {
  QTest::addColumn<int>("offset");
  QTest::addColumn<QByteArray>("value");
  // {"key" : 12, "b":[true,{}]}
  // 0123456789012345678901234567
  const QByteArray whole = R"({"key" : 12, "b":[true,{}]})";
  QTest::newRow("before all") << 0 << whole;
  QTest::newRow("in a key") << 3 << QByteArray("12");
  QTest::newRow("behind a colon") << 8 << QByteArray("12");
  QTest::newRow("in a number") << 10 << QByteArray("12");
  QTest::newRow("behind a number") << 11 << QByteArray("12");
  QTest::newRow("behind a comma") << 12 << whole;
  QTest::newRow("at a bracket") << 17 << QByteArray("[true,{}]");
  QTest::newRow("in true") << 20 << QByteArray("true");
  QTest::newRow("between brackets") << 24 << QByteArray("{}");
  QTest::newRow("behind the inner bracket") << 25 << QByteArray("[true,{}]");
  QTest::newRow("at the end") << 27 << whole;
}

void TestPointer::knowsTheValueAtACaret() {
  QFETCH(int, offset);
  QFETCH(QByteArray, value);
  const QByteArray text = R"({"key" : 12, "b":[true,{}]})";
  const Scan tokens = scan(text);
  const quint32 token = valueAt(tokens, offset);
  QVERIFY(token != NoToken);
  QCOMPARE(valueText(text, tokens, token).toByteArray(), value);
}

void TestPointer::knowsTheScalarOfALine_data() {
  QTest::addColumn<QByteArray>("before"); ///< what stands before the caret
  QTest::addColumn<QByteArray>("value");  ///< empty: there is none
  const auto row = [](const char *name, const char *before, const char *value) {
    QTest::newRow(name) << QByteArray(before) << QByteArray(value);
  };
  row("in the indentation", "{\n ", "12");
  row("at the line's start", "{\n", "12");
  row("in the key", "{\n  \"ke", "12");
  row("behind the comma", "{\n  \"key\": 12,", "12");
  row("on a line with brackets only", "", "");
  row("at a key of a small object", "{\n  \"key\": 12,\n  \"o", "1");
  row("between two", "{\n  \"key\": 12,\n  \"o\": { \"a\": 1,", "1");
  row("nearer to the second", "{\n  \"key\": 12,\n  \"o\": { \"a\": 1, ", "\"x\"");
  row("behind the small object", "{\n  \"key\": 12,\n  \"o\": { \"a\": 1, \"b\": \"x\" }", "\"x\"");
  row("last line", "{\n  \"key\": 12,\n  \"o\": { \"a\": 1, \"b\": \"x\" }\n}", "");
}

void TestPointer::knowsTheScalarOfALine() {
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, value);
  const QByteArray text = "{\n  \"key\": 12,\n  \"o\": { \"a\": 1, \"b\": \"x\" }\n}";
  QVERIFY(text.startsWith(before));
  const qsizetype from = before.lastIndexOf('\n') + 1;
  const qsizetype end = text.indexOf('\n', from);
  const Scan tokens = scan(text);
  const quint32 token = scalarAt(tokens, before.size(), from, end < 0 ? text.size() : end);
  QCOMPARE(token == NoToken ? QByteArray() : valueText(text, tokens, token).toByteArray(), value);
}

/// A member begins with its key.
void TestPointer::measuresFromTheKey() {
  const QByteArray text = R"([{"a":1},   {"longerKey":2}])";
  const Scan tokens = scan(text);
  const auto at = [&](qsizetype offset) {
    return valueText(text, tokens, scalarAt(tokens, offset, 0, text.size())).toByteArray();
  };
  QCOMPARE(at(text.indexOf("   {") + 2), QByteArray("2"));
  QCOMPARE(at(text.indexOf("   {")), QByteArray("1"));
}

void TestPointer::listsContainersAround() {
  const QByteArray text = R"([{"a":[1]}])";
  const Scan tokens = scan(text);
  QCOMPARE(ancestry(tokens, 4), std::vector<quint32>({0, 1, 3}));
  QCOMPARE(ancestry(tokens, 0), std::vector<quint32>());
  QCOMPARE(oxp::json::children(tokens, 1), std::vector<quint32>({2}));
  QCOMPARE(valueAt(tokens, -1), NoToken);
  QCOMPARE(tokenAt(tokens, 4), 2u);
}

void TestPointer::worksOnABrokenText() {
  const QByteArray text = R"({"a":[1,2,{"b":)";
  const Scan tokens = scan(text);
  QVERIFY(!tokens.valid());
  QCOMPARE(pointerOf(text, tokens, 6).toString(), QByteArray("/a/2/b"));
  QCOMPARE(oxp::json::children(tokens, 2).size(), size_t(3));
  QCOMPARE(valueAt(tokens, text.size()), NoToken);
  QCOMPARE(valueAt(tokens, 6), 3u);
}

QTEST_APPLESS_MAIN(TestPointer)
#include "tst_pointer.moc"
