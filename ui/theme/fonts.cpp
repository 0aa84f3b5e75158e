// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace oxp::fonts {

namespace {

/// The system's font with another size, in pixels more or less than its own.
QFont resized(QFont font, int more, bool bold = false) {
  const int pixels = QFontInfo(QApplication::font()).pixelSize();
  font.setPixelSize(qMax(8, pixels + more));
  font.setBold(bold);
  return font;
}

QFont fixedFont(int more) {
  // Sought once: the font database does not change while the program runs.
  static const QString family = monoFamily({u"Noto Sans Mono"_s, u"SF Mono"_s, u"Menlo"_s, u"Cascadia Mono"_s,
                                            u"Consolas"_s, u"DejaVu Sans Mono"_s, u"monospace"_s});
  QFont font(family);
  font.setStyleHint(QFont::Monospace);
  font.setFixedPitch(true);
  return resized(font, more);
}

/// Measured, as fontconfig does not mark every such font.
bool isFixed(const QFont &font) {
  const QFontMetricsF metrics(font);
  return qFuzzyCompare(metrics.horizontalAdvance(u'i'), metrics.horizontalAdvance(u'W'));
}

/// The end of the Noto CJK family names for a language.
QString cjkRegion(const QLocale &language) {
  switch (language.language()) {
  case QLocale::Japanese:
    return u"JP"_s;
  case QLocale::Korean:
    return u"KR"_s;
  case QLocale::Chinese:
    return language.script() == QLocale::TraditionalChineseScript ? u"TC"_s : u"SC"_s;
  default:
    return u"SC"_s;
  }
}

} // namespace

void installSubstitutions(const QLocale &language) {
  const QString region = cjkRegion(language);
  QFont::insertSubstitution(QFontInfo(QApplication::font()).family(), u"Noto Sans CJK "_s + region);
  QFont::insertSubstitution(QApplication::font().family(), u"Noto Sans CJK "_s + region);
  QFont::insertSubstitution(mono().family(), u"Noto Sans Mono CJK "_s + region);
}

QFont ui() {
  return QApplication::font();
}
QFont uiBold() {
  return resized(ui(), 0, true);
}
QFont small() {
  return resized(ui(), -1);
}
QFont title() {
  return resized(ui(), 1, true);
}
QFont heading() {
  return resized(ui(), 3, true);
}
QFont headline() {
  return resized(ui(), 7, true);
}
QFont mono() {
  return fixedFont(0);
}
QFont monoId() {
  return fixedFont(-1);
}
QFont monoLine() {
  return fixedFont(-2);
}

QFont figures() {
  return hasTabularFigures(QFontMetrics(ui())) ? ui() : monoId();
}

QString monoFamily(const QStringList &candidates) {
  const QFont system = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  const QString family = QFontInfo(system).family();
  // Some platforms answer with a bare alias or a font of another pitch: that says nothing about taste.
  const bool real = isFixed(system) && system.family() == family &&
                    QFontDatabase::families().contains(family) && !family.contains(u"Courier"_s);
  if (real)
    return family;
  for (const QString &candidate : candidates) {
    if (QFontDatabase::families().contains(candidate) && isFixed(QFont(candidate)))
      return candidate;
  }
  return u"monospace"_s;
}

bool hasTabularFigures(const QFontMetrics &metrics) {
  const int width = metrics.horizontalAdvance(u'0');
  for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
    if (metrics.horizontalAdvance(QChar(digit)) != width)
      return false;
  }
  return true;
}

int rowHeight(const QFont &font, bool compact) {
  const int needed = QFontMetrics(font).height() + (compact ? 0 : 4);
  const int height = qMax(compact ? 20 : 24, needed);
  return height + height % 2;
}

} // namespace oxp::fonts
