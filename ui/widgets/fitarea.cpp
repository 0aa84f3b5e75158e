// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fitarea.h"

#include <QEvent>
#include <QScrollBar>

namespace oxp {
namespace {

constexpr int LeastHeight = 96; // px

} // namespace

FitArea::FitArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setAutoFillBackground(false);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setWidget(content);
  content->setAutoFillBackground(false);
}

QSize FitArea::sizeHint() const {
  return widget()->sizeHint().expandedTo(minimumSizeHint());
}

/// As wide as the content needs with the scroll bar beside it, if it will be there.
QSize FitArea::minimumSizeHint() const {
  const QSize least = widget()->minimumSizeHint();
  const bool scrolls = isVisible() && height() < least.height();
  return {least.width() + (scrolls ? verticalScrollBar()->sizeHint().width() : 0),
          std::min(least.height(), LeastHeight)};
}

/// Wrapped texts make the dialog as high as they are.
bool FitArea::hasHeightForWidth() const {
  return widget()->hasHeightForWidth();
}

int FitArea::heightForWidth(int width) const {
  return widget()->heightForWidth(width);
}

/// What appears inside later makes the dialog grow as it would without the area.
bool FitArea::eventFilter(QObject *watched, QEvent *event) {
  if (watched == widget() && event->type() == QEvent::LayoutRequest)
    updateGeometry();
  return QScrollArea::eventFilter(watched, event);
}

} // namespace oxp
