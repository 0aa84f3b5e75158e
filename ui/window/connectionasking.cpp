// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/connectionasking.h"

#include "ui/dialogs/passworddialog.h"
#include "ui/flows/certificateflow.h"
#include "ui/views/queuepage.h"
#include "ui/widgets/banner.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QApplication>

namespace oxp {

ConnectionAsking::ConnectionAsking(Workspace &workspace, CertificateFlow *certificates, Banner *banner,
                                   const QueuePage *page, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_certificates(certificates)
    , m_banner(banner)
    , m_page(page)
    , m_window(window) {
  connect(&m_workspace, &Workspace::passwordWanted, this, &ConnectionAsking::wantPassword);
  connect(&m_workspace, &Workspace::passphraseWanted, this, &ConnectionAsking::wantPassphrase);
  connect(&m_workspace, &Workspace::certificateRefused, this, &ConnectionAsking::wantDecision);
  connect(m_certificates, &CertificateFlow::decided, this,
          [this](const QString &profileId) { withdraw("certificate", profileId); });
}

bool ConnectionAsking::mayInterrupt() const {
  return !m_page->isOpen() && !QApplication::activeModalWidget();
}

/// It names its profile: the banner is over everything.
void ConnectionAsking::offer(const QByteArray &id, const QString &profileId, const QString &what,
                             const NoticeButton &button) {
  Notice notice;
  notice.id = id;
  notice.subject.profile = profileId;
  notice.kind = NoticeKind::Warn;
  notice.what = what;
  notice.buttons = {button};
  m_banner->post(notice);
}

void ConnectionAsking::withdraw(const QByteArray &id, const QString &profileId) {
  m_banner->withdraw(id, {profileId, {}, {}});
}

void ConnectionAsking::ask(SecretKind kind, const QString &profileId, bool refused, const Take &take) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  const bool keychain = m_workspace.secrets().availability() == SecretStore::Availability::Available;
  auto *dialog = new PasswordDialog(kind, *profile, refused, keychain, m_window);
  connect(dialog, &PasswordDialog::entered, this, take);
  dialog->open();
}

void ConnectionAsking::wantPassword(const QString &profileId, bool refused) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  if (mayInterrupt())
    return askPassword(profileId, refused);
  offer("password", profileId,
        refused ? tr("%1 refuses the password.").arg(profile->name)
                : tr("%1 asks for a password.").arg(profile->name),
        {tr("Enter password…"), [this, profileId, refused] { askPassword(profileId, refused); }});
}

void ConnectionAsking::askPassword(const QString &profileId, bool refused) {
  ask(SecretKind::Password, profileId, refused, [this, profileId](const SecretString &password, bool store) {
    withdraw("password", profileId);
    m_workspace.enterPassword(profileId, password, store);
  });
}

void ConnectionAsking::wantPassphrase(const QString &profileId, bool refused) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  if (mayInterrupt())
    return askPassphrase(profileId, refused);
  offer("passphrase", profileId,
        refused ? tr("The passphrase does not unlock the key of %1.").arg(profile->name)
                : tr("The key of %1 is encrypted.").arg(profile->name),
        {tr("Enter passphrase…"), [this, profileId, refused] { askPassphrase(profileId, refused); }});
}

void ConnectionAsking::askPassphrase(const QString &profileId, bool refused) {
  ask(SecretKind::KeyPassphrase, profileId, refused,
      [this, profileId](const SecretString &passphrase, bool store) {
        withdraw("passphrase", profileId);
        m_workspace.enterPassphrase(profileId, passphrase, store);
      });
}

void ConnectionAsking::wantDecision(const QString &profileId, const CertificateProblem &problem) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  if (mayInterrupt())
    return m_certificates->ask(profileId, problem);
  if (m_page->session() && m_page->session()->id() == profileId)
    return; // the page says that its connection is lost, and offers it
  offer("certificate", profileId,
        problem.pinned ? tr("%1 shows another certificate than the pinned one.").arg(profile->name)
                       : tr("The certificate of %1 is not accepted.").arg(profile->name),
        {tr("Look at the certificate…"),
         [this, profileId, problem] { m_certificates->ask(profileId, problem); }});
}

} // namespace oxp
