// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include "audit/run.h"
#include "models/runitemsmodel.h"
#include "models/runsmodel.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/sessionruns.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTabBar>
#include <QTableView>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr int Jobs = 60;
constexpr int Slow = 4; ///< jobs a second: a run that lasts until somebody has looked

/// Failed jobs as the library leaves them.
void fill(Shop &shop) {
  const QByteArray base = "bull:orders:", time = "1760000000000";
  shop.server.run({"HSET", base + "meta", "opts.maxLenEvents", "10000", "version", "bullmq:5.60.0"});
  for (int i = 0; i < Jobs; ++i) {
    const QByteArray id = "f" + QByteArray::number(100 + i);
    shop.server.run({"HSET",       base + id, "name",       "work", "data",         "{}", "opts",        "{}",
                     "timestamp",  time,      "atm",        "1",    "failedReason", "no", "processedOn", time,
                     "finishedOn", time,      "stacktrace", "[]"});
    shop.server.run({"ZADD", base + "failed", time, id});
  }
}

/// As a kill leaves it: the run is under way, and so is a job of which nobody has put down that it was done.
bool cutOff(const QString &dataFolder) {
  const QString name = QStringLiteral("outside");
  bool done = false;
  {
    QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    store.setDatabaseName(QDir(dataFolder).filePath(QStringLiteral("records/audit.sqlite")));
    QSqlQuery query(store);
    done = store.open() && (query = QSqlQuery(store)).exec(QStringLiteral("UPDATE run SET state=1")) &&
           query.exec(
               QStringLiteral("UPDATE run_item SET state=1 WHERE seq=(SELECT seq FROM run_item WHERE state=2 "
                              "LIMIT 1)")) &&
           query.numRowsAffected() == 1;
  }
  QSqlDatabase::removeDatabase(name);
  return done;
}

QString cell(const QAbstractItemView *view, int row, int column) {
  return view->model()->index(row, column).data().toString();
}

} // namespace

/// Runs over many jobs in the window: seen, stopped, gone on with, and what became of each job.
class TestWindowRuns : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void isSeenFromItsBeginToItsEnd();
  void showsWhatBecameOfEachJob();
  void endsWhenItIsCancelled();
  void isOfferedAtTheNextStart();
  void settlesWhatWasCutOff();
  void tellsWhenOneBreaksOff();
  void asksBeforeTheWindowCloses();
  void leadsBackToTheQueue();
  void triesTheRestAgain();
  void takesEditsBack();

private:
  static bool open(WindowTest &t);
  static SessionRuns &runsOf(const WindowTest &t) { return t.person.window()->page()->session()->runs(); }
  /// Retries all failed jobs.
  static void begin(const WindowTest &t, int perSecond, const QByteArray &operation = "job.retry",
                    const Arguments &arguments = {});
  static QTableView *openPage(WindowTest &t);
  static bool stands(const WindowTest &t, const QTableView *runs, const QString &state) {
    return t.person.waits(qPrintable(state), [&] { return cell(runs, 0, RunsModel::State) == state; });
  }
};

bool TestWindowRuns::open(WindowTest &t) {
  if (!t.shop.start())
    return false;
  fill(t.shop);
  return t.open("local") && t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) &&
         t.person.waits("the queue's page", [&] { return t.person.window()->page()->isOpen(); }) &&
         t.person.waits("a look at the queue", [&] {
           return t.person.window()->page()->session()->queues().isConfirmed({"bull", "orders"});
         });
}

void TestWindowRuns::begin(const WindowTest &t, int perSecond, const QByteArray &operation,
                           const Arguments &arguments) {
  const QueuePage *page = t.person.window()->page();
  SessionRuns &runs = runsOf(t);
  runs.rate().set(perSecond);
  OperationRequest wish;
  wish.operation = operation;
  wish.arguments = arguments;
  wish.queue = page->queue();
  runs.choose({wish.queue, Selection::WholeState{JobState::Failed}}, wish, page->session(), {},
              [&runs, wish](const Result<FrozenSelection> &chosen) mutable {
                QVERIFY(chosen);
                wish.selection = chosen->digest;
                runs.start(wish, *chosen);
              });
}

QTableView *TestWindowRuns::openPage(WindowTest &t) {
  if (!t.person.command(u"Runs"_qs))
    return nullptr;
  auto *runs = t.person.see<QTableView>(u"Runs"_qs);
  const auto there = [&] { return runs->model()->rowCount() == 1 && runs->currentIndex().isValid(); };
  return runs && t.person.waits("the run", there) ? runs : nullptr;
}

void TestWindowRuns::isSeenFromItsBeginToItsEnd() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  const QModelIndex row = t.person.row({u"Shop"_qs, u"Runs"_qs});
  QVERIFY(row.isValid());
  QCOMPARE(row.siblingAtColumn(1).data().toString(), u"1 running"_qs);
  QTableView *runs = openPage(t);
  QVERIFY(runs);
  QVERIFY(stands(t, runs, u"running"_qs));
  QCOMPARE(cell(runs, 0, RunsModel::Operation), u"Retry"_qs);
  QCOMPARE(cell(runs, 0, RunsModel::Jobs), u"60"_qs);
  const auto *words = t.person.window()->findChild<QLabel *>(u"Run progress"_qs);
  QVERIFY(words && t.person.waits("its progress", [&] { return words->text().contains(u" of 60"); }));

  QVERIFY(t.person.press(u"Pause"_qs));
  QVERIFY(stands(t, runs, u"paused"_qs));
  QVERIFY(!t.person.sees(u"Pause"_qs));
  runs->setFocus();
  QVERIFY(t.person.key(Qt::Key_Space));
  QVERIFY(stands(t, runs, u"running"_qs));
  QVERIFY(t.person.key(Qt::Key_Space));
  QVERIFY(stands(t, runs, u"paused"_qs));
  runsOf(t).rate().set(0);
  QVERIFY(t.person.press(u"Resume"_qs));
  QVERIFY(stands(t, runs, u"ended"_qs));
  QCOMPARE(cell(runs, 0, RunsModel::Done), u"60"_qs);
  QVERIFY(!words->isVisible());
  QVERIFY(t.person.waits("the tree's number", [&] {
    return t.person.row({u"Shop"_qs, u"Runs"_qs}).siblingAtColumn(1).data().toString() == u"1";
  }));
  QCOMPARE(t.shop.server.run({"LLEN", "bull:orders:wait"}).integer, Jobs);
}

void TestWindowRuns::showsWhatBecameOfEachJob() {
  WindowTest t;
  QVERIFY(open(t));
  // One leaves between the choice and its turn.
  begin(t, Slow);
  QVERIFY(t.person.waits("its begin", [&] { return !runsOf(t).runs().empty(); }));
  t.shop.server.run({"ZREM", "bull:orders:failed", "f100"});
  t.shop.server.run({"DEL", "bull:orders:f100"});
  runsOf(t).rate().set(0);
  QTableView *runs = openPage(t);
  QVERIFY(runs && stands(t, runs, u"ended"_qs));
  auto *tabs = t.person.see<QTabBar>(u"Results by outcome"_qs);
  auto *results = t.person.see<QTableView>(u"Results"_qs);
  QVERIFY(tabs && results);
  tabs->setCurrentIndex(2);
  QCOMPARE(tabs->tabText(2), u"Skipped"_qs);
  QVERIFY(t.person.waits("the skipped job", [&] { return results->model()->rowCount() == 1; }));
  QCOMPARE(cell(results, 0, RunItemsModel::Id), u"f100"_qs);
  QCOMPARE(cell(results, 0, RunItemsModel::Outcome), u"skipped"_qs);
  QCOMPARE(cell(results, 0, RunItemsModel::Why), u"it is gone"_qs);

  tabs->setCurrentIndex(0);
  QVERIFY(t.person.waits("all jobs", [&] { return results->model()->rowCount() == Jobs; }));
  QVERIFY(t.person.type(u"Filter results"_qs, u"f15"_qs));
  QVERIFY(t.person.waits("those that fit", [&] { return results->model()->rowCount() == 10; }));
  QVERIFY(t.person.type(u"Filter results"_qs, u"f157"_qs));
  QVERIFY(t.person.waits("the one that fits", [&] { return results->model()->rowCount() == 1; }));
  QVERIFY(t.person.press(u"Export"_qs, t.person.window()->centralWidget()));
  auto *dialog = t.person.window()->findChild<QFileDialog *>();
  QVERIFY(dialog);
  const QString path = t.folder.filePath(u"results.csv"_qs);
  emit dialog->fileSelected(path);
  dialog->close();
  QVERIFY(t.person.reads(u"written to"_qs));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll().count('\n'), Jobs + 1);

  results->setCurrentIndex(results->model()->index(0, 0));
  QVERIFY(t.person.press(u"Open job"_qs));
  const JobPane *pane = t.person.window()->page()->pane();
  QVERIFY(t.person.waits("the job", [&] { return pane->isOpen() && pane->context().jobId == "f157"; }));
}

void TestWindowRuns::endsWhenItIsCancelled() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  QTableView *runs = openPage(t);
  QVERIFY(runs && stands(t, runs, u"running"_qs));
  runs->setFocus();
  QVERIFY(t.person.key(Qt::Key_Delete));
  const auto *dialog = t.person.see(u"Cancel the run"_qs);
  QVERIFY(dialog);
  QVERIFY(t.person.press(u"Let it go on"_qs));
  QVERIFY(stands(t, runs, u"running"_qs));
  QVERIFY(t.person.press(u"Cancel"_qs, t.person.window()->centralWidget()));
  dialog = t.person.see<QDialog>(u"Cancel the run"_qs);
  QVERIFY(dialog && t.person.press(u"Cancel the run"_qs, dialog));
  QVERIFY(stands(t, runs, u"cancelled"_qs));
  QVERIFY(cell(runs, 0, RunsModel::Progress).startsWith(u"stopped at "));
  const qint64 done = t.shop.server.run({"LLEN", "bull:orders:wait"}).integer;
  QVERIFY(done < Jobs);
  QCOMPARE(cell(runs, 0, RunsModel::Done), QString::number(done));
}

void TestWindowRuns::isOfferedAtTheNextStart() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  QTableView *runs = openPage(t);
  QVERIFY(runs && t.person.press(u"Pause"_qs));
  QVERIFY(stands(t, runs, u"paused"_qs));
  QVERIFY(t.person.notices().filter(u"paused"_qs).isEmpty()); // who paused it knows
  t.person.leave();
  QVERIFY(t.open("local"));
  QVERIFY(t.person.reads(u"A run is paused."_qs));
  QVERIFY(t.person.press(u"Go on"_qs));
  QVERIFY(t.person.waits("the jobs", [&] {
    return t.shop.server.run({"LLEN", "bull:orders:wait"}).integer == Jobs;
  }));
  QVERIFY(t.person.waits("its end", [&] { return t.person.notices().filter(u"A run"_qs).isEmpty(); }));
}

void TestWindowRuns::settlesWhatWasCutOff() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  QTableView *runs = openPage(t);
  QVERIFY(runs && t.person.waits("a job", [&] { return cell(runs, 0, RunsModel::Done).toInt() > 0; }));
  QVERIFY(t.person.press(u"Pause"_qs) && stands(t, runs, u"paused"_qs));
  t.person.leave();
  QVERIFY(cutOff(t.folder.path()));
  QVERIFY(t.open("local"));
  QVERIFY(t.person.reads(u"A run was cut off."_qs));
  runs = openPage(t);
  QVERIFY(runs && stands(t, runs, u"cut off"_qs));
  QVERIFY(t.person.press(u"Go on"_qs));
  QVERIFY(stands(t, runs, u"ended"_qs));
  QVERIFY(t.person.reads(u"1 had been done and were kept, 0 had not"_qs));
  QVERIFY(t.person.press(u"Show the 1"_qs));
  auto *results = t.person.see<QTableView>(u"Results"_qs);
  QVERIFY(results && t.person.waits("it", [&] { return results->model()->rowCount() == 1; }));
  QCOMPARE(cell(results, 0, RunItemsModel::Why), u"settled after the run was cut off"_qs);
  QCOMPARE(t.shop.server.run({"LLEN", "bull:orders:wait"}).integer, Jobs);
}

void TestWindowRuns::tellsWhenOneBreaksOff() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  QTableView *runs = openPage(t);
  QVERIFY(runs && t.person.waits("a job", [&] { return cell(runs, 0, RunsModel::Done).toInt() > 0; }));
  t.shop.server.run({"ACL", "SETUSER", "default", "-evalsha", "-eval"});
  QVERIFY(t.person.reads(u"A run has stopped"_qs));
  QVERIFY(stands(t, runs, u"paused"_qs));
  QVERIFY(cell(runs, 0, RunsModel::Failed) == u"0"); // it is nothing that a job did
  t.shop.server.run({"ACL", "SETUSER", "default", "+@all"});
  runsOf(t).rate().set(0);
  QVERIFY(t.person.press(u"Go on"_qs));
  QVERIFY(stands(t, runs, u"ended"_qs));
  QCOMPARE(cell(runs, 0, RunsModel::Done), u"60"_qs);
}

void TestWindowRuns::asksBeforeTheWindowCloses() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  QVERIFY(t.person.row({u"Shop"_qs, u"Runs"_qs}).isValid());
  t.person.window()->close();
  const auto *dialog = t.person.see(u"Runs are going on"_qs);
  QVERIFY(dialog && t.person.press(u"Stay"_qs, dialog));
  QVERIFY(t.person.loses(u"Runs are going on"_qs));
  QVERIFY(t.person.window()->isVisible());
  t.person.window()->close();
  dialog = t.person.see(u"Runs are going on"_qs);
  QVERIFY(dialog && t.person.press(u"Pause and keep"_qs, dialog));
  QVERIFY(t.person.waits("the end", [&] { return !t.person.window() || !t.person.window()->isVisible(); }));
  t.person.leave();
  QVERIFY(t.shop.server.run({"LLEN", "bull:orders:wait"}).integer < Jobs);
  QVERIFY(t.open("local"));
  QVERIFY(t.person.reads(u"A run is paused."_qs));
  QVERIFY(t.person.press(u"Cancel the run"_qs));
  QVERIFY(t.person.waits("no reminder", [&] { return t.person.notices().filter(u"A run"_qs).isEmpty(); }));
}

void TestWindowRuns::leadsBackToTheQueue() {
  WindowTest t;
  QVERIFY(open(t));
  QVERIFY(t.person.command(u"Runs"_qs));
  const auto *empty = t.person.see(u"Back to the jobs"_qs);
  QVERIFY(empty);
  begin(t, 0);
  auto *runs = t.person.see<QTableView>(u"Runs"_qs);
  QVERIFY(runs && stands(t, runs, u"ended"_qs));
  runs->setFocus();
  QVERIFY(t.person.key(Qt::Key_Escape));
  QVERIFY(t.person.see<QAbstractItemView>(u"Jobs"_qs));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"Runs"_qs}));
  QVERIFY(t.person.see<QTableView>(u"Runs"_qs));
}

/// What was not done is chosen anew, and goes the way of every run.
void TestWindowRuns::triesTheRestAgain() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, Slow);
  QTableView *runs = openPage(t);
  QVERIFY(runs && t.person.waits("a job", [&] { return cell(runs, 0, RunsModel::Done).toInt() > 0; }));
  QVERIFY(!t.person.sees(u"Try the rest again"_qs));
  runsOf(t).cancel(runsOf(t).runs().front());
  QVERIFY(stands(t, runs, u"cancelled"_qs));
  runsOf(t).rate().set(0);
  QVERIFY(t.person.press(u"Try the rest again"_qs));
  auto *dialog = t.person.see<QDialog>(u"Retry"_qs);
  QVERIFY(dialog && t.person.press(u"Retry"_qs, dialog));
  QVERIFY(t.person.waits("the jobs", [&] {
    return t.shop.server.run({"LLEN", "bull:orders:wait"}).integer == Jobs;
  }));
  QVERIFY(t.person.waits("both runs", [&] { return runs->model()->rowCount() == 2; }));
  QVERIFY(stands(t, runs, u"ended"_qs));
  QVERIFY(!t.person.sees(u"Undo"_qs)); // of a retry
}

void TestWindowRuns::takesEditsBack() {
  WindowTest t;
  QVERIFY(open(t));
  begin(t, 0, "job.updateData", {{"changes", R"([{"change":"set","path":"stage","value":"packing"}])"}});
  QTableView *runs = openPage(t);
  QVERIFY(runs && stands(t, runs, u"ended"_qs));
  QCOMPARE(cell(runs, 0, RunsModel::Operation), u"Bulk edit"_qs);
  QCOMPARE(t.shop.data("f100"), QByteArray(R"({"stage":"packing"})"));
  QVERIFY(t.person.press(u"Undo"_qs));
  auto *dialog = t.person.see<QDialog>(u"Undo"_qs);
  QVERIFY(dialog && t.person.press(u"Undo"_qs, dialog));
  QVERIFY(t.person.waits("both runs", [&] {
    return runs->model()->rowCount() == 2 && cell(runs, 1, RunsModel::State) == u"undone";
  }));
  QCOMPARE(cell(runs, 0, RunsModel::Operation), u"Undo"_qs);
  QCOMPARE(t.shop.data("f100"), QByteArray("{}"));
  runs->setCurrentIndex(runs->model()->index(1, 0));
  QVERIFY(!t.person.sees(u"Undo"_qs));
}

QTEST_MAIN(TestWindowRuns)
#include "tst_runs.moc"
