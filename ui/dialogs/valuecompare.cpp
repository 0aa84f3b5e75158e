// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/valuecompare.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace oxp {
namespace {

constexpr int LineHeight = 26;
constexpr int WordWidth = 56;
constexpr qsizetype Around = 80; // characters kept before the first difference
constexpr qsizetype Longest = 400;

} // namespace

ValueCompare::ValueCompare(QWidget *parent)
    : QWidget(parent) {
  setAccessibleName(tr("Selected change"));
}

QSize ValueCompare::sizeHint() const {
  return {200, 2 * LineHeight + 2};
}

ValueCompare::Line ValueCompare::cut(const QString &text, qsizetype from, qsizetype to) {
  Line line{text, from, to, !text.isNull()};
  if (text.size() <= Longest)
    return line;
  const qsizetype start = std::max<qsizetype>(0, from - Around);
  line.text = (start > 0 ? QStringLiteral("…") : QString()) + text.mid(start, Longest);
  const qsizetype shift = start - (start > 0 ? 1 : 0);
  line.from = from - shift;
  line.to = std::min(to - shift, line.text.size());
  return line;
}

void ValueCompare::setValues(const QString &before, const QString &after) {
  qsizetype head = 0;
  const qsizetype shorter = std::min(before.size(), after.size());
  while (head < shorter && before[head] == after[head])
    ++head;
  qsizetype tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  m_before = cut(before, head, before.size() - tail);
  m_after = cut(after, head, after.size() - tail);
  setAccessibleDescription(tr("Before: %1. After: %2.").arg(m_before.text, m_after.text));
  update();
}

void ValueCompare::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens().base);
  paintLine(painter, {1, 1, width() - 2, LineHeight}, m_before, false);
  paintLine(painter, {1, 1 + LineHeight, width() - 2, LineHeight}, m_after, true);
  drawBox(&painter, rect(), {}, tokens().border, 1, 0);
}

void ValueCompare::paintLine(QPainter &painter, const QRect &rect, const Line &line, bool isNew) const {
  const Tokens &colours = tokens();
  painter.fillRect(rect, isNew ? colours.addBg : colours.delBg);
  const QColor sign = isNew ? colours.ok : colours.err;
  drawLine(&painter, rect.adjusted(8, 0, 0, 0), isNew ? tr("+ new") : tr("− old"), fonts::mono(), sign,
           Qt::AlignLeft | Qt::AlignVCenter);
  QRect place = rect.adjusted(8 + WordWidth, 0, -8, 0);
  if (!line.there) {
    drawLine(&painter, place, isNew ? tr("removed") : tr("not there"), fonts::ui(), colours.text2,
             Qt::AlignLeft | Qt::AlignVCenter);
    return;
  }
  const QFontMetrics metrics(fonts::mono());
  const int left = place.left() + metrics.horizontalAdvance(line.text.left(line.from));
  const int wide = metrics.horizontalAdvance(line.text.mid(line.from, line.to - line.from));
  const QRect mark = QRect(left, rect.top() + 3, wide, rect.height() - 6).intersected(place);
  if (wide > 0)
    painter.fillRect(mark, mixed(sign, isNew ? colours.addBg : colours.delBg, 0.35));
  drawLine(&painter, place, line.text, fonts::mono(), colours.text, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace oxp
