// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a selection of several jobs is, counted and in words.
#include "models/selectionsummary.h"
#include "models/selectiontext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Now = 1'700'000'000'000;

SelectedJob job(const QByteArray &name, const QByteArray &error = {}) {
  SelectedJob made;
  made.name = name;
  made.error = error;
  made.state = error.isEmpty() ? JobState::Completed : JobState::Failed;
  return made;
}

/// `refund 2|capture 1|+3: 7`.
QString told(const Tally &tally) {
  QStringList entries;
  for (const Tally::Entry &entry : tally.top)
    entries << u"%1 %2"_s.arg(entry.words).arg(entry.jobs);
  if (tally.others > 0)
    entries << u"+%1: %2"_s.arg(tally.others).arg(tally.otherJobs);
  return entries.join(u'|');
}

QString told(const std::vector<selectiontext::Fact> &facts) {
  QStringList lines;
  for (const selectiontext::Fact &fact : facts)
    lines << fact.label + u"="_s + fact.value;
  return lines.join(u'|');
}

} // namespace

class TestSelection : public QObject {
  Q_OBJECT

private slots:
  void countsByName();
  void sumsUpTheOthers();
  void countsByErrorAsTheFailuresRead();
  void tellsWhatTheyAreTogether();
  void leavesOutWhatWasNotRead();
  void saysFromWhatItCounted();
  void boundsTheWordsOfAJob();
  void countsManyInNoTime();
};

void TestSelection::countsByName() {
  QCOMPARE(summaryOf({}), SelectionSummary());
  const SelectionSummary sum =
      summaryOf({job("refund"), job("capture"), job("capture"), job("ship"), job({})});
  QCOMPARE(sum.jobs, 5);
  QCOMPARE(told(sum.names), u"capture 2|refund 1|ship 1|– 1"_s);
  QVERIFY(sum.errors.isEmpty());
}

void TestSelection::sumsUpTheOthers() {
  std::vector<SelectedJob> jobs{job("a"), job("a"), job("b"), job("c"), job("d"), job("e")};
  QCOMPARE(told(summaryOf(jobs).names),
           u"a 2|b 1|c 1|d 1|e 1"_s); // one other takes no more room than its sum
  jobs.push_back(job("f"));
  jobs.push_back(job("f"));
  jobs.push_back(job("f"));
  const Tally names = summaryOf(jobs).names;
  QCOMPARE(told(names), u"f 3|a 2|b 1|c 1|+2: 2"_s);
  QVERIFY(selectiontext::moreNames(names).contains(u"more name"_s));
  QVERIFY(selectiontext::moreNames({}).isEmpty());
}

void TestSelection::countsByErrorAsTheFailuresRead() {
  const SelectionSummary sum =
      summaryOf({job("a", "TimeoutError: gateway 17 did not answer"),
                 job("a", "TimeoutError: gateway 18 did not answer\nmore"),
                 job("b", "TimeoutError: gateway 18 did not answer\nmore"), job("c", "no stock"), job("d")});
  QCOMPARE(told(sum.errors), u"TimeoutError: gateway # did not answer 3|no stock 1"_s);
}

void TestSelection::tellsWhatTheyAreTogether() {
  SelectedJob used = job("a", "e"), left = job("a", "e"), done = job("b");
  used.attemptsMade = 3;
  used.attemptsMax = 3;
  used.finished = Now - 12'000;
  left.attemptsMade = 1;
  left.attemptsMax = 3;
  left.finished = Now - 3 * 60'000;
  done.attemptsMade = 1; // says nothing of attempts: it has one
  for (SelectedJob *one : {&used, &left, &done})
    one->size = 600;
  done.size = 2'400;
  QCOMPARE(told(selectiontext::together(summaryOf({used, left, done}), Now)),
           u"States=failed: 2 · completed: 1|Finished=12 s ago to 3 min ago|"
           "Attempts=all used: 2 · some left: 1|Payload=3.6 KB · largest 2.4 KB"_s);
  QCOMPARE(told(selectiontext::together(summaryOf({used, used}), Now)),
           u"Finished=12 s ago|Attempts=all used: 2|Payload=1.2 KB · largest 600 B"_s);
  done.size = -1;
  QCOMPARE(summaryOf({used, done}).bytes, -1);
  QVERIFY(selectiontext::together(summaryOf({job("waits")}), Now).empty());
}

void TestSelection::leavesOutWhatWasNotRead() {
  SelectedJob one = job("a", "e");
  one.finished = Now;
  one.attemptsMade = 1;
  one.size = 5;
  const SelectionSummary sum = summaryOf({one, one}, static_cast<JobFields>(JobField::Name));
  QCOMPARE(told(sum.names), u"a 2"_s);
  QVERIFY(sum.errors.isEmpty());
  QVERIFY(selectiontext::together(sum, Now).empty());
  QVERIFY(summaryOf({one}, 0).names.isEmpty());
}

void TestSelection::saysFromWhatItCounted() {
  QCOMPARE(selectiontext::countedFrom(48'213, true), u"Counted from all 48,213"_s);
  QVERIFY(selectiontext::countedFrom(1'200, false).contains(u"1,200"_s));
}

void TestSelection::boundsTheWordsOfAJob() {
  QCOMPARE(selectiontext::jobWords("refund", "104203"), u"refund #104203"_s);
  QCOMPARE(selectiontext::jobWords({}, "7"), u"#7"_s);
  QVERIFY(selectiontext::jobWords(QByteArray(4'000, 'n'), QByteArray(4'000, '9')).size() < 100);
}

/// Each error is another text, as with an order's number in it.
void TestSelection::countsManyInNoTime() {
  std::vector<SelectedJob> jobs;
  for (int i = 0; i < 100'000; ++i)
    jobs.push_back(job("job" + QByteArray::number(i % 50),
                       "TimeoutError: order " + QByteArray::number(i) + " was not answered in 30000 ms"));
  QElapsedTimer time;
  time.start();
  const SelectionSummary sum = summaryOf(jobs);
  QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
  QCOMPARE(told(sum.errors), u"TimeoutError: order # was not answered in # ms 100000"_s);
  QCOMPARE(sum.names.others, 46);
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
