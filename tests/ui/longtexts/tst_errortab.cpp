// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hugetexts.h"
#include "stalls.h"

#include "ui/panes/attemptsview.h"
#include "ui/panes/errorpane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fulltextview.h"
#include "json/fields.h"

#include <QAbstractButton>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

using namespace oxp;
using namespace oxp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Patience = 30'000;

JobDetail failed(const QByteArray &stacktrace, const QByteArray &reason) {
  JobDetail detail;
  detail.exists = true;
  detail.row.state = JobState::Failed;
  detail.row.attemptsMade = 3;
  detail.failedReason = reason;
  detail.stacktrace = stacktrace;
  return detail;
}

QByteArray oneTrace(const QByteArray &text) {
  return '[' + json::escapeUtf8(text) + ']';
}

void settle() {
  QTest::qWait(1);
  QApplication::sendPostedEvents();
}

} // namespace

/// However much stands in a job's failure: the window goes on.
class TestErrorTab : public QObject {
  Q_OBJECT

private slots:
  void nothingHoldsTheWindow_data();
  void nothingHoldsTheWindow();

private:
  void goThrough(const QByteArray &stacktrace, const QByteArray &reason);
  void look(const JobDetail &detail);
  AttemptsView *tree() { return m_pane->findChild<AttemptsView *>(); }

  std::unique_ptr<ErrorPane> m_pane;
};

void TestErrorTab::nothingHoldsTheWindow_data() {
  QTest::addColumn<QByteArray>("stacktrace");
  QTest::addColumn<QByteArray>("reason");
  const QByteArray frame("\n    at f (/srv/a.ts:1:1)");
  for (const HugeText &text : hugeTexts()) {
    const auto row = [&](const char *where, const QByteArray &stacktrace, const QByteArray &reason) {
      QTest::addRow("%s, %s", text.name, where) << stacktrace << reason;
    };
    if (!text.bytes.trimmed().isEmpty())
      row("reason", "[]", text.bytes);
    row("trace", oneTrace("Error: x\n" + text.bytes + frame), "x");
    row("broken field", text.bytes, "x");
  }
  QTest::newRow("hex without a space") << "[]"_qba << QByteArray("0123456789abcdef").repeated(20'000);
  QByteArray traces("[");
  for (int i = 0; i < 200'000; ++i)
    traces +=
        "\"Error: e" + QByteArray::number(i) + "\\n    at f" + QByteArray::number(i) + " (/srv/a.ts:1:1)\",";
  traces.back() = ']';
  QTest::newRow("200,000 traces") << traces << "e199999"_qba;
  QByteArray frames("Error: deep");
  QByteArray foreign("Error: alternating");
  for (int i = 0; i < 1'000'000; ++i)
    frames += "\n    at f" + QByteArray::number(i) + " (/srv/a.ts:1:1)";
  for (int i = 0; i < 100'000; ++i)
    foreign += frame + "\n    at g (/srv/node_modules/p/i.js:1:1)";
  QTest::newRow("1,000,000 frames") << oneTrace(frames) << "deep"_qba;
  QTest::newRow("own and foreign frames in turn") << oneTrace(foreign) << "alternating"_qba;
  QByteArray sets("[");
  for (int i = 0; i < 50; ++i)
    sets += json::escapeUtf8("E" + QByteArray(i + 1, 'x') + ": y" + frame.repeated(1'000)) + ',';
  sets.back() = ']';
  QTest::newRow("50 traces of 1,000 frames") << sets << "y"_qba;
}

/// Opens the job, goes through all that the tab shows, and sees the job again with one trace more.
void TestErrorTab::nothingHoldsTheWindow() {
  QFETCH(QByteArray, stacktrace);
  QFETCH(QByteArray, reason);
  const QString held = StallSteps::heldBy([&](StallSteps &steps) {
    goThrough(stacktrace, reason);
    steps.note(u"longest"_s);
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

void TestErrorTab::goThrough(const QByteArray &stacktrace, const QByteArray &reason) {
  m_pane = std::make_unique<ErrorPane>();
  m_pane->resize(568, 640);
  m_pane->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
  look(failed(R"x(["Error: small\n    at f (/srv/a.ts:1:1)"])x",
              "small")); // fonts and the like are loaded once
  Stalls &stalls = *Stalls::self();
  stalls.restart();
  look(failed(stacktrace, reason));
  JobDetail again = failed(stacktrace, reason + '!');
  stalls.during([&] { m_pane->updateJob(again); });
  QTRY_VERIFY_WITH_TIMEOUT(tree()->story().reason.endsWith('!'), Patience);
  stalls.during([&] { m_pane->resize(900, 500); });
  settle();
  m_pane.reset();
}

void TestErrorTab::look(const JobDetail &detail) {
  Stalls &stalls = *Stalls::self();
  stalls.during([&] { m_pane->setJob({}, detail); });
  QTRY_VERIFY_WITH_TIMEOUT(!tree()->story().reason.isEmpty(), Patience);
  settle();
  for (const QString &view : {u"All frames"_s, u"Own frames"_s, u"Raw text"_s, u"Own frames"_s}) {
    auto *button = m_pane->findChild<QAbstractButton *>(view);
    stalls.during([&] { button->click(); });
    settle();
  }
  for (int page = 0; page < 8; ++page) {
    stalls.during([&] { tree()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); });
    settle();
  }
  stalls.during([&] { tree()->find(u"no such words"_s, false, false); });
}

int main(int argc, char **argv) {
  Stalls program(argc, argv);
  const ThemeController theme(ThemeSetting::Light);
  TestErrorTab test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_errortab.moc"
