// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/longtexts/stalls.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/fulltextview.h"
#include "ui/window/windowtest.h"

#include <QListView>
#include <QTabBar>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qsizetype Long = 5'000'000; // bytes

/// A job whose every text is a book.
QByteArray addHugeJob(Shop &shop) {
  const QByteArray book(Long, 'n');
  QByteArray accents = "e";
  while (accents.size() < 1'000'000)
    accents += "\xcc\x81";
  const QByteArray id = shop.add("failed", "{\"note\":\"" + book + "\"}");
  shop.server.run({"HSET", shop.key(id), "name", book, "failedReason", accents, "progress", book, "pb", book,
                   "returnvalue", '"' + book + '"', "opts", "{\"attempts\":3,\"note\":\"" + book + "\"}",
                   "extra", book});
  for (const QByteArray &line :
       {QByteArray("first\nsecond\nthird"), book, QByteArray("a\n").repeated(500'000)})
    shop.server.run({"RPUSH", shop.key(id) + ":logs", line});
  return id;
}

} // namespace

/// The whole window with a job that wants to hold it.
class TestLongTexts : public QObject {
  Q_OBJECT

private slots:
  void aJobOfBooksHoldsNothing();
  void logLinesAreReadInFull();
};

void TestLongTexts::aJobOfBooksHoldsNothing() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray small = t.shop.add("failed", "{\"a\":1}");
  t.shop.server.run({"HSET", t.shop.key(small), "returnvalue", "1"});
  t.shop.server.run({"RPUSH", t.shop.key(small) + ":logs", "one"});
  const QByteArray huge = addHugeJob(t.shop);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(small, u"failed"_qs));
  auto *tabs = person.see<QTabBar>(u"Parts of the job"_qs);
  QVERIFY(tabs);
  /// The tabs that ask for something are waited for.
  const auto visitTabs = [&](qsizetype resultSize, int logLines, const auto &after) {
    for (int i = tabs->count() - 1; i >= 0; --i) {
      if (!tabs->isTabEnabled(i))
        continue;
      QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
      const QString word = tabs->tabText(i);
      if (word == u"Result")
        QVERIFY(person.waits("the result", [&, shown = person.see<JsonEditor>(u"Result of the job"_qs)] {
          return shown && shown->elisions().expand(shown->bytes()).size() == resultSize;
        }));
      if (word == u"Logs")
        QVERIFY(person.waits("the log", [&, lines = person.see<QListView>(u"Log lines"_qs)] {
          return lines && lines->model()->rowCount() == logLines;
        }));
      after(word);
    }
  };
  visitTabs(1, 1, [](const QString &) {}); // what is made once is made
  const QString held = StallSteps::heldBy([&](StallSteps &steps) {
    QVERIFY(person.chooseJob(huge));
    QVERIFY(person.waits("the job", [&] { return person.text().contains("note"); }));
    steps.note(u"selection"_qs);
    visitTabs(Long + 2, 3, [&](const QString &tab) { steps.note(tab); });
    person.see<QTableView>(u"Jobs"_qs)->viewport()->grab();
    steps.note(u"list"_qs);
    QVERIFY(person.chooseJob(small));
    QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"a\""); }));
    steps.note(u"leaving"_qs);
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

void TestLongTexts::logLinesAreReadInFull() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray huge = addHugeJob(t.shop);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(huge, u"failed"_qs));
  auto *tabs = person.see<QTabBar>(u"Parts of the job"_qs);
  QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(4).center());
  auto *lines = person.see<QListView>(u"Log lines"_qs);
  QVERIFY(lines && person.waits("the log", [&] { return lines->model()->rowCount() == 3; }));
  QCOMPARE(lines->model()->index(0, 0).data().toString(), u"first\nsecond\nthird"_qs);
  QVERIFY(lines->visualRect(lines->model()->index(0, 0)).height() >= 3 * lines->fontMetrics().height());
  lines->setCurrentIndex(lines->model()->index(1, 0));
  lines->setFocus();
  QTest::keyClick(lines, Qt::Key_Return);
  auto *text = person.see<FullTextView>(u"Full text"_qs);
  QVERIFY(text && person.waits("the whole line", [&] { return text->text().size() == Long; }));
  QTest::keyClick(text, Qt::Key_Escape);
  QVERIFY(person.waits("the lines again", [&] { return lines->isVisible() && lines->hasFocus(); }));
  QCOMPARE(lines->currentIndex().row(), 1);
}

int main(int argc, char **argv) {
  leaveSessionBus();
  Stalls app(argc, argv);
  TestLongTexts test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_longtexts.moc"
