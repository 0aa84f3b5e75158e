// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/noticeline.h"

#include <QResizeEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_anchor(new NoticeLine(this)) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  release(m_anchor);
  hide();
}

void Banner::post(Notice notice) {
  if (!notice.at.isValid())
    notice.at = QDateTime::currentDateTime();
  const auto before = std::find_if(m_lines.begin(), m_lines.end(), [&](const NoticeLine *line) {
    return line->notice().id == notice.id && line->notice().subject == notice.subject;
  });
  const bool known = before != m_lines.end();
  const bool news = !known || !(*before)->notice().sameWords(notice);
  NoticeLine *line = known ? *before : spareLine();
  if (!news)
    notice.at = line->notice().at;
  line->setNotice(notice);
  if (news) {
    if (known)
      m_lines.erase(before);
    m_lines.insert(m_lines.begin(), line);
    dropOldest();
  }
  arrange();
  if (news)
    line->announce();
}

void Banner::withdraw(const QByteArray &id) {
  take([&id](const Notice &notice) { return notice.id == id; });
}

void Banner::withdraw(const QByteArray &id, const NoticeSubject &subject) {
  take([&](const Notice &notice) { return notice.id == id && notice.subject == subject; });
}

void Banner::clear() {
  take([](const Notice &) { return true; });
}

template <typename Meant>
void Banner::take(Meant meant) {
  const auto taken = std::stable_partition(
      m_lines.begin(), m_lines.end(), [&meant](const NoticeLine *line) { return !meant(line->notice()); });
  if (taken == m_lines.end())
    return;
  std::for_each(taken, m_lines.end(), [this](NoticeLine *line) { release(line); });
  m_lines.erase(taken, m_lines.end());
  arrange();
}

bool Banner::holds(const QByteArray &id) const {
  return std::any_of(m_lines.begin(), m_lines.end(),
                     [&id](const NoticeLine *line) { return line->notice().id == id; });
}

std::optional<Notice> Banner::find(const QByteArray &id, const NoticeSubject &subject) const {
  for (const NoticeLine *line : m_lines)
    if (line->notice().id == id && line->notice().subject == subject)
      return line->notice();
  return {};
}

QByteArray Banner::shownId() const {
  return m_lines.empty() ? QByteArray() : m_lines.front()->notice().id;
}

NoticeLine *Banner::spareLine() {
  if (m_spare.empty())
    release(new NoticeLine(this));
  NoticeLine *line = m_spare.back();
  m_spare.pop_back();
  connect(line, &NoticeLine::closeWanted, this, [this, line] { close(line); });
  connect(line, &NoticeLine::passed, this, [this, line] {
    const Notice notice = line->notice();
    withdraw(notice.id, notice.subject);
  });
  connect(line, &NoticeLine::othersWanted, this, [this] {
    m_all = !m_all;
    arrange();
  });
  return line;
}

void Banner::release(NoticeLine *line) {
  line->disconnect(this);
  line->hide();
  m_spare.push_back(line);
}

void Banner::close(NoticeLine *line) {
  const Notice notice = line->notice();
  withdraw(notice.id, notice.subject);
  emit closed(notice.id);
}

void Banner::dropOldest() {
  if (count() <= MostNotices)
    return;
  const auto oldest = std::find_if(m_lines.rbegin(), m_lines.rend(),
                                   [](const NoticeLine *line) { return line->notice().closable; });
  if (oldest == m_lines.rend())
    return;
  release(*oldest);
  m_lines.erase(std::next(oldest).base());
}

int Banner::shownCount() const {
  return m_all ? count() : std::min(1, count());
}

void Banner::arrange() {
  m_all = m_all && count() > 1;
  const int others = count() - 1;
  for (int i = 0; i < count(); ++i) {
    NoticeLine *line = m_lines[size_t(i)];
    const bool leads = i == 0 && others > 0;
    if (!leads)
      line->setOthers({}, {});
    else if (m_all)
      line->setOthers(tr("Show one"), tr("Show the newest notice only"));
    else
      line->setOthers(tr("%n more", nullptr, others), tr("%n more notice(s)", nullptr, others));
    line->showTime(m_all);
    line->setVisible(i < shownCount());
  }
  orderStops();
  updateGeometry();
  placeLines();
  setVisible(count() > 0);
}

/// From the top to the bottom and from left to right. What is put behind a widget takes its place on the way
/// of the Tab key, so it begins where the anchor stands.
void Banner::orderStops() {
  QWidget *const anchor = m_anchor->stops().last();
  QWidget *before = anchor;
  for (const NoticeLine *line : m_lines)
    for (QWidget *stop : line->stops()) {
      if (stop != before)
        setTabOrder(before, stop);
      before = stop;
    }
}

void Banner::placeLines() {
  int y = 0;
  for (int i = 0; i < shownCount(); ++i) {
    NoticeLine *line = m_lines[size_t(i)];
    const int height = line->heightForWidth(width());
    line->setGeometry(0, y, width(), height);
    y += height;
  }
}

QSize Banner::sizeHint() const {
  return {m_lines.empty() ? 0 : m_lines.front()->sizeHint().width(), heightForWidth(width())};
}

QSize Banner::minimumSizeHint() const {
  return m_anchor->minimumSizeHint();
}

int Banner::heightForWidth(int width) const {
  int height = 0;
  for (int i = 0; i < shownCount(); ++i)
    height += m_lines[size_t(i)]->heightForWidth(width);
  return height;
}

void Banner::resizeEvent(QResizeEvent *event) {
  QFrame::resizeEvent(event);
  placeLines();
  if (event->oldSize().width() != event->size().width())
    updateGeometry(); // more or fewer lines now
}

} // namespace oxp
