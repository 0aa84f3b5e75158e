// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../longtexts/stalls.h"
#include "manytest.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/views/runhead.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSpinBox>

using namespace oxp;
using namespace oxp::test;

/// What somebody has chosen stays just that, or is nothing any more.
class TestChoosing : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void endsWithTheTab();
  void countsAllAsTheyComeAndGo();
  void endsWithTheSearch();
  void isNotThatOfAnotherSearch();
  void isWhatTheBarSaysWhenSorted();
  void leavesTheKeysOfASearchAlone();
  void restsWhileAnotherScopeIsTyped();
  void needsItsOwnConsent();
  void saysWhereASearchStopped();
  void keepsTheWindowMovingOverAWholeState();
  void offersAViewerNothing();
  void saysInThePreviewWhyNothingCanBeDone();
  void isClosedWithTheServerGone();
  void goesWithTheWindow();
  void triesOnlyTheSameJobsAgain();
  void triesAgainAsItWasDone();
  void offersNoSecondTimeOfWhatMayBeDone();

private:
  static JobListPanel *list(WindowTest &t) { return t.person.window()->page()->list(); }
  static QPushButton *mainOf(WindowTest &t, const QString &title, QWidget *dialog) {
    return t.person.see<QPushButton>(title, dialog);
  }
};

/// All of a state are as many as there are now.
void TestChoosing::countsAllAsTheyComeAndGo() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.press(u"Select all matching"_qs));
  QTRY_COMPARE(sentence(t), u"All 5 failed selected"_qs);
  t.shop.server.run({"ZREM", "bull:orders:failed", "1"});
  t.shop.server.run({"DEL", "bull:orders:1"});
  QTRY_COMPARE(sentence(t), u"All 4 failed selected"_qs);
}

void TestChoosing::endsWithTheTab() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QTRY_COMPARE(sentence(t), QString());
  QVERIFY(t.person.chooseState(u"failed"_qs));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.press(u"Select all matching"_qs));
  QTRY_COMPARE(sentence(t), u"All 5 failed selected"_qs);
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QTRY_COMPARE(sentence(t), QString());
  QVERIFY(!list(t)->selection().chosen().isMany());
}

void TestChoosing::endsWithTheSearch() {
  WindowTest t;
  QVERIFY(openFailed(t, 25));
  QVERIFY(ask(t.person, u"ORD-1"_qs));
  QTRY_COMPARE(found(t.person).size(), 11); // 1, 10 to 19
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_COMPARE(sentence(t), u"All 11 that match selected"_qs);
  QVERIFY(t.person.key(Qt::Key_F, Qt::ControlModifier) && t.person.key(Qt::Key_Delete));
  QTRY_COMPARE(found(t.person).size(), 25);
  QTRY_COMPARE(sentence(t), QString());
  QVERIFY(!list(t)->selection().chosen().isMany());
}

/// `All that match` is said of one question.
void TestChoosing::isNotThatOfAnotherSearch() {
  WindowTest t;
  QVERIFY(openFailed(t, 25));
  QVERIFY(ask(t.person, u"ORD-1"_qs));
  QTRY_COMPARE(found(t.person).size(), 11); // 1, 10 to 19
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_COMPARE(sentence(t), u"All 11 that match selected"_qs);
  QVERIFY(ask(t.person, u"ORD-2"_qs));
  QTRY_COMPARE(found(t.person).size(), 7); // 2, 20 to 25
  QTRY_VERIFY(!list(t)->isSearchRunning());
  QCOMPARE(sentence(t), QString());
  QVERIFY(!list(t)->selection().chosen().isMany());
}

/// A button of the bar never acts on the open job alone.
void TestChoosing::isWhatTheBarSaysWhenSorted() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QHeaderView *header = table->horizontalHeader();
  const int name = int(JobColumn::Name);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                    QPoint(header->sectionViewportPosition(name) + 20, header->height() / 2));
  QVERIFY(t.person.waits(
      "the order", [&] { return header->isSortIndicatorShown() && header->sortIndicatorSection() == name; }));
  QTRY_COMPARE(sentence(t).isEmpty(), !list(t)->selection().chosen().isMany());
}

void TestChoosing::leavesTheKeysOfASearchAlone() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  QVERIFY(t.person.key(Qt::Key_F, Qt::ControlModifier));
  auto *field = t.person.see<QLineEdit>(u"Search jobs"_qs);
  field->setText(u"abc"_qs);
  field->home(false);
  QVERIFY(t.person.key(Qt::Key_Delete));
  QCOMPARE(field->text(), u"bc"_qs);
  QVERIFY(!t.person.sees(u"What becomes of them"_qs));
}

/// Until the jobs of what is typed have been looked at, nothing can be agreed to.
void TestChoosing::restsWhileAnotherScopeIsTyped() {
  WindowTest t;
  QVERIFY(openFailed(t, 30));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.press(u"Select all matching"_qs));
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  auto *which = t.person.see<QComboBox>(u"Which"_qs, dialog);
  which->setCurrentIndex(which->findText(u"The oldest"_qs));
  QPushButton *main = mainOf(t, u"Retry"_qs, dialog);
  QTRY_VERIFY(main->isEnabled());
  QCOMPARE(main->text(), u"Retry 30 jobs"_qs);
  t.person.see<QSpinBox>(u"Jobs to take"_qs, dialog)->setValue(4);
  QVERIFY2(!main->isEnabled(), "30 jobs are not what is asked for any more");
  QTRY_COMPARE(main->text(), u"Retry 4 jobs"_qs);
  QVERIFY(main->isEnabled());
}

/// A word that was typed for some jobs says nothing of others.
void TestChoosing::needsItsOwnConsent() {
  WindowTest t;
  QVERIFY(openFailed(t, 130, "production"));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  auto *which = t.person.see<QComboBox>(u"Which"_qs, dialog);
  which->setCurrentIndex(which->findText(u"The oldest"_qs));
  auto *jobs = t.person.see<QSpinBox>(u"Jobs to take"_qs, dialog);
  jobs->setValue(110);
  QPushButton *main = mainOf(t, u"Retry"_qs, dialog);
  QTRY_COMPARE(main->text(), u"Retry 110 jobs"_qs);
  QVERIFY(t.person.type(u"Type to confirm"_qs, u"orders"_qs, dialog));
  QTRY_VERIFY(main->isEnabled());
  jobs->setFocus();
  jobs->setValue(120);
  QTRY_COMPARE(main->text(), u"Retry 120 jobs"_qs);
  QVERIFY2(!main->isEnabled(), "nobody has typed it for these");
  QVERIFY2(jobs->hasFocus(), "the keyboard stays where somebody types");
}

namespace {

/// Failed jobs that are there in a moment: `id`, and a hash of each unless only the list is wanted.
bool fillQuickly(Shop &shop, int jobs, bool hashes) {
  const QByteArray script = R"(for i = 1, ARGV[1] do
  if ARGV[2] == '1' then
    redis.call('HSET', 'bull:orders:' .. i, 'name', 'order', 'data', '{"orderId":"ORD-' .. i .. '"}', 'opts', '{}',
      'timestamp', 1760000000000 + i, 'processedOn', 1760000000000 + i, 'finishedOn', 1760000000000 + i,
      'failedReason', 'no answer')
  end
  redis.call('ZADD', 'bull:orders:failed', 1760000000000 + i, i)
end return redis.call('ZCARD', 'bull:orders:failed'))";
  shop.server.run({"HSET", "bull:orders:meta", "version", "bullmq:5.81.5"});
  return shop.server.run({"EVAL", script, "0", QByteArray::number(jobs), hashes ? "1" : "0"}).integer == jobs;
}

} // namespace

/// No more jobs are kept than there is room for: the others match too, and are not selected.
void TestChoosing::saysWhereASearchStopped() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(fillQuickly(t.shop, 100'500, true));
  QVERIFY(t.open("local") && t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) &&
          t.person.chooseState(u"failed"_qs));
  QVERIFY(ask(t.person, u"data.orderId : ORD"_qs));
  QTRY_VERIFY_WITH_TIMEOUT(list(t)->isSearchRunning(), 20'000);
  QTRY_VERIFY_WITH_TIMEOUT(!list(t)->isSearchRunning(), 60'000);
  Stalls::self()->restart();
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_VERIFY_WITH_TIMEOUT(!list(t)->isSearchRunning() && !sentence(t).contains(u"so far"), 60'000);
  QCOMPARE(sentence(t), u"All 100,000 that were found selected"_qs);
  qInfo("selected within %.0f ms", Stalls::self()->longestMs());
  QVERIFY(Stalls::self()->longestMs() <= Stalls::AllowedMs);
  Stalls::self()->restart();
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  qInfo("previewed within %.0f ms", Stalls::self()->longestMs());
  QVERIFY(dialog);
  QTRY_COMPARE_WITH_TIMEOUT(outcomes(dialog), QStringList{u"would be done 100,000"_qs}, 60'000);
  QVERIFY(t.person.press(u"Cancel"_qs, dialog));
}

void TestChoosing::keepsTheWindowMovingOverAWholeState() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(fillQuickly(t.shop, 1'000'000, false));
  QVERIFY(t.open("local") && t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) &&
          t.person.chooseState(u"failed"_qs));
  QVERIFY(selectRows(t, 2));
  Stalls::self()->restart();
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_COMPARE(sentence(t), u"All 1,000,000 failed selected"_qs);
  // It is told again with what comes.
  QVERIFY(t.shop.server.run({"ZADD", "bull:orders:failed", "1", "late"}).integer == 1);
  QTRY_COMPARE(sentence(t), u"All 1,000,001 failed selected"_qs);
  qInfo("all within %.0f ms", Stalls::self()->longestMs());
  QVERIFY(Stalls::self()->longestMs() <= Stalls::AllowedMs);
  Stalls::self()->restart();
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  table->setFocus();
  table->setCurrentIndex(table->model()->index(0, 0));
  QTest::keyClick(table, Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
  QTRY_VERIFY(!sentence(t).startsWith(u"All "));
  qInfo("%s: rows within %.0f ms", qPrintable(sentence(t)), Stalls::self()->longestMs());
  QVERIFY(Stalls::self()->longestMs() <= Stalls::AllowedMs);
}

void TestChoosing::offersAViewerNothing() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(fillQuickly(t.shop, 5, true));
  QVERIFY(t.person.start(t.shop.url("local") + u"&role=viewer"_qs, t.folder.path()));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) && t.person.chooseState(u"failed"_qs));
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  for (const QString &name : {u"Retry"_qs, u"Remove"_qs, u"Edit"_qs, u"Promote"_qs})
    QVERIFY2(!barButton(t, name) || !barButton(t, name)->isVisible(), qPrintable(name));
  QVERIFY(t.person.key(Qt::Key_Delete));
  QVERIFY(!t.person.sees(u"What becomes of them"_qs));
}

/// A notice behind a dialog is read by nobody.
void TestChoosing::saysInThePreviewWhyNothingCanBeDone() {
  WindowTest t;
  QVERIFY(QDir(t.folder.path()).mkpath(u"records"_qs));
  QFile store(t.folder.filePath(u"records/audit.sqlite"_qs));
  QVERIFY(store.open(QIODevice::WriteOnly) && store.write(QByteArray(20'000, 'x')) > 0);
  store.close();
  QVERIFY(openFailed(t, 3));
  QVERIFY(selectRows(t, 3));
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  auto *dialog = t.person.see<BulkPreviewDialog>(u"Retry"_qs);
  QVERIFY(dialog);
  QPushButton *main = mainOf(t, u"Retry"_qs, dialog);
  QVERIFY(!main->isEnabled());
  QVERIFY2(!main->toolTip().isEmpty(), "why");
  QVERIFY(std::ranges::any_of(dialog->findChildren<QLabel *>(), [&](const QLabel *label) {
    return label->isVisible() && label->text() == main->toolTip();
  }));
  QVERIFY(t.person.press(u"Cancel"_qs, dialog));
  QCOMPARE(t.shop.waiting().size(), 0);
}

void TestChoosing::isClosedWithTheServerGone() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QVERIFY(t.person.key(Qt::Key_Delete));
  BulkPreviewDialog *dialog = preview(t, u"Remove"_qs);
  QVERIFY(dialog);
  t.shop.server.stop();
  QVERIFY(t.person.press(u"Remove"_qs, dialog));
  QVERIFY(t.person.loses(u"What becomes of them"_qs));
  t.person.leave();
}

void TestChoosing::goesWithTheWindow() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  const Keys before = t.shop.keys();
  QVERIFY(t.person.press(u"Edit"_qs, t.person.window()->findChild<QFrame *>(u"Selection"_qs)));
  auto *form = t.person.see<QDialog>(u"Bulk edit"_qs);
  QVERIFY(form);
  QVERIFY(t.person.type(u"Path"_qs, u"data.stage"_qs, form));
  QVERIFY(t.person.type(u"Value"_qs, u"packing"_qs, form));
  QVERIFY(t.person.press(u"Preview"_qs, form));
  QVERIFY(t.person.see<QTableView>(u"What becomes of them"_qs));
  t.person.leave();
  QCOMPARE(t.shop.keys(), before);
}

/// A job that has taken the id of one that was chosen is nobody's choice.
void TestChoosing::triesOnlyTheSameJobsAgain() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QVERIFY(t.person.key(Qt::Key_Delete));
  BulkPreviewDialog *dialog = preview(t, u"Remove"_qs);
  QVERIFY(dialog);
  t.shop.server.run({"HSET", "bull:orders:3", "timestamp", "77"});
  QVERIFY(t.person.press(u"Remove"_qs, dialog));
  QVERIFY(t.person.reads(u"Remove: done for 2 jobs."_qs));
  QVERIFY(t.person.press(u"Show"_qs));
  auto *rest = t.person.see<QPushButton>(u"Try the rest again"_qs);
  QVERIFY(rest && t.person.waits("the rest", [&] { return rest->isEnabled(); }));
  rest->click();
  rest->click(); // it is read first, and one dialog is enough
  auto *again = t.person.see<BulkPreviewDialog>(u"Remove"_qs);
  QVERIFY(again);
  QTRY_COMPARE(outcomes(again), (QStringList{u"would be done 0"_qs, u"left out 1"_qs}));
  QCOMPARE(t.person.window()->findChildren<BulkPreviewDialog *>().size(), 1);
  QVERIFY(t.person.press(u"Cancel"_qs, again));
  QVERIFY(!t.shop.job("3").isEmpty());
}

/// What was ticked for the first time shows the second time.
void TestChoosing::triesAgainAsItWasDone() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  t.person.see<QCheckBox>(u"Reset attempts"_qs, dialog)->setChecked(true);
  t.shop.server.run({"ZREM", "bull:orders:failed", "3"});
  t.shop.server.run({"ZADD", "bull:orders:completed", "5", "3"});
  QVERIFY(t.person.press(u"Retry"_qs, dialog));
  QVERIFY(t.person.reads(u"Retry: done for 2 jobs."_qs));
  t.shop.server.run({"ZREM", "bull:orders:completed", "3"});
  t.shop.server.run({"ZADD", "bull:orders:failed", "5", "3"});
  QVERIFY(t.person.press(u"Show"_qs));
  QVERIFY(t.person.press(u"Try the rest again"_qs));
  auto *again = t.person.see<BulkPreviewDialog>(u"Retry"_qs);
  QVERIFY(again);
  QTRY_COMPARE(outcomes(again), QStringList{u"would be done 1"_qs});
  auto *reset = t.person.see<QCheckBox>(u"Reset attempts"_qs, again);
  QVERIFY(reset->isChecked());
  reset->setChecked(false);
  QVERIFY(t.person.press(u"Retry"_qs, again));
  QTRY_COMPARE(t.shop.waiting().size(), 3);
  QCOMPARE(t.shop.job("5").value("atm"), QByteArray()); // all attempts anew
  QCOMPARE(t.shop.job("3").value("atm"), "1");
}

/// What nobody can tell about is not done once more.
void TestChoosing::offersNoSecondTimeOfWhatMayBeDone() {
  RunRow row;
  row.run.operation = "job.retry";
  row.run.counts[audit::ItemState::Done] = 3;
  row.run.counts[audit::ItemState::Unknown] = 2;
  QVERIFY(!offersFor(row, true, true).rest);
  row.run.counts[audit::ItemState::Conflict] = 1;
  QVERIFY(offersFor(row, true, true).rest);
}

int main(int argc, char **argv) {
  Stalls application(argc, argv);
  TestChoosing::initMain();
  TestChoosing test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_choosing.moc"
