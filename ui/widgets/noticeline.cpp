// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticeline.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticelook.h"
#include "ui/widgets/noticetext.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

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

NoticeLine::NoticeLine(QWidget *parent)
    : QFrame(parent) {
  setObjectName(u"Notice"_s);
  setAccessibleName(tr("Notice"));
  setupParts();
  m_passing.setSingleShot(true);
  m_passing.setInterval(PassingMs);
  connect(&m_passing, &QTimer::timeout, this, &NoticeLine::endPassing);
}

void NoticeLine::setupParts() {
  m_icon = new IconLabel(IconId::Info, Tint::Accent, NormalIcon, this);
  m_text = new NoticeText(this);
  m_time = new TextLabel({}, Tint::Text2, this);
  m_time->setFont(fonts::small());
  m_time->hide();
  m_others = new QPushButton(this);
  setButtonKind(m_others, ButtonKind::Flat);
  m_others->hide();
  connect(m_others, &QPushButton::clicked, this, &NoticeLine::othersWanted);
  m_close = new QPushButton(icon(IconId::Close), {}, this);
  setButtonKind(m_close, ButtonKind::Flat);
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Close this notice"));
  connect(m_close, &QPushButton::clicked, this, &NoticeLine::closeWanted);
}

/// Where the parts go at a width. The buttons stand at the right while enough is left for the words.
struct NoticeLine::Places {
  QRect icon, text, time, others, close;
  QList<QRect> buttons;
  int height = 0;
};

NoticeLine::Places NoticeLine::placesFor(int width) const {
  Places places;
  const int line = qMax(LineHeight, fontMetrics().height() + 16);
  int right = width - Gap;
  const auto atRight = [&right, line](const QWidget *part) {
    if (part->isHidden())
      return QRect();
    const QSize size = part->sizeHint();
    const QRect place({right - size.width(), (line - 1 - size.height()) / 2}, size);
    right = place.left() - Gap;
    return place;
  };
  places.close = atRight(m_close);
  places.others = atRight(m_others);
  places.time = atRight(m_time);
  const QSize icon = m_icon->sizeHint();
  places.icon = {{Margin, (line - 1 - icon.height()) / 2}, icon};
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
    places.buttons << QRect({x, below ? textHeight - 2 : (line - 1 - size.height()) / 2}, size);
    x += size.width() + Gap;
    bottom = qMax(bottom, places.buttons.last().bottom() + (below ? 7 : 0));
  }
  places.height = bottom + 1;
  return places;
}

void NoticeLine::placeParts() {
  const Places places = placesFor(width());
  m_icon->setGeometry(places.icon);
  m_text->setGeometry(places.text);
  m_time->setGeometry(places.time);
  m_others->setGeometry(places.others);
  m_close->setGeometry(places.close);
  for (qsizetype i = 0; i < m_buttons.size(); ++i)
    m_buttons[i]->setGeometry(places.buttons[i]);
}

void NoticeLine::placeAgain() {
  updateGeometry();
  placeParts();
}

QSize NoticeLine::sizeHint() const {
  return {m_text->sizeHint().width(), placesFor(width()).height};
}

QSize NoticeLine::minimumSizeHint() const {
  return {LeastWidth, qMax(LineHeight, fontMetrics().height() + 16)};
}

int NoticeLine::heightForWidth(int width) const {
  return placesFor(width).height;
}

void NoticeLine::resizeEvent(QResizeEvent *event) {
  QFrame::resizeEvent(event);
  placeParts();
}

void NoticeLine::setNotice(const Notice &notice) {
  m_notice = notice;
  const NoticeLook look = lookOf(notice.kind);
  m_icon->setIcon(notice.icon.value_or(look.icon), look.tint);
  m_text->setWords(notice.what, notice.detail);
  m_time->setText(notice.at.time().toString(u"HH:mm:ss"_s));
  fillButtons();
  m_close->setVisible(notice.closable);
  const QString what = format::bounded(notice.what);
  setAccessibleDescription(notice.detail.isEmpty() ? what : what + u' ' + format::bounded(notice.detail));
  followPassing();
  placeAgain();
  update();
}

void NoticeLine::followPassing() {
  if (m_notice.passes && isVisible())
    m_passing.start();
  else
    m_passing.stop();
}

void NoticeLine::endPassing() {
  if (underMouse() || isAncestorOf(QApplication::focusWidget()))
    m_passing.start();
  else
    emit passed();
}

void NoticeLine::showEvent(QShowEvent *event) {
  QFrame::showEvent(event);
  followPassing();
}

void NoticeLine::hideEvent(QHideEvent *event) {
  QFrame::hideEvent(event);
  m_passing.stop();
}

void NoticeLine::setOthers(const QString &text, const QString &accessibleName) {
  m_others->setText(text);
  m_others->setAccessibleName(accessibleName);
  m_others->setVisible(!text.isEmpty());
  placeAgain();
}

void NoticeLine::showTime(bool shown) {
  m_time->setVisible(shown);
  placeAgain();
}

void NoticeLine::announce() {
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

QList<QWidget *> NoticeLine::stops() const {
  QList<QWidget *> stops;
  for (QPushButton *button : m_buttons)
    stops << button;
  return stops << m_others << m_close;
}

void NoticeLine::fillButtons() {
  // A button's own action may have led here.
  for (QPushButton *button : std::exchange(m_buttons, {})) {
    button->hide();
    button->deleteLater();
  }
  for (const NoticeButton &button : std::as_const(m_notice.buttons)) {
    auto *widget = new QPushButton(button.text, this);
    connect(widget, &QPushButton::clicked, this, [action = button.action] {
      if (action)
        action();
    });
    m_buttons << widget;
    widget->show();
  }
}

void NoticeLine::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(rect(), lookOf(m_notice.kind).fill);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
}

} // namespace oxp
