// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedlink.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTextLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int LeastWidth = 64; // px
constexpr int Margin = 3;      // px at either side, for the focus ring

/// Where the second line begins; the end where one is enough.
int breakOf(const QString &text, const QFont &font, int width) {
  QTextLayout layout(text, font);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  line.setLineWidth(width);
  layout.endLayout();
  return line.textLength();
}

} // namespace

WrappedLink::WrappedLink(QWidget *parent)
    : QPushButton(parent) {
  setButtonKind(this, ButtonKind::Flat);
  setAutoDefault(false);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WrappedLink::setSentence(const QString &sentence) {
  setText(sentence);
  setToolTip(sentence);
  setAccessibleName(sentence);
  updateGeometry();
  update();
}

QString WrappedLink::shown(int width) const {
  const int room = std::max(1, width - 2 * Margin);
  const int second = breakOf(text(), font(), room);
  if (second >= text().size())
    return text();
  const QString rest = fontMetrics().elidedText(text().mid(second), Qt::ElideRight, room);
  return text().left(second).trimmed() + u'\n' + rest;
}

bool WrappedLink::fits(int width) const {
  return !shown(width).contains(u'…');
}

QSize WrappedLink::sizeHint() const {
  return {fontMetrics().horizontalAdvance(text()) + 2 * Margin + 1, 2 * fontMetrics().height()};
}

QSize WrappedLink::minimumSizeHint() const {
  return {std::min(LeastWidth, sizeHint().width()), sizeHint().height()};
}

void WrappedLink::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const Tokens &t = tokens();
  painter.setPen(isEnabled() ? t.err : t.text3);
  QFont drawn = font();
  drawn.setUnderline(underMouse() || hasFocus());
  painter.setFont(drawn);
  painter.drawText(rect().adjusted(Margin, 0, -Margin, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                   shown(width()));
  if (!hasFocus())
    return;
  QStyleOptionFocusRect ring;
  ring.initFrom(this);
  style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
}

} // namespace oxp
