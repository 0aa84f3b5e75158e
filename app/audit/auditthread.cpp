// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditthread.h"

#include <QDateTime>
#include <QStorageInfo>

namespace oxp::audit {
namespace {

constexpr std::chrono::seconds RetryEvery{3};
/// What a disk that was full must have free again: one small write always finds some room in the log, and the
/// next payload would not.
constexpr qint64 RoomToGoOn = 1'000'000; // bytes

} // namespace

AuditThread::AuditThread(Setup setup)
    : m_setup(std::move(setup))
    , m_seals(m_setup.key.size() == Seal::KeyBytes)
    , m_state({.folder = m_setup.folder, .detail = {}})
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
    (void)writing(shelf, [&] { return shelf.drafts.flush(); });
  });
}

std::optional<AuditThread::Job> AuditThread::take() {
  std::unique_lock lock(m_mutex);
  const auto ready = [this] { return m_stop || !m_jobs.empty(); };
  if (m_writable || m_onlyReading)
    m_wake.wait(lock, ready);
  else if (!m_wake.wait_for(lock, RetryEvery, ready))
    return [this](Shelf &shelf) { (void)ensureWritable(shelf); };
  if (m_jobs.empty())
    return std::nullopt;
  Job job = std::move(m_jobs.front());
  m_jobs.pop_front();
  return job;
}

void AuditThread::main() {
  Shelf shelf(m_setup.folder, std::exchange(m_setup.key, {}), m_setup.rules);
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  (void)writing(shelf, [&] { return shelf.history.prune(m_setup.limits, now); });
  (void)writing(shelf, [&] { return shelf.runs.prune(now); });
  while (const std::optional<Job> job = take())
    (*job)(shelf);
}

Result<void> AuditThread::ensureReadable(Shelf &shelf) {
  if (shelf.database.isOpen() || m_onlyReading)
    return shelf.database.open(Database::Access::ReadOnly);
  Result<void> ready = ensureWritable(shelf);
  // On a full or write-protected disk what is there can be read all the same.
  if (!ready && passes(troubleOf(ready.error())) && shelf.database.open(Database::Access::ReadOnly))
    return {};
  return ready;
}

Result<void> AuditThread::ensureWritable(Shelf &shelf) {
  if (m_onlyReading)
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("opened for reading only"),
                state().trouble == StoreTrouble::Newer ? QByteArrayLiteral("newer")
                                                       : QByteArrayLiteral("damaged"));
  if (m_writable && shelf.database.isInPlace())
    return {};
  shelf.database.close(); // it may be open for reading, or a file that is not there any more
  Result<void> ready = prepare(shelf);
  if (!ready) {
    lose(shelf, ready.error());
    return ready;
  }
  noteNewest(shelf);
  setState({.folder = shelf.database.folder(), .detail = {}});
  return {};
}

Result<void> AuditThread::prepare(Shelf &shelf) {
  if (shelf.seen.read() && !shelf.database.hasFile())
    return fail(ErrorKind::AuditUnavailable, QStringLiteral("there is no file, or an empty one"),
                QByteArrayLiteral("emptied"));
  Result<void> ready = shelf.database.open();
  if (ready)
    ready = nothingLost(shelf);
  if (ready)
    ready = shelf.history.guard();
  if (ready)
    ready = probe(shelf);
  if (ready)
    ready = shelf.drafts.flush();
  return ready;
}

// An older copy that was put back, or a new file in the place of the old one.
Result<void> AuditThread::nothingLost(Shelf &shelf) {
  const std::optional<RowNumbers> seen = shelf.seen.read();
  const Result<RowNumbers> newest = shelf.history.newest();
  if (!newest)
    return fail(newest.error());
  if (seen && (newest->intent < seen->intent || newest->outcome < seen->outcome))
    return fail(
        ErrorKind::AuditUnavailable,
        QStringLiteral("records up to %1 were here, now up to %2").arg(seen->intent).arg(newest->intent),
        QByteArrayLiteral("emptied"));
  return {};
}

// A full disk or a read-only folder opens well and fails at the first write.
Result<void> AuditThread::probe(Shelf &shelf) {
  if (state().trouble == StoreTrouble::Full) {
    const QStorageInfo disk(shelf.database.folder());
    if (disk.isValid() && disk.bytesAvailable() < RoomToGoOn)
      return fail(ErrorKind::AuditUnavailable, QStringLiteral("the disk is full"), QByteArrayLiteral("13"));
  }
  auto done = shelf.database.exec("INSERT OR REPLACE INTO probe(id, at) VALUES(1, ?)",
                                  {QDateTime::currentMSecsSinceEpoch()});
  if (!done)
    return fail(done.error());
  return {};
}

void AuditThread::noteNewest(Shelf &shelf) {
  if (const Result<RowNumbers> newest = shelf.history.newest())
    shelf.seen.write(*newest);
}

Result<void> AuditThread::openForReading(Shelf &shelf) {
  shelf.database.close();
  if (auto ready = shelf.database.open(Database::Access::ReadOnly); !ready)
    return ready;
  m_onlyReading = true;
  shelf.history.passOverDamage(true);
  StoreState now = state();
  now.opened = true;
  setState(std::move(now));
  return {};
}

Result<QString> AuditThread::setAside(Shelf &shelf) {
  Result<QString> name = shelf.database.setAside();
  if (!name)
    return name;
  shelf.seen.forget();
  m_onlyReading = false;
  shelf.history.passOverDamage(false);
  if (auto ready = ensureWritable(shelf); !ready)
    return fail(ready.error());
  return name;
}

Result<void> AuditThread::useFolder(Shelf &shelf, const QString &folder) {
  shelf.database.setFolder(folder);
  shelf.seen.setFolder(folder);
  m_onlyReading = false;
  shelf.history.passOverDamage(false);
  return ensureWritable(shelf);
}

void AuditThread::lose(Shelf &shelf, const Error &error) {
  shelf.database.close();
  StoreState now;
  now.trouble = troubleOf(error);
  now.writable = false;
  now.opened = m_onlyReading;
  now.folder = shelf.database.folder();
  now.detail = error.detail;
  setState(std::move(now));
}

StoreState AuditThread::state() const {
  const std::lock_guard lock(m_mutex);
  return m_state;
}

void AuditThread::setState(const StoreState &state) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_state == state)
      return;
    m_state = state;
  }
  m_writable = state.writable;
  m_setup.stateChanged(state);
}

} // namespace oxp::audit
