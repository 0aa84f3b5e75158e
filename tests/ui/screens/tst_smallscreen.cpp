// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewcolumns.h"
#include "ui/dialogs/dialogmanners.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/jobpane.h"
#include "ui/screens/alldialogs.h"
#include "ui/screens/cuttexts.h"
#include "ui/screens/languagewords.h"
#include "ui/screens/screen.h"
#include "ui/theme/theme.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"

#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabBar>

using namespace oxp;
using namespace oxp::test;

/// A laptop of long ago, a window of a remote desktop: 1024x640.
class TestSmallScreen : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void opensWithinTheScreen();
  void comesBackFromALargerScreen();
  void showsADozenJobsAndEveryTab_data();
  void showsADozenJobsAndEveryTab();
  void receiptsLeaveRoomForJobs();
  void theOverviewLeavesOutWhatHasNoRoom();
  void dialogsFit_data();
  void dialogsFit();
  void helpComesOverDialogs();
};

namespace {

QRect room() {
  return QGuiApplication::primaryScreen()->availableGeometry();
}

bool inScrollArea(const QWidget *widget, const QWidget *window) {
  for (; widget && widget != window; widget = widget->parentWidget())
    if (qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()))
      return true;
  return false;
}

/// What a person cannot get at: out of the window, and in nothing that scrolls.
QStringList outOfReach(const QWidget &window) {
  QStringList names;
  for (const QWidget *widget : window.findChildren<QWidget *>()) {
    const bool ofQt =
        widget->objectName().startsWith(u"qt_"); // such as the handle of a splitter, wider than it
    if (!widget->isVisible() || widget->window() != &window || inScrollArea(widget, &window) || ofQt)
      continue;
    const QRect place(widget->mapTo(&window, QPoint()), widget->size());
    if (!window.rect().contains(place))
      names << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->accessibleName();
  }
  return names;
}

QStringList hiddenTabs(const QTabBar &bar) {
  QStringList names;
  for (int tab = 0; tab < bar.count(); ++tab)
    if (!bar.rect().contains(bar.tabRect(tab).center()) || bar.tabRect(tab).right() > bar.width())
      names << bar.tabText(tab);
  return names;
}

} // namespace

void TestSmallScreen::opensWithinTheScreen() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(t.person.start(t.shop.url("local"), t.folder.path(), {}));
  const QWidget *window = t.person.window();
  QVERIFY2(room().contains(window->geometry()), qPrintable(QDebug::toString(window->geometry())));
  QVERIFY(window->width() > 960);
  QVERIFY(window->minimumSizeHint().width() <= room().width() &&
          window->minimumSizeHint().height() <= room().height());
}

void TestSmallScreen::comesBackFromALargerScreen() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QWidget large;
  large.setGeometry(300, 200, 2400, 1500);
  QSettings(t.folder.filePath(u"oxpecker.ini"_qs), QSettings::IniFormat)
      .setValue(u"window/geometry"_qs, large.saveGeometry());
  QVERIFY(t.person.start(t.shop.url("local"), t.folder.path(), {}));
  const QWidget *window = t.person.window();
  QVERIFY2(room().contains(window->geometry()), qPrintable(QDebug::toString(window->geometry())));
}

void TestSmallScreen::showsADozenJobsAndEveryTab_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<int>("jobs");
  QTest::newRow("the whole screen") << QSize(1024, 640) << 12;
  QTest::newRow("below a title bar") << QSize() << 11;
}

void TestSmallScreen::showsADozenJobsAndEveryTab() {
  QFETCH(QSize, size);
  QFETCH(int, jobs);
  constexpr int LinesToEdit = 4;
  WindowTest t;
  QVERIFY(t.shop.start());
  QByteArray last;
  for (const char *state : {"waiting", "active", "delayed", "prioritized", "completed", "failed"})
    last = t.shop.add(state, R"({"a":1,"b":2,"c":3,"d":4,"note":")" + QByteArray(100, 'x') + "\"}");
  for (int i = 0; i < 40; ++i) {
    const QByteArray id = "more-" + QByteArray::number(i);
    t.shop.server.run({"HSET", t.shop.key(id), "name", "send", "data", "{}", "timestamp", "1700000000000"});
    t.shop.server.run({"LPUSH", "bull:orders:wait", id});
  }
  QVERIFY(t.person.start(t.shop.url("production"), t.folder.path(), size));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QVERIFY(table);
  QVERIFY(t.person.chooseJob(last));
  JsonEditor *editor = t.person.editor();
  QVERIFY(editor);
  const auto rows = [&] {
    return table->viewport()->height() / table->verticalHeader()->defaultSectionSize();
  };
  QTRY_VERIFY2(rows() >= jobs, qPrintable(QString::number(rows())));
  const auto lines = [&] { return int(editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN)); };
  QTRY_VERIFY2(lines() >= LinesToEdit, qPrintable(QString::number(lines())));
  QVERIFY(t.person.see(u"Stack"_qs, t.person.window()->page()->pane()->header())); // no line is spent on it
  const JobPane *pane = t.person.window()->page()->pane();
  QVERIFY2(pane->height() >= 110, qPrintable(QString::number(pane->height())));
  const auto *states = t.person.see<QTabBar>(u"States"_qs);
  QTRY_COMPARE(hiddenTabs(*states), QStringList());
  QCOMPARE(hiddenTabs(*pane->findChild<QTabBar *>()), QStringList());
  for (const char *name : {"Save", "Discard", "Format", "Minify"}) {
    const auto *button = t.person.see<QPushButton>(QLatin1String(name), pane);
    QVERIFY(button);
    QVERIFY2(
        button->height() >= button->sizeHint().height(),
        qPrintable(QLatin1String(name) + QString::asprintf(" %d of %d, pane %d", button->height(),
                                                           button->sizeHint().height(), pane->height())));
  }
  const QString lost = outOfReach(*t.person.window()).join(u'\n');
  QVERIFY2(lost.isEmpty(), qPrintable(lost));
}

void TestSmallScreen::receiptsLeaveRoomForJobs() {
  WindowTest t;
  QVERIFY(t.shop.start());
  for (int i = 0; i < 30; ++i)
    QVERIFY(!t.shop.add("failed", R"({"n":1})").isEmpty());
  QVERIFY(t.person.start(t.shop.url("local"), t.folder.path(), {}));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(t.person.chooseState(u"failed"_qs));
  auto *jobs = t.person.see<QTableView>(u"Jobs"_qs);
  QVERIFY(jobs);
  const auto rows = [&] { return jobs->viewport()->height() / jobs->verticalHeader()->defaultSectionSize(); };
  for (int i = 1; i <= 3; ++i) {
    jobs->setFocus();
    QTRY_VERIFY(jobs->model()->rowCount() == 31 - i);
    jobs->setCurrentIndex(jobs->model()->index(3, 0));
    QVERIFY(t.person.press(u"Retry"_qs));
    auto *receipts = t.person.see<QAbstractItemView>(u"Receipts"_qs);
    QVERIFY(receipts);
    QTRY_COMPARE(receipts->model()->rowCount(), i);
    QTRY_VERIFY2(rows() >= 9, qPrintable(QString::number(rows())));
  }
  QVERIFY(t.person.see(u"Dismiss all"_qs));
  const QWidget *window = t.person.window();
  QVERIFY2(room().contains(window->geometry()), qPrintable(QDebug::toString(window->geometry())));
  QVERIFY(window->minimumSizeHint().height() <= room().height());
}

void TestSmallScreen::theOverviewLeavesOutWhatHasNoRoom() {
  WindowTest t;
  QVERIFY(t.shop.start());
  for (int i = 0; i < 30; ++i) {
    const QByteArray base = "bull:shop.queue" + QByteArray::number(i);
    t.shop.server.run({"HSET", base + ":meta", "opts.maxLenEvents", "10000", "version", "bullmq:5.81.5"});
    t.shop.server.run({"LPUSH", base + ":wait", "1"});
  }
  QVERIFY(t.person.start(t.shop.url("production"), t.folder.path(), {}));
  auto *table = t.person.see<QTableView>(u"Overview"_qs);
  QVERIFY(table);
  QTRY_COMPARE(table->model()->rowCount(), 30);
  for (const OverviewColumn column : {OverviewColumn::Group, OverviewColumn::Version, OverviewColumn::Paused})
    QTRY_VERIFY(table->isColumnHidden(int(column)));
  const QHeaderView *header = table->horizontalHeader();
  QTRY_VERIFY2(header->length() <= table->viewport()->width(), qPrintable(QString::number(header->length())));
  QVERIFY2(header->sectionSize(int(OverviewColumn::Queue)) >= 120,
           qPrintable(QString::number(header->sectionSize(int(OverviewColumn::Queue)))));
  const int rows = table->viewport()->height() / table->verticalHeader()->defaultSectionSize();
  QVERIFY2(rows >= 19, qPrintable(QString::number(rows)));
  const QString lost = outOfReach(*t.person.window()).join(u'\n');
  QVERIFY2(lost.isEmpty(), qPrintable(lost));
  QVERIFY(t.person.window()->minimumSizeHint().width() <= room().width());
}

void TestSmallScreen::dialogsFit_data() {
  QTest::addColumn<QString>("language");
  for (const char *language : {"en", "zh_CN"})
    QTest::newRow(language) << QString::fromLatin1(language);
}

void TestSmallScreen::dialogsFit() {
  QFETCH(QString, language);
  const LanguageWords words(language);
  QVERIFY(words.isThere());
  const ThemeController theme(ThemeSetting::Light);
  QObject owner;
  const DialogManners manners([](QDialog *) {}, &owner);
  const AllDialogs all;
  QWidget parent;
  parent.setGeometry(room());
  parent.show();
  for (const AllDialogs::Maker &maker : all.makers()) {
    QPointer<QDialog> dialog = maker.make(&parent);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QVERIFY2(room().contains(dialog->geometry()), maker.name);
    const QString lost = outOfReach(*dialog).join(u'\n');
    QVERIFY2(lost.isEmpty(), qPrintable(QLatin1String(maker.name) + u": "_qs + lost));
    const QString cut = cutTexts(*dialog).join(u'\n');
    QVERIFY2(cut.isEmpty(), qPrintable(QLatin1String(maker.name) + u": "_qs + cut));
    dialog->close();
    delete dialog;
  }
}

void TestSmallScreen::helpComesOverDialogs() {
  const ThemeController theme(ThemeSetting::Light);
  QPointer<QDialog> asked;
  QObject owner;
  const DialogManners manners([&](QDialog *over) { asked = over; }, &owner);
  const AllDialogs all;
  for (const AllDialogs::Maker &maker : all.makers()) {
    QPointer<QDialog> dialog = maker.make(nullptr);
    dialog->show();
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_F1);
    QVERIFY2(asked == dialog, maker.name);
    dialog->close();
    delete dialog;
  }
}

int main(int argc, char **argv) {
  useScreen({1024, 640});
  QApplication program(argc, argv);
  TestSmallScreen test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_smallscreen.moc"
