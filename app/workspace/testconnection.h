// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "bull/prefixsummary.h"
#include "redis/serverfacts.h"
#include "workspace/profile.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace oxp {

/// What `Test connection` found out.
struct ConnectionReport {
  enum class Access {
    Nothing, ///< may not even read what Oxpecker needs
    Read,    ///< may look, writes are refused by the server
    Write,   ///< may do everything that Oxpecker offers
    Unknown, ///< the server would not say
  };
  ServerFacts facts;
  qint64 latencyUs = 0; ///< one round trip, the median of five
  QByteArray user;      ///< ACL WHOAMI, empty = not said
  Access access = Access::Unknown;
  QList<QByteArray> refused; ///< commands that were refused, such as `XADD`
  int queues = 0;            ///< found under the profile's prefixes
  bool moreQueues = false;   ///< looking stopped at its bound
  qint64 clockOffsetMs = 0;
  std::vector<PrefixSummary> prefixes; ///< after Look::Prefixes: what lies under each, the newest first

  /// A few sentences for the dialog, translated, one a line.
  QString text() const;
  /// What answered, in one line: `Redis 7.2.4 answers in 0.9 ms over TLS 1.3, a primary. 41 queues under 3
  /// prefixes.`
  QString line() const;
  /// Whether something in text() has to be read before somebody connects.
  bool warns() const;
};

/// Tries a profile out on a connection of its own. Never blocks the GUI thread; ending it (or destroying it)
/// cancels.
class TestConnection : public QObject {
  Q_OBJECT

public:
  static constexpr qint64 QueueKeysBound = 200'000; ///< keys that are scanned for queues at most

  explicit TestConnection(QObject *parent = nullptr);
  ~TestConnection() override;

  enum class Look {
    Queues,   ///< counts the queues under the profile's prefixes
    Prefixes, ///< looks for queues under all prefixes, and sums up what lies under each
  };

  bool running() const { return m_running; }
  void start(const Profile &profile, const SecretString &password, const SecretString &keyPassphrase = {},
             Look look = Look::Queues);
  void cancel();

signals:
  /// Exactly one of the two after start(), unless cancelled.
  void done(const oxp::ConnectionReport &report);
  void failed(const oxp::Error &error);

private:
  class Private;
  std::unique_ptr<Private> d;
  bool m_running = false;
};

} // namespace oxp
