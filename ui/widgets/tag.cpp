// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tag.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace oxp {

namespace {
constexpr int Padding = 6, Gap = 5;

QFont tagFont() {
  QFont font = fonts::small();
  font.setBold(true);
  return font;
}

} // namespace

Tag::Tag(IconId icon, const QString &word, Tint tint, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_tint(tint) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setWord(word);
}

void Tag::setWord(const QString &word) {
  m_word = word;
  setAccessibleName(word);
  updateGeometry();
  update();
}

QSize Tag::sizeHint() const {
  const QFontMetrics metrics(tagFont());
  return {2 * Padding + SmallIcon + Gap + metrics.horizontalAdvance(m_word), qMax(20, metrics.height() + 2)};
}

void Tag::paintEvent(QPaintEvent *) {
  const Tokens &t = tokens();
  const QColor colour = t.tint(m_tint);
  QPainter painter(this);
  drawBox(&painter, rect(), mixed(colour, t.window, 0.12), QColor());
  drawIcon(&painter, QRect(Padding, 0, SmallIcon, height()), m_icon, colour, SmallIcon);
  drawLine(&painter, rect().adjusted(Padding + SmallIcon + Gap, 0, 0, 0), m_word, tagFont(), colour);
}

} // namespace oxp
