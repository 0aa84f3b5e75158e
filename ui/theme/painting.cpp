// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/painting.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace oxp {

void drawBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal width,
             qreal radius) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
  const qreal inset = line.isValid() ? width / 2 : 0;
  painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
  painter->restore();
}

void drawFocusRing(QPainter *painter, const QRectF &rect, const QColor &colour, qreal radius) {
  drawBox(painter, rect, QColor(), colour, FocusRing, radius);
}

void drawWave(QPainter *painter, qreal left, qreal right, qreal bottom, const QColor &colour) {
  constexpr qreal Step = 2;
  QPainterPath path(QPointF(left, bottom - 1));
  bool up = true;
  for (qreal x = left + Step; x <= right + 0.5; x += Step, up = !up)
    path.lineTo(x, up ? bottom - 3 : bottom - 1);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(colour, 1.2));
  painter->setBrush(Qt::NoBrush);
  painter->drawPath(path);
  painter->restore();
}

void drawProgress(QPainter *painter, const QRect &rect, double share) {
  const Tokens &t = tokens();
  const int height = qMin(6, rect.height());
  const QRectF bar(rect.x(), rect.y() + (rect.height() - height) / 2, rect.width(), height);
  drawBox(painter, bar, t.track(), QColor(), 0, height / 2.0);
  QRectF done = bar;
  if (share < 0) { // Running, nobody knows how far: the middle third, without motion.
    done.adjust(bar.width() / 3, 0, -bar.width() / 3, 0);
  } else {
    if (share == 0)
      return;
    done.setWidth(qMax<qreal>(height, bar.width() * qMin(share, 1.0)));
  }
  drawBox(painter, done, t.accent, QColor(), 0, height / 2.0);
}

int drawLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
             const QColor &colour, Qt::Alignment alignment, Qt::TextElideMode elide) {
  if (text.isEmpty() || rect.width() <= 0)
    return 0;
  const QFontMetrics metrics(font);
  const QString shown = metrics.elidedText(text, elide, rect.width());
  painter->setFont(font);
  painter->setPen(colour);
  painter->drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), shown);
  return qMin(metrics.horizontalAdvance(shown), rect.width());
}

} // namespace oxp
