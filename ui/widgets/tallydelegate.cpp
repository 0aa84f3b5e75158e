// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tallydelegate.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr int WordsWidth = 184, BarWidth = 228, BarHeight = 8, Gap = 8; // px
constexpr int LeastBar = 4;
constexpr qreal BarRadius = 2, BarStrength = 0.5;

void drawShare(QPainter *painter, const QRect &room, qint64 jobs, qint64 total) {
  if (total <= 0 || room.width() < LeastBar)
    return;
  const double share = std::min(1.0, double(jobs) / double(total));
  const QRectF bar(room.x(), room.y() + (room.height() - BarHeight) / 2,
                   std::max(LeastBar, int(room.width() * share)), BarHeight);
  drawBox(painter, bar, mixed(tokens().accent, tokens().base, BarStrength), QColor(), 0, BarRadius);
}

} // namespace

void TallyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const {
  const Tokens &t = tokens();
  const QRect line = option.rect;
  const qint64 jobs = index.data(JobsRole).toLongLong();
  const int number = drawLine(painter, line, format::number(jobs), fonts::figures(), t.text, Qt::AlignRight);
  const int words = std::min(WordsWidth, (line.width() - number) / 2);
  drawLine(painter, QRect(line.x(), line.y(), words - Gap, line.height()),
           index.data(Qt::DisplayRole).toString(), fonts::ui(), t.text);
  const int room = std::min(BarWidth, line.width() - words - number - Gap);
  drawShare(painter, QRect(line.x() + words, line.y(), room, line.height()), jobs,
            index.data(TotalRole).toLongLong());
  if (option.state & QStyle::State_HasFocus)
    drawFocusRing(painter, QRectF(line), t.accent);
}

QSize TallyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
  return {0, fonts::rowHeight(option.font)};
}

} // namespace oxp
