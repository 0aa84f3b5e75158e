// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/lane.h"

#include "redis/lanecore.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QSocketNotifier>

namespace oxp {

namespace {

/// Handlers get this much of the GUI thread at a time; the rest of the results follow after its other events.
constexpr std::chrono::milliseconds DeliverSlice{8};

} // namespace

const char *lanePhaseName(LaneState::Phase phase) {
  switch (phase) {
  case LaneState::Phase::Idle:
    return "Idle";
  case LaneState::Phase::Connecting:
    return "Connecting";
  case LaneState::Phase::Connected:
    return "Connected";
  case LaneState::Phase::Waiting:
    return "Waiting";
  case LaneState::Phase::Refused:
    return "Refused";
  case LaneState::Phase::Loading:
    return "Loading";
  case LaneState::Phase::Stopped:
    return "Stopped";
  }
  return "Unknown";
}

void LaneHandle::cancel() {
  if (const auto core = m_core.lock())
    core->cancel(m_job);
  m_core.reset();
}

Lane::Lane(Options options, QObject *parent)
    : QObject(parent)
    , m_core(std::make_shared<redis::LaneCore>(std::move(options))) {
  auto *bell = new QSocketNotifier(m_core->outBell().descriptor(), QSocketNotifier::Read, this);
  connect(bell, &QSocketNotifier::activated, this, &Lane::deliver);
}

Lane::~Lane() {
  *m_self = nullptr;
  m_core->stop();
  if (!QCoreApplication::instance())
    return;
  // Later, not from in here: whoever owns this lane may be half destroyed, and is often the handlers'
  // context.
  const auto handOut = [core = m_core, self = m_self] {
    while (deliverOne(*core, self)) {
    }
  };
  QMetaObject::invokeMethod(QCoreApplication::instance(), handOut, Qt::QueuedConnection);
}

LaneHandle Lane::enqueue(std::unique_ptr<redis::LaneJob> job) {
  const quint64 id = m_core->enqueue(std::move(job));
  return LaneHandle(m_core, id);
}

void Lane::reconnectNow() {
  m_core->reconnectNow();
}

void Lane::setCredentials(Credentials credentials) {
  m_core->setCredentials(std::move(credentials));
}

void Lane::stop() {
  m_core->stop();
  // Only what there is now: a handler that posts again gets its answer later, or goes with the lane.
  const auto core = m_core;
  const auto self = m_self;
  for (size_t left = core->eventCount(); left > 0; --left)
    deliverOne(*core, self);
  if (!*self || m_state.phase == LaneState::Phase::Stopped)
    return;
  m_state.phase = LaneState::Phase::Stopped;
  emit stateChanged(m_state);
}

void Lane::deliver() {
  // A handler may destroy this lane; these two outlive it.
  const auto core = m_core;
  const auto self = m_self;
  core->outBell().hear();
  const Deadline slice = Deadline::in(DeliverSlice);
  while (deliverOne(*core, self)) {
    if (slice.passed()) {
      core->outBell().ring();
      return;
    }
  }
}

bool Lane::deliverOne(redis::LaneCore &core, const Self &self) {
  auto event = core.takeEvent();
  if (!event)
    return false;
  if (auto *job = std::get_if<std::unique_ptr<redis::LaneJob>>(&*event)) {
    (*job)->deliver();
  } else if (auto *state = std::get_if<LaneState>(&*event); state && *self) {
    (*self)->m_state = std::move(*state);
    emit(*self)->stateChanged((*self)->m_state);
  } else if (auto *lookUp = std::get_if<redis::LaneCore::LookUp>(&*event); lookUp && *self) {
    (*self)->lookUp(lookUp->host);
  }
  return true;
}

void Lane::lookUp(const QString &host) {
  if (m_core->isStopped())
    return;
  // By name: given a functor, Qt leaks it when the program ends before the answer comes.
  QHostInfo::lookupHost(host, this, SLOT(lookedUp(QHostInfo)));
}

void Lane::lookedUp(const QHostInfo &info) {
  QStringList addresses;
  for (const QHostAddress &address : info.addresses())
    addresses.append(address.toString());
  m_core->addressesFound(addresses, info.errorString());
}

} // namespace oxp
