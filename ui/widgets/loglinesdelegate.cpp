// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/loglinesdelegate.h"

#include "models/format.h"
#include "models/logmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr int MostRows = 12, Padding = 12, Above = 3; // rows; px

int rowHeight() {
  return QFontMetrics(fonts::monoId()).lineSpacing() + 1;
}

QStringList rowsOf(const QModelIndex &index) {
  return index.data().toString().split(u'\n');
}

bool isCut(const QModelIndex &index, qsizetype rows) {
  return rows > MostRows || index.data(LogModel::CutRole).toBool();
}

} // namespace

QSize LogLinesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
  const qsizetype rows = index.data().toString().count(u'\n') + 1;
  const int shown = int(std::min<qsizetype>(rows, MostRows)) + isCut(index, rows);
  return {120, shown * rowHeight() + 2 * Above};
}

void LogLinesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const {
  drawRowBackground(painter, option, option.state & QStyle::State_MouseOver, true);
  drawRowRule(painter, option.rect);
  const QStringList rows = rowsOf(index);
  QRect place(option.rect.x() + Padding, option.rect.y() + Above, option.rect.width() - 2 * Padding,
              rowHeight());
  for (const QString &row : rows.first(std::min<qsizetype>(rows.size(), MostRows))) {
    drawLine(painter, place, row, fonts::monoId(), tokens().text);
    place.translate(0, rowHeight());
  }
  if (isCut(index, rows.size()))
    drawLine(
        painter, place,
        tr("%1 in all; Return shows it").arg(format::sizeText(index.data(LogModel::SizeRole).toLongLong())),
        fonts::small(), tokens().accent);
}

} // namespace oxp
