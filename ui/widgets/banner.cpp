// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticelook.h"
#include "ui/widgets/noticetext.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

constexpr int LineHeight = 36, Margin = 12, Gap = 8; // px
constexpr int LeastBesideButtons = 200;              // px of words; with less the buttons go below
constexpr int LeastWidth = 200;                      // px

} // namespace

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
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setupParts();
  hide();
}

void Banner::setupParts() {
  m_icon = new IconLabel(IconId::Info, Tint::Accent, NormalIcon, this);
  m_text = new NoticeText(this);
  m_close = new QPushButton(icon(IconId::Close), {}, this);
  setButtonKind(m_close, ButtonKind::Flat);
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Close this notice"));
  connect(m_close, &QPushButton::clicked, this, &Banner::closeShown);
}

/// Where the parts go at a width. The buttons stand at the right while enough is left for the words.
struct Banner::Places {
  QRect icon, text, close;
  QList<QRect> buttons;
  int height = 0;
};

Banner::Places Banner::placesFor(int width) const {
  Places places;
  const int line = qMax(LineHeight, fontMetrics().height() + 16);
  const auto centred = [line](const QSize &size) { return (line - 1 - size.height()) / 2; };
  const QSize icon = m_icon->sizeHint(), close = m_close->sizeHint();
  places.icon = {{Margin, centred(icon)}, icon};
  int right = width - Gap;
  if (!m_close->isHidden()) {
    places.close = {{right - close.width(), centred(close)}, close};
    right = places.close.left() - Gap;
  }
  const int left = places.icon.right() + 1 + Gap;
  int room = 0;
  for (const QPushButton *button : m_buttons)
    room += button->sizeHint().width() + Gap;
  const QSize oneLine = m_text->sizeHint();
  const int beside = right - left - room;
  const bool below = room > 0 && beside < oneLine.width() &&
                     (beside < LeastBesideButtons || m_text->heightForWidth(beside) > 2 * oneLine.height());
  const int textRight = below ? right : right - room;
  const int lines = m_text->heightForWidth(qMax(1, textRight - left));
  const int textHeight = qMax(line - 1, lines + (lines > oneLine.height() ? 16 : 0));
  places.text = {left, 0, qMax(1, textRight - left), textHeight};
  int x = below ? left : textRight + Gap;
  int bottom = textHeight;
  for (const QPushButton *button : m_buttons) {
    const QSize size = button->sizeHint();
    places.buttons << QRect({x, below ? textHeight - 2 : centred(size)}, size);
    x += size.width() + Gap;
    bottom = qMax(bottom, places.buttons.last().bottom() + (below ? 7 : 0));
  }
  places.height = bottom + 1;
  return places;
}

void Banner::placeParts() {
  const Places places = placesFor(width());
  m_icon->setGeometry(places.icon);
  m_text->setGeometry(places.text);
  if (!places.close.isNull())
    m_close->setGeometry(places.close);
  for (qsizetype i = 0; i < m_buttons.size(); ++i)
    m_buttons[i]->setGeometry(places.buttons[i]);
}

QSize Banner::sizeHint() const {
  const int width = m_text->sizeHint().width();
  return {width, placesFor(this->width()).height};
}

QSize Banner::minimumSizeHint() const {
  return {LeastWidth, qMax(LineHeight, fontMetrics().height() + 16)};
}

int Banner::heightForWidth(int width) const {
  return placesFor(width).height;
}

void Banner::resizeEvent(QResizeEvent *event) {
  QFrame::resizeEvent(event);
  placeParts();
  if (event->oldSize().width() != event->size().width())
    updateGeometry(); // more or fewer lines now
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
  m_text->setWords(notice.what, notice.detail);
  fillButtons(notice.buttons);
  m_close->setVisible(notice.closable);
  updateGeometry();
  placeParts();
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
  // A button's own action may have led here.
  for (QPushButton *button : std::exchange(m_buttons, {})) {
    button->hide();
    button->deleteLater();
  }
  // A new widget comes last on the way of the Tab key: it is taken behind the cross, then the cross behind
  // it.
  QWidget *before = m_close;
  for (const NoticeButton &button : buttons) {
    auto *widget = new QPushButton(button.text, this);
    connect(widget, &QPushButton::clicked, this, [action = button.action] {
      if (action)
        action();
    });
    m_buttons << widget;
    widget->show();
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
