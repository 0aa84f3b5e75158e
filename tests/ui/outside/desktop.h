// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace oxp::test {

/// A screen (Xvfb) and a session bus of the test's own, and one program on it that tells assistive tools all.
/// Everything ends with this object, and with the test program however that ends.
class Desktop {
public:
  Desktop();
  ~Desktop();

  /// False with error() when Xvfb or dbus-daemon is not there, or the program does not start.
  [[nodiscard]] bool start(const QSize &screen, const QString &program, const QStringList &arguments);
  QString error() const { return m_error; }
  QString busAddress() const { return m_busAddress; }
  bool isRunning() const { return m_program.state() == QProcess::Running; }
  /// What the program has said.
  QByteArray words() { return m_program.readAllStandardError(); }

private:
  bool startScreen(const QSize &screen);
  bool startBus();
  QProcessEnvironment environment() const;
  QString busConfiguration() const;
  static void endWithUs(QProcess &process);

  QTemporaryDir m_folder;
  QProcess m_screen, m_bus, m_program;
  QString m_display, m_busAddress, m_error;
};

} // namespace oxp::test
