// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/environmentband.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int Height = 24, Margin = 12;
constexpr int BarWidth = 6, BarStep = 10, BarSlant = 6, BarCount = 3;
constexpr int BarsWidth = BarStep * BarCount + BarSlant;
constexpr int WordAt = 52, WordGap = 12;

/// Three slanted bars, so that production can be told without its red.
void drawBars(QPainter *painter, int x, int height, const QColor &colour) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  for (int bar = 0; bar < BarCount; ++bar, x += BarStep) {
    QPainterPath path(QPointF(x + BarSlant, 0));
    path.lineTo(x + BarSlant + BarWidth, 0);
    path.lineTo(x + BarWidth, height);
    path.lineTo(x, height);
    painter->fillPath(path, colour);
  }
  painter->restore();
}

} // namespace

EnvironmentBand::EnvironmentBand(QWidget *parent)
    : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setObjectName(u"Environment"_s);
  setAccessibleName(tr("Environment"));
}

QString EnvironmentBand::word(Environment environment) {
  switch (environment) {
  case Environment::Production:
    return tr("PRODUCTION");
  case Environment::Staging:
    return tr("STAGING");
  case Environment::Local:
    break;
  }
  return tr("LOCAL");
}

void EnvironmentBand::setEnvironment(Environment environment, const QString &profile,
                                     const QString &address) {
  m_environment = environment;
  m_profile = profile;
  m_address = address;
  describe();
}

void EnvironmentBand::setNote(const QString &note) {
  m_note = note;
  describe();
}

QString EnvironmentBand::text() const {
  QStringList parts{m_profile, m_address};
  parts.removeAll(QString());
  return parts.join(u"  ·  "_s);
}

void EnvironmentBand::describe() {
  setAccessibleDescription(word(m_environment) + u' ' + text());
  setToolTip(format::boundedTip(text())); // where it is narrow it shows the beginning alone
  update();
}

QSize EnvironmentBand::sizeHint() const {
  return {400, qMax(Height, QFontMetrics(fonts::small()).height() + 6)};
}

QSize EnvironmentBand::minimumSizeHint() const {
  return {WordAt, sizeHint().height()};
}

void EnvironmentBand::paintEvent(QPaintEvent *) {
  const EnvironmentColours &colours = tokens().environment(m_environment);
  QPainter painter(this);
  painter.fillRect(rect(), colours.band);
  const bool production = m_environment == Environment::Production;
  if (production) {
    const QColor bars = mixed(Qt::black, colours.band, 0.28);
    drawBars(&painter, Margin, height(), bars);
    drawBars(&painter, width() - Margin - BarsWidth, height(), bars);
  }
  const int end = width() - (production ? Margin + BarsWidth + WordGap : Margin);
  QFont bold = fonts::small();
  bold.setBold(true);
  int x = production ? WordAt : Margin;
  x += drawLine(&painter, QRect(x, 0, end - x, height()), word(m_environment), bold, colours.bandText) +
       WordGap;
  const int note = m_note.isEmpty() ? 0 : QFontMetrics(fonts::small()).horizontalAdvance(m_note) + WordGap;
  drawLine(&painter, QRect(x, 0, end - x - note, height()), text(), fonts::small(), colours.bandText);
  if (end - x > 2 * note)
    drawLine(&painter, QRect(x, 0, end - x, height()), m_note, fonts::small(), colours.bandText,
             Qt::AlignRight);
}

} // namespace oxp
