// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/json/randomjson.h"

#include "json/layout.h"
#include "json/splicer.h"

#include <QTest>

using namespace oxp::json;

namespace {

/// The splices as the alignment finds them, without the net that splicesFor() spans below.
std::vector<Splice> found(const QByteArray &stored, const QByteArray &edited) {
  const Tree before(stored);
  const Tree after(edited);
  return Splicer(before, after).run();
}

/// Carries splices out on its own and checks their order on the way. A null result: they overlap.
QByteArray carriedOut(const QByteArray &text, const std::vector<Splice> &splices) {
  QByteArray out("");
  qsizetype from = 0;
  for (const Splice &splice : splices) {
    if (splice.offset < from || splice.offset + splice.removed > text.size())
      return {};
    out += text.mid(from, splice.offset - from) + splice.inserted;
    from = splice.offset + splice.removed;
  }
  return out + text.mid(from);
}

QByteArray explain(const QByteArray &stored, const QByteArray &edited, const QByteArray &result) {
  return "\nstored:\n" + stored + "\nedited:\n" + edited + "\nresult:\n" + result + '\n';
}

#define CHECK(condition)                                                                                     \
  do {                                                                                                       \
    if (!(condition))                                                                                        \
      QFAIL(explain(stored, edited, result).constData());                                                    \
  } while (false)

} // namespace

/// 100,000 random documents in all, each with random edits.
class TestSpliceProperties : public QObject {
  Q_OBJECT
private slots:
  void resultSaysWhatWasEdited_data();
  void resultSaysWhatWasEdited();
  void styleIsThatOfTheNeighbours_data();
  void styleIsThatOfTheNeighbours();
  void oneValueIsOneSplice_data();
  void oneValueIsOneSplice();
  void whatIsReadAndNotEditedStays();
};

static void seeds(int count) {
  QTest::addColumn<int>("seed");
  for (int seed = 0; seed < count; ++seed)
    QTest::addRow("%d", seed) << seed;
}

void TestSpliceProperties::resultSaysWhatWasEdited_data() {
  seeds(6);
}

/// 60,000 documents with untidy white space: what comes out has the tokens of what was edited.
void TestSpliceProperties::resultSaysWhatWasEdited() {
  QFETCH(int, seed);
  RandomJson random(quint32(1000 + seed));
  for (int i = 0; i < 10'000; ++i) {
    Node node = random.value();
    const QByteArray stored = random.untidy(node);
    if (random.chance(95))
      random.edit(node);
    const QByteArray edited = render(node, Spelling::pretty());
    const std::vector<Splice> splices = found(stored, edited);
    const QByteArray result = carriedOut(stored, splices);
    CHECK(oxp::json::apply(stored, splices) == result);
    CHECK(minify(result) == render(node, Spelling::minified()));
    CHECK(splices.empty() == (minify(stored) == minify(edited)));
    CHECK(splicesFor(stored, edited) == splices);
  }
}

void TestSpliceProperties::styleIsThatOfTheNeighbours_data() {
  QTest::addColumn<int>("seed");
  QTest::addColumn<QByteArray>("indent");
  QTest::addColumn<QByteArray>("newline");
  QTest::addColumn<QByteArray>("colon");
  QTest::addColumn<QByteArray>("comma");
  const auto row = [](const char *name, int seed, const Spelling &s) {
    QTest::newRow(name) << seed << s.indent << s.newline << s.colon << s.comma;
  };
  row("minified", 1, Spelling::minified());
  row("one line", 2, Spelling::oneLine());
  row("pretty", 3, Spelling::pretty());
  row("tabs, CR LF", 4, Spelling::pretty("\t", "\r\n"));
}

/// 20,000 documents in one style: what comes out is in that style throughout.
void TestSpliceProperties::styleIsThatOfTheNeighbours() {
  QFETCH(int, seed);
  QFETCH(QByteArray, indent);
  QFETCH(QByteArray, newline);
  QFETCH(QByteArray, colon);
  QFETCH(QByteArray, comma);
  const Spelling spelling{indent, newline, colon, comma};
  RandomJson random(quint32(2000 + seed));
  for (int i = 0; i < 5'000; ++i) {
    Node node = random.container(4, Node::Object); // an empty one would not show its style
    const QByteArray stored = render(node, spelling);
    random.edit(node);
    const QByteArray edited = render(node, Spelling::pretty());
    const QByteArray result = carriedOut(stored, found(stored, edited));
    CHECK(result == render(node, spelling));
  }
}

void TestSpliceProperties::oneValueIsOneSplice_data() {
  seeds(2);
}

/// 20,000 untidy documents in which one scalar changes: not a byte beside it does.
void TestSpliceProperties::oneValueIsOneSplice() {
  QFETCH(int, seed);
  RandomJson random(quint32(3000 + seed));
  for (int i = 0; i < 10'000; ++i) {
    const QByteArray stored = random.untidy(random.container(3, Node::Object));
    const Scan tokens = scan(stored);
    QVERIFY(tokens.valid());
    std::vector<Token> scalars;
    for (const Token &token : tokens.tokens) {
      if (!token.opens() && !token.closes() && token.kind != TokenKind::Key)
        scalars.push_back(token);
    }
    if (scalars.empty())
      continue;
    const Token token = scalars[size_t(random.below(int(scalars.size())))];
    QByteArray expected = stored;
    expected.replace(token.offset, token.length, random.scalar());
    const Style style = random.chance(50) ? Style::readable() : Style::pretty();
    const QByteArray edited = layOut(expected, scan(expected), style);
    const QByteArray result = carriedOut(stored, found(stored, edited));
    CHECK(result == expected);
  }
}

/// Laid out for a person and saved again: not a byte moves, whatever the stored layout.
void TestSpliceProperties::whatIsReadAndNotEditedStays() {
  RandomJson random(4000);
  for (int i = 0; i < 10'000; ++i) {
    const QByteArray stored = random.untidy(random.value(5));
    const QByteArray edited = layOut(stored, scan(stored), Style::readable());
    const QByteArray result = carriedOut(stored, found(stored, edited));
    CHECK(splicesFor(stored, edited)->empty());
    CHECK(result == stored);
  }
}

QTEST_APPLESS_MAIN(TestSpliceProperties)
#include "tst_spliceproperties.moc"
