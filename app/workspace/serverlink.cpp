// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/serverlink.h"

#include "workspace/laneset.h"

namespace oxp {
namespace {

constexpr int ClockIntervalMs = 10 * 60 * 1'000;

using State = SessionStatus::State;

bool willNotPass(const Error &error) {
  return error.kind == ErrorKind::Protocol || error.kind == ErrorKind::Unsupported ||
         error.kind == ErrorKind::Tls;
}

/// A server that wants a password and got none is a question to the person, not a refusal.
State stateOf(const LaneState &lane, bool passwordKnown) {
  switch (lane.phase) {
  case LaneState::Phase::Idle:
  case LaneState::Phase::Connecting:
    return State::Connecting;
  case LaneState::Phase::Connected:
    return State::Connected;
  case LaneState::Phase::Refused:
    return passwordKnown ? State::Refused : State::NeedsPassword;
  case LaneState::Phase::Loading:
    return State::Loading;
  case LaneState::Phase::Waiting:
    return willNotPass(lane.error) ? State::Failed : State::Waiting;
  case LaneState::Phase::Stopped:
    break;
  }
  return State::Disconnected;
}

} // namespace

ServerLink::ServerLink(LaneSet &lanes, bool passwordKnown, QObject *parent)
    : QObject(parent)
    , m_lanes(lanes)
    , m_passwordKnown(passwordKnown) {
  connect(&m_lanes, &LaneSet::commandStateChanged, this, &ServerLink::applyLaneState);
  m_clock.setInterval(ClockIntervalMs);
  connect(&m_clock, &QTimer::timeout, this, &ServerLink::readClock);
}

void ServerLink::connectNow() {
  if (m_lanes.isOpen())
    return reconnectNow();
  m_lanes.setOpen(true);
  SessionStatus status;
  status.state = State::Connecting;
  setStatus(status);
  m_lanes.command().connectNow();
}

void ServerLink::reconnectNow() {
  if (!m_lanes.isOpen())
    return connectNow();
  m_lanes.reconnectNow();
}

void ServerLink::disconnectNow() {
  if (!m_lanes.isOpen())
    return;
  m_lanes.setOpen(false);
  becomeAway();
  m_lanes.remake();
  setStatus({});
}

void ServerLink::connectAnew(Endpoint endpoint) {
  const bool wasOpen = m_lanes.isOpen();
  if (wasOpen)
    becomeAway();
  m_lanes.setEndpoint(std::move(endpoint));
  m_lanes.remake();
  if (!wasOpen)
    return;
  m_lanes.setOpen(false);
  connectNow();
}

void ServerLink::setPassword(const SecretString &password) {
  m_passwordKnown = true;
  Credentials credentials = m_lanes.credentials();
  credentials.password = password;
  giveCredentials(std::move(credentials));
}

void ServerLink::setKeyPassphrase(const SecretString &passphrase) {
  Credentials credentials = m_lanes.credentials();
  credentials.keyPassphrase = passphrase;
  giveCredentials(std::move(credentials));
}

void ServerLink::giveCredentials(Credentials credentials) {
  m_lanes.setCredentials(std::move(credentials));
  if (m_lanes.isOpen())
    reconnectNow();
}

void ServerLink::applyLaneState(const LaneState &lane) {
  if (!m_lanes.isOpen())
    return;
  const bool wasConnected = isConnected();
  SessionStatus status;
  status.state = stateOf(lane, m_passwordKnown);
  if (status.state != State::Connected && status.state != State::Connecting)
    status.error = lane.error;
  status.retryAt = lane.retryAtMs;
  status.attempt = lane.attempt;
  if (wasConnected && !status.connected())
    becomeAway();
  setStatus(status);
  if (!wasConnected && status.connected())
    becomeConnected(lane.facts);
}

void ServerLink::setStatus(SessionStatus status) {
  if (m_status == status)
    return;
  m_status = std::move(status);
  emit statusChanged(m_status);
}

void ServerLink::becomeConnected(const ServerFacts &facts) {
  ++m_connection;
  m_server = facts;
  emit serverChanged();
  m_clock.start();
  m_lanes.reconnectOthers();
  emit connected();
}

void ServerLink::becomeAway() {
  ++m_connection;
  m_clock.stop();
  emit lost();
}

qint64 ServerLink::clockOffset() const {
  return m_server.clock.offset.count();
}

qint64 ServerLink::serverNow() const {
  return m_server.clock.nowMs();
}

void ServerLink::setActive(bool active) {
  m_active = active;
  if (m_clockDue && active && isConnected())
    readClock();
}

/// Not while nobody looks: then it is read when somebody does again.
void ServerLink::readClock() {
  m_clockDue = !m_active;
  if (m_clockDue)
    return;
  const auto work = [](ReadSession &session, std::stop_token stop) { return session.readClock(stop); };
  const auto handler = [this](const Result<ServerClock> &clock) {
    if (!clock || m_server.clock == *clock)
      return;
    m_server.clock = *clock;
    emit serverChanged();
  };
  m_lanes.watch().post(Priority::Background, work, this, handler);
}

} // namespace oxp
