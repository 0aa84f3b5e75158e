// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether assistive tools are told a name of everything that can be used.
#include "ui/screens/alldialogs.h"
#include "ui/screens/nameless.h"
#include "ui/screens/screen.h"
#include "ui/screens/tour.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr QSize Usual{1440, 900}, Small{1024, 640};

} // namespace

class TestNames : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void noticesWhatHasNone();
  void innerButtonsHaveThem();
  void window_data();
  void window();
  void dialogs();
};

/// The walk would be worth nothing if it passed a button without words.
void TestNames::noticesWhatHasNone() {
  QPushButton button;
  button.show();
  QCOMPARE(nameless(button).size(), 1);
  button.setAccessibleName(u"Close"_qs);
  QCOMPARE(nameless(button), QStringList());
}

void TestNames::innerButtonsHaveThem() {
  const ThemeController theme(ThemeSetting::Light);
  QWidget window;
  auto *column = new QVBoxLayout(&window);
  auto *field = new QLineEdit(u"words"_qs);
  field->setClearButtonEnabled(true);
  field->setAccessibleName(u"Field"_qs);
  auto *tabs = new QTabBar;
  for (int i = 0; i < 30; ++i)
    tabs->addTab(u"Tab %1"_qs.arg(i));
  column->addWidget(field);
  column->addWidget(tabs);
  window.setFixedWidth(200);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  QCOMPARE(nameless(window), QStringList());
}

void TestNames::window_data() {
  QTest::addColumn<QSize>("size");
  for (const QSize &size : {Usual, Small})
    QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TestNames::window() {
  QFETCH(QSize, size);
  Tour tour;
  QVERIFY(tour.start(u"en"_qs, size));
  QStringList found;
  const auto look = [&](const QString &place) {
    for (const QString &one : nameless(*tour.window()))
      found << place + u": "_qs + one;
  };
  QVERIFY(tour.visit(look));
  found.removeDuplicates();
  QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestNames::dialogs() {
  const ThemeController theme(ThemeSetting::Light);
  const AllDialogs all;
  QWidget parent;
  parent.resize(Usual);
  parent.show();
  QStringList found;
  for (const AllDialogs::Maker &maker : all.makers()) {
    const std::unique_ptr<QDialog> dialog(maker.make(&parent));
    dialog->show();
    QVERIFY2(QTest::qWaitForWindowExposed(dialog.get()), maker.name);
    for (const QString &one : nameless(*dialog))
      found << QLatin1String(maker.name) + u": "_qs + one;
  }
  QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

int main(int argc, char **argv) {
  useScreen(Usual);
  QApplication program(argc, argv);
  TestNames test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_names.moc"
