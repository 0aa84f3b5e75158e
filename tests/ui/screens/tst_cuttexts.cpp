// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether each text in the window and in the dialogs can be read: none is cut, and what is shortened tells
// the rest in a tool tip.
#include "models/historymodel.h"
#include "ui/dialogs/dialogmanners.h"
#include "ui/editor/jsoneditor.h"
#include "ui/errortext.h"
#include "ui/flows/errornotice.h"
#include "ui/panes/datapane.h"
#include "ui/screens/alldialogs.h"
#include "ui/screens/cuttexts.h"
#include "ui/screens/filledplaces.h"
#include "ui/screens/languagewords.h"
#include "ui/screens/screen.h"
#include "ui/screens/tour.h"
#include "ui/theme/style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitarea.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr QSize Usual{1440, 900}, Small{1024, 640};
constexpr int TreeWidth = 232, PaneWidth = 568; // px

void addLanguages() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<QSize>("size");
  for (const char *language : {"en", "zh_CN"})
    for (const QSize &size : {Usual, Small})
      QTest::addRow("%s %dx%d", language, size.width(), size.height())
          << QString::fromLatin1(language) << size;
}

QStringList lookAt(QWidget &window) {
  window.show();
  if (!QTest::qWaitForWindowExposed(&window))
    return {u"never shown"_qs};
  const auto *choice = window.findChild<QWidget *>(u"Take mine"_qs); // a worker compares first
  if (choice && !QTest::qWaitFor([choice] { return choice->isVisible(); }, Patience))
    return {u"never compared"_qs};
  return cutTexts(window);
}

} // namespace

class TestCutTexts : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void noticesWhatIsCut_data();
  void noticesWhatIsCut();
  void leavesWhatCanBeRead();
  void window_data() { addLanguages(); }
  void window();
  void startPage_data() { addLanguages(); }
  void startPage();
  void dialogs_data();
  void dialogs();
  void notices_data() { addLanguages(); }
  void notices();
  void menus_data() { addLanguages(); }
  void menus();
  void filledPlaces_data() { addLanguages(); }
  void filledPlaces();
  void noticesOfAText_data() { addLanguages(); }
  void noticesOfAText();
};

void TestCutTexts::noticesWhatIsCut_data() {
  QTest::addColumn<std::function<QWidget *()>>("make");
  const auto row = [](const char *name, std::function<QWidget *()> make) { QTest::newRow(name) << make; };
  const QString words = u"Save and retry the job"_qs;
  row("label", [=] { return new QLabel(words); });
  row("wrapped label", [=] {
    auto *label = new QLabel(words + u' ' + words + u' ' + words);
    label->setWordWrap(true);
    return label;
  });
  row("own label", [=] { return new TextLabel(words); });
  row("button", [=] { return new QPushButton(words); });
  row("placeholder", [=] {
    auto *field = new QLineEdit;
    field->setPlaceholderText(words);
    return field;
  });
  row("strip", [=] {
    auto *strip = new Strip;
    strip->setContent(NoticeKind::Info, QString(), words);
    return strip;
  });
  row("segment", [=] {
    auto *segment = new Segment;
    segment->addPart(words);
    return segment;
  });
  row("cell", [=] {
    auto *table = new QTableWidget(1, 1);
    table->setItem(0, 0, new QTableWidgetItem(words));
    table->setColumnWidth(0, 60);
    return table;
  });
  row("menu", [=] {
    auto *menu = new QMenu;
    menu->addAction(words);
    return menu;
  });
  row("header", [=] {
    auto *table = new QTableWidget(1, 1);
    table->setHorizontalHeaderLabels({words});
    table->setColumnWidth(0, 60);
    return table;
  });
}

/// The walk would be worth nothing if it passed what is too narrow.
void TestCutTexts::noticesWhatIsCut() {
  QFETCH(std::function<QWidget *()>, make);
  const ThemeController theme(ThemeSetting::Light);
  const std::unique_ptr<QWidget> widget(make());
  const bool table = qobject_cast<QTableWidget *>(widget.get());
  widget->setFixedSize(table ? QSize(400, 200) : QSize(60, widget->sizeHint().height()));
  QVERIFY(!lookAt(*widget).isEmpty());
}

void TestCutTexts::leavesWhatCanBeRead() {
  const ThemeController theme(ThemeSetting::Light);
  TextLabel told(u"Save and retry the job"_qs);
  told.setElide(Qt::ElideRight);
  told.setFixedWidth(60);
  QCOMPARE(lookAt(told), QStringList());
  QPushButton asks(u"Choose…"_qs);
  QCOMPARE(lookAt(asks), QStringList());
}

void TestCutTexts::window() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  Tour tour;
  QVERIFY(tour.start(language, size));
  QStringList cut;
  const auto look = [&](const QString &place) {
    for (const QString &found : cutTexts(*tour.window()))
      cut << place + u": "_qs + found;
    if (size != Usual)
      return;
    for (const ShortenedText &text : shortenedTexts(*tour.window()))
      if (!tour.isOfShop(text.hidden))
        cut << place + u": words of the program are left out of "_qs + text.shown + u" : "_qs + text.hidden;
  };
  QVERIFY(tour.visit(look));
  cut.removeDuplicates();
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

void TestCutTexts::startPage() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  QTemporaryDir folder;
  Person person;
  QVERIFY(person.start({}, folder.path(), size, language));
  const QString cut = cutTexts(*person.window()).join(u'\n');
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut));
}

void TestCutTexts::dialogs_data() {
  QTest::addColumn<QString>("language");
  for (const char *language : {"en", "zh_CN"})
    QTest::newRow(language) << QString::fromLatin1(language);
}

/// Where there is room for all of it, a dialog has nothing that is scrolled to.
void TestCutTexts::dialogs() {
  QFETCH(QString, language);
  const LanguageWords words(language);
  QVERIFY(words.isThere());
  const ThemeController theme(ThemeSetting::Light);
  QObject owner;
  const DialogManners manners([](QDialog *) {}, &owner);
  const AllDialogs all;
  QWidget parent;
  parent.resize(Usual);
  parent.show();
  QStringList cut;
  for (const AllDialogs::Maker &maker : all.makers()) {
    const std::unique_ptr<QDialog> dialog(maker.make(&parent));
    for (const QString &found : lookAt(*dialog))
      cut << QLatin1String(maker.name) + u": "_qs + found;
    for (const FitArea *area : dialog->findChildren<FitArea *>())
      if (area->verticalScrollBar()->maximum() > 0)
        cut << QLatin1String(maker.name) + u": a part of it is out of sight"_qs;
  }
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

/// Each sentence that is said of an error, as wide as the pane and as wide as the window's middle.
void TestCutTexts::notices() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  const LanguageWords words(language);
  QVERIFY(words.isThere());
  const ThemeController theme(ThemeSetting::Light);
  const int width = size == Usual ? PaneWidth : size.width() - TreeWidth;
  QStringList cut;
  for (int kind = 0; kind <= int(ErrorKind::File); ++kind)
    for (const Doing doing : {Doing::Connecting, Doing::Reading, Doing::Writing, Doing::SavingToRetry,
                              Doing::RetryingSaved, Doing::Testing}) {
      Banner banner;
      banner.setFixedWidth(width);
      Notice notice = errorNotice({ErrorKind(kind), "OOM", {}, -1}, doing);
      notice.buttons = {{u"Reconnect now"_qs, [] {}}, {u"Edit connection"_qs, [] {}}};
      banner.post(notice);
      banner.resize(width, banner.heightForWidth(width));
      cut << lookAt(banner);
    }
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

/// With a profile, with a queue, and with a failed job: a menu holds what can be done.
void TestCutTexts::menus() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  Tour tour;
  QVERIFY(tour.start(language, size));
  QStringList cut;
  int opened = 0;
  const auto look = [&](const QString &place, QMenu &menu) {
    ++opened;
    for (const QString &found : cutTexts(menu))
      cut << place + u": "_qs + found;
    for (const ShortenedText &text : shortenedTexts(menu))
      cut << place + u": shortened to "_qs + text.shown;
  };
  QVERIFY(tour.chooseProfile());
  tour.openMenus(look);
  QVERIFY(tour.chooseQueue());
  QVERIFY(tour.openFailedJob());
  for (int tab = 0; tab < JobPane::TabCount; ++tab)
    if (tour.showTab(JobPane::Tab(tab)))
      tour.openMenus(look);
  QVERIFY2(opened > 100, qPrintable(QString::number(opened)));
  cut.removeDuplicates();
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

/// At their usual width they leave none of the program's words out.
void TestCutTexts::filledPlaces() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  const LanguageWords words(language);
  QVERIFY(words.isThere());
  const ThemeController theme(ThemeSetting::Light);
  FilledPlaces places;
  QStringList cut;
  for (const FilledPlaces::Maker &maker : places.makers()) {
    const std::unique_ptr<QWidget> place(maker.make());
    const int width = size == Small  ? size.width() - TreeWidth
                      : maker.inPane ? PaneWidth
                                     : size.width() - TreeWidth - PaneWidth;
    const int height = place->hasHeightForWidth() ? place->heightForWidth(width) : place->sizeHint().height();
    place->resize(width, std::max(height, 300));
    place->show();
    QVERIFY(QTest::qWaitForWindowExposed(place.get()));
    for (const auto *history : place->findChildren<HistoryModel *>())
      QVERIFY(QTest::qWaitFor([history] { return history->rowCount() > 1; }, Patience));
    QCoreApplication::processEvents(); // columns get their widths, and again when rows come
    QStringList found = cutTexts(*place);
    for (const auto *table : place->findChildren<QTableView *>())
      if (!QTest::qWaitFor([table] { return table->horizontalScrollBar()->maximum() == 0; }, 1'000))
        found << u"columns are out of sight"_qs;
    if (size == Usual)
      for (const ShortenedText &text : shortenedTexts(*place))
        if (!FilledPlaces::isFilling(text.hidden))
          found << u"left out of "_qs + text.shown + u" : "_qs + text.hidden;
    found.removeDuplicates();
    for (const QString &text : found)
      cut << QLatin1StringView(maker.name) + u": "_qs + text;
  }
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

/// What is said above a text, by and by.
void TestCutTexts::noticesOfAText() {
  QFETCH(QString, language);
  QFETCH(QSize, size);
  Tour tour;
  QVERIFY(tour.start(language, size));
  QVERIFY(tour.chooseQueue() && tour.openFailedJob());
  DataPane *pane = tour.pane()->dataPane();
  auto *banner = pane->findChild<Banner *>();
  QStringList cut;
  const auto look = [&](const QByteArray &id) {
    if (!tour.waits(id, [&] { return banner->shownId() == id; }))
      return false;
    for (const QString &found : cutTexts(*tour.window()))
      cut << QString::fromLatin1(id) + u": "_qs + found;
    return true;
  };
  const QByteArray stored = pane->editor()->bytes();
  pane->editor()->replaceBytes(stored + " x");
  QVERIFY(tour.waits("the text to be judged", [&] { return !pane->editor()->validity().valid; }));
  QVERIFY(tour.run("edit.save"));
  QVERIFY(look("invalid"));
  QVERIFY(tour.run("edit.discard"));
  QVERIFY(look("discarded"));
  pane->editor()->replaceBytes(stored + ' ');
  tour.changeFailedJob(R"({"note":"of somebody else"})");
  QVERIFY(look("changed"));
  tour.removeFailedJob();
  QVERIFY(look("gone"));
  cut.removeDuplicates();
  QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

int main(int argc, char **argv) {
  useScreen(Usual);
  QApplication program(argc, argv);
  TestCutTexts test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_cuttexts.moc"
