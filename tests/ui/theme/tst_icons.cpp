// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QTest>

#include <set>

using namespace oxp;

namespace {

/// The strongest colour of a drawing, and how many pixels have any.
std::pair<QColor, int> inkOf(const QPixmap &pixmap) {
  const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
  QColor strongest(0, 0, 0, 0);
  int inked = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      const QColor pixel = image.pixelColor(x, y);
      inked += pixel.alpha() > 0;
      if (pixel.alpha() > strongest.alpha())
        strongest = pixel;
    }
  }
  return {strongest, inked};
}

} // namespace

class IconsTest : public QObject {
  Q_OBJECT

private slots:
  void everyDrawingInEveryColour() {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
      for (int tint = 0; tint <= int(Tint::Local); ++tint) {
        const QColor colour = tokensFor(scheme).tint(Tint(tint));
        for (int id = 0; id < IconCount; ++id) {
          const auto [ink, inked] = inkOf(iconPixmap(IconId(id), colour, 16, 2));
          QVERIFY2(inked > 20, qPrintable(QString::number(id)));
          // Thin lines may nowhere be wholly covered; the colour is the same at any strength, but for
          // rounding.
          const int distance = std::abs(ink.red() - colour.red()) + std::abs(ink.green() - colour.green()) +
                               std::abs(ink.blue() - colour.blue());
          QVERIFY2(distance <= 12, qPrintable(QString::number(id) + ink.name() + colour.name()));
        }
      }
    }
  }

  void sizesAndRatios() {
    for (const int size : {12, 14, 16, 72}) {
      for (const qreal ratio : {1.0, 1.5, 2.0}) {
        const QPixmap pixmap = iconPixmap(IconId::Failed, Qt::red, size, ratio);
        QCOMPARE(pixmap.width(), qRound(size * ratio));
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
      }
    }
    QCOMPARE(icon(IconId::Retry).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
  }

  void silhouettesDiffer() {
    // In grey the states must still be told apart.
    std::set<QByteArray> shapes;
    for (int id = int(IconId::Waiting); id <= int(IconId::Schedulers); ++id) {
      const QImage image = iconPixmap(IconId(id), Qt::black).toImage();
      shapes.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(int(shapes.size()), int(IconId::Schedulers) - int(IconId::Waiting) + 1);
  }

  void iconsFollowTheScheme() {
    ThemeController controller(ThemeSetting::Light);
    const QIcon retry = icon(IconId::Active, Tint::Accent);
    QCOMPARE(inkOf(retry.pixmap(16)).first.rgb(), tokensFor(Scheme::Light).accent.rgb());
    controller.setSetting(ThemeSetting::Dark);
    QCOMPARE(inkOf(retry.pixmap(16)).first.rgb(), tokensFor(Scheme::Dark).accent.rgb());
    QCOMPARE(inkOf(retry.pixmap(QSize(16, 16), QIcon::Disabled)).first.rgb(),
             tokensFor(Scheme::Dark).text3.rgb());
  }

  void everyStateAndMark() {
    std::set<IconId> used;
    for (const JobState state : ShownStates)
      used.insert(iconOf(state));
    QCOMPARE(used.size(), ShownStates.size());
    for (const Environment environment : {Environment::Local, Environment::Staging, Environment::Production})
      QVERIFY(markOf(environment, true) != markOf(environment, false));
  }

  void applicationIconIsThere() { QVERIFY(inkOf(applicationIcon().pixmap(64)).second > 2000); }
};

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
