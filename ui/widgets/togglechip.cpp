// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/togglechip.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace oxp {
namespace {

constexpr int Height = 24, Padding = 8, Gap = 6; // px

} // namespace

ToggleChip::ToggleChip(const QString &words, std::optional<IconId> icon, Tint tint, QWidget *parent)
    : QToolButton(parent)
    , m_words(words)
    , m_icon(icon)
    , m_tint(tint) {
  setCheckable(true);
  setFont(fonts::small());
  setText(words);
  setAccessibleName(words);
  setObjectName(words);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleChip::setCount(int count) {
  if (m_count == count && !accessibleDescription().isEmpty())
    return;
  m_count = count;
  setAccessibleDescription(format::number(count));
  updateGeometry();
  update();
}

void ToggleChip::setShownWords(const QString &words) {
  m_words = words;
  updateGeometry();
  update();
}

QString ToggleChip::shown() const {
  return m_words + u' ' + format::number(m_count);
}

QSize ToggleChip::sizeHint() const {
  const int icon = m_icon ? StripIcon + Gap : 0;
  return {fontMetrics().horizontalAdvance(shown()) + icon + 2 * Padding + 2,
          qMax(Height, fontMetrics().height() + 6)};
}

void ToggleChip::paintEvent(QPaintEvent *) {
  const Tokens &t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  drawBox(&painter, rect(),
          isChecked()    ? t.sel
          : underMouse() ? t.hover
                         : t.button,
          isChecked() ? t.accent : t.border);
  if (hasFocus())
    drawFocusRing(&painter, rect(), t.accent);
  QRect room = rect().adjusted(Padding, 0, -Padding, 0);
  if (m_icon) {
    drawIcon(&painter, {room.left(), 0, StripIcon, height()}, *m_icon, t.tint(m_tint), StripIcon);
    room.setLeft(room.left() + StripIcon + Gap);
  }
  drawLine(&painter, room.adjusted(0, 0, 2, 0), shown(), font(), t.text, Qt::AlignLeft, Qt::ElideNone);
}

} // namespace oxp
