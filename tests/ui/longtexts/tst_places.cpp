// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every place that shows a text of a server, with the worst of texts: nothing holds the window.
#include "hugetexts.h"
#include "places.h"
#include "stalls.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLabel>
#include <QTest>
#include <QToolTip>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qsizetype MostTold = 4'100; // characters that a cell, tool tip or accessible text may have

/// All that a person or a screen reader may be told by a view.
qsizetype longestTold(const QAbstractItemView &view) {
  constexpr int Roles[] = {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole};
  qsizetype longest = 0;
  const QAbstractItemModel &model = *view.model();
  const auto visit = [&](const auto &self, const QModelIndex &parent) -> void {
    for (int row = 0; row < model.rowCount(parent); ++row) {
      for (int column = 0; column < model.columnCount(parent); ++column)
        for (const int role : Roles)
          longest = std::max(longest, model.index(row, column, parent).data(role).toString().size());
      self(self, model.index(row, 0, parent));
    }
  };
  visit(visit, {});
  for (int column = 0; column < model.columnCount(); ++column)
    longest = std::max(longest, model.headerData(column, Qt::Horizontal).toString().size());
  return longest;
}

qsizetype longestTold(QWidget *widget) {
  qsizetype longest = widget->toolTip().size();
  if (QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget))
    for (const QAccessible::Text text : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
      longest = std::max(longest, seen->text(text).size());
  if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
    longest = std::max(longest, longestTold(*view));
  for (QObject *child : widget->children())
    if (child->isWidgetType())
      longest = std::max(longest, longestTold(static_cast<QWidget *>(child)));
  return longest;
}

} // namespace

class TestPlaces : public QObject {
  Q_OBJECT

private slots:
  void nothingHoldsTheWindow_data();
  void nothingHoldsTheWindow();
  void aToolTipIsNeverRead();

private:
  void goThrough(const Place &at, const QByteArray &text, StallSteps &steps, qsizetype &longest);
};

void TestPlaces::nothingHoldsTheWindow_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<size_t>("place");
  for (size_t place = 0; place < places().size(); ++place)
    for (const HugeText &text : hugeTexts())
      QTest::addRow("%s: %s", places()[place].name, text.name) << text.bytes << place;
}

void TestPlaces::nothingHoldsTheWindow() {
  QFETCH(QByteArray, text);
  QFETCH(size_t, place);
  const Place &at = places()[place];
  const auto warm = at.make("short"); // fonts, icons and the like are loaded once
  warm->grab();
  stringOf(text);
  qsizetype longest = 0;
  const QString held = StallSteps::heldBy([&](StallSteps &steps) { goThrough(at, text, steps, longest); });
  QVERIFY2(held.isEmpty(), qPrintable(held));
  QVERIFY2(longest <= MostTold, qPrintable(QString::number(longest)));
}

void TestPlaces::goThrough(const Place &at, const QByteArray &text, StallSteps &steps, qsizetype &longest) {
  std::unique_ptr<QWidget> widget;
  const auto step = [&](const char *what, const auto &deed) {
    Stalls::self()->during(deed);
    QCoreApplication::sendPostedEvents();
    steps.note(QLatin1StringView(what));
  };
  step("made", [&] { widget = at.make(text); });
  step("shown", [&] {
    widget->resize(700, 300);
    widget->show();
  });
  QVERIFY(QTest::qWaitForWindowExposed(widget.get()));
  Stalls::self()->restart();
  step("painted", [&] { widget->grab(); });
  step("narrow", [&] { widget->resize(220, 300); });
  step("wide", [&] { widget->resize(1600, 900); });
  step("painted again", [&] { widget->grab(); });
  step("told", [&] { longest = longestTold(widget.get()); });
  step("gone", [&] { widget.reset(); });
}

/// A job may be named <h1> or <img src=…>: it is told as it is written.
void TestPlaces::aToolTipIsNeverRead() {
  QWidget widget;
  widget.show();
  QVERIFY(QTest::qWaitForWindowExposed(&widget));
  QToolTip::showText(widget.mapToGlobal(QPoint(1, 1)), QStringLiteral("<h1>order</h1>"), &widget);
  QTRY_VERIFY(QToolTip::isVisible());
  for (QWidget *top : QApplication::topLevelWidgets())
    if (const auto *tip = qobject_cast<QLabel *>(top); tip && tip->inherits("QTipLabel"))
      QCOMPARE(tip->textFormat(), Qt::PlainText);
  QToolTip::hideText();
}

int main(int argc, char **argv) {
  qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
  Stalls app(argc, argv);
  const ThemeController theme(ThemeSetting::Light);
  TestPlaces test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_places.moc"
