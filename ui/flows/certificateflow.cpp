// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/certificateflow.h"

#include "ui/dialogs/certificatedialog.h"
#include "workspace/workspace.h"

namespace oxp {

CertificateFlow::CertificateFlow(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window) {}

void CertificateFlow::ask(const QString &profileId, const CertificateProblem &problem) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile || m_dialog)
    return;
  m_dialog = new CertificateDialog(*profile, problem, m_window);
  connect(m_dialog, &CertificateDialog::decided, this, [this, profileId](const TlsOptions &tls) {
    const Profile *known = m_workspace.profiles().find(profileId);
    if (!known)
      return;
    Profile edited = *known;
    edited.tls = tls;
    m_workspace.profiles().save(edited); // an open session follows by itself
    emit decided(profileId);
  });
  m_dialog->open();
}

} // namespace oxp
