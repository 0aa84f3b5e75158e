// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/valuecompare.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr int LineHeight = 26;
constexpr int WordWidth = 56;
constexpr qsizetype Around = 80;   // bytes kept before the first difference
constexpr qsizetype Longest = 800; // bytes

/// Where the character begins that the byte at `offset` belongs to.
qsizetype characterAt(QByteArrayView utf8, qsizetype offset) {
  while (offset > 0 && offset < utf8.size() && (uchar(utf8[offset]) & 0xC0) == 0x80)
    --offset;
  return offset;
}

} // namespace

ValueCompare::ValueCompare(QWidget *parent)
    : QWidget(parent) {
  setAccessibleName(tr("Selected change"));
}

QSize ValueCompare::sizeHint() const {
  return {200, 2 * LineHeight + 2};
}

ValueCompare::Line ValueCompare::cut(const std::optional<QByteArray> &json, qsizetype from, qsizetype to) {
  if (!json)
    return {{}, 0, 0, false};
  const QByteArrayView bytes(*json);
  const qsizetype start =
      bytes.size() <= Longest ? 0 : characterAt(bytes, std::max<qsizetype>(0, from - Around));
  const qsizetype end = characterAt(bytes, std::min(bytes.size(), start + Longest));
  const auto text = [&](qsizetype begin, qsizetype stop) {
    begin = std::clamp(characterAt(bytes, begin), start, end);
    stop = std::clamp(characterAt(bytes, stop), begin, end);
    return format::safeText(bytes.sliced(begin, stop - begin).toByteArray(), Longest);
  };
  const QString head = (start > 0 ? QStringLiteral("…") : QString()) + text(start, from);
  const QString middle = text(from, to);
  const QString tail = text(to, end) + (end < bytes.size() ? QStringLiteral("…") : QString());
  return {head + middle + tail, head.size(), head.size() + middle.size(), true};
}

void ValueCompare::setValues(const std::optional<QByteArray> &before,
                             const std::optional<QByteArray> &after) {
  const QByteArrayView old = before ? QByteArrayView(*before) : QByteArrayView();
  const QByteArrayView now = after ? QByteArrayView(*after) : QByteArrayView();
  const qsizetype shorter = std::min(old.size(), now.size());
  const qsizetype head = std::mismatch(old.begin(), old.begin() + shorter, now.begin()).first - old.begin();
  const auto tail = std::mismatch(old.rbegin(), old.rbegin() + (shorter - head), now.rbegin());
  const qsizetype same = tail.first - old.rbegin();
  m_before = cut(before, head, old.size() - same);
  m_after = cut(after, head, now.size() - same);
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
