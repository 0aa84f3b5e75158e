// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesource.h"
#include "models/jobtablemodel.h"
#include "signaltally.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace oxp;
using namespace oxp::test;

namespace {

QString dump(const JobTableModel &model) {
  QStringList ids;
  for (int row = 0; row < model.rowCount(); ++row)
    ids += model.rowAt(row) ? QString::fromUtf8(model.idAt(row)) : u"?"_qs;
  return ids.join(u' ');
}

/// A model over a fake state, all of it loaded.
struct Table {
  explicit Table(std::vector<JobRow> rows) {
    source->rows = std::move(rows);
    model.setSource(source, JobState::Waiting);
    load();
    tally.take();
  }
  void load() { model.applyPage(source->page(0, JobTableModel::PageRows)); }

  std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
  JobTableModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
  SignalTally tally{&model};
};

} // namespace

class TestJobTableMerge : public QObject {
  Q_OBJECT

private slots:
  void saysNothingWhenNothingChanged();
  void insertsAtTheHead();
  void insertsInTheMiddle();
  void removesWhatIsGone();
  void growsAtTheTail();
  void changesInPlace();
  void swapsARowForAnother();
  void emptiesAndFills();
  void keepsSelectionsOnTheirJobs();
  void holdsNewJobsBack();
  void countsHeldJobsThatLeave();
  void mergesAnyHistory_data();
  void mergesAnyHistory();
  void takesAStrangePageWhileHeld();
  void keepsThePageWhereItIsWhenOldCopiesGo();
  void forgetsACopyRightBehindThePage();
  void mergesFixedLists();
  void takesFactsById();
  void survivesIdsThatStandTwice();
  void neverGivesADroppedRowToAnotherJob();
  void readsAgainWithoutAReset();
};

void TestJobTableMerge::saysNothingWhenNothingChanged() {
  Table table(jobs(0, 30));
  table.load();
  QCOMPARE(table.tally.take(), QString());
}

void TestJobTableMerge::insertsAtTheHead() {
  Table table(jobs(0, 150));
  table.source->rows.insert(table.source->rows.begin(), {job("a"), job("b"), job("c")});
  table.load();
  QCOMPARE(table.tally.take(), u"+0..2 ~0..2"_qs);
  QCOMPARE(table.model.rowCount(), 153);
  QCOMPARE(table.model.idAt(3), "0"_qba);
}

void TestJobTableMerge::insertsInTheMiddle() {
  Table table(jobs(0, 30));
  table.source->rows.insert(table.source->rows.begin() + 10, job("new"));
  table.load();
  QCOMPARE(table.tally.take(), u"+10..10 ~10..10"_qs);
}

void TestJobTableMerge::removesWhatIsGone() {
  Table table(jobs(0, 30));
  table.source->rows.erase(table.source->rows.begin() + 5, table.source->rows.begin() + 8);
  table.load();
  QCOMPARE(table.tally.take(), u"-5..7"_qs);
}

void TestJobTableMerge::growsAtTheTail() {
  Table table(jobs(0, 30));
  table.source->rows.push_back(job("last"));
  table.load();
  QCOMPARE(table.tally.take(), u"+30..30 ~30..30"_qs);
}

void TestJobTableMerge::changesInPlace() {
  Table table(jobs(0, 30));
  table.source->rows[7].name = "other";
  table.source->rows[8].missing = true;
  table.load();
  QCOMPARE(table.tally.take(), u"~7..8"_qs);
}

void TestJobTableMerge::swapsARowForAnother() {
  Table table(jobs(0, 30));
  const QPersistentModelIndex gone = table.model.index(7, 0);
  table.source->rows[7] = job("stranger");
  table.load();
  QVERIFY2(!gone.isValid(), "a row must not become another job");
  QCOMPARE(table.model.idAt(7), "stranger"_qba);
  QCOMPARE(table.model.rowCount(), 30);
}

void TestJobTableMerge::emptiesAndFills() {
  Table table(jobs(0, 3));
  table.source->rows.clear();
  table.load();
  QCOMPARE(table.model.rowCount(), 0);
  table.source->rows = jobs(5, 2);
  table.load();
  QCOMPARE(dump(table.model), u"5 6"_qs);
}

void TestJobTableMerge::keepsSelectionsOnTheirJobs() {
  Table table(jobs(0, 250));
  const QPersistentModelIndex selected = table.model.index(40, 0);
  auto &rows = table.source->rows;
  rows.insert(rows.begin(), {job("x"), job("y")});
  rows.erase(rows.begin() + 20);
  rows.insert(rows.begin() + 30, job("z"));
  table.load();
  QCOMPARE(table.model.idAt(selected.row()), "40"_qba);
  QCOMPARE(selected.row(), 42);
}

void TestJobTableMerge::holdsNewJobsBack() {
  Table table(jobs(0, 150));
  table.model.window().setHoldHead(true);
  table.source->rows.insert(table.source->rows.begin(), {job("a"), job("b")});
  table.load();
  QCOMPARE(table.tally.take(), QString());
  QCOMPARE(table.model.window().newAtHead(), 2);
  QCOMPARE(table.model.total(), 152);
  QCOMPARE(table.model.idAt(0), "0"_qba);
  table.model.window().takeNew();
  QCOMPARE(table.model.window().newAtHead(), 0);
  QCOMPARE(table.tally.take(), u"+0..1"_qs);
  table.load();
  QCOMPARE(table.model.idAt(0), "a"_qba);
  QCOMPARE(table.model.idAt(2), "0"_qba);
}

void TestJobTableMerge::countsHeldJobsThatLeave() {
  Table table(jobs(0, 150));
  table.model.window().setHoldHead(true);
  table.source->rows.insert(table.source->rows.begin(), {job("a"), job("b"), job("c")});
  table.load();
  table.source->rows.erase(table.source->rows.begin());
  table.load();
  QCOMPARE(table.model.window().newAtHead(), 2);
  QCOMPARE(table.model.idAt(0), "0"_qba);
  QCOMPARE(table.model.rowCount(), 150);
}

void TestJobTableMerge::mergesAnyHistory_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 30; ++seed)
    QTest::addRow("seed %u", seed) << seed;
}

/// A state that changes, and a plain account of what a table of it must show: the page that was read last as
/// it was read, as many rows as there are jobs, no job twice, and no index that ever stands for two.
class History {
public:
  explicit History(quint32 seed)
      : m_random(seed)
      , m_table(jobs(0, 30 + int(m_random.bounded(90)))) {}

  void change() {
    auto &rows = m_table.source->rows;
    for (int change = int(m_random.bounded(6)); change > 0; --change) {
      const size_t at = rows.empty() ? 0 : m_random.bounded(quint32(rows.size()));
      const int kind = int(m_random.bounded(5));
      if (rows.empty() || kind <= 1)
        rows.insert(rows.begin() + (kind == 0 ? 0 : qsizetype(at)), job(QByteArray::number(m_next++)));
      else if (kind == 4)
        move(at, m_random.bounded(quint32(rows.size())));
      else
        rows.erase(rows.begin() + qsizetype(at));
    }
  }

  void read() {
    const qint64 offset = m_random.bounded(quint32(m_table.source->rows.size() + 1));
    const JobPage page = m_table.source->page(offset, 25);
    m_table.model.applyPage(page);
    m_read.clear();
    for (size_t i = 0; i < page.rows.size(); ++i)
      m_read[int(offset) + int(i)] = page.rows[i].id;
  }

  /// Empty, or what is wrong.
  QString wrong() {
    const JobTableModel &model = m_table.model;
    if (model.rowCount() != int(m_table.source->rows.size()))
      return u"%1 rows of %2 jobs"_qs.arg(model.rowCount()).arg(m_table.source->rows.size());
    for (const auto &[row, id] : m_read)
      if (model.idAt(row) != id)
        return u"row %1 is %2, read was %3"_qs.arg(row).arg(QString::fromUtf8(model.idAt(row)),
                                                            QString::fromUtf8(id));
    QSet<QByteArray> seen;
    for (int row = 0; row < model.rowCount(); ++row)
      if (const QByteArray id = model.idAt(row); !id.isEmpty() && seen.contains(id))
        return u"%1 stands twice"_qs.arg(QString::fromUtf8(id));
      else
        seen.insert(id);
    return wrongIndex();
  }

  void watch() {
    const JobTableModel &model = m_table.model;
    const int row = model.rowCount() > 0 ? int(m_random.bounded(model.rowCount())) : 0;
    if (model.rowAt(row))
      m_watched.emplace_back(model.index(row, 0), model.idAt(row));
  }

private:
  void move(size_t from, size_t to) {
    auto &rows = m_table.source->rows;
    const JobRow moved = rows[from];
    rows.erase(rows.begin() + qsizetype(from));
    rows.insert(rows.begin() + qsizetype(std::min(to, rows.size())), moved);
  }

  /// An index is a job's for good.
  QString wrongIndex() const {
    for (const auto &[index, id] : m_watched) {
      const QByteArray now = index.isValid() ? m_table.model.idAt(index.row()) : QByteArray();
      if (!now.isEmpty() && now != id)
        return u"the index of %1 is %2's"_qs.arg(QString::fromUtf8(id), QString::fromUtf8(now));
    }
    return {};
  }

  QRandomGenerator m_random;
  Table m_table;
  int m_next = 1'000;
  std::map<int, QByteArray> m_read; ///< by row: the last page
  std::vector<std::pair<QPersistentModelIndex, QByteArray>> m_watched;
};

void TestJobTableMerge::mergesAnyHistory() {
  QFETCH(quint32, seed);
  History history(seed);
  for (int round = 0; round < 20; ++round) {
    history.change();
    for (int reads = 0; reads < 3; ++reads) {
      history.read();
      const QString wrong = history.wrong();
      QVERIFY2(wrong.isEmpty(), qPrintable(u"round %1: %2"_qs.arg(round).arg(wrong)));
    }
    history.watch();
  }
}

/// Other jobs in every row and one more of them: they did not all come at the head.
void TestJobTableMerge::takesAStrangePageWhileHeld() {
  Table table(jobs(0, 150));
  table.model.window().setHoldHead(true);
  std::vector<JobRow> rows = jobs(1'000, 100);
  rows.insert(rows.end(), table.source->rows.begin() + 99, table.source->rows.end());
  table.source->rows = rows;
  table.load();
  QCOMPARE(table.model.total(), 151);
  QCOMPARE(table.model.window().newAtHead(), 0);
  QCOMPARE(table.model.idAt(0), "1000"_qba);
}

/// A job that went down the list is read there; its old row goes, and nothing slides.
void TestJobTableMerge::keepsThePageWhereItIsWhenOldCopiesGo() {
  Table table(jobs(0, 100));
  auto &rows = table.source->rows;
  std::rotate(rows.begin() + 3, rows.begin() + 4, rows.begin() + 61);
  table.model.applyPage(table.source->page(50, 25));
  QCOMPARE(table.model.rowCount(), 100);
  QCOMPARE(table.model.rowOf("3"), 60);
  for (int row = 50; row < 75; ++row)
    QCOMPARE(table.model.idAt(row), rows[size_t(row)].id);
}

void TestJobTableMerge::forgetsACopyRightBehindThePage() {
  Table table(jobs(0, 60));
  auto &rows = table.source->rows;
  rows.erase(rows.begin() + 1);
  std::rotate(rows.begin() + 2, rows.begin() + 23, rows.begin() + 24); // 24 stands third
  table.model.applyPage(table.source->page(0, 24));
  for (int row = 0; row < 24; ++row)
    QCOMPARE(table.model.idAt(row), rows[size_t(row)].id);
  for (int row = 24; row < table.model.rowCount(); ++row)
    QVERIFY(table.model.idAt(row) != "24"_qba);
}

void TestJobTableMerge::mergesFixedLists() {
  JobTableModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setList(jobs(0, 5));
  SignalTally tally(&model);
  std::vector<JobRow> next = jobs(1, 4);
  next.insert(next.begin(), job("new"));
  model.setList(next);
  QCOMPARE(dump(model), u"new 1 2 3 4"_qs);
  QCOMPARE(tally.take(), u"-0..0 +0..0 ~0..0"_qs);
  std::reverse(next.begin(), next.end());
  model.setList(next);
  QCOMPARE(dump(model), u"4 3 2 1 new"_qs);
  model.setList({});
  QCOMPARE(model.rowCount(), 0);
}

void TestJobTableMerge::takesFactsById() {
  Table table(jobs(0, 30));
  JobRow row = job("12", "renamed");
  table.model.applyRows({row, job("not there")});
  QCOMPARE(table.tally.take(), u"~12..12"_qs);
  QCOMPARE(table.model.rowAt(12)->name, "renamed"_qba);
}

void TestJobTableMerge::survivesIdsThatStandTwice() {
  Table table({job("a"), job("b"), job("a"), job("c")});
  QCOMPARE(dump(table.model), u"a b a c"_qs);
  table.load();
  QCOMPARE(dump(table.model), u"a b a c"_qs);
  table.source->rows.erase(table.source->rows.begin());
  table.load();
  QCOMPARE(dump(table.model), u"b a c"_qs);
}

/// Rows that were dropped to save memory come back as the same jobs, or go.
void TestJobTableMerge::neverGivesADroppedRowToAnotherJob() {
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 20'000);
  JobTableModel model;
  model.setSource(source, JobState::Waiting, 20'000);
  model.applyPage(source->page(0, 100));
  const QPersistentModelIndex stays = model.index(40, 0), leaves = model.index(41, 0);
  for (int offset = 1'000; offset < 19'000; offset += 100)
    model.applyPage(source->page(offset, 100));
  QVERIFY2(!model.rowAt(40), "the test wants it dropped");
  source->rows.erase(source->rows.begin() + 41);
  source->rows.insert(source->rows.begin(), {job("a"), job("b"), job("c")});
  model.applyPage(source->page(20, 60));
  QCOMPARE(model.idAt(stays.row()), "40"_qba);
  QVERIFY(!leaves.isValid());
}

void TestJobTableMerge::readsAgainWithoutAReset() {
  Table table(jobs(0, 500));
  table.model.refreshVisible(0, 20);
  QTRY_COMPARE(table.source->calls.size(), size_t(2));
  QCoreApplication::processEvents();
  table.model.applyPage(table.source->page(300, 100));
  const QPersistentModelIndex index = table.model.index(350, 0);
  table.tally.take();
  table.source->rows[3].name = "other";
  table.model.refreshAll();
  QTRY_COMPARE(table.model.rowAt(3)->name, "other"_qba);
  QCOMPARE(table.tally.take(), u"~3..3 ~41..99"_qs);
  QVERIFY2(!table.model.rowAt(350), "read again when it is painted");
  table.source->rows.erase(table.source->rows.begin() + 340);
  table.model.applyPage(table.source->page(300, 100));
  QCOMPARE(table.model.idAt(index.row()), "350"_qba);
}

QTEST_GUILESS_MAIN(TestJobTableMerge)
#include "tst_jobtable_merge.moc"
