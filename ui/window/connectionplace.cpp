// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connectionplace.h"

#include "ui/dialogs/connectionsdialog.h"
#include "ui/errortext.h"
#include "ui/flows/certificateflow.h"
#include "ui/start/startpage.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/window/connectionasking.h"
#include "ui/window/navigator.h"
#include "ui/window/windowcentre.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

#include <QPushButton>

namespace oxp {

using State = SessionStatus::State;

ConnectionPlace::ConnectionPlace(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window) {
  connect(m_parts.navigator, &Navigator::emptyShown, this, &ConnectionPlace::fill);
  connect(m_parts.centre->overview(), &OverviewPage::connectionWanted, this,
          [this] { openConnections(m_parts.navigator->profile()); });
  connect(&m_parts.workspace.profiles(), &ProfileStore::changed, this, [this] {
    if (m_parts.centre->place() == WindowCentre::Place::Empty)
      m_parts.navigator->showProfile(m_parts.navigator->profile());
  });
  connectStart();
}

void ConnectionPlace::connectStart() {
  const StartPage *start = m_parts.centre->start();
  connect(start, &StartPage::connectWanted, m_parts.navigator, &Navigator::connectTo);
  connect(start, &StartPage::formWanted, this, [this](const Profile &profile, const SecretString &password) {
    addConnection()->fill(profile, password);
  });
  connect(start, &StartPage::certificateWanted, this,
          [this](const Profile &profile, const SecretString &password) {
            ConnectionsDialog *dialog = addConnection();
            dialog->fill(profile, password);
            dialog->focusCertificate();
          });
}

ConnectionsDialog *ConnectionPlace::makeDialog() {
  auto *dialog = new ConnectionsDialog(m_parts.workspace, m_window);
  connect(dialog, &ConnectionsDialog::connectWanted, m_parts.navigator, &Navigator::connectTo);
  return dialog;
}

void ConnectionPlace::openConnections(const QString &profileId) {
  ConnectionsDialog *dialog = makeDialog();
  dialog->select(profileId);
  dialog->open();
}

ConnectionsDialog *ConnectionPlace::addConnection() {
  ConnectionsDialog *dialog = makeDialog();
  dialog->addProfile();
  dialog->open();
  return dialog;
}

void ConnectionPlace::tell(const ProfileSession &session) {
  const WindowCentre *centre = m_parts.centre;
  const bool ofOverview = centre->showsOverview() && centre->overview()->session() == &session;
  if (!ofOverview || session.isConnected())
    m_parts.banner->withdraw("away");
  if (centre->page()->session() != &session && !ofOverview)
    return;
  Banner *banner = ofOverview ? m_parts.banner : centre->page()->banner();
  if (session.isConnected())
    return banner->withdraw("away");
  const Error &error = session.link().status().error;
  if (session.link().status().state == State::Connecting && banner->holds("away"))
    return; // every attempt would make it flicker
  const QString headline = errorText(error, Doing::Connecting).headline;
  Notice notice;
  notice.id = "away";
  notice.kind = NoticeKind::Warn;
  notice.what = headline.isEmpty() ? tr("Not connected.") : headline;
  notice.detail = tr("What you see may be old; typed text is kept.");
  notice.buttons = {{tr("Reconnect now"), [this] { reconnect(); }}};
  if (const auto problem = error.certificate)
    notice.buttons += {tr("Look at the certificate…"),
                       [this, id = session.id(), problem] { m_parts.certificates->ask(id, *problem); }};
  notice.closable = false;
  banner->post(notice);
}

void ConnectionPlace::reconnect() {
  ProfileSession *session = m_parts.navigator->session();
  if (!session)
    return;
  const State state = session->link().status().state;
  const Error &error = session->link().status().error;
  if (state == State::Refused || state == State::NeedsPassword)
    m_parts.asking->askPassword(session->id(), state == State::Refused);
  else if (error.code == "KEY-LOCKED" || error.code == "KEY-PASSPHRASE")
    m_parts.asking->askPassphrase(session->id(), error.code == "KEY-PASSPHRASE");
  else if (error.certificate)
    m_parts.workspace.open(session->id()); // tells of the certificate again
  else
    session->link().reconnectNow();
}

void ConnectionPlace::fill(const QString &profileId) {
  const Profile *profile = m_parts.workspace.profiles().find(profileId);
  if (!profile)
    return;
  EmptyPlace *place = m_parts.centre->empty();
  place->clear();
  place->setDrawing(IconId::Database);
  place->setHeadline(profile->name);
  if (const ProfileSession *session = m_parts.workspace.session(profileId))
    fillUnconnected(*profile, session->link().status());
  else
    fillUnopened(*profile);
}

void ConnectionPlace::fillUnopened(const Profile &profile) {
  EmptyPlace *place = m_parts.centre->empty();
  place->setSentence(tr("%1 is not connected.").arg(profile.address()));
  QPushButton *connectButton = place->addButton(tr("Connect"), ButtonKind::Main);
  connect(connectButton, &QPushButton::clicked, this,
          [this, id = profile.id] { m_parts.workspace.open(id); });
}

void ConnectionPlace::fillUnconnected(const Profile &profile, const SessionStatus &status) {
  EmptyPlace *place = m_parts.centre->empty();
  const bool trying = status.state == State::Connecting || status.state == State::Disconnected;
  place->setSentence(trying ? tr("Connecting to %1…").arg(profile.address())
                            : errorText(status.error, Doing::Connecting).oneLine());
  QPushButton *again = place->addButton(tr("Reconnect now"), ButtonKind::Main);
  again->setAccessibleName(tr("Reconnect now"));
  connect(again, &QPushButton::clicked, this, &ConnectionPlace::reconnect);
  if (const auto problem = status.error.certificate) {
    QPushButton *look = place->addButton(tr("Look at the certificate…"), ButtonKind::Normal);
    connect(look, &QPushButton::clicked, this,
            [this, id = profile.id, problem] { m_parts.certificates->ask(id, *problem); });
  }
  QPushButton *edit = place->addButton(tr("Connections…"), ButtonKind::Flat);
  connect(edit, &QPushButton::clicked, this, [this, id = profile.id] { openConnections(id); });
}

} // namespace oxp
