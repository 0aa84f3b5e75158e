// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"
#include "workspace/secretstore.h"

#include <QObject>

#include <functional>

class QWidget;

namespace oxp {

class Banner;
class CertificateFlow;
struct CertificateProblem;
struct Profile;
class QueuePage;
class Workspace;

/// What is asked while somebody connects: passwords, passphrases, a word on a certificate. A dialog comes by
/// itself then. In the middle of other work it would take the keys that are meant for the editor: a notice
/// offers it.
class ConnectionAsking : public QObject {
  Q_OBJECT

public:
  /// `banner` takes the notices; an open `page` is other work. `window` is the parent of dialogs.
  ConnectionAsking(Workspace &workspace, CertificateFlow *certificates, Banner *banner, const QueuePage *page,
                   QWidget *window);

  /// `refused`: the one that is known does not fit.
  void askPassword(const QString &profileId, bool refused);
  void askPassphrase(const QString &profileId, bool refused);

private:
  void wantPassword(const QString &profileId, bool refused);
  void wantPassphrase(const QString &profileId, bool refused);
  void wantDecision(const QString &profileId, const CertificateProblem &problem);
  bool mayInterrupt() const;
  void offer(const QByteArray &id, const QString &profileId, const QString &what, const NoticeButton &button);
  void withdraw(const QByteArray &id, const QString &profileId);
  using Take = std::function<void(const SecretString &secret, bool store)>;
  void ask(SecretKind kind, const QString &profileId, bool refused, const Take &take);

  Workspace &m_workspace;
  CertificateFlow *m_certificates;
  Banner *m_banner;
  const QueuePage *m_page;
  QWidget *m_window;
};

} // namespace oxp
