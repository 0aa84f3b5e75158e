// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window looks for and exports, and where it shows what failed.
#include "ui/mainwindow.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "models/jobtablemodel.h"
#include "ui/flows/exportflow.h"
#include "ui/views/failurespanel.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QStackedWidget>

#include <algorithm>

namespace oxp {
namespace {

int asInt(qint64 count) {
  return int(std::min<qint64>(count, INT_MAX));
}

QString jobCount(qint64 jobs) {
  return MainWindow::tr("%Ln job(s)", nullptr, asInt(jobs));
}

/// `orders-failed-2026-11-22`, whatever stands in a queue's name.
QString fileName(const QueueInfo &queue, const QString &what) {
  static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_.-]+"));
  QString name = QString::fromUtf8(queue.id.name).left(80).replace(odd, u"-"_qs);
  if (name.startsWith(u'.'))
    name.front() = u'-';
  return name + u'-' + what + u'-' + QDate::currentDate().toString(Qt::ISODate);
}

/// The hits of each queue beside each other, in their order.
std::vector<ExportPart> partsOf(const std::vector<SearchHit> &hits) {
  std::vector<ExportPart> parts;
  QHash<QueueId, size_t> places;
  for (const SearchHit &hit : hits) {
    auto place = places.constFind(hit.queue.id);
    if (place == places.cend()) {
      place = places.insert(hit.queue.id, parts.size());
      parts.push_back({hit.queue, {}, {}});
    }
    parts[*place].jobs.push_back({hit.row.id, hit.row.state});
  }
  return parts;
}

/// Where nobody has looked at all rows of a whole state, the state is exported: no place in it can move away
/// then. Its jobs that were read follow, for they may have left it by the time.
std::vector<ExportPart> partsOf(const ChosenRows &rows, const QueueInfo &queue) {
  ExportPart part{queue, {}, {}};
  for (const ChosenRows::Job &job : rows.jobs)
    part.jobs.push_back({job.id, job.state});
  if (rows.everything)
    return {{queue, rows.state, {}}, std::move(part)};
  for (const ChosenRows::Stretch &stretch : rows.stretches)
    part.stretches.push_back({rows.state, stretch.position, stretch.count, rows.reversed, stretch.before});
  return {std::move(part)};
}

ExportChoice selectionChoice(const JobListPanel &list, const QueueInfo &queue) {
  ExportChoice choice;
  choice.fileName = fileName(queue, u"selection"_qs);
  choice.text = MainWindow::tr("Selection: %1").arg(jobCount(list.selection().count()));
  if (list.isSearching()) {
    choice.parts = partsOf(list.selection().hits());
    return choice;
  }
  const ChosenRows rows = list.selection().rows();
  choice.parts = partsOf(rows, queue);
  if (const qint64 unread = rows.unread(); unread > 0)
    choice.remark =
        MainWindow::tr("%Ln row(s) of the selection have not been read yet: they are taken as they "
                       "stand when the export begins.",
                       nullptr, asInt(unread));
  return choice;
}

/// Without a state: all of them.
ExportChoice stateChoice(const QueueInfo &queue, std::optional<JobState> state,
                         const std::optional<QueueCounts> &counts) {
  ExportChoice choice;
  choice.fileName = fileName(queue, state ? QString::fromLatin1(stateWord(*state)) : u"jobs"_qs);
  qint64 jobs = 0;
  for (const JobState each : ShownStates) {
    if (state && *state != each)
      continue;
    choice.parts.push_back({queue, each, {}});
    jobs += counts ? counts->of(each) : 0;
  }
  const QString what =
      state ? MainWindow::tr("This state: %1").arg(stateTitle(*state)) : MainWindow::tr("All states");
  choice.text = counts ? format::joined({what, jobCount(jobs)}) : what;
  if (counts && jobs == 0)
    choice.parts.clear();
  return choice;
}

ExportChoice searchChoice(const JobListPanel &list, const QueueInfo &queue) {
  ExportChoice choice;
  const std::vector<SearchHit> hits = list.foundHits();
  choice.text = MainWindow::tr("Search result: %1").arg(jobCount(qint64(hits.size())));
  choice.fileName = fileName(queue, u"search"_qs);
  choice.parts = partsOf(hits);
  if (list.isSearchRunning())
    choice.remark = MainWindow::tr("The search is still running: this is what it has found so far.");
  return choice;
}

qint64 jobsOf(const ProfileSession &session, const QueueInfo &queue) {
  const std::optional<QueueCounts> counts = session.counts().of(queue.id);
  qint64 jobs = 0;
  for (const JobState state : ShownStates)
    jobs += counts ? counts->of(state) : 0;
  return jobs;
}

} // namespace

void MainWindow::search() {
  if (m_page->isOpen() && m_centre->currentIndex() == QueuePageIndex)
    m_page->focusSearch();
  else
    searchEverywhere({});
}

/// Where no queue is open, the largest lends its page for a search in all of them.
void MainWindow::searchEverywhere(const QString &text) {
  ProfileSession *session = currentSession();
  const std::vector<QueueInfo> queues = session ? session->queues().all() : std::vector<QueueInfo>();
  if (queues.empty())
    return;
  const bool open = m_page->isOpen() && m_page->session() == session;
  const auto largest =
      std::max_element(queues.begin(), queues.end(), [&](const QueueInfo &a, const QueueInfo &b) {
        return jobsOf(*session, a) < jobsOf(*session, b);
      });
  openQueue(session->id(), open ? m_page->queue().id : largest->id, StateTab::Latest);
  m_page->list()->search(text, {});
  m_page->focusSearch();
}

void MainWindow::exportJobs() {
  if (!m_page->isOpen())
    return;
  const JobListPanel &list = *m_page->list();
  const QueueInfo &queue = m_page->queue();
  std::vector<ExportChoice> choices;
  const int selected = list.selection().count();
  if (selected > 0)
    choices.push_back(selectionChoice(list, queue));
  int current = selected > 1 ? 0 : -1;
  if (list.isSearching()) {
    choices.push_back(searchChoice(list, queue));
    current = current < 0 ? int(choices.size()) - 1 : current;
  }
  const std::optional<QueueCounts> counts = m_page->session()->counts().of(queue.id);
  choices.push_back(stateChoice(queue, stateOf(m_page->currentTab()), counts));
  m_export->start(m_page->session(), format::safeText(queue.id.name, 200), choices,
                  current < 0 ? int(choices.size()) - 1 : current);
}

void MainWindow::setupFailures() {
  m_centre->addWidget(m_failures);
  m_page->list()->setFailureWords([this](const QByteArray &failure) { return m_failures->wordsOf(failure); });
  connect(m_centre, &QStackedWidget::currentChanged, this, &MainWindow::updateActions);
  connect(m_failures, &FailuresPanel::leaveWanted, this, &MainWindow::leaveFailures);
  connect(m_failures, &FailuresPanel::jobWanted, this, [this](const QueueId &queue, const QByteArray &jobId) {
    if (m_failures->session())
      openQueue(m_failures->session()->id(), queue, StateTab::Failed, jobId);
  });
  connect(m_failures, &FailuresPanel::searchWanted, this,
          [this](const std::vector<QueueId> &queues, const QString &text) {
            if (!m_failures->session() || queues.empty())
              return;
            openQueue(m_failures->session()->id(), queues.front(), StateTab::Failed);
            m_page->list()->search(text, queues);
            m_page->list()->focusTable();
          });
}

/// Of the queue that is chosen; where only a profile is, of all its queues.
void MainWindow::openFailures() {
  ProfileSession *session = currentSession();
  if (!session)
    return;
  std::optional<QueueInfo> queue;
  const std::optional<QueueRef> chosen = m_tree->currentQueue();
  m_failuresOfAll = overviewShown();
  if (m_failuresOfAll)
    queue.reset();
  else if (chosen && QString::fromUtf8(chosen->profileId) == session->id())
    queue = chosen->info;
  else if (m_centre->currentIndex() == QueuePageIndex && m_page->session() == session)
    queue = m_page->queue();
  m_centre->setCurrentIndex(FailuresPage);
  m_failures->open(session, queue);
  m_failures->focusTable();
}

void MainWindow::leaveFailures() {
  if (m_centre->currentIndex() != FailuresPage)
    return;
  if (!m_page->isOpen() || std::exchange(m_failuresOfAll, false)) {
    showProfilePlace(m_currentProfile);
    return m_overview->focusTable();
  }
  m_centre->setCurrentIndex(QueuePageIndex);
  m_page->list()->focusTable();
}

} // namespace oxp
