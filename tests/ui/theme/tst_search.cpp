// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/searchbox.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Red pixels below the text, from left to right.
std::pair<int, int> waveOf(SearchField *field) {
  const QImage image = field->grab().toImage();
  int first = -1, last = -1;
  for (int x = 4; x < image.width() - 4; ++x) {
    for (int y = field->height() / 2; y < field->height() - 2; ++y) {
      const QColor pixel = image.pixelColor(x, y);
      if (pixel.red() > pixel.green() + 60) {
        first = first < 0 ? x : first;
        last = x;
      }
    }
  }
  return {first, last};
}

} // namespace

class SearchTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void namesAndHeights() {
    SearchBox box;
    box.resize(600, box.sizeHint().height());
    box.show();
    QCOMPARE(box.field()->accessibleName(), u"Search jobs"_s);
    QCOMPARE(box.sizeHint().height(), 44);
    box.setError(12, 2, u"Column 13: wrong"_s, u"Showing all jobs"_s);
    QTRY_VERIFY(box.sizeHint().height() > 44);
    QCOMPARE(box.field()->accessibleDescription(), u"Column 13: wrong"_s);
    box.clearError();
    QTRY_COMPARE(box.sizeHint().height(), 44);
    QVERIFY(box.field()->accessibleDescription().isEmpty());
  }

  void waveLiesBelowTheToken() {
    SearchBox box;
    box.resize(800, 64);
    box.show();
    box.setText(u"data.amount => 100"_s);
    box.setError(12, 2, u"wrong"_s, {});
    const QFontMetrics metrics(box.field()->font());
    const auto [first, last] = waveOf(box.field());
    QVERIFY(first > 0);
    const int step = metrics.horizontalAdvance(u'x');
    // The text begins some 30 px into the field; the token at its 13th character.
    QVERIFY2(qAbs(first - (31 + 12 * step)) < step, qPrintable(QString::number(first)));
    QVERIFY(last - first <= 2 * step + 2 && last - first >= step);
    // It does not depend on where the cursor stands.
    box.field()->setCursorPosition(0);
    QCOMPARE(waveOf(box.field()), std::pair(first, last));
    box.clearError();
    QCOMPARE(waveOf(box.field()).first, -1);
  }

  void runningShowsAndCancels() {
    SearchBox box;
    box.show();
    const auto buttons = box.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
      return button->accessibleName() == u"Cancel search";
    });
    QVERIFY(found != buttons.end());
    QPushButton *cancel = *found;
    QVERIFY(cancel->isHidden());
    QSignalSpy cancelled(&box, &SearchBox::cancelled);
    box.setRunning(0.62, u"62 % · 412 found"_s);
    QVERIFY(!cancel->isHidden());
    cancel->click();
    QCOMPARE(cancelled.count(), 1);
    box.setIdle();
    QVERIFY(cancel->isHidden());
  }

  void typingAndReturn() {
    SearchBox box;
    box.show();
    QSignalSpy edited(&box, &SearchBox::textEdited), submitted(&box, &SearchBox::submitted);
    QTest::keyClicks(box.field(), u"card"_s);
    QCOMPARE(edited.count(), 4);
    QTest::keyClick(box.field(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first().first().toString(), u"card"_s);
    QTest::keyClick(box.field(), Qt::Key_Escape);
    QVERIFY(box.text().isEmpty());
    QCOMPARE(edited.count(), 5);
  }

private:
  std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(SearchTest)
#include "tst_search.moc"
