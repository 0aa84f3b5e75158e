// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include "models/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace oxp {

TextLabel::TextLabel(const QString &text, Tint tint, QWidget *parent)
    : QLabel(format::bounded(text), parent)
    , m_tint(tint) {
  setTextFormat(Qt::PlainText);
  // On a field's ground Qt would take another role than the one that is tinted here.
  setForegroundRole(QPalette::WindowText);
  applyTint();
}

void TextLabel::setText(const QString &text) {
  QLabel::setText(format::bounded(text));
}

void TextLabel::setTint(Tint tint) {
  m_tint = tint;
  applyTint();
}

void TextLabel::setElide(Qt::TextElideMode mode) {
  m_elide = mode;
  updateGeometry();
  update();
}

QSize TextLabel::minimumSizeHint() const {
  const QSize hint = QLabel::minimumSizeHint();
  return m_elide == Qt::ElideNone
             ? hint
             : QSize(qMin(hint.width(), fontMetrics().averageCharWidth() * 4), hint.height());
}

void TextLabel::applyTint() {
  const QColor colour = tokens().tint(m_tint);
  QPalette own = palette();
  if (own.color(QPalette::WindowText) == colour)
    return;
  own.setColor(QPalette::WindowText, colour);
  own.setColor(QPalette::Disabled, QPalette::WindowText, tokens().text3);
  setPalette(own);
}

QString TextLabel::shown() const {
  return fontMetrics().elidedText(text(), m_elide, contentsRect().width());
}

void TextLabel::paintEvent(QPaintEvent *event) {
  if (m_elide == Qt::ElideNone)
    return QLabel::paintEvent(event);
  QPainter painter(this);
  painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
  const QString line = shown();
  painter.drawText(contentsRect(), int(alignment() | Qt::TextSingleLine), line);
  // The tool tip is kept up here, as neither setText() nor a change of font can be overridden.
  const bool cut = line != text();
  const QString tip = cut ? format::boundedTip(text()) : QString();
  if (cut && (toolTip().isEmpty() || m_ownTip) && toolTip() != tip)
    setToolTip(tip);
  else if (!cut && m_ownTip)
    setToolTip({});
  m_ownTip = cut && toolTip() == tip;
}

void TextLabel::resizeEvent(QResizeEvent *event) {
  QLabel::resizeEvent(event);
  if (m_elide != Qt::ElideNone)
    update();
}

void TextLabel::changeEvent(QEvent *event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
    applyTint();
}

IconLabel::IconLabel(IconId id, Tint tint, int size, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_tint(tint)
    , m_size(size) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(IconId id, Tint tint) {
  m_id = id;
  m_tint = tint;
  update();
}

void IconLabel::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawIcon(&painter, rect(), m_id, tokens().tint(m_tint), m_size);
}

} // namespace oxp
