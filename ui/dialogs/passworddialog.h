// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "workspace/profile.h"
#include "workspace/secretstore.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace oxp {

/// Asks for a profile's password, or for what unlocks its key, at connect. What is typed goes to the session
/// and, where there is a keychain and the person wants it, there; never to a file.
class PasswordDialog : public QDialog {
  Q_OBJECT

public:
  PasswordDialog(SecretKind kind, const Profile &profile, bool refused, bool keychain,
                 QWidget *parent = nullptr);

signals:
  void entered(const oxp::SecretString &secret, bool store);

private:
  QLineEdit *m_secret;
  QCheckBox *m_store;
};

} // namespace oxp
