// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/certificateproblem.h"

#include <QObject>
#include <QPointer>

namespace oxp {

class CertificateDialog;
class Workspace;

/// Lets a person decide on a certificate that was not accepted; the profile then says so, and is connected
/// anew.
class CertificateFlow : public QObject {
  Q_OBJECT

public:
  CertificateFlow(Workspace &workspace, QWidget *window);

  void ask(const QString &profileId, const CertificateProblem &problem);

signals:
  void decided(const QString &profileId);

private:
  Workspace &m_workspace;
  QWidget *m_window;
  QPointer<CertificateDialog> m_dialog;
};

} // namespace oxp
