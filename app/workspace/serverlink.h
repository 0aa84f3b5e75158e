// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lanestate.h"
#include "redis/serverfacts.h"
#include "workspace/sessionstatus.h"

#include <QObject>
#include <QTimer>

namespace oxp {

struct Credentials;
struct Endpoint;
class LaneSet;
class SecretString;

/// The way to a profile's server: makes of the command lane's states what a person is told, takes passwords,
/// and knows what the server said of itself and what time it has. GUI thread; tells by signals, never from
/// inside a call that asks.
class ServerLink : public QObject {
  Q_OBJECT

public:
  /// The lanes outlive this. `passwordKnown`: false = none is stored, ask when the server wants one.
  ServerLink(LaneSet &lanes, bool passwordKnown, QObject *parent = nullptr);

  const SessionStatus &status() const { return m_status; }
  bool isConnected() const { return m_status.connected(); }
  void connectNow();
  /// Ends lanes; what is under way ends with Cancelled.
  void disconnectNow();
  void reconnectNow();
  /// The same server, reached in another way (TLS). What is under way ends with Cancelled.
  void connectAnew(Endpoint endpoint);
  /// For NeedsPassword and Refused; tries at once.
  void setPassword(const SecretString &password);
  /// For Failed with KEY-LOCKED or KEY-PASSPHRASE; tries at once.
  void setKeyPassphrase(const SecretString &passphrase);

  const ServerFacts &server() const { return m_server; }
  /// Server's clock minus this machine's, ms.
  qint64 clockOffset() const;
  /// Now by the server's clock, ms since the epoch.
  qint64 serverNow() const;
  /// Whether somebody looks: the server's clock is read again only then.
  void setActive(bool active);
  /// Another one with each connection: tells the answers of an earlier one.
  quint64 connection() const { return m_connection; }

signals:
  void statusChanged(const oxp::SessionStatus &status);
  /// What server() says, or its clock.
  void serverChanged();
  /// After the status was told.
  void connected();
  /// Before the status is told: what is under way will not be answered, and another server may come.
  void lost();

private:
  void giveCredentials(Credentials credentials);
  void applyLaneState(const LaneState &state);
  void setStatus(SessionStatus status);
  void becomeConnected(const ServerFacts &facts);
  void becomeAway();
  void readClock();

  LaneSet &m_lanes;
  SessionStatus m_status;
  ServerFacts m_server;
  QTimer m_clock;
  bool m_passwordKnown;
  bool m_active = true;
  bool m_clockDue = false;
  quint64 m_connection = 0;
};

} // namespace oxp
