// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/lanecore.h"

#include "base/logging.h"
#include "redis/tlsprobe.h"

#include <QHostAddress>

#include <pthread.h>

namespace oxp::redis {

namespace {

/// A connection that lived this long is replaced at once when it breaks; a shorter one only after a pause, so
/// that a server that hangs up on everybody is not stormed.
constexpr std::chrono::milliseconds SoundAge{1'000};
constexpr std::chrono::milliseconds LoadingPause{500};

Error stopped() {
  return Error{ErrorKind::Cancelled, "STOPPED", {}, -1};
}

bool isRefusal(const Error &error) {
  return error.kind == ErrorKind::Auth || error.kind == ErrorKind::Denied;
}

/// A certificate, a key or a language that does not fit: somebody has to do something about it.
bool staysWrong(const Error &error) {
  return error.kind == ErrorKind::Tls;
}

size_t slot(Priority priority) {
  return static_cast<size_t>(priority);
}

} // namespace

LaneCore::LaneCore(Lane::Options options)
    : m_options(std::move(options))
    , m_credentials(m_options.credentials)
    , m_backoff(m_options.backoff) {}

LaneCore::~LaneCore() {
  stop();
}

quint64 LaneCore::enqueue(std::unique_ptr<LaneJob> job) {
  const std::lock_guard lock(m_mutex);
  const quint64 id = job->id = ++m_lastJob;
  const bool failNow = m_stopping || (m_away && job->whenAway == WhenAway::Fail);
  if (failNow) {
    job->end(m_stopping ? stopped() : *m_away);
    m_events.emplace_back(std::move(job));
    m_outBell.ring();
    return id;
  }
  m_jobs[slot(job->priority)].push_back(std::move(job));
  ensureThread();
  m_inBell.ring();
  return id;
}

void LaneCore::cancel(quint64 id) {
  // Stopped outside the mutex: who listens to it may want that.
  takeBack(id).request_stop();
}

/// Ends a queued job; of a running one, what stops it.
std::stop_source LaneCore::takeBack(quint64 id) {
  const std::lock_guard lock(m_mutex);
  if (m_running == id)
    return m_runningStop;
  for (auto &queue : m_jobs) {
    const auto found =
        std::find_if(queue.begin(), queue.end(), [&](const auto &job) { return job->id == id; });
    if (found == queue.end())
      continue;
    (*found)->end(Error{ErrorKind::Cancelled, {}, {}, -1});
    m_events.emplace_back(std::move(*found));
    queue.erase(found);
    m_outBell.ring();
    break;
  }
  return std::stop_source(std::nostopstate);
}

void LaneCore::reconnectNow() {
  const std::lock_guard lock(m_mutex);
  if (m_stopping)
    return;
  m_wanted = true;
  ensureThread();
  m_inBell.ring();
}

void LaneCore::setCredentials(Credentials credentials) {
  const std::lock_guard lock(m_mutex);
  m_credentials = std::move(credentials);
}

void LaneCore::addressesFound(QStringList addresses, QString error) {
  const std::lock_guard lock(m_mutex);
  m_answer = Answer{std::move(addresses), std::move(error)};
  m_inBell.ring();
}

void LaneCore::stop() {
  std::stop_source running{std::nostopstate};
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    running = m_runningStop;
  }
  running.request_stop();
  m_thread.request_stop();
  m_inBell.ring();
  if (m_thread.joinable())
    m_thread.join();
  const std::lock_guard lock(m_mutex);
  for (auto &queue : m_jobs) {
    for (auto &job : queue) {
      job->end(stopped());
      m_events.emplace_back(std::move(job));
    }
    queue.clear();
  }
}

bool LaneCore::isStopped() const {
  const std::lock_guard lock(m_mutex);
  return m_stopping;
}

std::optional<LaneCore::Event> LaneCore::takeEvent() {
  const std::lock_guard lock(m_mutex);
  if (m_events.empty())
    return std::nullopt;
  std::optional<Event> event(std::move(m_events.front()));
  m_events.pop_front();
  return event;
}

size_t LaneCore::eventCount() const {
  const std::lock_guard lock(m_mutex);
  return m_events.size();
}

void LaneCore::push(Event event) {
  const std::lock_guard lock(m_mutex);
  m_events.push_back(std::move(event));
  m_outBell.ring();
}

void LaneCore::publish(LaneState::Phase phase) {
  m_state.phase = phase;
  qCDebug(lcRedis) << m_options.name << lanePhaseName(phase) << m_state.error.code << m_state.error.detail;
  push(m_state);
}

void LaneCore::failWaitingJobs(const Error &error) {
  for (auto &queue : m_jobs) {
    std::deque<std::unique_ptr<LaneJob>> kept;
    for (auto &job : queue) {
      if (job->whenAway == WhenAway::Wait) {
        kept.push_back(std::move(job));
      } else {
        job->end(error);
        m_events.emplace_back(std::move(job));
      }
    }
    queue.swap(kept);
  }
  m_outBell.ring();
}

void LaneCore::ensureThread() {
  if (!m_thread.joinable())
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

// ---- The lane's thread ----

void LaneCore::run(const std::stop_token &stop) {
  ::pthread_setname_np(::pthread_self(), m_options.name.left(15).toLatin1().constData());
  m_nextTry = SteadyClock::now(); // somebody wants something, else there would be no thread
  while (!stop.stop_requested()) {
    if (m_session)
      serve(stop);
    else
      rest(stop);
  }
  m_session.reset();
}

void LaneCore::rest(const std::stop_token &stop) {
  if (takeWanted() || (m_nextTry && SteadyClock::now() >= *m_nextTry)) {
    tryConnect(stop);
    return;
  }
  m_inBell.wait(m_nextTry ? std::optional(Deadline::at(*m_nextTry).left()) : std::nullopt);
}

void LaneCore::serve(const std::stop_token &stop) {
  if (auto job = takeJob()) {
    runJob(std::move(job), stop);
    if (!m_session->isOpen())
      lost();
    return;
  }
  takeWanted(); // connected already
  if (m_inBell.wait(std::nullopt, m_session->descriptor()) && !m_session->checkIdle())
    lost();
}

void LaneCore::runJob(std::unique_ptr<LaneJob> job, const std::stop_token &stop) {
  if (job->stop.stop_requested())
    job->end(stopped());
  else
    job->run(*m_session);
  {
    const std::lock_guard lock(m_mutex);
    m_running = 0;
    m_runningStop = std::stop_source{std::nostopstate};
  }
  push(std::move(job));
  m_session->tidy(stop);
}

std::unique_ptr<LaneJob> LaneCore::takeJob() {
  const std::lock_guard lock(m_mutex);
  if (m_stopping)
    return nullptr;
  for (auto &queue : m_jobs) {
    if (queue.empty())
      continue;
    std::unique_ptr<LaneJob> job = std::move(queue.front());
    queue.pop_front();
    m_running = job->id;
    m_runningStop = job->stop;
    return job;
  }
  return nullptr;
}

bool LaneCore::takeWanted() {
  const std::lock_guard lock(m_mutex);
  return std::exchange(m_wanted, false);
}

void LaneCore::tryConnect(const std::stop_token &stop) {
  m_nextTry.reset();
  ++m_state.attempt;
  m_state.retryAtMs = 0;
  publish(LaneState::Phase::Connecting);
  const auto found = addresses(stop);
  if (!found) {
    connectFailed(found.error());
    return;
  }
  Credentials credentials;
  {
    const std::lock_guard lock(m_mutex);
    credentials = m_credentials;
  }
  auto session = std::make_unique<Session>(
      Session::Config{credentials, m_options.endpoint, m_options.role, m_options.timeout},
      openTransport(*found, credentials));
  if (auto done = session->connect(stop); !done)
    connectFailed(explained(done.error(), m_options.endpoint, *found, stop));
  else if (m_state.facts = session->facts(); m_state.facts.loading)
    connectFailed(Error{ErrorKind::Server, "LOADING", QStringLiteral("the server is loading its data"), -1});
  else
    connected(std::move(session));
}

Result<QStringList> LaneCore::addresses(const std::stop_token &stop) {
  const QString &host = m_options.endpoint.host;
  if (m_options.endpoint.isUnixSocket())
    return QStringList();
  if (!QHostAddress(host).isNull())
    return QStringList{host};
  if (host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0)
    return QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
  {
    const std::lock_guard lock(m_mutex);
    m_answer.reset();
  }
  push(LookUp{host});
  const Deadline deadline = Deadline::in(ConnectTimeout);
  while (!stop.stop_requested()) {
    {
      const std::lock_guard lock(m_mutex);
      if (m_answer && m_answer->addresses.isEmpty())
        return fail(ErrorKind::Disconnected, host + u": "_qs + m_answer->error, "HOSTNAME");
      if (m_answer)
        return m_answer->addresses;
    }
    if (deadline.passed())
      return fail(ErrorKind::Timeout, QStringLiteral("the name look-up took too long"), "HOSTNAME");
    m_inBell.wait(deadline.left());
  }
  return fail(stopped());
}

std::unique_ptr<Transport> LaneCore::openTransport(const QStringList &addresses,
                                                   const Credentials &with) const {
  const auto &make = m_options.transport;
  return make ? make(m_options.endpoint, addresses)
              : makeTransport(m_options.endpoint, addresses, with.keyPassphrase);
}

void LaneCore::connected(std::unique_ptr<Session> session) {
  m_session = std::move(session);
  m_connectedAt = SteadyClock::now();
  m_state.attempt = 0;
  m_state.error = {};
  {
    const std::lock_guard lock(m_mutex);
    m_away.reset();
  }
  publish(LaneState::Phase::Connected);
}

void LaneCore::connectFailed(const Error &error) {
  if (error.kind == ErrorKind::Cancelled)
    return;
  if (error.code == "LOADING")
    waitUntil(SteadyClock::now() + LoadingPause, LaneState::Phase::Loading, error);
  else if (isRefusal(error)) // asking again soon would only fill the server's log of refusals
    waitUntil(SteadyClock::now() + m_backoff.limits().most, LaneState::Phase::Refused, error);
  else if (staysWrong(error))
    waitUntil(SteadyClock::now() + m_backoff.limits().most, LaneState::Phase::Waiting, error);
  else
    waitUntil(SteadyClock::now() + m_backoff.next(), LaneState::Phase::Waiting, error);
}

void LaneCore::lost() {
  const Error cut = m_session->cut();
  m_session.reset();
  const auto age = SteadyClock::now() - m_connectedAt;
  if (cut.kind == ErrorKind::Cancelled || age >= SoundAge) {
    m_backoff.reset();
    m_nextTry = SteadyClock::now();
    return;
  }
  waitUntil(SteadyClock::now() + m_backoff.next(), LaneState::Phase::Waiting, cut);
}

void LaneCore::waitUntil(SteadyTime when, LaneState::Phase phase, const Error &error) {
  m_nextTry = when;
  m_state.error = error;
  m_state.retryAtMs = wallClockMs() + Deadline::at(when).left().count();
  {
    const std::lock_guard lock(m_mutex);
    m_away = error;
    failWaitingJobs(error);
  }
  publish(phase);
}

} // namespace oxp::redis
