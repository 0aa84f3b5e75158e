// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/json/randomjson.h"

#include "json/diff.h"
#include "json/excerpt.h"
#include "json/layout.h"

#include <QTest>

using namespace oxp::json;

namespace {

/// One line a change: kind, pointer, before, after.
QByteArray listed(const std::vector<Change> &changes) {
  static constexpr char Signs[] = "+-~=>";
  QByteArrayList lines;
  for (const Change &change : changes) {
    QByteArray line = Signs[change.kind] + change.pointer.toString();
    if (!change.before.isEmpty() && change.kind != Change::Moved)
      line += ' ' + change.before;
    if (!change.after.isEmpty())
      line += (change.kind == Change::Added || change.kind == Change::Moved ? " " : " -> ") + change.after;
    lines << line;
  }
  return lines.join(" | ");
}

} // namespace

class TestDiff : public QObject {
  Q_OBJECT
private slots:
  void listsChanges_data();
  void listsChanges();
  void takesBrokenTextAsAWhole();
  void sameTokensSayNothing();
  void everyChangeIsTrue();
  void excerptSaysWhatTheWholeSays();
  void excerptTellsItsStandInFromAKey();
  void excerptOfBrokenBytes();
  void survivesDepth();
};

void TestDiff::listsChanges_data() {
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("after");
  QTest::addColumn<QByteArray>("changes");
  const auto row = [](const char *name, const char *before, const char *after, const char *changes) {
    QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(changes);
  };
  row("nothing", R"({"a" : 1})", "{\n\"a\":1}", "");
  row("value", R"({"a":{"b":[1,2]}})", R"({"a":{"b":[1,3]}})", "~/a/b/1 2 -> 3");
  row("added, removed", R"({"a":1,"b":2})", R"({"b":2,"c":{ "d":[ ]}})", R"(-/a 1 | +/c {"d":[]})");
  row("renamed", R"({"a":1})", R"({"b":1})", "-/a 1 | +/b 1");
  row("in front of an array", "[1,2,3]", "[0,1,2,3]", "+/0 0");
  row("out of an array", "[1,2,3]", "[1,3]", "-/1 2");
  row("other kind", "[1]", R"({"a":1})", R"(~ [1] -> {"a":1})");
  row("other spelling", R"({"n":1.0,"s":"a","t":1})", R"({"n":1.00,"s":"\u0061","t":1})",
      R"(=/n 1.0 -> 1.00 | =/s "a" -> "\u0061")");
  row("big integers differ", "9007199254740992", "9007199254740993",
      "~ 9007199254740992 -> 9007199254740993");
  row("key spelled anew", R"({"a":1})", R"({"\u0061":2})", R"(=/a "a" -> "\u0061" | ~/a 1 -> 2)");
  row("second duplicate", R"({"a":1,"a":2})", R"({"a":1,"a":3})", "~/a#2 2 -> 3");
  row("moved", R"({"a":1,"b":2,"c":3})", R"({"c":3,"a":1,"b":2})", ">/c 3");
  row("moved and changed", R"({"a":1,"b":2,"c":[3]})", R"({"c":[4],"a":1,"b":2})", ">/c [4] | ~/c/0 3 -> 4");
  row("in the order of the text", R"({"a":1,"b":{"c":1},"d":1})", R"({"a":2,"b":{"c":2},"d":2})",
      "~/a 1 -> 2 | ~/b/c 1 -> 2 | ~/d 1 -> 2");
  row("string and number", R"(["1"])", "[1]", R"(~/0 "1" -> 1)");
}

void TestDiff::listsChanges() {
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, after);
  QFETCH(QByteArray, changes);
  QCOMPARE(listed(diff(before, after)), changes);
}

void TestDiff::takesBrokenTextAsAWhole() {
  QCOMPARE(listed(diff("{\"a\":1,}", "{}")), QByteArray("~ {\"a\":1,} -> {}"));
  QVERIFY(diff("{,", "{,").empty());
}

void TestDiff::sameTokensSayNothing() {
  RandomJson random(20);
  for (int i = 0; i < 3'000; ++i) {
    const Node node = random.value();
    QVERIFY(diff(random.untidy(node), render(node, Spelling::pretty())).empty());
  }
}

/// Each change names values that stand there, and texts with different tokens always have one.
void TestDiff::everyChangeIsTrue() {
  RandomJson random(21);
  for (int i = 0; i < 10'000; ++i) {
    Node node = random.value();
    const QByteArray before = random.untidy(node);
    random.edit(node);
    const QByteArray after = render(node, Spelling::minified());
    const std::vector<Change> changes = diff(before, after);
    QCOMPARE(changes.empty(), *minify(before) == after);
    for (const Change &change : changes) {
      const QByteArray &text = change.kind == Change::Removed ? before : after;
      const Scan tokens = scan(text);
      const quint32 token = find(text, tokens, change.pointer);
      QVERIFY2(token != NoToken, change.pointer.toString());
      const QByteArray &value = change.kind == Change::Removed ? change.before : change.after;
      const bool isKey = token > 0 && tokens.tokens[token - 1].kind == TokenKind::Key &&
                         tokenText(text, tokens.tokens[token - 1]) == value;
      QVERIFY(isKey || *minify(valueText(text, tokens, token)) == value);
    }
  }
}

void TestDiff::survivesDepth() {
  const auto nested = [](const char *inner) {
    return QByteArray("[").repeated(50'000) + inner + QByteArray("]").repeated(50'000);
  };
  const std::vector<Change> changes = diff(nested("1"), nested("2"));
  QCOMPARE(changes.size(), size_t(1));
  QCOMPARE(changes[0].pointer.steps.size(), size_t(50'000));
}

/// 20,000 edits, judged by the part that they touch and by both texts from end to end.
void TestDiff::excerptSaysWhatTheWholeSays() {
  RandomJson random(4711);
  for (int i = 0; i < 20'000; ++i) {
    Node node = random.value();
    const ScannedText before(random.untidy(node));
    random.edit(node);
    const std::vector<Splice> splices = *splicesFor(before.text(), render(node, Spelling::pretty()));
    const QByteArray after = oxp::json::apply(before.text(), splices);
    QVERIFY(isApplied(before.text(), splices, after));
    QCOMPARE(listed(diff(before, after, splices)), listed(diff(QByteArrayView(before.text()), after)));
    QVERIFY(!errorAfter(before, after, splices));
  }
}

/// 60,000 splices of any bytes anywhere: the same verdict and place as of the whole text.
/// A key may be spelled by an escape, so that its bytes are not those of the stand-in.
void TestDiff::excerptTellsItsStandInFromAKey() {
  const ScannedText before(R"({"x":0,"\u007e":1})");
  const QByteArray after = R"({"x":0,"\u007e":2})";
  const std::vector<Splice> splices{{before.text().indexOf('1'), 1, "2"}};
  QCOMPARE(oxp::json::apply(before.text(), splices), after);
  QCOMPARE(listed(diff(before, after, splices)), "~/~0 1 -> 2");
}

void TestDiff::excerptOfBrokenBytes() {
  const QByteArrayList pieces = {"",        "\"",       "]",   "}",     "{",    "[",    ",",
                                 ":",       "1",        "0.5", " ",     "\\",   "],[",  "},{",
                                 "\"a\":1", ",\"~\":0", "~",   "\"~\"", "null", ",[[]]"};
  RandomJson random(815);
  int valid = 0;
  for (int i = 0; i < 60'000; ++i) {
    const ScannedText before(
        random.untidy(random.container(3, random.chance(50) ? Node::Object : Node::Array)));
    const int size = int(before.text().size());
    Splice splice{random.below(size + 1), 0, pieces[random.below(int(pieces.size()))]};
    splice.removed = random.below(int(qMin<qsizetype>(size - splice.offset, 12)) + 1);
    const QByteArray after = oxp::json::apply(before.text(), {splice});
    const Scan whole = scan(after);
    valid += whole.valid();
    QVERIFY2(errorAfter(before, after, {splice}) == whole.error,
             (before.text() + "\n\n" + after).constData());
    // Which of two equal neighbours has gone is a matter of taste here; that something changed is none.
    if (whole.valid())
      QVERIFY2(diff(before, after, {splice}).empty() == diff(QByteArrayView(before.text()), after).empty(),
               (before.text() + "\n\n" + after).constData());
    QCOMPARE(isApplied(before.text(), {splice}, after + ' '), false);
  }
  QVERIFY(valid > 1'000);
}

QTEST_APPLESS_MAIN(TestDiff)
#include "tst_diff.moc"
