// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilesession.h"

#include "audit/auditstore.h"
#include "base/clock.h"
#include "base/guimailbox.h"
#include "workspace/channelfeed.h"
#include "workspace/livefeed.h"
#include "workspace/longwork.h"

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

const char *sessionStateName(SessionStatus::State state) {
  switch (state) {
  case State::Disconnected:
    return "Disconnected";
  case State::Connecting:
    return "Connecting";
  case State::Connected:
    return "Connected";
  case State::Waiting:
    return "Waiting";
  case State::NeedsPassword:
    return "NeedsPassword";
  case State::Refused:
    return "Refused";
  case State::Loading:
    return "Loading";
  case State::Failed:
    return "Failed";
  }
  return "";
}

ProfileSession::ProfileSession(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_mailbox(std::make_unique<GuiMailbox>()) {
  takeKnownQueues();
  setupLive();
  setupLanes();
  setupTimers();
}

ProfileSession::~ProfileSession() {
  // Lanes hand out what is left while they stop: nobody may hear of it any more.
  disconnect();
  ++m_connection;
  m_channels.reset();
  m_feed.reset();
  m_runner.reset();
  m_long.reset();
  m_events.reset();
  m_scan.reset();
  m_watch.reset();
  m_command.reset();
}

std::unique_ptr<Lane> ProfileSession::makeLane(const char *name) {
  Lane::Options options;
  options.name = QLatin1String(name);
  options.endpoint = m_setup.profile.endpoint();
  options.credentials = credentials();
  options.role = m_setup.profile.role;
  options.backoff = m_setup.backoff;
  return std::make_unique<Lane>(std::move(options));
}

Credentials ProfileSession::credentials() const {
  return {m_setup.profile.user, m_setup.password, m_setup.keyPassphrase};
}

void ProfileSession::setupLanes() {
  m_command = makeLane("command");
  m_watch = makeLane("watch");
  m_scan = makeLane("scan");
  m_long = std::make_unique<LongWork>([this] { return makeLane("long"); }, *m_mailbox);
  m_events = makeLane("events");
  m_feed->setLane(m_events.get());
  connect(m_command.get(), &Lane::stateChanged, this, &ProfileSession::applyLaneState);
  setupRunner();
}

void ProfileSession::setupRunner() {
  OperationRunner::Setup setup;
  setup.profileId = m_setup.profile.id;
  setup.profileName = m_setup.profile.name;
  setup.who = m_setup.who;
  setup.environment = m_setup.profile.environment;
  setup.role = m_setup.profile.role;
  setup.commandLane = m_command.get();
  setup.audit = m_setup.audit;
  setup.scripts = m_setup.scripts;
  setup.rules = m_setup.rules;
  setup.review = m_setup.review;
  m_runner = std::make_unique<OperationRunner>(std::move(setup));
  connect(m_runner.get(), &OperationRunner::finished, this, &ProfileSession::noteRun);
  connect(m_runner.get(), &OperationRunner::finished, this, &ProfileSession::operationFinished);
  connect(m_runner.get(), &OperationRunner::unsettled, this, &ProfileSession::operationUnsettled);
  connect(m_runner.get(), &OperationRunner::settled, this, &ProfileSession::operationSettled);
}

void ProfileSession::setupTimers() {
  m_rediscover.setSingleShot(true);
  connect(&m_rediscover, &QTimer::timeout, this, &ProfileSession::rediscover);
  m_clock.setInterval(ClockIntervalMs);
  connect(&m_clock, &QTimer::timeout, this, &ProfileSession::readClock);
}

bool ProfileSession::takeProfile(const Profile &profile) {
  Profile same = profile;
  same.name = m_setup.profile.name;
  same.prefixes = m_setup.profile.prefixes;
  same.passwordSaved = m_setup.profile.passwordSaved;
  same.passphraseSaved = m_setup.profile.passphraseSaved;
  same.stored = m_setup.profile.stored;
  same.tls = m_setup.profile.tls;
  if (!(same == m_setup.profile))
    return false;
  const bool otherPrefixes = m_setup.profile.prefixes != profile.prefixes;
  const bool otherTls = m_setup.profile.tls != profile.tls;
  m_setup.profile = profile;
  if (otherTls)
    connectAnew(); // which looks for queues too
  else if (otherPrefixes)
    restartDiscovery();
  return true;
}

/// By what the profile says now. Queues, and whatever is shown of them, stay.
void ProfileSession::connectAnew() {
  if (m_wanted)
    becomeAway();
  remakeLanes();
  if (!m_wanted)
    return;
  m_wanted = false;
  connectNow();
}

void ProfileSession::connectNow() {
  if (m_wanted)
    return reconnectNow();
  m_wanted = true;
  SessionStatus status;
  status.state = State::Connecting;
  setStatus(status);
  m_command->connectNow();
}

void ProfileSession::reconnectNow() {
  if (!m_wanted)
    return connectNow();
  for (Lane *lane : lanes())
    if (lane == m_command.get() || lane->state().phase != LaneState::Phase::Idle)
      lane->reconnectNow();
}

void ProfileSession::disconnectNow() {
  if (!m_wanted)
    return;
  m_wanted = false;
  becomeAway();
  remakeLanes();
  setStatus({});
}

void ProfileSession::remakeLanes() {
  m_runner.reset();
  m_long.reset();
  m_channels->dropLane();
  m_feed->setLane(nullptr);
  m_events.reset();
  m_scan.reset();
  m_watch.reset();
  m_command->disconnect(this);
  m_command.reset();
  setupLanes();
}

void ProfileSession::setPassword(const SecretString &password) {
  m_setup.password = password;
  m_setup.passwordKnown = true;
  giveCredentials();
}

void ProfileSession::setKeyPassphrase(const SecretString &passphrase) {
  m_setup.keyPassphrase = passphrase;
  giveCredentials();
}

void ProfileSession::giveCredentials() {
  for (Lane *lane : lanes())
    lane->setCredentials(credentials());
  m_channels->dropLane();
  if (m_wanted)
    reconnectNow();
}

void ProfileSession::applyLaneState(const LaneState &lane) {
  if (!m_wanted)
    return;
  const bool wasConnected = isConnected();
  SessionStatus status;
  status.state = stateOf(lane, m_setup.passwordKnown);
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

void ProfileSession::setStatus(SessionStatus status) {
  if (m_status == status)
    return;
  m_status = std::move(status);
  if (!isConnected())
    updatePolls();
  emit statusChanged(m_status);
}

void ProfileSession::becomeConnected(const ServerFacts &facts) {
  ++m_connection;
  m_server = facts;
  emit serverChanged();
  m_clock.start();
  m_long->reconnectNow();
  for (Lane *lane : {m_watch.get(), m_scan.get(), m_events.get()})
    if (lane->state().phase != LaneState::Phase::Idle)
      lane->reconnectNow();
  m_countsBusy = m_countAtOnce = m_jobBusy = false;
  startDiscovery(true);
  updatePolls();
  emit refreshed();
}

void ProfileSession::becomeAway() {
  ++m_connection;
  ++m_discoveryNumber;
  m_clock.stop();
  m_rediscover.stop();
  m_countsBusy = m_countAtOnce = m_jobBusy = false;
  m_countedAt.clear(); // what is under way will not be answered, and another server may come
  if (m_discovery.running) {
    m_discoveryHandle.cancel();
    m_discovery.running = false;
    tellDiscovery();
  }
}

qint64 ProfileSession::clockOffset() const {
  return m_server.clock.offset.count();
}

qint64 ProfileSession::serverNow() const {
  return m_server.clock.nowMs();
}

/// Not while nobody looks: then it is read when somebody does again.
void ProfileSession::readClock() {
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
  m_watch->post(Priority::Background, work, this, handler);
}

policy::Decision ProfileSession::decide(const OperationRequest &request, bool locked) const {
  return m_runner->decide(request, locked);
}

LaneHandle ProfileSession::run(OperationRequest request, QObject *context, OperationRunner::Handler handler) {
  // A queue's scripts are chosen by what is there now; the page may have been opened on what was remembered.
  if (const std::optional<QueueInfo> known = queue(request.queue.id))
    request.queue = *known;
  const bool confirmed = isConfirmed(request.queue.id);
  if (m_wanted && confirmed)
    return m_runner->run(std::move(request), context, std::move(handler));
  const auto refuse = [handler = std::move(handler), confirmed] {
    handler(fail(ErrorKind::Disconnected, confirmed ? u"this profile is not connected"_qs
                                                    : u"the queue has not been looked at yet"_qs),
            {});
  };
  QMetaObject::invokeMethod(context, refuse, Qt::QueuedConnection);
  return {};
}

} // namespace oxp
