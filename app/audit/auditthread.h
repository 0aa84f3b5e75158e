// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/drafttable.h"
#include "audit/historytable.h"

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
      , history(database, seal, rules)
      , drafts(database, seal, rules.sensitive) {}
  Seal seal;
  Database database;
  HistoryTable history;
  DraftTable drafts;
};

/// The thread that owns the file: takes jobs in order, and while the store is away tries now and then whether
/// it is back. Ends after the last job.
class AuditThread {
public:
  struct Setup {
    QString folder;
    QByteArray key;
    KeepRules rules;
    HistoryTable::Limits limits;
    std::function<void(bool)> availabilityChanged; ///< called on the audit thread
  };
  explicit AuditThread(Setup setup);
  ~AuditThread();

  using Job = std::function<void(Shelf &)>;
  void post(Job job);
  bool available() const { return m_available; }
  bool seals() const { return m_seals; }
  void setKey(QByteArray key);

  /// On the audit thread: opens the store when it is closed, runs `work`, and closes it after a failure.
  template <typename Work>
  auto guarded(Shelf &shelf, Work work) -> decltype(work()) {
    if (auto ready = ensureOpen(shelf); !ready)
      return fail(ready.error());
    auto result = work();
    if (!result && result.error().kind == ErrorKind::AuditUnavailable)
      lose(shelf);
    return result;
  }

private:
  void main();
  std::optional<Job> take();
  Result<void> ensureOpen(Shelf &shelf);
  Result<void> writable(Shelf &shelf);
  void lose(Shelf &shelf);
  void setAvailable(bool available);

  Setup m_setup;
  std::atomic<bool> m_available{true}; ///< until the first try has shown otherwise
  std::atomic<bool> m_seals;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Job> m_jobs;
  bool m_stop = false;
  std::thread m_thread;
};

} // namespace oxp::audit
