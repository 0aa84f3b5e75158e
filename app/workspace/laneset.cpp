// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/laneset.h"

namespace oxp {
namespace {

bool wasBegun(const Lane &lane) {
  return lane.state().phase != LaneState::Phase::Idle;
}

} // namespace

LaneSet::LaneSet(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup)) {
  makeAll();
}

LaneSet::~LaneSet() {
  dropAll();
}

std::unique_ptr<Lane> LaneSet::make(const char *name) const {
  Lane::Options options;
  options.name = QLatin1String(name);
  options.endpoint = m_setup.endpoint;
  options.credentials = m_setup.credentials;
  options.role = m_setup.role;
  options.backoff = m_setup.backoff;
  return std::make_unique<Lane>(std::move(options));
}

void LaneSet::makeAll() {
  m_command = make("command");
  m_watch = make("watch");
  m_scan = make("scan");
  m_long = std::make_unique<LongWork>([this] { return make("long"); }, m_mailbox);
  m_events = make("events");
  connect(m_command.get(), &Lane::stateChanged, this, &LaneSet::commandStateChanged);
}

void LaneSet::dropAll() {
  m_long.reset();
  m_events.reset();
  m_scan.reset();
  m_watch.reset();
  m_command->disconnect(this);
  m_command.reset();
}

void LaneSet::remake() {
  emit leaving();
  dropAll();
  makeAll();
  emit made();
}

std::vector<Lane *> LaneSet::all() const {
  return {m_command.get(), m_watch.get(), m_scan.get(), m_events.get()};
}

void LaneSet::reconnectNow() {
  for (Lane *lane : all())
    if (lane == m_command.get() || wasBegun(*lane))
      lane->reconnectNow();
}

void LaneSet::reconnectOthers() {
  m_long->reconnectNow();
  for (Lane *lane : all())
    if (lane != m_command.get() && wasBegun(*lane))
      lane->reconnectNow();
}

void LaneSet::setCredentials(Credentials credentials) {
  m_setup.credentials = std::move(credentials);
  for (Lane *lane : all())
    lane->setCredentials(m_setup.credentials);
  m_long->setCredentials(m_setup.credentials);
  emit credentialsChanged();
}

Error LaneSet::notConnected() {
  return {ErrorKind::Disconnected, {}, u"this profile is not connected"_qs};
}

} // namespace oxp
