// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/redis/writekeyfortests.h"
#include "redis/connection.h"

#include <stop_token>

namespace oxp::test {

/// A session without a lane, on the test's own thread.
class TestSession {
public:
  explicit TestSession(const Endpoint &endpoint, Role role = Role::Operator,
                       const Credentials &credentials = {})
      : m_session({credentials, endpoint, role},
                  redis::makeTransport(endpoint, {endpoint.host}, credentials.keyPassphrase))
      , m_read(m_session)
      , m_write(WriteKeyForTests::make(), m_session) {}

  Result<void> connect(std::stop_token stop = {}) { return m_session.connect(std::move(stop)); }
  ReadSession &read() { return m_read; }
  WriteSession &write() { return m_write; }
  redis::Session &connection() { return m_session; }

private:
  redis::Session m_session;
  ReadSession m_read;
  WriteSession m_write;
};

} // namespace oxp::test
