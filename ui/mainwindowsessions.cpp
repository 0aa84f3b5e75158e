// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of its connections: band, status bar, what was lost.
#include "ui/mainwindow.h"

#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/connectionsdialog.h"
#include "ui/errortext.h"
#include "ui/flows/certificateflow.h"
#include "ui/flows/reportnote.h"
#include "ui/panes/datapane.h"
#include "ui/panes/historypane.h"
#include "ui/panes/jobpane.h"
#include "ui/start/startpage.h"
#include "ui/views/livestatus.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/statuspieces.h"
#include "workspace/livewatch.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace oxp {
namespace {

QString roleWord(Role role) {
  return role == Role::Operator ? MainWindow::tr("Operator") : MainWindow::tr("Viewer");
}

} // namespace

void MainWindow::openedSession(ProfileSession *session) {
  connect(&session->link(), &ServerLink::statusChanged, this, [this, session] {
    tellConnection(*session);
    updateStatus();
    updateActions();
    if (session->isConnected())
      updateVisibleQueues();
    updateConnectedPlace(*session);
  });
  connect(&session->link(), &ServerLink::serverChanged, this, &MainWindow::updateStatus);
  connect(&session->live(), &LiveWatch::voicesChanged, this, &MainWindow::updateLive);
  connect(&session->runner(), &SessionRunner::settled, this,
          [this, session](qint64 record, audit::Outcome outcome, const OperationRequest &request) {
            const NoticeSubject subject{session->id(), request.queue.id, request.jobId};
            Notice notice = settledNotice(subject, outcome);
            notice.record = record;
            if (m_page->pane()->dataPane()->applySettled(*session, request, outcome))
              m_desk.withdraw("outcome", subject);
            else
              m_desk.answer(notice);
            session->refresh();
            m_page->pane()->historyPane()->reload();
          });
  const auto found = [this, session] {
    updateVisibleQueues();
    if (m_overview->session() == session)
      updateOverviewPlace();
    if (m_restoreQueue.isEmpty())
      return;
    for (const QueueInfo &queue : session->queues().all())
      if (m_restoreQueue == session->id() + u'\n' + QString::fromUtf8(queue.id.base())) {
        m_restoreQueue.clear();
        openQueue(session->id(), queue.id, StateTab::Latest);
        return;
      }
  };
  connect(&session->queues(), &QueueRegistry::queuesFound, this, found);
  connect(&session->queues(), &QueueRegistry::queuesChanged, this, found);
  connect(&session->queues(), &QueueRegistry::discoveryChanged, this,
          [this, session](const DiscoveryStatus &status) {
            if (!status.running && m_overview->session() == session)
              updateOverviewPlace(); // also where none was found, or none may be looked for
            updateOthers();
          });
  m_currentProfile = session->id();
  m_tree->expandProfile(session->id().toUtf8());
  connect(&session->queues(), &QueueRegistry::queuesChanged, m_tree, [this, session, first = true]() mutable {
    if (std::exchange(first, false))
      m_tree->expandProfile(session->id().toUtf8());
  });
  showProfilePlace(session->id());
  updateStatus();
  updateActions();
}

void MainWindow::updateBand() {
  const ProfileSession *session = currentSession();
  m_band->setVisible(session != nullptr);
  if (!session)
    return;
  const Profile &profile = session->profile();
  m_band->setEnvironment(profile.environment, profile.name, profile.address());
  const bool onlySensitive =
      m_workspace.settings().value(setting::ReviewBefore) == int(policy::ReviewSetting::SensitiveOnly);
  m_band->setNote(profile.role == Role::Viewer ? tr("read only")
                  : profile.environment != Environment::Local && !onlySensitive
                      ? tr("saves are reviewed first")
                      : QString());
}

void MainWindow::updateLive() {
  const ProfileSession *session = m_page->session();
  const bool follows =
      overviewShown() ? m_overview->followsEvents() : session && session->live().speaks(m_page->queue().id);
  m_live->setFollowing(follows, m_workspace.settings().value(setting::PollSeconds));
}

void MainWindow::pauseLive(bool paused) {
  m_workspace.setLivePaused(paused);
  m_live->setPaused(paused);
  m_actions->action("view.pauseLive")->setChecked(paused);
  tellPaused();
}

/// Said where the person looks: a list that stands still looks like one in which nothing happens.
void MainWindow::tellPaused() {
  updateLive();
  if (!m_workspace.livePaused())
    return m_page->banner()->withdraw("paused");
  Notice notice;
  notice.id = "paused";
  notice.icon = IconId::Paused;
  notice.what = tr("Live updates are paused.");
  notice.detail = tr("What you see stands still; Refresh (F5) reads it once.");
  notice.buttons = {{tr("Resume"), [this] { pauseLive(false); }}};
  notice.closable = false;
  m_page->banner()->post(notice);
}

void MainWindow::updateStatus() {
  const ProfileSession *session = currentSession();
  updateOthers();
  m_role->setVisible(session != nullptr);
  m_live->setVisible(session != nullptr && session->isConnected() && (m_page->isOpen() || overviewShown()));
  updateCertificate(session);
  updateBand();
  if (!session) {
    m_connection->setContent(IconId::Plug, Tint::Text2, tr("Not connected"));
    return;
  }
  const Profile &profile = session->profile();
  m_role->setContent(IconId::User, Tint::Text2, roleWord(profile.role));
  if (session->isConnected()) {
    const double ms = double(session->link().server().latency.count()) / 1000;
    const qint64 skew = session->link().clockOffset();
    QString detail =
        ms < 0.1 ? tr("< 0.1 ms") : tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
    if (std::abs(skew) > 5000)
      detail += QStringLiteral(" · ") + tr("clocks differ by %1").arg(format::duration(std::abs(skew)));
    m_connection->setContent(IconId::Plug, Tint::Ok, tr("Connected"), detail);
    return;
  }
  const SessionStatus &status = session->link().status();
  const bool trying = status.state == SessionStatus::State::Connecting;
  m_connection->setContent(IconId::Plug, trying ? Tint::Text2 : Tint::Err,
                           trying ? tr("Connecting…") : tr("Not connected"),
                           status.state == SessionStatus::State::Disconnected || trying
                               ? QString()
                               : errorText(status.error, Doing::Connecting).headline);
}

/// A lost connection is said where the person looks: what is shown is old, and typed text is safe.
void MainWindow::tellConnection(const ProfileSession &session) {
  const bool ofOverview = overviewShown() && m_overview->session() == &session;
  if (!ofOverview || session.isConnected())
    m_banner->withdraw("away");
  if (m_page->session() != &session && !ofOverview)
    return;
  Banner *banner = ofOverview ? m_banner : m_page->banner();
  if (session.isConnected())
    return banner->withdraw("away");
  if (session.link().status().state == SessionStatus::State::Connecting && banner->holds("away"))
    return; // every attempt would make it flicker
  const ErrorText words = errorText(session.link().status().error, Doing::Connecting);
  Notice notice;
  notice.id = "away";
  notice.kind = NoticeKind::Warn;
  notice.what = words.headline.isEmpty() ? tr("Not connected.") : words.headline;
  notice.detail = tr("What you see may be old; typed text is kept.");
  notice.buttons = {{tr("Reconnect now"), [this] { reconnect(); }}};
  if (const auto problem = session.link().status().error.certificate)
    notice.buttons += {tr("Look at the certificate…"),
                       [this, id = session.id(), problem] { m_certificates->ask(id, *problem); }};
  notice.closable = false;
  banner->post(notice);
}

void MainWindow::reconnect() {
  ProfileSession *session = currentSession();
  if (!session)
    return;
  const SessionStatus::State state = session->link().status().state;
  const Error &error = session->link().status().error;
  if (state == SessionStatus::State::Refused || state == SessionStatus::State::NeedsPassword)
    askPassword(session->id(), state == SessionStatus::State::Refused);
  else if (error.code == "KEY-LOCKED" || error.code == "KEY-PASSPHRASE")
    askPassphrase(session->id(), error.code == "KEY-PASSPHRASE");
  else if (error.certificate)
    m_workspace.open(session->id()); // tells of the certificate again
  else
    session->link().reconnectNow();
}

void MainWindow::setupStart() {
  m_centre->addWidget(m_start);
  for (const char *id : {"view.palette", "help.shortcuts"})
    m_start->addShortcut(m_actions->action(id)->shortcut().toString(QKeySequence::NativeText),
                         m_actions->action(id)->text());
  connect(m_start, &StartPage::connectWanted, this, [this](const QString &profileId) {
    m_currentProfile = profileId;
    m_workspace.open(profileId);
  });
  connect(m_start, &StartPage::formWanted, this,
          [this](const Profile &profile, const SecretString &password) {
            openConnections({}, true)->fill(profile, password);
          });
  connect(m_start, &StartPage::certificateWanted, this,
          [this](const Profile &profile, const SecretString &password) {
            ConnectionsDialog *dialog = openConnections({}, true);
            dialog->fill(profile, password);
            dialog->focusCertificate();
          });
}

void MainWindow::showEmpty() {
  m_centre->setCurrentIndex(StartPageIndex);
  m_start->focusField();
}

void MainWindow::showProfilePlace(const QString &profileId) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return showEmpty();
  m_currentProfile = profileId;
  ProfileSession *session = m_workspace.session(profileId);
  const bool seen = session && m_overview->session() == session && !session->queues().all().empty();
  if (session && (session->isConnected() || seen))
    return showOverview(*session);
  m_centre->setCurrentIndex(EmptyPage);
  m_empty->clear();
  m_empty->setDrawing(IconId::Database);
  m_empty->setHeadline(profile->name);
  if (!session) {
    m_empty->setSentence(tr("%1 is not connected.").arg(profile->address()));
    QPushButton *connectButton = m_empty->addButton(tr("Connect"), ButtonKind::Main);
    connect(connectButton, &QPushButton::clicked, this, [this, profileId] { m_workspace.open(profileId); });
  } else {
    const SessionStatus &status = session->link().status();
    const bool trying = status.state == SessionStatus::State::Connecting ||
                        status.state == SessionStatus::State::Disconnected;
    m_empty->setSentence(trying ? tr("Connecting to %1…").arg(profile->address())
                                : errorText(status.error, Doing::Connecting).oneLine());
    QPushButton *again = m_empty->addButton(tr("Reconnect now"), ButtonKind::Main);
    again->setAccessibleName(tr("Reconnect now"));
    connect(again, &QPushButton::clicked, this, &MainWindow::reconnect);
    if (const auto problem = status.error.certificate) {
      QPushButton *look = m_empty->addButton(tr("Look at the certificate…"), ButtonKind::Normal);
      connect(look, &QPushButton::clicked, this,
              [this, profileId, problem] { m_certificates->ask(profileId, *problem); });
    }
    QPushButton *edit = m_empty->addButton(tr("Connections…"), ButtonKind::Flat);
    connect(edit, &QPushButton::clicked, this, [this, profileId] { openConnections(profileId, false); });
  }
}

} // namespace oxp
