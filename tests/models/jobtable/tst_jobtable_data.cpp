// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesource.h"
#include "models/jobcells.h"
#include "models/jobtablemodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace oxp;
using namespace oxp::test;

namespace {

QVariant cell(const JobTableModel &model, int row, JobColumn column, int role = Qt::DisplayRole) {
  return model.data(model.index(row, int(column)), role);
}

} // namespace

class TestJobTableData : public QObject {
  Q_OBJECT

private slots:
  void asksInPagesAndOnceATurn();
  void saysLoadingUntilARowIsThere();
  void asksAgainForAColumnThatCameLater();
  void knowsWhatTheFactsOfARowHold();
  void refreshesTheVisibleRowsOnly();
  void tellsOfEveryAnswer();
  void readsRowsOnlyWhereTheMarkIsAnother();
  void tellsOfAFailureAndGoesOn();
  void ignoresAnswersForAnEarlierState();
  void joinsRowsThatWereChosenApart();
  void turnsTheOrderRound();
  void namesItsColumns();
  void showsAJob();
  void showsAGhost();
  void copies();
};

void TestJobTableData::asksInPagesAndOnceATurn() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 1'000);
  model.setSource(source, JobState::Waiting, 1'000);
  QCOMPARE(source->calls.size(), size_t(1));
  QTRY_VERIFY(model.rowAt(0));
  for (int row = 350; row < 390; ++row)
    for (int column = 0; column < JobColumnCount; ++column)
      model.data(model.index(row, column));
  QCOMPARE(source->calls.size(), size_t(1));
  QTRY_VERIFY(model.rowAt(350));
  QCOMPARE(source->calls.size(), size_t(2));
  QCOMPARE(source->calls.back().offset, 300);
  QCOMPARE(source->calls.back().count, JobTableModel::PageRows);
  QVERIFY(model.rowsFor({{350, 390}}).size() == size_t(41));
}

void TestJobTableData::saysLoadingUntilARowIsThere() {
  JobTableModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  QSignalSpy loaded(&model, &JobTableModel::loaded);
  model.setSource(source, JobState::Waiting, 10);
  QCOMPARE(model.rowCount(), 10);
  QCOMPARE(cell(model, 3, JobColumn::Name, LoadingRole).toBool(), true);
  QVERIFY(!cell(model, 3, JobColumn::Name).isValid());
  QTRY_COMPARE(loaded.size(), 1);
  QCOMPARE(cell(model, 3, JobColumn::Name, LoadingRole).toBool(), false);
  QCOMPARE(cell(model, 3, JobColumn::Name).toString(), u"send"_qs);
}

void TestJobTableData::asksAgainForAColumnThatCameLater() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  model.setShownColumns({JobColumn::Id, JobColumn::Name});
  model.setSource(source, JobState::Waiting, 10);
  QTRY_VERIFY(model.rowAt(0));
  QCOMPARE(source->calls.back().fields, JobFields(JobField::Name));
  QCOMPARE(cell(model, 0, JobColumn::Size, LoadingRole).toBool(), true);
  model.setShownColumns({JobColumn::Id, JobColumn::Name, JobColumn::Size});
  cell(model, 0, JobColumn::Size);
  QTRY_COMPARE(cell(model, 0, JobColumn::Size, LoadingRole).toBool(), false);
  QCOMPARE(source->calls.back().fields, JobFields(JobField::Name) | JobFields(JobField::Size));
}

/// Facts that come by id hold what the row held, and not the column that was shown since.
void TestJobTableData::knowsWhatTheFactsOfARowHold() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  model.setShownColumns({JobColumn::Id, JobColumn::Name});
  model.setSource(source, JobState::Waiting, 10);
  QTRY_VERIFY(model.rowAt(0));
  model.setShownColumns({JobColumn::Id, JobColumn::Name, JobColumn::Size});
  model.applyRows({job("0", "renamed")});
  QCOMPARE(model.rowAt(0)->name, "renamed"_qba);
  QCOMPARE(cell(model, 0, JobColumn::Size, LoadingRole).toBool(), true);
  QTRY_COMPARE(cell(model, 0, JobColumn::Size, LoadingRole).toBool(), false);
}

void TestJobTableData::refreshesTheVisibleRowsOnly() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 1'000);
  model.setSource(source, JobState::Waiting, 1'000);
  QTRY_VERIFY(model.rowAt(0));
  source->calls.clear();
  model.refreshVisible(500, 530);
  model.refreshVisible(500, 530); // while the first is under way
  QCOMPARE(source->calls.size(), size_t(1));
  QCOMPARE(source->calls.back().offset, 480);
  QVERIFY(source->calls.back().count <= 200);
  QTRY_VERIFY(model.rowAt(530));
}

void TestJobTableData::tellsOfEveryAnswer() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  QSignalSpy loaded(&model, &JobTableModel::loaded), read(&model, &JobTableModel::pageRead);
  model.setSource(source, JobState::Waiting, 10);
  QTRY_COMPARE(read.size(), 1);
  for (int poll = 2; poll < 5; ++poll) { // though nothing has changed
    model.refreshVisible(0, 9);
    QTRY_COMPARE(read.size(), poll);
  }
  QCOMPARE(loaded.size(), 1);
  QSignalSpy failed(&model, &JobTableModel::fetchFailed);
  source->failing = true;
  model.refreshVisible(0, 9);
  QTRY_COMPARE(failed.size(), 1);
  QCOMPARE(read.size(), 4);
  model.setList({}); // nobody has asked the server
  QCOMPARE(read.size(), 4);
}

void TestJobTableData::readsRowsOnlyWhereTheMarkIsAnother() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  source->mark = "one";
  QSignalSpy read(&model, &JobTableModel::pageRead);
  model.setSource(source, JobState::Waiting);
  QTRY_COMPARE(read.size(), 1);
  const auto refresh = [&](JobTableModel::Look look) {
    const qsizetype before = read.size();
    model.refreshVisible(0, 9, look);
    return QTest::qWaitFor([&] { return read.size() > before; });
  };
  QVERIFY(refresh(JobTableModel::Look::Ids)); // nothing is known of this stretch yet
  QCOMPARE(source->calls.back().known, "");
  source->rows[0].name = "other"; // what its place does not tell
  QVERIFY(refresh(JobTableModel::Look::Ids));
  QCOMPARE(source->calls.back().known, "one");
  QCOMPARE(model.rowAt(0)->name, "send");
  QVERIFY(refresh(JobTableModel::Look::Rows));
  QCOMPARE(source->calls.back().known, "");
  QCOMPARE(model.rowAt(0)->name, "other");
  source->rows = jobs(0, 12);
  source->mark = "two";
  QVERIFY(refresh(JobTableModel::Look::Ids));
  QCOMPARE(model.rowCount(), 12);
  model.setShownColumns({JobColumn::Id}); // other fields: what was read does not answer for them
  QVERIFY(refresh(JobTableModel::Look::Ids));
  QCOMPARE(source->calls.back().known, "");
}

void TestJobTableData::tellsOfAFailureAndGoesOn() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  source->failing = true;
  QSignalSpy failures(&model, &JobTableModel::fetchFailed);
  model.setSource(source, JobState::Waiting, 10);
  QTRY_COMPARE(failures.size(), 1);
  QVERIFY(!model.rowAt(0));
  source->failsWith = ErrorKind::Cancelled; // as when the profile is closed: nobody need be told
  model.refreshVisible(0, 5);
  bool answered = false;
  QTimer::singleShot(0, this, [&answered] { answered = true; }); // behind the source's own
  QTRY_VERIFY(answered);
  QCOMPARE(failures.size(), 1);
  source->failing = false;
  model.refreshVisible(0, 5);
  QTRY_VERIFY(model.rowAt(0));
}

void TestJobTableData::ignoresAnswersForAnEarlierState() {
  JobTableModel model;
  auto first = std::make_shared<FakeSource>(), second = std::make_shared<FakeSource>();
  first->rows = jobs(0, 10);
  second->rows = jobs(100, 5);
  first->holding = true;
  model.setSource(first, JobState::Waiting);
  model.setSource(second, JobState::Failed);
  QTRY_COMPARE(model.rowCount(), 5);
  QCOMPARE(first->held.size(), size_t(1));
  first->held.front()();
  QCOMPARE(model.rowCount(), 5);
  QCOMPARE(model.idAt(0), "100"_qba);
}

/// However somebody came by a selection, what is all of the rows is one range.
void TestJobTableData::joinsRowsThatWereChosenApart() {
  JobTableModel model;
  model.setList(jobs(0, 10));
  QItemSelection chosen;
  for (const auto &[first, last] : {std::pair(7, 7), {3, 5}, {0, 2}, {4, 5}})
    chosen.append(QItemSelectionRange(model.index(first, 0), model.index(last, JobColumnCount - 1)));
  QVERIFY(rowRanges(chosen) == (std::vector<RowRange>{{0, 5}, {7, 7}}));
}

void TestJobTableData::turnsTheOrderRound() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 10);
  model.setSource(source, JobState::Waiting);
  QTRY_COMPARE(model.idAt(0), "0"_qba);
  model.setReversed(true);
  QTRY_COMPARE(model.idAt(0), "9"_qba);
}

void TestJobTableData::namesItsColumns() {
  const JobTableModel model;
  QStringList titles;
  for (int column = 0; column < model.columnCount(); ++column)
    titles += model.headerData(column, Qt::Horizontal).toString();
  QCOMPARE(titles.join(u' '),
           u"Id Name State Changed Created Processed Finished Due Attempts Priority Progress Size Error"_qs);
}

void TestJobTableData::showsAJob() {
  JobRow row = job("42");
  row.state = JobState::Failed;
  row.attemptsMade = 2;
  row.attemptsMax = 3;
  row.size = 1'234;
  row.progress = "50";
  row.error = "CardError: card declined\n    at pay";
  JobTableModel model;
  model.setList({row});
  QCOMPARE(cell(model, 0, JobColumn::Id).toString(), u"42"_qs);
  QCOMPARE(cell(model, 0, JobColumn::State).toString(), u"failed"_qs);
  QCOMPARE(cell(model, 0, JobColumn::State, StateRole).toInt(), int(JobState::Failed));
  QCOMPARE(cell(model, 0, JobColumn::Attempts).toString(), u"2/3"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Priority).toString(), QString());
  QCOMPARE(cell(model, 0, JobColumn::Progress).toString(), u"50 %"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Size).toString(), u"1.2 KB"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Size, SortValueRole).toLongLong(), 1'234);
  QCOMPARE(cell(model, 0, JobColumn::Created, SortValueRole).toLongLong(), 1'700'000'000'000);
  QCOMPARE(cell(model, 0, JobColumn::Due).toString(), u"–"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Error, ErrorClassRole).toString(), u"CardError"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Error, ErrorMessageRole).toString(), u"card declined"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Error, JobIdRole).toByteArray(), "42"_qba);
}

void TestJobTableData::showsAGhost() {
  JobRow row = job("7");
  row.missing = true;
  JobTableModel model;
  model.setList({row});
  QCOMPARE(cell(model, 0, JobColumn::Id).toString(), u"7"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Name).toString(), u"missing"_qs);
  QCOMPARE(cell(model, 0, JobColumn::Name, MissingRole).toBool(), true);
  QVERIFY(!cell(model, 0, JobColumn::Attempts).isValid());
}

void TestJobTableData::copies() {
  JobRow odd = job("a\"b", "多\xff");
  odd.error = "tab\there";
  odd.progress = "{\"step\":1}";
  JobTableModel model;
  model.setList({job("1"), odd, job("3")});
  const std::vector<JobRow> rows = model.rowsFor({{0, 1}});
  QCOMPARE(jobcells::idsText(rows), u"1\na\"b"_qs);
  const QStringList lines = jobcells::tableText(rows, {JobColumn::Id, JobColumn::Error}).split(u'\n');
  QCOMPARE(lines.value(0), u"Id\tError"_qs);
  QCOMPARE(lines.value(2), u"a\"b\ttab\\there"_qs);
  const QJsonArray array = QJsonDocument::fromJson(jobcells::jsonText(rows)).array();
  QCOMPARE(array.size(), 2);
  QCOMPARE(array[1][u"id"_qs].toString(), u"a\"b"_qs);
  QCOMPARE(array[1][u"name"_qs].toString(), u"多\ufffd"_qs);
  QCOMPARE(array[1][u"progress"_qs][u"step"_qs].toInt(), 1);
  QCOMPARE(jobcells::jsonText({}), "[]\n"_qba);
  odd.progress = "half \"way"; // what a worker of old wrote: a text, and the copy is JSON all the same
  const QJsonArray told = QJsonDocument::fromJson(jobcells::jsonText({odd})).array();
  QCOMPARE(told[0][u"progress"_qs].toString(), u"half \"way"_qs);
}

QTEST_GUILESS_MAIN(TestJobTableData)
#include "tst_jobtable_data.moc"
