// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of readable colours, computed for both schemes.
#include "ui/theme/tokens.h"

#include <QPalette>
#include <QTest>

using namespace oxp;

namespace {

constexpr double Text = 4.5, Icon = 3;

void addRow(const char *scheme, const char *name, const QColor &one, const QColor &other, double least) {
  QTest::newRow(qPrintable(QString::fromLatin1("%1 %2").arg(QLatin1String(scheme), QLatin1String(name))))
      << one << other << least;
}

void addTexts(const char *scheme, const Tokens &t) {
  const std::pair<const char *, QColor> grounds[] = {{"window", t.window},
                                                     {"base", t.base},
                                                     {"button", t.button},
                                                     {"hover", t.hover},
                                                     {"sel", t.sel},
                                                     {"selOff", t.selOff},
                                                     {"errBg", t.errBg},
                                                     {"warnBg", t.warnBg},
                                                     {"infoBg", t.infoBg},
                                                     {"okBg", t.okBg},
                                                     {"addBg", t.addBg},
                                                     {"delBg", t.delBg},
                                                     {"conflictBg", t.conflictBg}};
  for (const auto &[name, ground] : grounds)
    addRow(scheme, qPrintable(QLatin1String("text on ") + QLatin1String(name)), t.text, ground, Text);
  for (const auto &[name, ground] :
       {std::pair("window", t.window), std::pair("base", t.base), std::pair("sel", t.sel),
        std::pair("selOff", t.selOff), std::pair("hover", t.hover)})
    addRow(scheme, qPrintable(QLatin1String("text2 on ") + QLatin1String(name)), t.text2, ground, Text);
}

void addTints(const char *scheme, const Tokens &t) {
  for (int tint = int(Tint::Accent); tint <= int(Tint::Local); ++tint) {
    if (Tint(tint) == Tint::OnAccent)
      continue;
    for (const QColor &ground : {t.window, t.base, t.sel, t.selOff})
      addRow(scheme, qPrintable(QString::fromLatin1("tint %1 on %2").arg(tint).arg(ground.name())),
             t.tint(Tint(tint)), ground, Text);
  }
}

void addPairs(const char *scheme, const Tokens &t) {
  addRow(scheme, "onAccent on accent", t.onAccent, t.accent, Text);
  addRow(scheme, "err on errBg", t.err, t.errBg, Text);
  addRow(scheme, "warn on warnBg", t.warn, t.warnBg, Text);
  addRow(scheme, "accent on infoBg", t.accent, t.infoBg, Text);
  addRow(scheme, "accent on errBg", t.accent, t.errBg, Text);
  addRow(scheme, "ok on okBg", t.ok, t.okBg, Text);
  addRow(scheme, "err on delBg", t.err, t.delBg, Icon);
  addRow(scheme, "ok on addBg", t.ok, t.addBg, Icon);
  addRow(scheme, "paused on its tag", t.paused, mixed(t.paused, t.window, 0.12), Text);
  addRow(scheme, "err on button", t.err, t.button, Text);
  addRow(scheme, "border on window", t.border, t.window, Icon);
  addRow(scheme, "border on base", t.border, t.base, Icon);
  for (const EnvironmentColours &colours : {t.production, t.staging, t.local}) {
    addRow(scheme, "band", colours.bandText, colours.band, Text);
    addRow(scheme, "mark on window", colours.mark, t.window, Icon);
  }
}

} // namespace

class TokensTest : public QObject {
  Q_OBJECT

private slots:
  void ratioOfBlackAndWhite() {
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white) * 10), 10);
  }

  void contrast_data() {
    QTest::addColumn<QColor>("one");
    QTest::addColumn<QColor>("other");
    QTest::addColumn<double>("least");
    for (const auto &[name, scheme] : {std::pair("light", Scheme::Light), std::pair("dark", Scheme::Dark)}) {
      addTexts(name, tokensFor(scheme));
      addTints(name, tokensFor(scheme));
      addPairs(name, tokensFor(scheme));
    }
  }
  void contrast() {
    QFETCH(QColor, one);
    QFETCH(QColor, other);
    QFETCH(double, least);
    const double ratio = contrastRatio(one, other);
    QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
  }

  void selectionKeepsTheTextColour() {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
      const QPalette palette = paletteFrom(tokensFor(scheme));
      QCOMPARE(palette.color(QPalette::HighlightedText), palette.color(QPalette::Text));
      QVERIFY(palette.color(QPalette::Active, QPalette::Highlight) !=
              palette.color(QPalette::Inactive, QPalette::Highlight));
    }
  }

  void highContrastIsTakenAsItIs() {
    QPalette system;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
      system.setColor(role, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
      system.setColor(role, Qt::white);
    const Tokens t = tokensFromPalette(system);
    QCOMPARE(t.window, QColor(Qt::black));
    QCOMPARE(t.text, QColor(Qt::white));
    QCOMPARE(t.text2, QColor(Qt::white));
    QVERIFY(contrastRatio(t.text, t.sel) >= Text);
  }
};

QTEST_MAIN(TokensTest)
#include "tst_tokens.moc"
