// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/commandpalette.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace oxp;

class TestPalette : public QObject {
  Q_OBJECT

private slots:
  void isAsHighAsItsHits();
  void returnRunsTheHit();
};

static std::vector<PaletteEntry> entries(int count, int *ran) {
  std::vector<PaletteEntry> made;
  for (int i = 0; i < count; ++i) {
    PaletteEntry entry;
    entry.text = QStringLiteral("Action %1").arg(i);
    entry.run = [ran, i] { *ran = i; };
    made.push_back(entry);
  }
  return made;
}

void TestPalette::isAsHighAsItsHits() {
  int ran = -1;
  CommandPalette palette(entries(20, &ran), {}, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  const int high = palette.height();
  auto *list = palette.findChild<QListWidget *>();
  auto *field = palette.findChild<QLineEdit *>();
  field->setText(QStringLiteral("Action 17"));
  QCOMPARE(list->count(), 1);
  QCOMPARE(list->height(), list->sizeHintForRow(0));
  QVERIFY(palette.height() < high / 2);
  field->setText(QStringLiteral("nothing like it"));
  QVERIFY2(list->isHidden(), "a sentence stands there instead");
  field->clear();
  QCOMPARE(palette.height(), high);
}

void TestPalette::returnRunsTheHit() {
  int ran = -1;
  CommandPalette palette(entries(20, &ran), {}, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  auto *field = palette.findChild<QLineEdit *>();
  QTest::keyClicks(field, QStringLiteral("action 7"));
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(ran, 7);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
