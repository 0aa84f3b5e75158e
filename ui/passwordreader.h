// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QObject>

class QSocketNotifier;

namespace oxp {

/// Reads a password from a file descriptor, such as standard input: its first line, or all of it where that
/// has no end. Only what is there is read, so that the window never waits; a terminal shows no letter of it.
class PasswordReader : public QObject {
  Q_OBJECT

public:
  /// The descriptor stays open and is left as it was.
  explicit PasswordReader(int descriptor, QObject *parent = nullptr);
  ~PasswordReader() override;

signals:
  /// Once. Empty: there was nothing.
  void done(const oxp::SecretString &password);

private:
  void readSome();
  void finish();
  void setEcho(bool on);

  int m_descriptor;
  QSocketNotifier *m_notifier;
  QByteArray m_bytes;
  bool m_silent = false; ///< a terminal's echo is off
  bool m_done = false;
};

} // namespace oxp
