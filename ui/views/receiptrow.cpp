// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/receiptrow.h"

#include "models/receipttext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace oxp {
namespace {

constexpr int WhatWidth = 200, Margin = 12, Gap = 8; // px

struct Look {
  IconId icon;
  Tint tint;
};

Look lookOf(const Whereabouts &where) {
  switch (where.kind) {
  case Whereabouts::Kind::InState:
    return where.state == JobState::Unknown ? Look{IconId::Warn, Tint::Warn}
                                            : Look{iconOf(where.state), tintOf(where.state)};
  case Whereabouts::Kind::Removed:
    return {IconId::Trash, Tint::Text2};
  case Whereabouts::Kind::Gone:
    return where.state == JobState::Completed ? Look{IconId::Completed, Tint::Completed}
                                              : Look{IconId::Minus, Tint::Text2};
  case Whereabouts::Kind::OtherJob:
    return {IconId::Minus, Tint::Text2};
  case Whereabouts::Kind::QueuePaused:
    return {IconId::Paused, Tint::Paused};
  case Whereabouts::Kind::QueueRuns:
    return {IconId::Play, Tint::Ok};
  case Whereabouts::Kind::Looking:
    return {IconId::Search, Tint::Text2};
  case Whereabouts::Kind::NotKnown:
  case Whereabouts::Kind::NotSettled:
  case Whereabouts::Kind::NotArrived:
  case Whereabouts::Kind::NeverKnown:
    break;
  }
  return {IconId::Warn, Tint::Warn};
}

} // namespace

ReceiptRow::ReceiptRow(QWidget *parent)
    : RowWidget(parent)
    , m_what(new TextLabel)
    , m_id(new TextLabel({}, Tint::Text2))
    , m_word(new TextLabel)
    , m_fact(new TextLabel({}, Tint::Text2))
    , m_icon(new IconLabel(IconId::Search, Tint::Text2, StripIcon))
    , m_undo(new QPushButton(tr("Undo")))
    , m_show(new QPushButton(tr("Show")))
    , m_close(new QPushButton(icon(IconId::Close), {})) {
  m_what->setFont(fonts::uiBold());
  m_what->setElide(Qt::ElideRight);
  m_id->setFont(fonts::monoId());
  m_id->setElide(Qt::ElideMiddle);
  m_fact->setElide(Qt::ElideRight);
  auto *object = new QWidget;
  object->setFixedWidth(WhatWidth);
  auto *words = new QHBoxLayout(object);
  words->setContentsMargins(0, 0, 0, 0);
  words->setSpacing(4);
  words->addWidget(m_what);
  words->addWidget(m_id, 1);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(Margin, 0, Margin - 4, 1);
  row->setSpacing(Gap);
  row->addWidget(object);
  row->addWidget(m_icon);
  row->addWidget(m_word);
  row->addWidget(m_fact, 1);
  setupButtons();
  for (QPushButton *button : {m_undo, m_show, m_close})
    row->addWidget(button);
}

void ReceiptRow::setupButtons() {
  for (QPushButton *button : {m_undo, m_show, m_close})
    setButtonKind(button, ButtonKind::Flat);
  m_undo->setAccessibleName(tr("Undo"));
  m_undo->setToolTip(tr("Puts the data back as they were before; asks as any save does"));
  m_show->setAccessibleName(tr("Show"));
  m_show->setToolTip(tr("Goes to it where it is now"));
  m_close->setAccessibleName(tr("Dismiss"));
  m_close->setToolTip(tr("Dismiss this receipt"));
  connect(m_undo, &QPushButton::clicked, this, &ReceiptRow::undoWanted);
  connect(m_show, &QPushButton::clicked, this, &ReceiptRow::showWanted);
  connect(m_close, &QPushButton::clicked, this, &ReceiptRow::dismissWanted);
}

void ReceiptRow::setReceipt(const Receipt &receipt, qint64 now, const QString &line) {
  m_what->setText(receipttext::what(receipt));
  m_id->setText(receipttext::id(receipt));
  const Look look = lookOf(receipt.where);
  m_icon->setIcon(look.icon, look.tint);
  m_word->setText(receipttext::word(receipt));
  m_fact->setText(receipttext::fact(receipt, now));
  const bool reachable = receipt.isDone() && receipt.where.kind != Whereabouts::Kind::NotKnown;
  m_undo->setVisible(receipt.revertible && !receipt.isRevert && receipt.isThere() && reachable);
  m_show->setVisible(receipt.isThere());
  setAccessibleName(line);
  setToolTip(line);
  // No clock in it: it is told anew whenever it changes.
  const QString whose = (m_what->text() + u' ' + m_id->text()).trimmed();
  for (QPushButton *button : {m_undo, m_show, m_close})
    if (button->accessibleDescription() != whose)
      button->setAccessibleDescription(whose);
}

void ReceiptRow::announce() {
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void ReceiptRow::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens().base);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().rowRule());
}

} // namespace oxp
