// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshot.h"

#include "ui/mainwindow.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>

namespace oxp {
namespace {

constexpr int LookMs = 100;
constexpr int MostLooks = 300;
constexpr int SettledLooks = 8; // counts, workers and relative times have come by then

} // namespace

Screenshot::Screenshot(MainWindow &window, Workspace &workspace, QString file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_file(std::move(file)) {
  connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
  m_timer.start(LookMs);
}

void Screenshot::look() {
  if (++m_looks > MostLooks) {
    QTextStream(stderr) << tr("Not all was there after 30 s; the picture shows what was.") << Qt::endl;
    return write();
  }
  if (isReady() && ++m_settled >= SettledLooks)
    write();
}

bool Screenshot::isReady() {
  if (!m_window.page()->isOpen() && !m_nothing && !openQueue())
    return false;
  return m_nothing || openJob();
}

/// The queue with the most failed jobs shows the most; else the one with the most jobs of any state.
bool Screenshot::openQueue() {
  struct Best {
    QString profile;
    QueueId queue;
    JobState state = JobState::Failed;
    qint64 jobs = -1;
  } best;
  const std::vector<ProfileSession *> sessions = m_workspace.sessions();
  for (const ProfileSession *session : sessions) {
    if (!session->queues().discovery().complete)
      return false;
    for (const QueueInfo &queue : session->queues().all()) {
      const std::optional<QueueCounts> counts = session->counts().of(queue.id);
      if (!counts)
        return false;
      for (const JobState state : ShownStates) {
        const qint64 jobs = counts->of(state);
        const bool failed = state == JobState::Failed && jobs > 0;
        const bool bestFailed = best.state == JobState::Failed && best.jobs > 0;
        if (failed != bestFailed ? failed : jobs > best.jobs)
          best = {session->id(), queue.id, state, jobs};
      }
    }
  }
  if (sessions.empty())
    return false;
  m_nothing = best.jobs <= 0;
  if (best.jobs >= 0)
    m_window.openQueue(best.profile, best.queue, best.jobs > 0 ? tabOf(best.state) : StateTab::Latest);
  return m_nothing || m_window.page()->isOpen();
}

bool Screenshot::openJob() {
  JobPane *pane = m_window.page()->pane();
  JobListPanel *list = m_window.page()->list();
  if (!pane->isOpen()) {
    list->focusTable();
    return false;
  }
  if (list->selection().jobs().empty())
    list->select(pane->context().jobId); // it came with a page that the first row was not in
  return pane->dataPane()->isLoaded() && !list->selection().jobs().empty();
}

void Screenshot::write() {
  m_timer.stop();
  constexpr int Smallest = 0; // of PNG: the most compression
  const bool written = m_window.grab().save(m_file, nullptr, Smallest);
  if (!written)
    QTextStream(stderr) << tr("%1 cannot be written.").arg(m_file) << Qt::endl;
  QCoreApplication::exit(written ? 0 : 1);
}

} // namespace oxp
