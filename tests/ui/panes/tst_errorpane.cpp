// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/errorpane.h"

#include "ui/panes/attemptsdelegate.h"
#include "ui/panes/attemptsview.h"
#include "ui/widgets/fulltextview.h"
#include "json/fields.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char Order[] = "{\n  \"lines\": [\n    {\"sku\": \"SKU-1\"}\n  ]\n}";

QByteArray arrayOf(const QByteArrayList &texts) {
  QByteArrayList items;
  for (const QByteArray &text : texts)
    items << json::escapeUtf8(text);
  return '[' + items.join(',') + ']';
}

QByteArray trace(const QByteArray &head, int frames = 2) {
  QByteArray text = head;
  for (int i = 0; i < frames; ++i)
    text += "\n    at step" + QByteArray(1, char('a' + i % 26)) +
            " (/srv/shop/src/run.ts:" + QByteArray::number(i + 1) + ":2)";
  return text + "\n    at W.run (/srv/shop/node_modules/bullmq/worker.js:1:1)";
}

JobDetail failed(const QByteArrayList &traces, const QByteArray &reason, int made,
                 const QByteArray &opts = "{}") {
  JobDetail detail;
  detail.exists = true;
  detail.row.state = JobState::Failed;
  detail.row.attemptsMade = made;
  detail.failedReason = reason;
  detail.stacktrace = arrayOf(traces);
  detail.opts = opts;
  return detail;
}

PayloadText payload() {
  const QByteArray text(Order);
  return {text, std::make_shared<const json::Scan>(json::scan(text))};
}

template <typename Widget>
Widget *named(QWidget &within, const QString &name) {
  for (Widget *widget : within.findChildren<Widget *>())
    if (widget->accessibleName() == name)
      return widget;
  return nullptr;
}

bool shows(const QWidget &pane, const QString &words) {
  for (const QLabel *label : pane.findChildren<QLabel *>())
    if (label->isVisibleTo(&pane) && label->text().contains(words))
      return true;
  return false;
}

QString copied() {
  return QGuiApplication::clipboard()->text();
}

} // namespace

/// The Error tab as a person and a screen reader meet it.
class TestErrorPane : public QObject {
  Q_OBJECT

private slots:
  void init();
  void tellsTheReasonAndTheAttempts();
  void goesToTheValueThatTheReasonNames();
  void hasNoLinkToWhatIsNotThere();
  void followsThePayload();
  void opensALongReasonInItsPlace();
  void opensAVeryLongReasonByItself();
  void saysThatNoTraceWasKept();
  void tellsTheReasonThatNoTraceHolds();
  void saysWhenTheReasonIsOfEarlier();
  void showsAllFramesAndTheRawText();
  void copiesFramesTracesAndAll();
  void foldsByTheKeyboard();
  void findsInFolds();
  void staysWhereItIsWhenTheJobIsSeenAgain();
  void showsALongLineInThreeRows();
  void saysWhatItLeavesOut();
  void wrapsByCells();

private:
  void open(const JobDetail &detail);
  AttemptsView *tree() { return named<AttemptsView>(*m_pane, u"Attempts"_s); }
  QModelIndex row(int attempt, int below) {
    return tree()->model()->index(below, 0, tree()->model()->index(attempt, 0));
  }
  QString reason() { return named<QTextBrowser>(*m_pane, u"Error reason"_s)->toPlainText(); }
  void press(const QString &button) {
    QTest::mouseClick(named<QAbstractButton>(*m_pane, button), Qt::LeftButton);
  }
  void choose(const QString &view) { named<QRadioButton>(*m_pane, view)->click(); }

  std::unique_ptr<ErrorPane> m_pane;
};

void TestErrorPane::init() {
  m_pane = std::make_unique<ErrorPane>();
  m_pane->setPayloadSource(payload);
  m_pane->resize(568, 640);
  m_pane->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestErrorPane::open(const JobDetail &detail) {
  m_pane->setJob({}, detail);
}

void TestErrorPane::tellsTheReasonAndTheAttempts() {
  const QByteArray now = trace("ValidationError: sku is gone");
  open(failed({trace("PrismaError: invalid"), now, now, now, now}, "sku is gone", 5,
              R"({"stackTraceLimit":10})"));
  QCOMPARE(reason(), u"ValidationError: sku is gone"_s);
  QCOMPARE(tree()->model()->rowCount(), 2);
  QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"Attempts 2–5"_s);
  QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
  QVERIFY(tree()->isExpanded(tree()->model()->index(1, 0)));
  QVERIFY(shows(*m_pane, u"5 attempt"_s));
  QVERIFY(shows(*m_pane, u"2 trace"_s));
  QVERIFY(shows(*m_pane, u"stackTraceLimit"_s));
  QVERIFY(!named<QPushButton>(*m_pane, u"Go to value"_s)->isVisible());

  open(failed({now}, "sku is gone", 1));
  QVERIFY(!shows(*m_pane, u"stackTraceLimit"_s));
}

void TestErrorPane::goesToTheValueThatTheReasonNames() {
  open(failed({trace("E: data.lines[0].sku is gone")}, "data.lines[0].sku is gone", 1));
  auto *go = named<QPushButton>(*m_pane, u"Go to value"_s);
  QVERIFY(go->isVisible());
  QVERIFY(go->text().contains(u"data.lines[0].sku, line 3"_s));
  QVERIFY(m_pane->canGoToValue());
  QSignalSpy wanted(m_pane.get(), &ErrorPane::valueWanted);
  press(u"Go to value"_s);
  QCOMPARE(wanted.size(), 1);
  QCOMPARE(wanted[0][0].value<json::Pointer>().toString(), "/lines/0/sku"_qba);
  m_pane->goToValue();
  QCOMPARE(wanted.size(), 2);
  QVERIFY(named<QTextBrowser>(*m_pane, u"Error reason"_s)->toHtml().contains(u"href=\"0\""_s));
}

void TestErrorPane::hasNoLinkToWhatIsNotThere() {
  open(failed({}, "data.shipTo.country is not served", 1));
  QVERIFY(!m_pane->canGoToValue());
  QVERIFY(!named<QPushButton>(*m_pane, u"Go to value"_s)->isVisible());
  QVERIFY(!named<QTextBrowser>(*m_pane, u"Error reason"_s)->toHtml().contains(u"href="_s));
}

void TestErrorPane::followsThePayload() {
  PayloadText now;
  m_pane->setPayloadSource([&now] { return now; });
  open(failed({}, "lines[0].sku", 1));
  QVERIFY(!m_pane->canGoToValue());
  now = payload();
  QSignalSpy changed(m_pane.get(), &ErrorPane::pathsChanged);
  m_pane->payloadChanged();
  QVERIFY(m_pane->canGoToValue());
  QCOMPARE(changed.size(), 1);
}

void TestErrorPane::opensALongReasonInItsPlace() {
  const QByteArray lines = QByteArray("a line of the reason\n").repeated(12) + "the end";
  open(failed({}, lines, 1));
  auto *text = named<QTextBrowser>(*m_pane, u"Error reason"_s);
  QVERIFY(text->height() < text->document()->size().height());
  press(u"Show all"_s);
  QVERIFY(text->height() >= qFloor(text->document()->size().height()));
  QVERIFY(!named<QPushButton>(*m_pane, u"Show all"_s)->isVisible());
  QVERIFY(reason().endsWith(u"the end"_s));
}

void TestErrorPane::opensAVeryLongReasonByItself() {
  const QByteArray text = QByteArray("0123456789abcdef").repeated(1'000);
  open(failed({}, text, 1));
  QVERIFY(reason().size() < 4'100);
  press(u"Show all"_s);
  QTRY_VERIFY(m_pane->findChildren<FullTextView *>().size() == 2);
  auto *full = m_pane->findChildren<FullTextView *>().last();
  QTRY_COMPARE(full->text(), text);
}

void TestErrorPane::saysThatNoTraceWasKept() {
  open(failed({}, "job stalled more than allowable limit", 1));
  QCOMPARE(reason(), u"job stalled more than allowable limit"_s);
  QVERIFY(shows(*m_pane, u"No trace was kept."_s));
  QVERIFY(!tree()->isVisible());
}

/// BullMQ 4 and a stall: the trace that is there is another attempt's.
void TestErrorPane::tellsTheReasonThatNoTraceHolds() {
  open(failed({trace("Error: gateway timeout")}, "job stalled more than allowable limit", 2));
  QCOMPARE(reason(), u"job stalled more than allowable limit"_s);
  QCOMPARE(tree()->model()->index(0, 0).data().toString(), u"Attempt 2"_s);
  QCOMPARE(tree()->model()->index(1, 0).data().toString(), u"Attempt 1"_s);
}

/// Retried, or completed since: red words alone would say that it has failed.
void TestErrorPane::saysWhenTheReasonIsOfEarlier() {
  open(failed({trace("E: x")}, "x", 1));
  QVERIFY(!shows(*m_pane, u"has no reason now"_s));
  open(failed({trace("E: x")}, {}, 1));
  QCOMPARE(reason(), u"E: x"_s);
  QVERIFY(shows(*m_pane, u"has no reason now"_s));
}

void TestErrorPane::showsAllFramesAndTheRawText() {
  open(failed({trace("E: x")}, "x", 1));
  QCOMPARE(tree()->model()->rowCount(tree()->model()->index(0, 0)), 3); // two own, one fold
  choose(u"All frames"_s);
  QCOMPARE(row(0, 2).data(AttemptsModel::FrameNumberRole).toInt(), 2);
  QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
  choose(u"Raw text"_s);
  QVERIFY(!tree()->isVisible());
  auto *raw = m_pane->findChild<FullTextView *>();
  QVERIFY(raw->isVisible());
  QTRY_COMPARE(raw->text(), trace("E: x"));
  // Another job's text follows; the choice stays.
  open(failed({trace("F: y")}, "y", 1));
  QTRY_COMPARE(raw->text(), trace("F: y"));
}

void TestErrorPane::copiesFramesTracesAndAll() {
  const QByteArray first = trace("A: one"), second = trace("B: two");
  open(failed({first, second}, "two", 2));
  press(u"Copy error"_s);
  QCOMPARE(copied(), u"B: two"_s);
  press(u"Copy all"_s);
  QCOMPARE(copied(), QString::fromUtf8(second + "\n\n" + first));
  tree()->setCurrentIndex(row(0, 1));
  QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(copied(), u"at stepb (/srv/shop/src/run.ts:2:2)"_s);
  const QRect attempt = tree()->visualRect(tree()->model()->index(1, 0));
  QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {},
                    AttemptsDelegate::copyRect(attempt, tree()->model()->index(1, 0)).center());
  QCOMPARE(copied(), QString::fromUtf8(first));
  QVERIFY(tree()->isExpanded(tree()->model()->index(1, 0)));
}

void TestErrorPane::foldsByTheKeyboard() {
  open(failed({trace("E: x")}, "x", 1));
  tree()->setFocus();
  QCOMPARE(tree()->currentIndex(), tree()->model()->index(0, 0));
  QTest::keyClick(tree(), Qt::Key_Left);
  QVERIFY(!tree()->isExpanded(tree()->currentIndex()));
  QTest::keyClick(tree(), Qt::Key_Right);
  QVERIFY(tree()->isExpanded(tree()->currentIndex()));
  QTest::keyClick(tree(), Qt::Key_Down);
  QCOMPARE(tree()->currentIndex(), row(0, 0));
  tree()->setCurrentIndex(row(0, 2));
  QTest::keyClick(tree(), Qt::Key_Return);
  QVERIFY(tree()->isExpanded(row(0, 2)));
  QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(row(0, 2)).center());
  QVERIFY(!tree()->isExpanded(row(0, 2)));
}

void TestErrorPane::findsInFolds() {
  open(failed({trace("E: x")}, "x", 1));
  QVERIFY(tree()->find(u"WORKER.JS"_s, false, false));
  QVERIFY(tree()->isExpanded(row(0, 2)));
  QCOMPARE(tree()->currentIndex().data(AttemptsModel::FrameNumberRole).toInt(), 2);
  QVERIFY(!tree()->find(u"WORKER.JS"_s, true, false));
  QVERIFY(!tree()->find(u"nowhere"_s, false, false));
}

/// It fails again while somebody reads: what is open, chosen and in sight stays so.
void TestErrorPane::staysWhereItIsWhenTheJobIsSeenAgain() {
  const QByteArray first = trace("A: one", 60), second = trace("B: two", 60);
  open(failed({first, second}, "two", 2));
  tree()->collapse(tree()->model()->index(0, 0));
  tree()->setCurrentIndex(row(1, 30));
  tree()->verticalScrollBar()->setValue(300);
  const int place = tree()->visualRect(row(1, 30)).y();

  m_pane->updateJob(failed({first, second}, "two", 2));
  QCOMPARE(tree()->verticalScrollBar()->value(), 300);
  m_pane->updateJob(failed({first, second, trace("C: three", 5)}, "three", 3));
  QCOMPARE(reason(), u"C: three"_s);
  QCOMPARE(tree()->model()->rowCount(), 3);
  QVERIFY(!tree()->isExpanded(tree()->model()->index(1, 0)));
  QCOMPARE(tree()->currentIndex(), row(2, 30));
  QCOMPARE(tree()->visualRect(row(2, 30)).y(), place);
}

void TestErrorPane::showsALongLineInThreeRows() {
  const QByteArray line = "args: " + QByteArray("x").repeated(50'000);
  open(failed({trace("PrismaError: bad\n" + line)}, "other", 2));
  const QModelIndex text = row(1, 1), note = row(1, 2);
  QCOMPARE(text.data(AttemptsModel::RowKindRole).toInt(), int(AttemptsModel::RowKind::LongText));
  QVERIFY(tree()->visualRect(text).height() < 100);
  QWidget *buttons = tree()->indexWidget(note);
  QVERIFY(buttons);
  QTest::mouseClick(named<QPushButton>(*buttons, u"Copy"_s), Qt::LeftButton);
  QCOMPARE(copied(), QString::fromUtf8(line));
  const QTemporaryDir folder;
  QTest::mouseClick(named<QPushButton>(*buttons, u"Save to file"_s), Qt::LeftButton);
  QFileDialog *dialog = nullptr;
  QTRY_VERIFY(dialog = m_pane->findChild<QFileDialog *>());
  const QString name = folder.filePath(u"line.txt"_s);
  dialog->selectFile(name);
  static_cast<QDialog *>(dialog)->accept();
  const auto written = [&] {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  QTRY_COMPARE(written(), line);
  QTRY_VERIFY(shows(*m_pane, u"Written to"_s));
  QTest::mouseClick(named<QPushButton>(*buttons, u"Show all"_s), Qt::LeftButton);
  auto *full = m_pane->findChildren<FullTextView *>().last();
  QTRY_COMPARE(full->text(), line);
}

void TestErrorPane::saysWhatItLeavesOut() {
  QByteArrayList traces;
  for (int i = 0; i < 200; ++i)
    traces << "E: x\n    at f (/srv/a.ts:1:1)";
  open(failed(traces, "x", 200));
  QVERIFY(shows(*m_pane, u"Showing the newest 50 of 200 traces."_s));
  JobDetail broken = failed({}, "x", 1);
  broken.stacktrace = "[\"cut";
  open(broken);
  QVERIFY(shows(*m_pane, u"not a list of texts"_s));
  QVERIFY(tree()->isVisible());
}

void TestErrorPane::wrapsByCells() {
  QCOMPARE(wrappedRows(u"abcdefg"_s, 3, 9), (QStringList{u"abc"_s, u"def"_s, u"g"_s}));
  QCOMPARE(wrappedRows(u"abcdefg"_s, 3, 2), (QStringList{u"abc"_s, u"de…"_s}));
  QCOMPARE(wrappedRows(u"陈晓明ab"_s, 4, 9), (QStringList{u"陈晓"_s, u"明ab"_s}));
  QCOMPARE(wrappedRows(u"e\u0301e\u0301e\u0301"_s, 2, 9), (QStringList{u"e\u0301e\u0301"_s, u"e\u0301"_s}));
  QCOMPARE(wrappedRows({}, 4, 9), QStringList{QString()});
}

QTEST_MAIN(TestErrorPane)
#include "tst_errorpane.moc"
