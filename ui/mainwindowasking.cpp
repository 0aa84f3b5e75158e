// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks while it connects: passwords, passphrases, a word on a certificate. A dialog comes by
// itself while somebody connects. In the middle of other work it would take the keys that are meant for the
// editor: then a notice offers it.
#include "ui/mainwindow.h"

#include "ui/dialogs/certificatetext.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/flows/certificateflow.h"
#include "ui/views/queuepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statuspieces.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

#include <QApplication>

namespace oxp {

bool MainWindow::mayInterrupt() const {
  return !m_page->isOpen() && !QApplication::activeModalWidget();
}

void MainWindow::wantPassword(const QString &profileId, bool refused) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  if (mayInterrupt())
    return askPassword(profileId, refused);
  Notice notice;
  notice.id = "password";
  notice.subject.profile = profileId;
  notice.kind = NoticeKind::Warn;
  notice.what = refused ? tr("%1 refuses the password.").arg(profile->name)
                        : tr("%1 asks for a password.").arg(profile->name);
  notice.buttons = {{tr("Enter password…"), [this, profileId, refused] { askPassword(profileId, refused); }}};
  m_banner->post(notice); // it names its profile
}

void MainWindow::askPassword(const QString &profileId, bool refused) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  auto *dialog =
      new PasswordDialog(SecretKind::Password, *profile, refused,
                         m_workspace.secrets().availability() == SecretStore::Availability::Available, this);
  connect(dialog, &PasswordDialog::entered, this,
          [this, profileId](const SecretString &password, bool store) {
            m_banner->withdraw("password", {profileId, {}, {}});
            m_workspace.enterPassword(profileId, password, store);
          });
  dialog->open();
}

void MainWindow::wantPassphrase(const QString &profileId, bool refused) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  if (mayInterrupt())
    return askPassphrase(profileId, refused);
  Notice notice;
  notice.id = "passphrase";
  notice.subject.profile = profileId;
  notice.kind = NoticeKind::Warn;
  notice.what = refused ? tr("The passphrase does not unlock the key of %1.").arg(profile->name)
                        : tr("The key of %1 is encrypted.").arg(profile->name);
  notice.buttons = {
      {tr("Enter passphrase…"), [this, profileId, refused] { askPassphrase(profileId, refused); }}};
  m_banner->post(notice);
}

void MainWindow::askPassphrase(const QString &profileId, bool refused) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  auto *dialog =
      new PasswordDialog(SecretKind::KeyPassphrase, *profile, refused,
                         m_workspace.secrets().availability() == SecretStore::Availability::Available, this);
  connect(dialog, &PasswordDialog::entered, this,
          [this, profileId](const SecretString &passphrase, bool store) {
            m_banner->withdraw("passphrase", {profileId, {}, {}});
            m_workspace.enterPassphrase(profileId, passphrase, store);
          });
  dialog->open();
}

void MainWindow::wantDecision(const QString &profileId, const CertificateProblem &problem) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  if (mayInterrupt())
    return m_certificates->ask(profileId, problem);
  if (m_page->session() && m_page->session()->id() == profileId)
    return; // the page says that its connection is lost, and offers it
  Notice notice;
  notice.id = "certificate";
  notice.subject.profile = profileId;
  notice.kind = NoticeKind::Warn;
  notice.what = problem.pinned ? tr("%1 shows another certificate than the pinned one.").arg(profile->name)
                               : tr("The certificate of %1 is not accepted.").arg(profile->name);
  notice.buttons = {{tr("Look at the certificate…"),
                     [this, profileId, problem] { m_certificates->ask(profileId, problem); }}};
  m_banner->post(notice);
}

void MainWindow::updateCertificate(const ProfileSession *session) {
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

} // namespace oxp
