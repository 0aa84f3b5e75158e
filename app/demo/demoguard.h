// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QStringList>

#include <sys/types.h>

class QSocketNotifier;

namespace oxp {

/// A server with a process beside it that ends it and removes its folder as soon as this object goes, or this
/// program dies, however that happens: it waits at a pipe that only this program holds open. Nothing here
/// waits; GUI thread.
class DemoGuard : public QObject {
  Q_OBJECT

public:
  explicit DemoGuard(QObject *parent = nullptr);
  ~DemoGuard() override;

  /// Starts `command`. From here on `folder` belongs to the guard.
  Result<void> start(const QString &folder, const QStringList &command);

signals:
  /// The server ended by itself; its folder goes too. `lastWords` is what it printed last.
  void ended(const QString &lastWords);

private:
  Result<void> spawn(const QString &folder, const QStringList &command, int input, int output);
  void listen();
  void reap();

  int m_hold = -1;   ///< our end of the guard's standard input
  int m_report = -1; ///< what guard and server print
  pid_t m_launcher = -1;
  QSocketNotifier *m_notifier = nullptr;
  QByteArray m_said;
};

} // namespace oxp
