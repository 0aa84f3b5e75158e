// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticelook.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

NoticeLook lookOf(NoticeKind kind) {
  const Tokens &t = tokens();
  switch (kind) {
  case NoticeKind::Ok:
    return {IconId::Check, Tint::Ok, t.okBg};
  case NoticeKind::Warn:
    return {IconId::Warn, Tint::Warn, t.warnBg};
  case NoticeKind::Err:
    return {IconId::Failed, Tint::Err, t.errBg};
  case NoticeKind::Info:
    break;
  }
  return {IconId::Info, Tint::Accent, t.infoBg};
}

Banner::Banner(QWidget *parent)
    : QFrame(parent) {
  setObjectName(u"Notice"_s);
  setAccessibleName(tr("Notice"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setupLine();
  hide();
}

void Banner::setupLine() {
  auto *line = new QHBoxLayout(this);
  line->setContentsMargins(12, 0, 8, 1);
  line->setSpacing(8);
  m_icon = new IconLabel(IconId::Info, Tint::Accent);
  m_what = new TextLabel;
  m_what->setFont(fonts::uiBold());
  m_detail = new TextLabel;
  m_detail->setElide(Qt::ElideRight);
  m_buttonBox = new QHBoxLayout;
  m_buttonBox->setSpacing(8);
  m_close = new QPushButton(icon(IconId::Close), {});
  setButtonKind(m_close, ButtonKind::Flat);
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Close this notice"));
  connect(m_close, &QPushButton::clicked, this, &Banner::closeShown);
  line->addWidget(m_icon);
  line->addWidget(m_what);
  line->addWidget(m_detail, 1);
  line->addLayout(m_buttonBox);
  line->addWidget(m_close);
  setMinimumHeight(qMax(36, fontMetrics().height() + 16));
}

void Banner::post(const Notice &notice) {
  m_notices.removeIf([&](const Notice &other) { return other.id == notice.id; });
  m_notices.append(notice);
  showGravest();
}

void Banner::withdraw(const QByteArray &id) {
  if (m_notices.removeIf([&](const Notice &notice) { return notice.id == id; }) > 0)
    showGravest();
}

void Banner::clear() {
  m_notices.clear();
  showGravest();
}

void Banner::closeShown() {
  const QByteArray id = m_shown;
  withdraw(id);
  emit closed(id);
}

void Banner::showGravest() {
  if (m_notices.isEmpty()) {
    m_shown.clear();
    hide();
    return;
  }
  // Of equals the last: it is the newest.
  const auto graver = [](const Notice &a, const Notice &b) { return a.kind <= b.kind; };
  auto gravest = m_notices.cbegin();
  for (auto it = m_notices.cbegin(); it != m_notices.cend(); ++it) {
    if (graver(*gravest, *it))
      gravest = it;
  }
  fill(*gravest);
  show();
}

void Banner::fill(const Notice &notice) {
  m_shown = notice.id;
  m_kind = notice.kind;
  const NoticeLook look = lookOf(notice.kind);
  m_icon->setIcon(notice.icon.value_or(look.icon), look.tint);
  m_what->setText(notice.what);
  m_detail->setText(notice.detail);
  fillButtons(notice.buttons);
  m_close->setVisible(notice.closable);
  const QString spoken = notice.detail.isEmpty() ? notice.what : notice.what + u' ' + notice.detail;
  const bool news = spoken != accessibleDescription() || isHidden();
  setAccessibleDescription(spoken);
  update();
  if (news) {
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
}

void Banner::fillButtons(const QList<NoticeButton> &buttons) {
  while (QLayoutItem *item = m_buttonBox->takeAt(0)) {
    // A button's own action may have led here.
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  // A new widget comes last on the way of the Tab key: it is taken behind the cross, then the cross behind
  // it.
  QWidget *before = m_close;
  for (const NoticeButton &button : buttons) {
    auto *widget = new QPushButton(button.text);
    connect(widget, &QPushButton::clicked, this, [action = button.action] {
      if (action)
        action();
    });
    m_buttonBox->addWidget(widget);
    widget->show(); // now, not in the next turn of the event loop
    setTabOrder(before, widget);
    before = widget;
  }
  if (before != m_close)
    setTabOrder(before, m_close);
}

void Banner::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), lookOf(m_kind).fill);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
}

} // namespace oxp
