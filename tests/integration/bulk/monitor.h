// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QLocalSocket>

#include <vector>

namespace oxp::test {

/// A command that a server was sent, with those that a script of it has called.
struct Seen {
  QByteArrayList words; ///< as they were sent
  std::vector<QByteArrayList> inside = {};
};

/// Listens to all commands of a server (MONITOR), while the event loop of its thread runs.
class Monitor {
public:
  /// Returns when the server tells.
  [[nodiscard]] bool start(const QString &socketPath);
  /// What was sent since start() and up to this call.
  std::vector<Seen> stop();

private:
  QLocalSocket m_socket;
};

} // namespace oxp::test
