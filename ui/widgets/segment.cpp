// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segment.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace oxp {
namespace {

constexpr int Padding = 10, Height = 24, Line = 2;

class SegmentPart : public QRadioButton {
public:
  using QRadioButton::QRadioButton;

  QSize sizeHint() const override {
    return {fontMetrics().horizontalAdvance(text()) + 2 * Padding, qMax(Height, fontMetrics().height() + 6)};
  }
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  bool hitButton(const QPoint &place) const override { return rect().contains(place); }
  void paintEvent(QPaintEvent *) override {
    const Tokens &t = tokens();
    QPainter painter(this);
    const QRect inside = rect().adjusted(x() == 0 ? 1 : 0, 1, -1, -1);
    if (isChecked()) {
      painter.fillRect(inside, t.sel);
      painter.fillRect(QRect(inside.x(), inside.bottom() + 1 - Line, inside.width(), Line), t.accent);
    } else if (underMouse()) {
      painter.fillRect(inside, t.hover);
    }
    drawLine(&painter, rect(), text(), font(), isEnabled() ? t.text : t.text3, Qt::AlignHCenter,
             Qt::ElideNone);
    if (x() + width() < parentWidget()->width())
      painter.fillRect(QRect(width() - 1, 1, 1, height() - 2), t.border);
    if (hasFocus())
      drawFocusRing(&painter, rect(), t.accent);
  }
};

} // namespace

Segment::Segment(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this)) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(m_group, &QButtonGroup::idToggled, this, [this](int part, bool on) {
    if (on)
      emit currentChanged(part);
  });
}

void Segment::addPart(const QString &words) {
  auto *part = new SegmentPart(words);
  part->setFont(fonts::small());
  part->setAccessibleName(words);
  part->setObjectName(words);
  part->setAttribute(Qt::WA_Hover);
  m_group->addButton(part, int(m_group->buttons().size()));
  layout()->addWidget(part);
  if (m_group->buttons().size() == 1)
    part->setChecked(true);
}

int Segment::current() const {
  return m_group->checkedId();
}

void Segment::setCurrent(int part) {
  if (QAbstractButton *button = m_group->button(part))
    button->setChecked(true);
}

void Segment::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawBox(&painter, rect(), tokens().button, tokens().border);
}

} // namespace oxp
