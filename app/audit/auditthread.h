// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/drafttable.h"
#include "audit/historytable.h"
#include "audit/runtable.h"
#include "audit/seenrecords.h"
#include "audit/storestate.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace oxp::audit {

/// What lives on the audit thread.
struct Shelf {
  explicit Shelf(const QString &folder, QByteArray key, const KeepRules &rules)
      : seal(std::move(key))
      , database(folder)
      , seen(folder)
      , history(database, seal, rules)
      , runs(database, history)
      , drafts(database, seal, rules.sensitive) {}
  Seal seal;
  Database database;
  SeenRecords seen;
  HistoryTable history;
  RunTable runs;
  DraftTable drafts;
};

/// The thread that owns the file: takes jobs in order, and while the store cannot be written tries now and
/// then whether it can again. Ends after the last job.
class AuditThread {
public:
  struct Setup {
    QString folder;
    QByteArray key;
    KeepRules rules;
    HistoryTable::Limits limits;
    std::function<void(const StoreState &)> stateChanged; ///< called on the audit thread
  };
  explicit AuditThread(Setup setup);
  ~AuditThread();

  using Job = std::function<void(Shelf &)>;
  void post(Job job);
  /// Any thread.
  bool available() const { return m_writable; }
  StoreState state() const;
  bool seals() const { return m_seals; }
  void setKey(QByteArray key);

  /// On the audit thread: opens the store when it is closed, for reading where it cannot be written, runs
  /// `work`, and closes it after a failure.
  template <typename Work>
  auto reading(Shelf &shelf, Work work) -> decltype(work()) {
    return tried(shelf, ensureReadable(shelf), std::move(work));
  }
  /// The same for what adds to the store.
  template <typename Work>
  auto writing(Shelf &shelf, Work work) -> decltype(work()) {
    auto result = tried(shelf, ensureWritable(shelf), std::move(work));
    if (result)
      noteNewest(shelf);
    return result;
  }

  // --- what a person decides about a store in trouble; on the audit thread ---
  Result<void> openForReading(Shelf &shelf);
  /// The name that the old file has now; empty where there was nothing in it.
  Result<QString> setAside(Shelf &shelf);
  Result<void> useFolder(Shelf &shelf, const QString &folder);

private:
  template <typename Work>
  auto tried(Shelf &shelf, Result<void> ready, Work work) -> decltype(work()) {
    if (!ready)
      return fail(ready.error());
    auto result = work();
    if (!result && result.error().kind == ErrorKind::AuditUnavailable)
      lose(shelf, result.error());
    return result;
  }
  void main();
  std::optional<Job> take();
  Result<void> ensureReadable(Shelf &shelf);
  Result<void> ensureWritable(Shelf &shelf);
  Result<void> prepare(Shelf &shelf);
  Result<void> nothingLost(Shelf &shelf);
  Result<void> probe(Shelf &shelf);
  void noteNewest(Shelf &shelf);
  void lose(Shelf &shelf, const Error &error);
  void setState(const StoreState &state);

  Setup m_setup;
  bool m_onlyReading = false; ///< the person chose so
  std::atomic<bool> m_writable{true};
  std::atomic<bool> m_seals;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Job> m_jobs;
  StoreState m_state;
  bool m_stop = false;
  std::thread m_thread;
};

} // namespace oxp::audit
