// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/strip.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticelook.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace oxp {

namespace {

constexpr int Side = 12, LinkSide = 4, WrappedPadding = 6, WrappedSpacing = 2; // px

} // namespace

Strip::Strip(QWidget *parent)
    : QFrame(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto *line = new QHBoxLayout(this);
  line->setContentsMargins(Side, 0, LinkSide, 1);
  line->setSpacing(8);
  m_icon = new IconLabel(IconId::Info, Tint::Accent, StripIcon);
  m_head = new TextLabel;
  m_head->setFont(fonts::uiBold());
  m_head->hide();
  m_text = new TextLabel;
  m_text->setElide(Qt::ElideRight);
  m_link = new QPushButton;
  m_link->setFont(fonts::small());
  setButtonKind(m_link, ButtonKind::Flat);
  m_link->setFixedHeight(qMax(24, m_link->fontMetrics().height() + 6));
  connect(m_link, &QPushButton::clicked, this, &Strip::linkActivated);
  line->addWidget(m_icon);
  m_words = new QHBoxLayout;
  m_words->setSpacing(8);
  m_words->addWidget(m_head);
  m_words->addWidget(m_text, 1);
  line->addLayout(m_words, 1);
  m_link->setLayoutDirection(Qt::RightToLeft); // the chevron behind the word
  m_link->setIcon(icon(IconId::ChevronRight, Tint::Accent));
  m_link->setIconSize({SmallIcon, SmallIcon});
  line->addWidget(m_link);
  m_close = new QPushButton;
  m_close->setIcon(icon(IconId::Close));
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Close"));
  setButtonKind(m_close, ButtonKind::Flat);
  m_close->setFixedSize(24, 24);
  m_close->hide();
  connect(m_close, &QPushButton::clicked, this, &Strip::closeWanted);
  line->addWidget(m_close);
  setFixedHeight(qMax(28, fontMetrics().height() + 10));
}

void Strip::setWrapping() {
  m_words->setDirection(QBoxLayout::TopToBottom);
  m_words->setSpacing(WrappedSpacing);
  m_text->setElide(Qt::ElideNone);
  m_head->setWordWrap(true);
  m_text->setWordWrap(true);
  layout()->setContentsMargins(Side, WrappedPadding, LinkSide, WrappedPadding + 1);
  setMinimumHeight(maximumHeight());
  setMaximumHeight(QWIDGETSIZE_MAX);
}

void Strip::setContent(NoticeKind kind, const QString &text, const QString &link, bool mono) {
  m_kind = kind;
  const NoticeLook look = lookOf(kind);
  m_icon->setIcon(look.icon, look.tint);
  m_text->setFont(mono ? fonts::monoId() : fonts::small());
  m_text->setText(text);
  m_text->setVisible(!text.isEmpty());
  m_link->setText(link);
  m_link->setAccessibleName(link);
  m_link->setVisible(!link.isEmpty());
  setAccessibleDescription(m_text->text());
  update();
}

void Strip::setHead(const QString &head, IconId icon, Tint tint) {
  m_icon->setIcon(icon, tint);
  m_head->setText(head);
  m_head->setVisible(!head.isEmpty());
  setAccessibleDescription(head.isEmpty() ? m_text->text() : head + u' ' + m_text->text());
}

void Strip::setClosable(bool closable) {
  m_close->setVisible(closable);
}

QString Strip::text() const {
  return m_text->text();
}

void Strip::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), lookOf(m_kind).fill);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
}

} // namespace oxp
