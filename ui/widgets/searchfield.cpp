// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace oxp {

namespace {
constexpr int IconAt = 7, TextAt = 28;
/// QLineEdit widens the rectangle of its cursor by this much at the left.
constexpr int CursorSlack = 5;
} // namespace

SearchField::SearchField(FieldFont font, QWidget *parent)
    : QLineEdit(parent) {
  if (font == FieldFont::Mono)
    setFont(fonts::mono());
  setTextMargins(TextAt - 2, 0, 4, 0);
  setClearButtonEnabled(true);
}

void SearchField::setWave(int start, int length) {
  m_waveStart = start;
  m_waveLength = length;
  setFieldInvalid(this, start >= 0);
  update();
}

void SearchField::setHints(const QStringList &hints) {
  m_hints = hints;
  chooseHint();
}

void SearchField::chooseHint() {
  const int room = width() - TextAt - height() - ControlRadius; // the clear button stands at the right
  for (const QString &hint : std::as_const(m_hints)) {
    setPlaceholderText(hint);
    if (fontMetrics().horizontalAdvance(hint) <= room)
      return;
  }
}

void SearchField::resizeEvent(QResizeEvent *event) {
  QLineEdit::resizeEvent(event);
  chooseHint();
}

void SearchField::keyPressEvent(QKeyEvent *event) {
  // The first Esc empties the field; the next one is for who is behind it.
  if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
    clear();
    return event->accept();
  }
  QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  const Tokens &t = tokens();
  drawIcon(&painter, QRect(IconAt, 0, NormalIcon, height()), IconId::Search, isEnabled() ? t.text2 : t.text3);
  if (m_waveStart >= 0)
    paintWave(&painter);
}

void SearchField::paintWave(QPainter *painter) const {
  const QFontMetrics metrics = fontMetrics();
  const QString shown = displayText();
  // Where the text begins, also while it is scrolled: the cursor's place less what stands before it.
  const int origin = cursorRect().x() + CursorSlack - metrics.horizontalAdvance(shown.left(cursorPosition()));
  const qsizetype start = qMin<qsizetype>(m_waveStart, shown.size());
  const int left = origin + metrics.horizontalAdvance(shown.left(start));
  const int length = metrics.horizontalAdvance(shown.mid(start, m_waveLength));
  painter->setClipRect(rect().adjusted(TextAt, 0, -ControlRadius, 0));
  const qreal bottom = (height() + metrics.height()) / 2.0 + 1;
  drawWave(painter, left, left + qMax(length, metrics.averageCharWidth()), bottom, tokens().err);
}

} // namespace oxp
