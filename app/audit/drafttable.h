// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/database.h"
#include "audit/record.h"
#include "audit/redaction.h"
#include "audit/seal.h"

#include <map>
#include <tuple>

namespace oxp::audit {

/// Unsaved text, one draft a job. What may not lie on the disk (sensitive values without a key) or cannot is
/// kept in memory instead, and says so.
class DraftTable {
public:
  DraftTable(Database &database, const Seal &seal, SensitiveKey sensitive);

  Result<DraftPlace> save(const Draft &draft);
  Result<void> drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId);
  Result<std::optional<Draft>> find(const QString &profileId, const QueueId &queue, const QByteArray &jobId);
  Result<std::vector<Draft>> list(const QString &profileId);
  /// The half that needs no file.
  void remember(Draft draft);
  void forget(const QString &profileId, const QueueId &queue, const QByteArray &jobId);
  std::optional<Draft> remembered(const QString &profileId, const QueueId &queue,
                                  const QByteArray &jobId) const;
  std::vector<Draft> remembered(const QString &profileId) const;
  std::vector<Draft> remembered() const; ///< of all profiles
  /// Writes what memory holds and now may be written.
  Result<void> flush();

private:
  using Key = std::tuple<QString, QByteArray, QByteArray, QByteArray>;
  static Key keyOf(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
    return {profileId, queue.prefix, queue.name, jobId};
  }
  static Key keyOf(const Draft &draft) { return keyOf(draft.profileId, draft.queue, draft.jobId); }
  /// What is known of the version that text is typed on: the same with each draft of it.
  struct Base {
    QByteArray data;
    bool sensitive = false;
    QByteArray sha1;
  };
  bool mayLieOnDisk(const Draft &draft, bool &seal);
  const Base &baseOf(const Draft &draft);
  Result<void> write(const Draft &draft, bool seal);
  Result<void> writeBytes(const char *table, qint64 id, bool seal, const QByteArray &bytes,
                          const QByteArray &sha1);
  Result<void> erase(const QByteArray &where, const Values &values);
  std::optional<Draft> draftOf(const Statement &row) const;
  Result<std::vector<Draft>> select(const QByteArray &where, Values values);

  Database &m_database;
  const Seal &m_seal;
  SensitiveKey m_sensitive;
  std::map<Key, Draft> m_inMemory;
  Base m_base; ///< of the draft that was looked at last
};

} // namespace oxp::audit
