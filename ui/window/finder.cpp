// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/finder.h"

#include "ui/dialogs/gotodialog.h"
#include "ui/flows/paletteflow.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/navigator.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowparts.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace oxp {
namespace {

qint64 jobsOf(const ProfileSession &session, const QueueInfo &queue) {
  const std::optional<QueueCounts> counts = session.counts().of(queue.id);
  qint64 jobs = 0;
  for (const JobState state : ShownStates)
    jobs += counts ? counts->of(state) : 0;
  return jobs;
}

} // namespace

Finder::Finder(const WindowParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_palette(new PaletteFlow(*parts.actions, parts.workspace, window))
    , m_window(window) {
  connect(m_parts.navigator, &Navigator::visited, m_palette, &PaletteFlow::note);
  connect(m_palette, &PaletteFlow::placeWanted, this, &Finder::goTo);
  connect(m_parts.tree, &QueueTreePanel::searchWanted, this, &Finder::searchEverywhere);
}

void Finder::search() {
  if (m_parts.centre->showsQueue())
    m_parts.centre->page()->focusSearch();
  else
    searchEverywhere({});
}

/// Where no queue is open, the largest lends its page for a search in all of them.
void Finder::searchEverywhere(const QString &text) {
  ProfileSession *session = m_parts.navigator->session();
  const std::vector<QueueInfo> queues = session ? session->queues().all() : std::vector<QueueInfo>();
  if (queues.empty())
    return;
  QueuePage *page = m_parts.centre->page();
  const bool open = page->isOpen() && page->session() == session;
  const auto largest =
      std::max_element(queues.begin(), queues.end(), [&](const QueueInfo &a, const QueueInfo &b) {
        return jobsOf(*session, a) < jobsOf(*session, b);
      });
  m_parts.navigator->openQueue(session->id(), open ? page->queue().id : largest->id, StateTab::Latest);
  page->list()->search(text, {});
  page->focusSearch();
}

void Finder::askJob() {
  if (!m_parts.centre->page()->isOpen())
    return;
  auto *dialog = new GoToDialog(tr("Go to job"), tr("Id"), m_window);
  connect(dialog, &GoToDialog::entered, this, [this](const QString &typed) {
    openTyped(typed);
    m_parts.focus().goHome();
  });
  dialog->open();
}

/// Spaces around an id may belong to it, or have come along when it was copied: what is there decides.
void Finder::openTyped(const QString &typed) {
  QueuePage *page = m_parts.centre->page();
  const QByteArray exact = typed.toUtf8(), trimmed = typed.trimmed().toUtf8();
  const QueueInfo queue = page->queue();
  const auto open = [this, page, queue](const QByteArray &id) {
    if (page->session())
      m_palette->note({page->session()->id(), queue.id, id});
    page->openJob(id);
  };
  if (exact == trimmed || !page->session())
    return open(trimmed);
  page->session()->jobs().requestState(queue, exact, this, [=](const Result<JobState> &state) {
    if (page->queue().id == queue.id)
      open(state ? exact : trimmed);
  });
}

void Finder::openPalette() {
  const QueuePage *page = m_parts.centre->page();
  m_palette->open(page->isOpen() ? std::optional<RecentPlace>({page->session()->id(), page->queue().id, {}})
                                 : std::nullopt);
}

/// Where somebody goes by name, the keyboard goes along: it must not stay in the text of another job.
void Finder::goTo(const RecentPlace &place, StateTab tab) {
  const QueuePage *page = m_parts.centre->page();
  const bool here = m_parts.centre->showsQueue() && page->session()->id() == place.profileId &&
                    page->queue().id == place.queue;
  if (here && !place.jobId.isEmpty())
    openTyped(QString::fromUtf8(place.jobId));
  else
    m_parts.navigator->openQueue(place.profileId, place.queue, tab, place.jobId);
  m_parts.focus().goHome();
}

} // namespace oxp
