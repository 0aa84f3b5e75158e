// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/profilelistdelegate.h"

#include "base/environment.h"
#include "models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QPainter>

namespace oxp {

namespace {
constexpr int MarkAt = 9, MarkSize = 14, TextAt = 32, Height = 44;
} // namespace

void ProfileListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const {
  const Tokens &t = tokens();
  drawRowBackground(painter, option, option.state & QStyle::State_MouseOver, true);
  const bool connected = index.data(ConnectedRole).toBool();
  const auto environment = Environment(index.data(EnvironmentRole).toInt());
  const QRect upper(option.rect.x(), option.rect.y() + 3, option.rect.width(), option.rect.height() / 2 - 2);
  const QRect lower(option.rect.x(), upper.bottom(), option.rect.width(), upper.height());
  drawIcon(painter, QRect(upper.x() + MarkAt, upper.y(), MarkSize, upper.height()),
           markOf(environment, connected), t.environment(environment).mark, MarkSize);
  drawLine(painter, upper.adjusted(TextAt, 0, -CellPadding, 0), index.data(Qt::DisplayRole).toString(),
           connected ? fonts::uiBold() : fonts::ui(), t.text, Qt::AlignLeft, Qt::ElideMiddle);
  drawLine(painter, lower.adjusted(TextAt, 0, -CellPadding, 0), index.data(DetailRole).toString(),
           fonts::small(), t.text2, Qt::AlignLeft, Qt::ElideMiddle);
}

QSize ProfileListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
  return {160, qMax(Height, 2 * option.fontMetrics.height() + 8)};
}

} // namespace oxp
