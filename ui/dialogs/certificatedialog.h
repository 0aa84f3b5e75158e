// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/certificateproblem.h"
#include "ui/dialogs/dialogframe.h"
#include "workspace/profile.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QRadioButton;

namespace oxp {

/// A server's certificate was not accepted: what is wrong with it, and the ways on. None of them switches
/// checking off: an authority of one's own, another name, or exactly this certificate.
class CertificateDialog : public DialogFrame {
  Q_OBJECT

public:
  CertificateDialog(const Profile &profile, const CertificateProblem &problem, QWidget *parent = nullptr);

signals:
  /// What the profile should say of TLS from now on. Not when it was cancelled.
  void decided(const oxp::TlsOptions &tls);

private:
  enum Way { Authority, Unpin, OtherName, Pin };

  void setupChecks();
  void setupFacts();
  void setupWays();
  void setupAuthority(QVBoxLayout *place);
  void setupName(QVBoxLayout *place);
  void setupPin(QVBoxLayout *place);
  void setupButtons();
  QRadioButton *addWay(QVBoxLayout *place, Way way, const QString &text, const QString &note);
  bool nameHelps() const;
  bool typesFingerprint() const { return m_profile.environment != Environment::Local; }
  QStringList usableNames() const;
  void updateWays();
  QString missing() const;
  void decide();
  void chooseAuthority();

  const Profile m_profile;
  const CertificateProblem m_problem;
  QButtonGroup *m_ways;
  QComboBox *m_name = nullptr;
  QWidget *m_nameRow = nullptr, *m_pinRow = nullptr;
  QLineEdit *m_fingerprint = nullptr;
  QPushButton *m_main = nullptr;
};

} // namespace oxp
