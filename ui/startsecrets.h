// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace oxp {

/// Passwords that the program was started with, out of the places where others could read them: the process
/// list shows the arguments to everybody on the machine, and what we start inherits the environment.
class StartSecrets {
public:
  /// Takes OXPECKER_PASSWORD out of the environment, and overwrites passwords in argv, in every kind of line
  /// that readConnectionLine() knows. Call it before anything else reads either of them.
  StartSecrets(int argc, char **argv);

  /// An argument as it was given, where argv holds it overwritten.
  QString argument(const QString &hidden) const;
  /// All of them as they were given.
  QStringList arguments(QStringList hidden) const;
  /// What OXPECKER_PASSWORD held.
  const SecretString &environmentPassword() const { return m_password; }

private:
  void hide(char *argument);

  std::vector<std::pair<QString, QString>> m_arguments; ///< as argv holds them now, and as they were
  SecretString m_password;
};

/// A URL with this password in the place of its own, for the way that a URL takes through the program.
QString urlWithPassword(const QString &url, const SecretString &password);
/// Whether a URL holds a password.
bool hasPassword(const QString &url);

} // namespace oxp
