// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtable/fakesource.h"
#include "models/jobtablemodel.h"
#include "ui/window/windowtest.h"
#include "workspace/longwork.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTableView>

#include <condition_variable>
#include <ctime>
#include <mutex>

using namespace oxp;
using namespace oxp::test;

/// Exports of more than anybody has looked at, and their ends.
class TestExporting : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void tellsRowsFromPlaces();
  void choosesManyRowsAtOnce();
  void exportsAllOfAStateThatNobodyScrolled();
  void exportsPlacesOfALongState();
  void exportsASortedList();
  void endsWhenTheProfileCloses();
  void endsWhenCancelled();
  void endsLongWorkOnce();

private:
  static constexpr int Many = 6'000;
  static void fillCompleted(Shop &shop);
  static bool openCompleted(WindowTest &t, QTableView *&jobs);
  /// Exports what is proposed; the ids in the file.
  static QByteArrayList exported(WindowTest &t, const QString &what, bool unread);
  static bool startExport(WindowTest &t);
  static QString activity(const WindowTest &t);
};

/// Ids and names run against each other.
void TestExporting::fillCompleted(Shop &shop) {
  shop.add("waiting", "{}");
  for (int i = 0; i < Many; ++i) {
    const QByteArray id = QByteArray::number(100'000 + i), time = QByteArray::number(1'760'000'000'000 + i);
    shop.server.run({"HSET", shop.key(id), "name", "n" + QByteArray::number(900'000 - i), "data", "{}",
                     "timestamp", time, "finishedOn", time});
    shop.server.run({"ZADD", "bull:orders:completed", time, id});
  }
}

bool TestExporting::openCompleted(WindowTest &t, QTableView *&jobs) {
  if (!t.shop.start())
    return false;
  fillCompleted(t.shop);
  if (!t.open("local") || !t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) ||
      !t.person.chooseState(u"completed"_qs))
    return false;
  jobs = t.person.see<QTableView>(u"Jobs"_qs);
  return jobs && t.person.waits("the jobs", [&] {
    return jobs->model()->rowCount() == Many && !jobs->model()->index(0, 0).data(LoadingRole).toBool();
  });
}

QByteArrayList TestExporting::exported(WindowTest &t, const QString &what, bool unread) {
  Person &person = t.person;
  const QString path = t.folder.filePath(u"out.ndjson"_qs);
  QFile::remove(path);
  if (!person.command(u"Export"_qs))
    return {};
  QWidget *dialog = person.see<QDialog>(u"Export"_qs);
  if (!dialog || !person.see<QComboBox>(u"What"_qs, dialog)->currentText().startsWith(what))
    return {};
  bool remarked = false;
  for (const auto *label : dialog->findChildren<QLabel *>())
    remarked = remarked || (label->isVisible() && label->text().contains(u"stand when the export begins"));
  if (remarked != unread || !person.type(u"File"_qs, path, dialog) || !person.press(u"Export"_qs, dialog) ||
      !person.waits("the file", [&] { return QFile::exists(path); }))
    return {};
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return {};
  QByteArrayList ids;
  while (!file.atEnd())
    ids << file.readLine().sliced(7, 6);
  return ids;
}

void TestExporting::tellsRowsFromPlaces() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 1'000);
  model.setSource(source, JobState::Waiting);
  QTRY_COMPARE(model.rowCount(), 1'000);
  QVERIFY(model.rowsFor({{0, 99}}).size() == size_t(100) && !model.rowAt(100));

  const ChosenRows some = model.chosenRows({{98, 101}, {103, 103}, {500, 999}});
  QCOMPARE(some.jobs, (std::vector<ChosenRows::Job>{{"98", JobState::Waiting}, {"99", JobState::Waiting}}));
  QCOMPARE(some.stretches, (std::vector<ChosenRows::Stretch>{{100, 2, 2}, {103, 1, 2}, {500, 500, 2}}));
  QCOMPARE(some.unread(), 503);
  QVERIFY(!some.everything);
  QVERIFY(model.chosenRows({{0, 999}}).everything);
  QVERIFY(!model.chosenRows({{0, 99}}).everything);
  QCOMPARE(model.chosenRows({{0, 99}}).unread(), 0);

  QItemSelection selection;
  selection.select(model.index(5, 0), model.index(9, 3));
  selection.emplace_back(model.index(10, 2));
  selection.select(model.index(0, 1), model.index(2, 1));
  selection.select(model.index(6, 5), model.index(7, 6));
  QCOMPARE(rowRanges(selection), (std::vector<RowRange>{{0, 2}, {5, 10}}));
}

static double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Not by cells.
void TestExporting::choosesManyRowsAtOnce() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->size = JobTableModel::RealRowLimit;
  source->rowAt = [](qint64 i) { return job(QByteArray::number(i)); };
  model.setSource(source, JobState::Waiting);
  QTRY_COMPARE(model.rowCount(), JobTableModel::RealRowLimit);
  QItemSelection selection;
  selection.select(model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1));
  const double begin = threadMs();
  const std::vector<RowRange> ranges = rowRanges(selection);
  QCOMPARE(model.chosenRows(ranges).unread() + 100, JobTableModel::RealRowLimit);
  QCOMPARE(model.rowsFor(ranges).size(), 100U);
  const double chosen = threadMs() - begin;
  const QModelIndexList cells = selection.indexes();
  const double byCells = threadMs() - begin - chosen;
  QCOMPARE(cells.size(), qsizetype(model.rowCount()) * model.columnCount());
  QVERIFY2(chosen < byCells / 4, qPrintable(QStringLiteral("%1 and %2 ms").arg(chosen).arg(byCells)));
}

void TestExporting::exportsAllOfAStateThatNobodyScrolled() {
  WindowTest t;
  QTableView *jobs = nullptr;
  QVERIFY(openCompleted(t, jobs));
  jobs->selectAll();
  const QByteArrayList ids = exported(t, u"Selection: 6,000 jobs"_qs, true);
  QCOMPARE(ids.size(), Many);
  QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), Many);
}

void TestExporting::exportsPlacesOfALongState() {
  WindowTest t;
  QTableView *jobs = nullptr;
  QVERIFY(openCompleted(t, jobs));
  jobs->selectionModel()->select(QItemSelection(jobs->model()->index(10, 0), jobs->model()->index(3'009, 0)),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  QByteArrayList expected;
  for (int row = 10; row < 3'010; ++row)
    expected << QByteArray::number(100'000 + Many - 1 - row);
  QCOMPARE(exported(t, u"Selection: 3,000 jobs"_qs, true), expected);
  // Nothing is left to be said where all rows have been read.
  jobs->selectionModel()->select(QItemSelection(jobs->model()->index(2, 0), jobs->model()->index(4, 0)),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  QCOMPARE(exported(t, u"Selection: 3 jobs"_qs, false), (QByteArrayList{"105997", "105996", "105995"}));
}

void TestExporting::exportsASortedList() {
  WindowTest t;
  QTableView *jobs = nullptr;
  QVERIFY(openCompleted(t, jobs));
  emit jobs->horizontalHeader()->sectionClicked(int(JobColumn::Name));
  QVERIFY(t.person.reads(u"Sorted by name."_qs));
  jobs->selectAll();
  QByteArrayList expected;
  for (int i = Many - 1; i >= 0; --i)
    expected << QByteArray::number(100'000 + i);
  QCOMPARE(exported(t, u"Selection: 6,000 jobs"_qs, false), expected);
}

/// Of a server that does not answer any more.
bool TestExporting::startExport(WindowTest &t) {
  Person &person = t.person;
  if (!person.command(u"Export"_qs))
    return false;
  QWidget *dialog = person.see<QDialog>(u"Export"_qs);
  if (!dialog || !person.type(u"File"_qs, t.folder.filePath(u"out.ndjson"_qs), dialog))
    return false;
  t.shop.server.freeze();
  return person.press(u"Export"_qs, dialog) &&
         person.waits("the export", [&] { return activity(t) != u"no row"; });
}

/// What its row says, as a screen reader has it.
QString TestExporting::activity(const WindowTest &t) {
  const auto *list = t.person.window()->findChild<QWidget *>(u"Activity"_qs);
  for (const QWidget *row : list ? list->findChildren<QWidget *>() : QList<QWidget *>())
    if (row->accessibleName() == u"Export to out.ndjson")
      return row->accessibleDescription();
  return u"no row"_qs;
}

void TestExporting::endsWhenTheProfileCloses() {
  WindowTest t;
  QTableView *jobs = nullptr;
  QVERIFY(openCompleted(t, jobs));
  QVERIFY(startExport(t));
  QVERIFY(t.person.command(u"Disconnect"_qs));
  const QString end = u"The profile was closed after 0 of 0 jobs. No file was "
                      "written."_qs;
  QVERIFY(t.person.waits("the row's end", [&] { return activity(t) == end; }));
  t.shop.server.thaw();
  QVERIFY(!QFile::exists(t.folder.filePath(u"out.ndjson"_qs)));
}

void TestExporting::endsWhenCancelled() {
  WindowTest t;
  QTableView *jobs = nullptr;
  QVERIFY(openCompleted(t, jobs));
  QVERIFY(startExport(t));
  QVERIFY(t.person.command(u"Activity"_qs));
  QVERIFY(t.person.press(u"Cancel"_qs, t.person.see(u"Activity"_qs)));
  const QString end = u"Cancelled after 0 of 0 jobs. No file was written."_qs;
  QVERIFY(t.person.waits("the row's end", [&] { return activity(t) == end; }));
  t.shop.server.thaw();
}

/// One is done and waits in the mailbox when everything goes, another is under way, a third has not begun.
void TestExporting::endsLongWorkOnce() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  auto mailbox = std::make_unique<GuiMailbox>();
  Lane::Options options;
  options.endpoint = server.endpoint();
  auto work = std::make_unique<LongWork>([&] { return std::make_unique<Lane>(options); }, *mailbox);
  using Tell = std::function<void(int)>;
  const auto atOnce = [](ReadSession &, const Tell &, std::stop_token) -> Result<int> { return 7; };
  const auto untilStopped = [](ReadSession &, const Tell &tell, std::stop_token stop) -> Result<int> {
    tell(1);
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait(lock, stop, [] { return false; });
    return fail(ErrorKind::Cancelled);
  };
  int begun = 0;
  const auto count = [&begun](int one) { begun += one; };
  QStringList ends;
  const auto note = [&](const QString &who) {
    return [&ends, who](const Result<int> &result) {
      ends << who + u' ' +
                  (result ? QString::number(*result)
                          : QString::fromLatin1(errorKindName(result.error().kind)));
    };
  };
  for (size_t i = 0; i <= LongWork::MostLanes; ++i)
    work->run<int, int>(untilStopped, this, count, note(u"long"_qs));
  work->run<int, int>(atOnce, nullptr, {}, {}); // whose context is gone: nobody hears of it
  work->run<int, int>(untilStopped, this, count, note(u"long"_qs));
  QTRY_COMPARE(begun, int(LongWork::MostLanes));
  QCOMPARE(ends, QStringList());
  work.reset();
  mailbox.reset();
  QTRY_COMPARE(ends.size(), qsizetype(LongWork::MostLanes) + 2);
  QCOMPARE(ends.count(u"long Cancelled"_qs), ends.size());

  ends.clear();
  mailbox = std::make_unique<GuiMailbox>();
  work = std::make_unique<LongWork>([&] { return std::make_unique<Lane>(options); }, *mailbox);
  work->run<int, int>(atOnce, this, {}, [&, first = note(u"first"_qs)](const Result<int> &result) {
    first(result);
    work.reset();
    mailbox.reset();
  });
  work->run<int, int>(atOnce, this, {}, note(u"second"_qs));
  QTRY_COMPARE(ends.size(), 2);
  QVERIFY(ends.contains(u"first 7"_qs));

  // Whatever else of them was under way to this thread comes before what is begun now.
  mailbox = std::make_unique<GuiMailbox>();
  work = std::make_unique<LongWork>([&] { return std::make_unique<Lane>(options); }, *mailbox);
  work->run<int, int>(atOnce, this, {}, note(u"third"_qs));
  QTRY_VERIFY(ends.contains(u"third 7"_qs));
  QCOMPARE(ends.size(), 3);
}

QTEST_MAIN(TestExporting)
#include "tst_exporting.moc"
