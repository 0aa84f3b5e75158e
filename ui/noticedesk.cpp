// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noticedesk.h"

#include "models/format.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/widgets/banner.h"
#include "workspace/profilesession.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qsizetype NameLength = 60; ///< bytes of a queue's or a job's name in a sentence

struct Words {
  Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

} // namespace

NoticeDesk::NoticeDesk(Banner *window, QueuePage *page, std::function<QString(const QString &)> profileName,
                       Show show)
    : m_window(window)
    , m_page(page)
    , m_profileName(std::move(profileName))
    , m_show(std::move(show)) {}

QList<Banner *> NoticeDesk::places() const {
  return {m_window, m_page->banner(), m_page->pane()->banner()};
}

bool NoticeDesk::isOpenQueue(const NoticeSubject &subject) const {
  return m_page->isOpen() && m_page->isVisible() && m_page->session()->id() == subject.profile &&
         m_page->queue().id == subject.queue;
}

bool NoticeDesk::isOpenJob(const NoticeSubject &subject) const {
  const JobContext &open = m_page->pane()->context();
  return !subject.jobId.isEmpty() && m_page->pane()->isVisible() && open.session &&
         open.session->id() == subject.profile && open.queue.id == subject.queue &&
         open.jobId == subject.jobId;
}

Banner *NoticeDesk::placeFor(const NoticeSubject &subject) const {
  if (isOpenJob(subject))
    return m_page->pane()->banner();
  return isOpenQueue(subject) ? m_page->banner() : m_window;
}

/// The profile too, where another one's queue is shown.
QString NoticeDesk::queueWords(const NoticeSubject &subject) const {
  const QString queue = format::safeText(subject.queue.name, NameLength);
  const bool elsewhere = m_page->isOpen() && m_page->session()->id() != subject.profile;
  return elsewhere ? Words::tr("%1 (%2)").arg(queue, m_profileName(subject.profile)) : queue;
}

void NoticeDesk::name(Notice &notice) const {
  const NoticeSubject &subject = notice.subject;
  const QString job = format::safeText(subject.jobId, NameLength);
  if (subject.jobId.isEmpty())
    notice.what = Words::tr("Queue %1: %2").arg(queueWords(subject), notice.what);
  else if (isOpenQueue(subject))
    notice.what = Words::tr("Job %1: %2").arg(job, notice.what);
  else
    notice.what = Words::tr("Job %1 of %2: %3").arg(job, queueWords(subject), notice.what);
  notice.buttons = {
      {Words::tr("Show"), [show = m_show, subject] { show(subject); }}}; // its own are about what is open
}

void NoticeDesk::post(Notice notice) {
  const NoticeSubject subject = notice.subject;
  if (subject.isNull())
    return m_window->post(notice);
  Banner *place = placeFor(subject);
  for (Banner *other : places())
    if (other != place)
      other->withdraw(notice.id, subject);
  const bool shown = subject.jobId.isEmpty() ? isOpenQueue(subject) : isOpenJob(subject);
  if (!shown) {
    name(notice);
    notice.passes = notice.kind == NoticeKind::Ok; // where its subject is shown it says how that stands
  }
  place->post(std::move(notice));
}

void NoticeDesk::answer(Notice notice) {
  const auto holdsNewer = [&notice](const Banner *place) {
    const std::optional<Notice> other = place->find(notice.id, notice.subject);
    return other && other->record > notice.record;
  };
  const QList<Banner *> all = places();
  if (std::any_of(all.begin(), all.end(), holdsNewer))
    notice.id += ' ' + QByteArray::number(notice.record);
  post(std::move(notice));
}

void NoticeDesk::withdraw(const QByteArray &id, const NoticeSubject &subject) {
  for (Banner *place : places())
    place->withdraw(id, subject);
}

} // namespace oxp
