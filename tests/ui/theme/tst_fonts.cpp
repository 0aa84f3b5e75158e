// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QTest>

using namespace oxp;

class FontsTest : public QObject {
  Q_OBJECT

private slots:
  void sizesFollowTheSystem() {
    for (const int pixels : {11, 13, 20}) {
      QFont system = QApplication::font();
      system.setPixelSize(pixels);
      QApplication::setFont(system);
      QCOMPARE(QFontInfo(fonts::small()).pixelSize(), pixels - 1);
      QCOMPARE(QFontInfo(fonts::title()).pixelSize(), pixels + 1);
      QCOMPARE(QFontInfo(fonts::heading()).pixelSize(), pixels + 3);
      QVERIFY(fonts::title().bold() && fonts::heading().bold() && fonts::headline().bold());
      QVERIFY(!fonts::small().bold());
      QVERIFY(fonts::rowHeight(fonts::ui()) >= QFontMetrics(fonts::ui()).height());
    }
  }

  void monoIsOfOnePitch() {
    const QFontMetricsF metrics(fonts::mono());
    QCOMPARE(metrics.horizontalAdvance(u'i'), metrics.horizontalAdvance(u'W'));
    // No ligature: two characters take the room of two.
    QCOMPARE(metrics.horizontalAdvance(QStringLiteral("=>")), 2 * metrics.horizontalAdvance(u'='));
  }

  void figuresAreTabular() { QVERIFY(fonts::hasTabularFigures(QFontMetrics(fonts::figures()))); }

  void rowsAreEven() {
    QFont font = QApplication::font();
    for (int pixels = 8; pixels < 40; ++pixels) {
      font.setPixelSize(pixels);
      QCOMPARE(fonts::rowHeight(font) % 2, 0);
      QVERIFY(fonts::rowHeight(font) >= 24);
      QVERIFY(fonts::rowHeight(font, true) >= 20);
      QVERIFY(fonts::rowHeight(font, true) <= fonts::rowHeight(font));
    }
  }

  void substitutionsNameTheRegion() {
    fonts::installSubstitutions(QLocale(QLocale::Japanese));
    const QStringList families = QFont::substitutes(fonts::mono().family());
    QVERIFY(families.contains(QStringLiteral("Noto Sans Mono CJK JP"), Qt::CaseInsensitive));
  }
};

QTEST_MAIN(FontsTest)
#include "tst_fonts.moc"
