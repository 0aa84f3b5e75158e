// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigator.h"

#include "ui/start/startpage.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/windowcentre.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

namespace oxp {
namespace {

QString placeOf(const ProfileSession &session, const QueueId &queue) {
  return session.id() + u'\n' + QString::fromUtf8(queue.base());
}

} // namespace

Navigator::Navigator(Workspace &workspace, WindowCentre *centre, QueueTreePanel *tree, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_centre(centre)
    , m_tree(tree) {
  connect(m_tree, &QueueTreePanel::queueSelected, this, &Navigator::selectQueue);
  connect(m_tree, &QueueTreePanel::profileSelected, this, &Navigator::selectProfile);
  connect(m_tree, &QueueTreePanel::profileActivated, this, &Navigator::activateProfile);
  connect(m_tree, &QueueTreePanel::profileChosen, this,
          [this](const QByteArray &profileId) { showProfile(QString::fromUtf8(profileId)); });
  connect(m_centre->page(), &QueuePage::tabShown, this, [this](StateTab tab) {
    const QueuePage *page = m_centre->page();
    if (page->isOpen())
      m_tree->select(page->session()->id().toUtf8(), page->queue().id, stateOf(tab));
  });
}

ProfileSession *Navigator::session() const {
  return m_profile.isEmpty() ? m_centre->page()->session() : m_workspace.session(m_profile);
}

void Navigator::connectTo(const QString &profileId) {
  m_profile = profileId;
  m_workspace.open(profileId);
}

void Navigator::selectQueue(const QueueRef &queue, std::optional<JobState> state, bool schedulers) {
  ProfileSession *session = m_workspace.session(QString::fromUtf8(queue.profileId));
  if (!session)
    return;
  m_profile = session->id();
  QueuePage *page = m_centre->page();
  const bool same = page->isOpen() && page->session() == session && page->queue().id == queue.info.id;
  const StateTab tab = schedulers ? StateTab::Schedulers
                       : state    ? tabOf(*state)
                       : same     ? page->currentTab()
                                  : StateTab::Latest;
  m_wanted.clear();
  m_centre->setPlace(WindowCentre::Place::Queue);
  page->open(session, queue.info, tab);
  emit visited({m_profile, queue.info.id, {}});
  emit opened(session);
}

void Navigator::openQueue(const QString &profileId, const QueueId &queue, StateTab tab,
                          const QByteArray &jobId) {
  ProfileSession *session = m_workspace.session(profileId);
  const std::optional<QueueInfo> info = session ? session->queues().find(queue) : std::nullopt;
  if (!info)
    return;
  m_tree->select(profileId.toUtf8(), queue, stateOf(tab));
  m_centre->setPlace(WindowCentre::Place::Queue);
  m_profile = profileId;
  m_centre->page()->open(session, *info, tab);
  emit visited({profileId, queue, {}});
  if (!jobId.isEmpty()) {
    emit visited({profileId, queue, jobId});
    m_centre->page()->openJob(jobId);
  }
  emit opened(session);
}

void Navigator::leaveFor(const QString &profileId) {
  m_centre->page()->close();
  m_tree->expandProfile(profileId.toUtf8());
  selectProfile(profileId.toUtf8());
}

void Navigator::selectProfile(const QByteArray &profileId) {
  m_profile = QString::fromUtf8(profileId);
  const QueuePage *page = m_centre->page();
  if (!page->isOpen() || page->session()->id() != m_profile)
    showProfile(m_profile);
  emit profileChosen();
}

void Navigator::activateProfile(const QByteArray &profileId) {
  const QString id = QString::fromUtf8(profileId);
  if (!m_workspace.session(id))
    m_workspace.open(id);
}

void Navigator::showProfile(const QString &profileId) {
  if (!m_workspace.profiles().find(profileId))
    return showStart();
  m_profile = profileId;
  ProfileSession *session = m_workspace.session(profileId);
  OverviewPage *overview = m_centre->overview();
  const bool seen = session && overview->session() == session && !session->queues().all().empty();
  if (session && (session->isConnected() || seen)) {
    overview->open(session);
    m_centre->setPlace(WindowCentre::Place::Overview);
    emit overviewShown(session);
  } else {
    m_centre->setPlace(WindowCentre::Place::Empty);
    emit emptyShown(profileId);
  }
}

void Navigator::showStart() {
  m_centre->setPlace(WindowCentre::Place::Start);
  m_centre->start()->focusField();
}

QString Navigator::place() const {
  const QueuePage *page = m_centre->page();
  const bool stays = page->isOpen() && !m_centre->showsOverview() && page->session()->profile().stored;
  return stays ? placeOf(*page->session(), page->queue().id) : QString();
}

void Navigator::noteQueues(const ProfileSession &session) {
  if (m_wanted.isEmpty())
    return;
  for (const QueueInfo &queue : session.queues().all())
    if (m_wanted == placeOf(session, queue.id)) {
      m_wanted.clear();
      return openQueue(session.id(), queue.id, StateTab::Latest);
    }
}

} // namespace oxp
