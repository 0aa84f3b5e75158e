// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressline.h"

#include "ui/theme/painting.h"

#include <QPainter>

namespace oxp {

ProgressLine::ProgressLine(int width, QWidget *parent)
    : QWidget(parent) {
  setFixedSize(width, 6);
}

void ProgressLine::setShare(double share) {
  const bool visible = (share < 0) != (m_share < 0) || int(share * width()) != int(m_share * width());
  m_share = share;
  setAccessibleDescription(share < 0 ? QString() : tr("%1 %").arg(int(share * 100)));
  if (visible)
    update();
}

void ProgressLine::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawProgress(&painter, rect(), m_share);
}

} // namespace oxp
