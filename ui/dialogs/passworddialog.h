// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "workspace/profile.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace oxp {

/// Asks for a profile's password at connect. What is typed goes to the session and, where there is a keychain
/// and the person wants it, there; never to a file.
class PasswordDialog : public QDialog {
  Q_OBJECT

public:
  PasswordDialog(const Profile &profile, bool refused, bool keychain, QWidget *parent = nullptr);

signals:
  void entered(const oxp::SecretString &password, bool store);

private:
  QLineEdit *m_password;
  QCheckBox *m_store;
};

} // namespace oxp
