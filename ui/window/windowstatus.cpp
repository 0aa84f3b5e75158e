// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowstatus.h"

#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/certificatetext.h"
#include "ui/errortext.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/livestatus.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/statuspieces.h"
#include "ui/window/windowcentre.h"
#include "workspace/livewatch.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

#include <QLocale>
#include <QStatusBar>

#include <cstdlib>

namespace oxp {
namespace {

constexpr int BarHeight = 26;          // px
constexpr qint64 TellSkewFrom = 5'000; // ms

QString roleWord(Role role) {
  return role == Role::Operator ? WindowStatus::tr("Operator") : WindowStatus::tr("Viewer");
}

/// How long the server takes to answer, and what its clock says otherwise.
QString connectionDetail(const ProfileSession &session) {
  const double ms = double(session.link().server().latency.count()) / 1000;
  const QString latency = ms < 0.1
                              ? WindowStatus::tr("< 0.1 ms")
                              : WindowStatus::tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
  const qint64 skew = std::abs(session.link().clockOffset());
  return skew > TellSkewFrom ? latency + QStringLiteral(" · ") +
                                   WindowStatus::tr("clocks differ by %1").arg(format::duration(skew))
                             : latency;
}

} // namespace

WindowStatus::WindowStatus(Workspace &workspace, const ActionSet &actions, WindowCentre *centre,
                           EnvironmentBand *band, QStatusBar *bar)
    : QObject(bar)
    , m_workspace(workspace)
    , m_centre(centre)
    , m_band(band)
    , m_connection(new StatusPiece(tr("Connection")))
    , m_certificate(new StatusPiece(tr("Certificate")))
    , m_role(new StatusPiece(tr("Role")))
    , m_live(new LiveStatus(actions.action("view.pauseLive"))) {
  bar->setSizeGripEnabled(false);
  bar->setFixedHeight(BarHeight);
  for (QWidget *piece : QWidgetList{m_connection, m_certificate, m_role, m_live})
    bar->addWidget(piece);
  m_certificate->hide();
  m_role->hide();
  m_live->hide();
  connect(m_centre->page()->list(), &JobListPanel::listRead, this, &WindowStatus::noteRead);
  connect(m_centre->overview(), &OverviewPage::read, this, [this] {
    if (m_centre->showsOverview())
      noteRead();
  });
}

void WindowStatus::noteRead() {
  m_live->setRead();
  updateLive();
}

void WindowStatus::updateLive() {
  const QueuePage *page = m_centre->page();
  const ProfileSession *session = page->session();
  const bool follows = m_centre->showsOverview() ? m_centre->overview()->followsEvents()
                                                 : session && session->live().speaks(page->queue().id);
  m_live->setFollowing(follows, m_workspace.settings().value(setting::PollSeconds));
}

void WindowStatus::pauseLive(bool paused) {
  m_workspace.setLivePaused(paused);
  m_live->setPaused(paused);
  emit pauseChanged();
  tellPaused();
}

void WindowStatus::tellPaused() {
  updateLive();
  Banner *banner = m_centre->page()->banner();
  if (!m_workspace.livePaused())
    return banner->withdraw("paused");
  Notice notice;
  notice.id = "paused";
  notice.icon = IconId::Paused;
  notice.what = tr("Live updates are paused.");
  notice.detail = tr("What you see stands still; Refresh (F5) reads it once.");
  notice.buttons = {{tr("Resume"), [this] { pauseLive(false); }}};
  notice.closable = false;
  banner->post(notice);
}

void WindowStatus::update(const ProfileSession *session) {
  m_role->setVisible(session != nullptr);
  m_live->setVisible(session && session->isConnected() &&
                     (m_centre->page()->isOpen() || m_centre->showsOverview()));
  updateCertificate(session);
  updateBand(session);
  if (session)
    m_role->setContent(IconId::User, Tint::Text2, roleWord(session->profile().role));
  updateConnection(session);
}

void WindowStatus::updateBand(const ProfileSession *session) {
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

void WindowStatus::updateCertificate(const ProfileSession *session) {
  const bool encrypted = session && session->isConnected() && !session->link().server().tls.isEmpty();
  m_certificate->setVisible(encrypted);
  if (!encrypted)
    return;
  const std::optional<TlsOptions> &tls = session->profile().tls;
  QString pinned;
  if (tls && tls->pin)
    pinned = tls->pin->notAfterMs < 0 ? tr("pinned")
                                      : tr("pinned until %1").arg(certificateDate(tls->pin->notAfterMs));
  m_certificate->setContent(IconId::Lock, Tint::Text2, session->link().server().tls, pinned);
}

void WindowStatus::updateConnection(const ProfileSession *session) {
  if (!session)
    return m_connection->setContent(IconId::Plug, Tint::Text2, tr("Not connected"));
  if (session->isConnected())
    return m_connection->setContent(IconId::Plug, Tint::Ok, tr("Connected"), connectionDetail(*session));
  const SessionStatus &status = session->link().status();
  if (status.state == SessionStatus::State::Connecting)
    return m_connection->setContent(IconId::Plug, Tint::Text2, tr("Connecting…"));
  const bool wasLeft = status.state == SessionStatus::State::Disconnected;
  m_connection->setContent(IconId::Plug, Tint::Err, tr("Not connected"),
                           wasLeft ? QString() : errorText(status.error, Doing::Connecting).headline);
}

} // namespace oxp
