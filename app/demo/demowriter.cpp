// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demowriter.h"

#include "demo/demoshop.h"
#include "demo/demotrickle.h"
#include "redis/connection.h"

#include <condition_variable>
#include <utility>

namespace oxp {

/// The demo's right to write: for the server that it started, and for nothing else.
class DemoWriterAccess {
public:
  static WriteKey key() { return WriteKey(); }
};

namespace {

constexpr std::chrono::milliseconds StartTimeout{10'000};
constexpr std::chrono::milliseconds RetryPause{10};
constexpr std::chrono::milliseconds TricklePause{250};

constexpr std::pair<const char *, int> WorkersOf[] = {
    {"shop.orders", 3}, {"shop.emails", 1}, {"payments.capture", 2}, {"media.encode", 2}};

/// False when the stop came first.
bool pause(const std::stop_token &stop, std::chrono::milliseconds time) {
  std::mutex mutex;
  std::condition_variable_any condition;
  std::unique_lock lock(mutex);
  condition.wait_for(lock, stop, time, [] { return false; });
  return !stop.stop_requested();
}

} // namespace

DemoWriter::DemoWriter(QString socketPath, std::function<void()> notify)
    : m_socketPath(std::move(socketPath))
    , m_notify(std::move(notify))
    , m_thread([this](const std::stop_token &stop) { run(stop); }) {}

DemoWriter::~DemoWriter() {
  m_thread.request_stop();
  m_thread.join();
}

std::optional<Result<void>> DemoWriter::outcome() const {
  const std::lock_guard lock(m_mutex);
  return m_outcome;
}

void DemoWriter::tell(Result<void> outcome) {
  {
    const std::lock_guard lock(m_mutex);
    m_outcome = std::move(outcome);
  }
  m_notify();
}

void DemoWriter::run(const std::stop_token &stop) {
  const auto session = newSession();
  if (auto connected = connect(*session, stop); !connected)
    return tell(std::move(connected));
  WriteSession write(DemoWriterAccess::key(), *session);
  auto filled = demo::fillShop(write, stop);
  const bool ok = filled.has_value();
  const Sessions workers = ok ? standInWorkers(stop) : Sessions();
  tell(std::move(filled));
  if (ok)
    keepMoving(write, stop);
}

/// The server needs a few milliseconds until it listens.
Result<void> DemoWriter::connect(redis::Session &session, const std::stop_token &stop) {
  const Deadline deadline = Deadline::in(StartTimeout);
  while (true) {
    auto connected = session.connect(stop);
    if (connected || stop.stop_requested() || deadline.passed())
      return connected;
    pause(stop, RetryPause);
  }
}

/// Connections with the names that BullMQ 5 gives its workers', `prefix:base64(queue):w:name`, as nobody else
/// connects here. A queue without them would look abandoned.
DemoWriter::Sessions DemoWriter::standInWorkers(const std::stop_token &stop) {
  Sessions workers;
  for (const auto &[queue, count] : WorkersOf) {
    for (int i = 1; i <= count; ++i) {
      auto session = newSession();
      if (!session->connect(stop))
        continue; // only its count is less
      const QByteArray name = "bull:" + QByteArray(queue).toBase64() + ":w:worker-" + QByteArray::number(i);
      WriteSession(DemoWriterAccess::key(), *session).call(Command::of("CLIENT", "SETNAME", name), stop);
      workers.push_back(std::move(session));
    }
  }
  return workers;
}

std::unique_ptr<redis::Session> DemoWriter::newSession() const {
  Endpoint endpoint;
  endpoint.socketPath = m_socketPath;
  return std::make_unique<redis::Session>(
      redis::Session::Config{.credentials = {}, .endpoint = endpoint, .role = Role::Operator},
      redis::makeTransport(endpoint, {}));
}

void DemoWriter::keepMoving(WriteSession &session, const std::stop_token &stop) {
  demo::Trickle trickle;
  while (pause(stop, TricklePause) && trickle.step(session, stop))
    ;
}

} // namespace oxp
