// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditthread.h"

#include <QDateTime>

namespace oxp::audit {
namespace {

constexpr std::chrono::seconds RetryEvery{3};

} // namespace

AuditThread::AuditThread(Setup setup)
    : m_setup(std::move(setup))
    , m_seals(m_setup.key.size() == Seal::KeyBytes)
    , m_thread([this] { main(); }) {}

AuditThread::~AuditThread() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
  }
  m_wake.notify_one();
  m_thread.join();
}

void AuditThread::post(Job job) {
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
  }
  m_wake.notify_one();
}

void AuditThread::setKey(QByteArray key) {
  m_seals = key.size() == Seal::KeyBytes;
  post([this, key = std::move(key)](Shelf &shelf) {
    shelf.seal = Seal(key);
    (void)guarded(shelf, [&] { return shelf.drafts.flush(); });
  });
}

std::optional<AuditThread::Job> AuditThread::take() {
  std::unique_lock lock(m_mutex);
  const auto ready = [this] { return m_stop || !m_jobs.empty(); };
  if (m_available)
    m_wake.wait(lock, ready);
  else if (!m_wake.wait_for(lock, RetryEvery, ready))
    return [this](Shelf &shelf) { (void)ensureOpen(shelf); };
  if (m_jobs.empty())
    return std::nullopt;
  Job job = std::move(m_jobs.front());
  m_jobs.pop_front();
  return job;
}

void AuditThread::main() {
  Shelf shelf(m_setup.folder, std::exchange(m_setup.key, {}), m_setup.rules);
  (void)guarded(shelf,
                [&] { return shelf.history.prune(m_setup.limits, QDateTime::currentMSecsSinceEpoch()); });
  while (const std::optional<Job> job = take())
    (*job)(shelf);
}

Result<void> AuditThread::ensureOpen(Shelf &shelf) {
  if (shelf.database.isOpen())
    return {};
  Result<void> ready = shelf.database.open();
  if (ready)
    ready = shelf.history.guard();
  if (ready)
    ready = writable(shelf);
  if (ready)
    ready = shelf.drafts.flush();
  if (!ready) {
    lose(shelf);
    return ready;
  }
  setAvailable(true);
  return {};
}

// A full disk or a read-only folder opens well and fails at the first write.
Result<void> AuditThread::writable(Shelf &shelf) {
  auto done = shelf.database.run(QStringLiteral("INSERT OR REPLACE INTO probe(id, at) VALUES(1, ?)"),
                                 {QDateTime::currentMSecsSinceEpoch()});
  if (!done)
    return fail(done.error());
  return {};
}

void AuditThread::lose(Shelf &shelf) {
  shelf.database.close();
  setAvailable(false);
}

void AuditThread::setAvailable(bool available) {
  if (m_available.exchange(available) != available)
    m_setup.availabilityChanged(available);
}

} // namespace oxp::audit
