// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "workspace/profile.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace oxp {

class TextLabel;
class TlsFields;

/// The fields of one profile. A field of a secret that was not touched means "as it was".
class ProfileForm : public QWidget {
  Q_OBJECT

public:
  explicit ProfileForm(QWidget *parent = nullptr);

  void setProfile(const Profile &profile, bool passwordKnown);
  /// What the fields say, on top of `base` (its id and whether it is stored).
  Profile profile(const Profile &base) const;
  /// A password is kept somewhere, and need not be typed.
  void setPasswordKnown(bool known);
  bool passwordTouched() const { return m_passwordTouched; }
  SecretString password() const;
  /// As if somebody had typed it.
  void setPassword(const SecretString &password);
  /// The part on TLS, and the passphrase there.
  TlsFields *tlsFields() const { return m_tls; }
  /// Marks the fields that are wrong (the words of profileProblems) and says what is wrong with the first.
  void showProblems(const QList<QByteArray> &problems);
  void setKeychain(bool available);
  void focusName();

signals:
  void edited();

private:
  void setupAddress(QFormLayout *form);
  void setupAccess(QFormLayout *form);
  void setupKind(QFormLayout *form);
  QLineEdit *field(const QString &name);
  void updateEnvironmentNote();

  QLineEdit *m_name, *m_host, *m_socket, *m_user, *m_password, *m_prefixes;
  QSpinBox *m_port, *m_database;
  TlsFields *m_tls;
  QComboBox *m_environment;
  QButtonGroup *m_role;
  TextLabel *m_passwordNote, *m_environmentNote, *m_problem;
  bool m_passwordTouched = false;
};

} // namespace oxp
