// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"

#include <QByteArray>

namespace oxp::test {

/// Listens on a free port of 127.0.0.1 and never says a word. Blocking, for a test's own thread.
class SilentServer {
public:
  SilentServer();
  ~SilentServer();
  SilentServer(const SilentServer &) = delete;
  SilentServer &operator=(const SilentServer &) = delete;

  Endpoint endpoint() const;
  /// Waits for the next client and for what it says first.
  QByteArray hear();

private:
  int m_listener = -1;
  int m_client = -1;
  quint16 m_port = 0;
};

} // namespace oxp::test
