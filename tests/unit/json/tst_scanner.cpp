// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/elisions.h"
#include "json/scanner.h"

#include <QTest>

using namespace oxp::json;
using Code = ScanError::Code;

namespace {

QByteArray nested(int depth) {
  return QByteArray(depth, '[') + QByteArray(depth, ']');
}

std::vector<TokenKind> kinds(const Scan &scan) {
  std::vector<TokenKind> found;
  for (const Token &token : scan.tokens)
    found.push_back(token.kind);
  return found;
}

} // namespace

class TestScanner : public QObject {
  Q_OBJECT
private slots:
  void acceptsWhatAWorkerReads_data();
  void acceptsWhatAWorkerReads();
  void saysWhatIsWrongAndWhere_data();
  void saysWhatIsWrongAndWhere();
  void yieldsTheTokenTable();
  void keepsTokensBeforeAnError();
  void readsAnyDepth();
  void findsInvalidUtf8_data();
  void findsInvalidUtf8();
  void countsLinesAndColumns_data();
  void countsLinesAndColumns();
  void refusesEveryRawControlCharacter();
  void takesMarksOnlyWhereAValueMayStand();
  void scansTenMegabytes();
};

void TestScanner::acceptsWhatAWorkerReads_data() {
  QTest::addColumn<QByteArray>("text");
  const std::vector<QByteArray> texts = {"{}",
                                         "[]",
                                         "null",
                                         "true",
                                         "false",
                                         "0",
                                         "-0",
                                         "-0.0",
                                         "1e400",
                                         "1E+2",
                                         "1.10",
                                         "\"\"",
                                         " [ ] ",
                                         "\t\r\n1\n",
                                         "123456789012345678901234567890",
                                         "0.000000000000000000000000000001e-999",
                                         R"("\ud800")",
                                         R"("\udc00\ud800")",
                                         R"("\u0000")",
                                         R"({"a":1,"a":2})",
                                         R"({"":{"":[]}})",
                                         "\"\x7f\"",
                                         "\"\xe2\x80\xa8\xf0\x9f\xa6\xac\"",
                                         R"(["\"\\\/\b\f\n\r\t\uABCD"])",
                                         "\"\xf3\xb0\x80\x80\""};
  for (const QByteArray &text : texts)
    QTest::newRow(text.toPercentEncoding().constData()) << text;
}

void TestScanner::acceptsWhatAWorkerReads() {
  QFETCH(QByteArray, text);
  QVERIFY(scan(text).valid());
}

void TestScanner::saysWhatIsWrongAndWhere_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<Code>("code");
  QTest::addColumn<int>("offset");
  const auto row = [](const QByteArray &text, Code code, int offset) {
    QTest::newRow(("'" + text.toPercentEncoding(" {}[]:,\"") + "'").constData()) << text << code << offset;
  };
  row("", Code::Empty, 0);
  row(" \n", Code::Empty, 2);
  row("{", Code::UnexpectedEnd, 1);
  row("[1", Code::UnexpectedEnd, 2);
  row("[1, ", Code::UnexpectedEnd, 4);
  row("{\"a\"", Code::UnexpectedEnd, 4);
  row("{\"a\":", Code::UnexpectedEnd, 5);
  row("{\"a\":1,", Code::UnexpectedEnd, 7);
  row("[\"abc", Code::UnclosedString, 1);
  row("[\"abc\\\"", Code::UnclosedString, 1);
  row("[,1]", Code::ValueExpected, 1);
  row("{\"a\":}", Code::ValueExpected, 5);
  row("]", Code::ValueExpected, 0);
  row("{1:2}", Code::KeyExpected, 1);
  row("{a:2}", Code::KeyExpected, 1);
  row("{\"a\" 1}", Code::ColonMissing, 5);
  row("[1 2]", Code::CommaMissing, 3);
  row("{\"a\":1 \"b\":2}", Code::CommaMissing, 7);
  row("[1, ]", Code::TrailingComma, 2);
  row("{\"a\":1,}", Code::TrailingComma, 6);
  row("[1}", Code::BracketMismatch, 2);
  row("{\"a\":1]", Code::BracketMismatch, 6);
  row("undefined", Code::BadLiteral, 0);
  row("[NaN]", Code::BadLiteral, 1);
  row("[nul]", Code::BadLiteral, 1);
  row("[truex]", Code::BadLiteral, 1);
  row("['a']", Code::BadLiteral, 1);
  row("[1,//\n2]", Code::BadLiteral, 3);
  row("\xf3\xb0\x80\x80", Code::BadLiteral, 0);
  row("[01]", Code::BadNumber, 1);
  row("1.", Code::BadNumber, 0);
  row(".5", Code::BadNumber, 0);
  row("+1", Code::BadNumber, 0);
  row("-", Code::BadNumber, 0);
  row("1e", Code::BadNumber, 0);
  row("1e+", Code::BadNumber, 0);
  row("0x10", Code::BadNumber, 0);
  row("-Infinity", Code::BadNumber, 0);
  row("[\"a\\q\"]", Code::BadEscape, 3);
  row("\"\\u12g4\"", Code::BadEscape, 1);
  row("\"\\u123g\"", Code::BadEscape, 1);
  row("\"\\u123\"", Code::BadEscape, 1);
  row("\"\\", Code::BadEscape, 1);
  row("\"a\tb\"", Code::ControlCharacter, 2);
  row("\"01234567890\n\"", Code::ControlCharacter, 12);
  row(QByteArray("\"a\0b\"", 5), Code::ControlCharacter, 2);
  row("\"ab\xff\"", Code::BadUtf8, 3);
  row("\"\x80\"", Code::BadUtf8, 1);
  row("\"\xc0\xaf\"", Code::BadUtf8, 1);
  row("\"\xed\xa0\x80\"", Code::BadUtf8, 1);
  row("[\xff]", Code::BadUtf8, 1);
  row("\xef\xbb\xbf{}", Code::Bom, 0);
  row("{} {}", Code::TrailingText, 3);
  row("1,", Code::TrailingText, 1);
}

void TestScanner::saysWhatIsWrongAndWhere() {
  QFETCH(QByteArray, text);
  QFETCH(Code, code);
  QFETCH(int, offset);
  const Scan result = scan(text);
  QVERIFY(!result.valid());
  QCOMPARE(int(result.error->code), int(code));
  QCOMPARE(result.error->offset, qsizetype(offset));
}

void TestScanner::yieldsTheTokenTable() {
  using enum TokenKind;
  const QByteArray text = R"({ "a" : [1, {}], "b": "x" })";
  const Scan result = scan(text);
  QVERIFY(result.valid());
  QVERIFY(kinds(result) == std::vector<TokenKind>({ObjectBegin, Key, ArrayBegin, Number, ObjectBegin,
                                                   ObjectEnd, ArrayEnd, Key, String, ObjectEnd}));
  const std::vector<Token> &tokens = result.tokens;
  QCOMPARE(tokens[0].partner, 9u);
  QCOMPARE(tokens[9].partner, 0u);
  QCOMPARE(tokens[0].parent, NoToken);
  QCOMPARE(tokens[9].parent, NoToken);
  QCOMPARE(tokens[1].partner, 2u);
  QCOMPARE(tokens[2].partner, 6u);
  QCOMPARE(tokens[3].parent, 2u);
  QCOMPARE(tokens[3].partner, 3u);
  QCOMPARE(tokens[5].parent, 2u);
  QCOMPARE(tokens[8].parent, 0u);
  QCOMPARE(tokenText(text, tokens[1]), QByteArrayView("\"a\""));
  QCOMPARE(valueText(text, result, 2), QByteArrayView("[1, {}]"));
  QCOMPARE(valueText(text, result, 0), QByteArrayView(text));
  QCOMPARE(skipValue(result, 1), 7u);
}

void TestScanner::keepsTokensBeforeAnError() {
  const Scan result = scan(R"({"a": [1, 2,, 3]})");
  QCOMPARE(int(result.error->code), int(Code::ValueExpected));
  QCOMPARE(result.tokens.size(), size_t(5));
  QCOMPARE(result.tokens[0].partner, NoToken);
  QCOMPARE(skipValue(result, 0), 5u);
}

void TestScanner::readsAnyDepth() {
  QVERIFY(scan(nested(1'000'000)).valid());
  QVERIFY(!scan(nested(1'000'000).chopped(1)).valid());
}

void TestScanner::findsInvalidUtf8_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("offset");
  QTest::newRow("plain") << QByteArray("0123456789abcdef") << -1;
  QTest::newRow("all lengths") << QByteArray("a\xc3\xa9\xe4\xb8\xad\xf0\x9f\xa6\xac") << -1;
  QTest::newRow("cut") << QByteArray("0123456789\xe4\xb8") << 10;
  QTest::newRow("lone tail") << QByteArray("\x80") << 0;
  QTest::newRow("overlong") << QByteArray("a\xe0\x80\xaf") << 1;
  QTest::newRow("surrogate") << QByteArray("a\xed\xbf\xbf") << 1;
  QTest::newRow("above the end") << QByteArray("a\xf4\x90\x80\x80") << 1;
}

void TestScanner::findsInvalidUtf8() {
  QFETCH(QByteArray, text);
  QFETCH(int, offset);
  QCOMPARE(invalidUtf8At(text), qsizetype(offset));
}

void TestScanner::countsLinesAndColumns_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("offset");
  QTest::addColumn<int>("line");
  QTest::addColumn<int>("column");
  QTest::newRow("start") << QByteArray("abc") << 0 << 1 << 1;
  QTest::newRow("second line") << QByteArray("a\nbc") << 3 << 2 << 2;
  QTest::newRow("at the break") << QByteArray("a\nbc") << 1 << 1 << 2;
  QTest::newRow("cr lf") << QByteArray("a\r\nbc") << 3 << 2 << 1;
  QTest::newRow("cr") << QByteArray("a\rb\rc") << 4 << 3 << 1;
  QTest::newRow("code points") << QByteArray("\xf0\x9f\xa6\xac\xc3\xa9x") << 6 << 1 << 3;
  QTest::newRow("past the end") << QByteArray("ab") << 9 << 1 << 3;
}

void TestScanner::countsLinesAndColumns() {
  QFETCH(QByteArray, text);
  QFETCH(int, offset);
  QFETCH(int, line);
  QFETCH(int, column);
  const LineColumn place = lineColumn(text, offset);
  QCOMPARE(place.line, qsizetype(line));
  QCOMPARE(place.column, qsizetype(column));
}

/// At each place of the eight bytes that are looked at together, and behind them.
void TestScanner::refusesEveryRawControlCharacter() {
  for (int character = 0; character < 0x30; ++character) {
    if (character == '"')
      continue;
    for (int before = 0; before < 10; ++before) {
      const QByteArray text = '"' + QByteArray(before, 'x') + char(character) + QByteArray(9, 'y') + '"';
      for (const QByteArray &one : {text, text.first(before + 2) + '"'}) {
        const Scan result = scan(one);
        QCOMPARE(result.valid(), character >= 0x20);
        if (character < 0x20)
          QCOMPARE(*result.error, (ScanError{Code::ControlCharacter, before + 1}));
      }
    }
  }
}

void TestScanner::takesMarksOnlyWhereAValueMayStand() {
  Elisions elisions;
  const QByteArray mark = Elisions::mark(elisions.add("\"long\"", Elision::Reason::Long));
  const QByteArray unknown = Elisions::mark(7);
  const Scan good = scan("[" + mark + ",{\"a\":" + mark + "}]", &elisions);
  QVERIFY(good.valid());
  QCOMPARE(int(good.tokens[1].kind), int(TokenKind::Elided));
  const auto codeOf = [&](const QByteArray &text) { return int(scan(text, &elisions).error->code); };
  QCOMPARE(codeOf("[" + unknown + "]"), int(Code::BadLiteral));
  QCOMPARE(codeOf("[\"a" + mark + "\"]"), int(Code::ElisionMisplaced));
  QCOMPARE(codeOf("{\"" + mark + "\":1}"), int(Code::ElisionMisplaced));
  QCOMPARE(codeOf("{" + mark + ":1}"), int(Code::KeyExpected));
  QCOMPARE(codeOf("[" + mark + mark + "]"), int(Code::CommaMissing));
  QVERIFY(scan("[\"" + unknown + "\"]", &elisions).valid());
}

/// Wide bound, as the build may be a debug one on a busy machine; it catches what is not linear.
void TestScanner::scansTenMegabytes() {
  QByteArray text("[");
  while (text.size() < 10'000'000)
    text += "\n  {\n    \"orderId\": 9007199254740993,\n    \"name\": \"\xe4\xb8\xad\xe6\x96\x87\"\n  },";
  text.back() = ']';
  const Scan tokens = scan(text);
  QVERIFY(tokens.valid());
  QCOMPARE(qsizetype(tokens.tokens.front().partner), qsizetype(tokens.tokens.size()) - 1);
}

QTEST_APPLESS_MAIN(TestScanner)
#include "tst_scanner.moc"
