// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuspieces.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int PieceHeight = 22, ProgressWidth = 120;

TextLabel *smallLabel(Tint tint) {
  auto *label = new TextLabel({}, tint);
  label->setFont(fonts::small());
  return label;
}

} // namespace

StatusPiece::StatusPiece(const QString &name, QWidget *parent)
    : QWidget(parent) {
  setAccessibleName(name);
  auto *line = new QHBoxLayout(this);
  line->setContentsMargins(8, 0, 8, 0);
  line->setSpacing(6);
  m_icon = new IconLabel(IconId::Info, Tint::Text2, StripIcon);
  m_text = smallLabel(Tint::Text);
  m_detail = smallLabel(Tint::Text2);
  line->addWidget(m_icon);
  line->addWidget(m_text);
  line->addWidget(m_detail);
}

void StatusPiece::setContent(IconId icon, Tint tint, const QString &text, const QString &detail) {
  m_icon->setIcon(icon, tint);
  m_text->setText(text);
  m_detail->setText(detail);
  m_detail->setVisible(!detail.isEmpty());
  setAccessibleDescription(detail.isEmpty() ? m_text->text() : m_text->text() + u' ' + m_detail->text());
}

ActivityPiece::ActivityPiece(QWidget *parent)
    : QWidget(parent) {
  setAccessibleName(tr("Activity under way"));
  setCursor(Qt::PointingHandCursor);
  auto *line = new QHBoxLayout(this);
  line->setContentsMargins(8, 0, 8, 0);
  line->setSpacing(12);
  m_text = smallLabel(Tint::Text);
  m_bar = new ProgressLine(ProgressWidth);
  m_detail = smallLabel(Tint::Text2);
  m_cancel = new QPushButton(tr("Cancel"));
  m_cancel->setFont(fonts::small());
  m_cancel->setFixedHeight(qMax(PieceHeight, m_cancel->fontMetrics().height() + 4));
  setButtonKind(m_cancel, ButtonKind::Flat);
  connect(m_cancel, &QPushButton::clicked, this, &ActivityPiece::cancelled);
  line->addWidget(m_text);
  line->addWidget(m_bar);
  line->addWidget(m_detail);
  line->addWidget(m_cancel);
  hide();
}

void ActivityPiece::setRunning(const QString &text, double share, const QString &detail, bool cancellable) {
  m_text->setText(text);
  m_bar->setShare(share);
  m_detail->setText(detail);
  m_detail->setVisible(!detail.isEmpty());
  m_cancel->setVisible(cancellable);
  setAccessibleDescription(format::joined({m_text->text(), m_detail->text()}));
  show();
}

void ActivityPiece::setIdle() {
  hide();
}

void ActivityPiece::mouseReleaseEvent(QMouseEvent *event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
    emit clicked();
}

} // namespace oxp
