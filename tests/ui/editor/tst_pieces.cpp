// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor is made of, without a window: lines, folds, searching, styles, string edits.
#include "search/textsearch.h"
#include "ui/editor/analysis.h"
#include "ui/editor/changedlines.h"
#include "ui/editor/foldtable.h"
#include "ui/editor/linestyler.h"
#include "ui/editor/stringedit.h"
#include "json/fields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

using Lines = std::vector<qint32>;

QByteArray foldsOf(const FoldTable &table) {
  QByteArray dump;
  for (const FoldTable::Fold &fold : table.folds())
    dump += QByteArray::number(fold.first) + '-' + QByteArray::number(fold.last) + ' ';
  return dump.trimmed();
}

/// A letter for each style: punctuation, key, string, number, literal, escape, broken.
QByteArray stylesOf(const QByteArray &line) {
  QByteArray letters;
  for (const char style : styleOf(line))
    letters += " pksnlex"[int(style)];
  return letters;
}

} // namespace

class PiecesTest : public QObject {
  Q_OBJECT

private slots:
  void changedLines_data() {
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Lines>("lines");
    QTest::newRow("same") << "a\nb\nc"_qba
                          << "a\nb\nc"_qba << Lines{};
    QTest::newRow("one") << "a\nb\nc"_qba
                         << "a\nx\nc"_qba << Lines{1};
    QTest::newRow("first and last") << "a\nb\nc\nd"_qba
                                    << "x\nb\nc\ny"_qba << Lines{0, 3};
    QTest::newRow("inserted") << "a\nb\nc"_qba
                              << "a\nnew\nnewer\nb\nc"_qba << Lines{1, 2};
    QTest::newRow("removed") << "a\nb\nc"_qba
                             << "a\nc"_qba << Lines{};
    QTest::newRow("moved") << "a\nb\nc\nd\ne"_qba
                           << "b\nc\nd\na\ne"_qba << Lines{3};
    QTest::newRow("within a line") << "abc abc\nq"_qba
                                   << "abc abc abc\nq"_qba << Lines{0};
    QTest::newRow("from nothing") << ""_qba
                                  << "a\nb"_qba << Lines{0, 1};
    QTest::newRow("to nothing") << "a\nb"_qba
                                << ""_qba << Lines{0};
    QTest::newRow("repeated") << "{\n}\n{\n}\n{\n}"_qba
                              << "{\n}\n{\nx\n}\n{\n}"_qba << Lines{3};
  }
  void changedLines() {
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, text);
    QFETCH(Lines, lines);
    QCOMPARE(oxp::changedLines(base, text), lines);
  }

  /// What is left of both texts without the changed lines is one text: the common lines, in order.
  void changedLinesLeaveACommonText() {
    QRandomGenerator random(7);
    for (int round = 0; round < 400; ++round) {
      QByteArrayList base;
      for (int i = random.bounded(12); i >= 0; --i)
        base << QByteArray(1, char('a' + random.bounded(4)));
      QByteArrayList text = base;
      for (int i = random.bounded(4); i > 0; --i) {
        if (random.bounded(2) && !text.isEmpty())
          text.removeAt(random.bounded(int(text.size())));
        else
          text.insert(random.bounded(int(text.size()) + 1), QByteArray(1, char('a' + random.bounded(6))));
      }
      const Lines changed = oxp::changedLines(base.join('\n'), text.join('\n'));
      qsizetype at = 0; // every unchanged line is found in the base, one behind the other
      const QByteArrayList shown = text.join('\n').split('\n');
      for (qsizetype i = 0; i < shown.size(); ++i) {
        if (std::binary_search(changed.begin(), changed.end(), qint32(i)))
          continue;
        at = base.join('\n').split('\n').indexOf(shown[i], at);
        QVERIFY2(at >= 0, (base.join(' ') + " / " + text.join(' ')).constData());
        ++at;
      }
    }
  }

  void veryDifferentTextsAreComparedByLine() {
    QByteArray base;
    QByteArray text;
    for (int i = 0; i < 5000; ++i) {
      base += "old " + QByteArray::number(i) + "\n";
      text += "new " + QByteArray::number(i) + "\n";
    }
    text.insert(text.indexOf("new 17\n"), "old 4000\n");
    const Lines changed = oxp::changedLines(base, text);
    QCOMPARE(qsizetype(changed.size()), 5000);
    QVERIFY(!std::binary_search(changed.begin(), changed.end(), 17)); // the base has this line somewhere
  }

  void foldsFollowTheTokens() {
    const QByteArray text = "{\n  \"a\": [\n    1\n  ],\n  \"b\": {},\n  \"c\": [{\n    \"d\": 1\n  }]\n}";
    const FoldTable table(text, json::scan(text));
    QCOMPARE(foldsOf(table), "0-8 1-3 5-7 5-7");
    QCOMPARE(table.depth(0), 0);
    QCOMPARE(table.depth(2), 2);
    QCOMPARE(table.depth(6), 3);
    QCOMPARE(table.opening(5)->last, 7);
    QVERIFY(!table.opening(4));
    QCOMPARE(qsizetype(table.around(6).size()), 3);
    QCOMPARE(table.around(6).back().first, 0);
    QVERIFY(table.around(0).empty());
  }

  void bracketsInStringsAreNoFolds() {
    const QByteArray text = "{\n  \"a\": \"{[\",\n  \"b\": \"]\"\n}";
    QCOMPARE(foldsOf(FoldTable(text, json::scan(text))), "0-3");
  }

  void foldsShiftWithEdits() {
    const QByteArray text = "{\n  \"a\": [\n    1\n  ],\n  \"b\": [\n    2\n  ]\n}";
    FoldTable table(text, json::scan(text));
    QCOMPARE(foldsOf(table), "0-7 1-3 4-6");
    table.shift(2, false, 2); // two line breaks behind the 1
    QCOMPARE(foldsOf(table), "0-9 1-5 6-8");
    table.shift(0, true, 1); // a line before everything
    QCOMPARE(foldsOf(table), "1-10 2-6 7-9");
    table.shift(2, true, -5); // the first array is gone
    QCOMPARE(foldsOf(table), "1-5 2-4");
    QCOMPARE(table.depth(3), 2);
  }

  void search_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<QList<qsizetype>>("hits");
    using L = QList<qsizetype>;
    QTest::newRow("case") << "Ab ab AB"_qba
                          << "ab"_qba << true << L{3};
    QTest::newRow("any case") << "Ab ab AB"_qba
                              << "aB"_qba << false << L{0, 3, 6};
    QTest::newRow("umlaut") << "Ä ä a"_qba
                            << "ä"_qba << false << L{0, 3};
    QTest::newRow("lengths differ") << "x\u023Ax \u2C65"_qba
                                    << "\u2C65"_qba << false << L{1, 5};
    QTest::newRow("cjk") << "订单已关闭"_qba
                         << "关闭"_qba << false << L{9};
    QTest::newRow("astral") << "a😀b😀"_qba
                            << "😀"_qba << false << L{1, 6};
    QTest::newRow("at the end") << "abc"_qba
                                << "bc"_qba << false << L{1};
    QTest::newRow("longer than the text") << "ab"_qba
                                          << "abc"_qba << false << L{};
    QTest::newRow("nul") << QByteArray("a\0b", 3) << "b"_qba << true << L{2};
  }
  void search() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, what);
    QFETCH(bool, matchCase);
    QFETCH(QList<qsizetype>, hits);
    const TextSearch search(what, matchCase);
    QList<qsizetype> forward;
    for (auto hit = search.next(text, 0); hit.found(); hit = search.next(text, hit.offset + hit.length))
      forward << hit.offset;
    QCOMPARE(forward, hits);
    QList<qsizetype> backward;
    for (auto hit = search.previous(text, text.size()); hit.found(); hit = search.previous(text, hit.offset))
      backward.prepend(hit.offset);
    QCOMPARE(backward, hits);
  }

  void styles_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("styles");
    QTest::newRow("member") << "\"a\": -1.5e3,"_qba
                            << "kkkp nnnnnnp"_qba;
    QTest::newRow("string") << "\"a\\n\": \"b\\u00e9\""_qba
                            << "kkeekp sseeeeees"_qba;
    QTest::newRow("words") << "[true, no]"_qba
                           << "pllllp xxp"_qba;
    QTest::newRow("open string") << "\"abc"_qba
                                 << "xxxx"_qba;
  }
  void styles() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, styles);
    QCOMPARE(stylesOf(line), styles);
  }

  void stringsKeepTheirSpelling_data() {
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("same") << "\"\\u00e9\""_qba << u"é"_s << "\"\\u00e9\""_qba;
    QTest::newRow("in the middle") << "\"\\u00e9 a \\/\""_qba << u"é b /"_s << "\"\\u00e9 b \\/\""_qba;
    QTest::newRow("added") << "\"\\u00e9\""_qba << u"é\n"_s << "\"\\u00e9\\n\""_qba;
    QTest::newRow("emptied") << "\"\\u00e9\""_qba << QString() << "\"\""_qba;
    QTest::newRow("from empty") << "\"\""_qba << u"a\"b"_s << "\"a\\\"b\""_qba;
    QTest::newRow("astral") << "\"a😀\""_qba << u"a😁"_s << "\"a😁\""_qba;
    QTest::newRow("lone surrogate stays")
        << "\"\\ud800 a\""_qba << QString(QChar(0xD800)) + u" b"_s << "\"\\ud800 b\""_qba;
    QTest::newRow("escaped pair") << "\"\\ud83d\\ude00!\""_qba << u"😀?"_s << "\"\\ud83d\\ude00?\""_qba;
    QTest::newRow("nul") << "\"\\u0000a\""_qba << QString(QChar(0)) + u"b"_s << "\"\\u0000b\""_qba;
  }
  void stringsKeepTheirSpelling() {
    QFETCH(QByteArray, token);
    QFETCH(QString, text);
    QFETCH(QByteArray, result);
    QCOMPARE(changedString(token, text), result);
    QCOMPARE(json::unescape(changedString(token, text)), text);
  }

  void foreignMarksBecomeEscapes() {
    QCOMPARE(escapeMarks("a\U000F0001b"_qba), "a\\udb80\\udc01b");
    QCOMPARE(escapeMarks("ó plain"_qba), "ó plain"_qba);
  }
};

QTEST_GUILESS_MAIN(PiecesTest)
#include "tst_pieces.moc"
