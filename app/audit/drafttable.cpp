// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/drafttable.h"

#include <QCryptographicHash>

#include <utility>

namespace oxp::audit {
namespace {

const QByteArray OfJob = "d.profile_id=? AND d.prefix=? AND d.queue=? AND d.job=?";

Values jobValues(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  return {profileId, queue.prefix, queue.name, jobId};
}

} // namespace

DraftTable::DraftTable(Database &database, const Seal &seal, SensitiveKey sensitive)
    : m_database(database)
    , m_seal(seal)
    , m_sensitive(std::move(sensitive)) {}

/// Bytes that are shared need not be read again: of a large text that takes as long as all else.
const DraftTable::Base &DraftTable::baseOf(const Draft &draft) {
  const QByteArray &data = draft.baseData;
  if (m_base.sha1.isEmpty() || data.constData() != m_base.data.constData() ||
      data.size() != m_base.data.size())
    m_base = {data, holdsSensitive(data, m_sensitive),
              QCryptographicHash::hash(data, QCryptographicHash::Sha1)};
  return m_base;
}

bool DraftTable::mayLieOnDisk(const Draft &draft, bool &seal) {
  seal = baseOf(draft).sensitive || holdsSensitive(draft.text, m_sensitive);
  return !seal || m_seal.hasKey();
}

void DraftTable::remember(Draft draft) {
  draft.memoryOnly = true;
  m_inMemory.insert_or_assign(keyOf(draft), std::move(draft));
}

Result<DraftPlace> DraftTable::save(const Draft &draft) {
  bool seal = false;
  if (!mayLieOnDisk(draft, seal)) {
    remember(draft);
    // An older text of it without such values would be offered in its place.
    if (auto erased = erase(OfJob, jobValues(draft.profileId, draft.queue, draft.jobId)); !erased)
      return fail(erased.error());
    return DraftPlace::Memory;
  }
  if (auto written = write(draft, seal); !written)
    return fail(written.error());
  m_inMemory.erase(keyOf(draft));
  return DraftPlace::Disk;
}

Result<void> DraftTable::flush() {
  for (auto it = m_inMemory.begin(); it != m_inMemory.end();) {
    bool seal = false;
    if (!mayLieOnDisk(it->second, seal)) {
      ++it;
      continue;
    }
    if (auto written = write(it->second, seal); !written)
      return written;
    it = m_inMemory.erase(it);
  }
  return {};
}

Result<void> DraftTable::write(const Draft &draft, bool seal) {
  return m_database.transaction([&]() -> Result<void> {
    Values values = jobValues(draft.profileId, draft.queue, draft.jobId);
    values.insert(values.end(), {draft.basePresent, draft.baseTimestamp, draft.savedAt});
    const auto id = m_database.number(
        "INSERT INTO draft(profile_id, prefix, queue, job, base_present, base_timestamp, saved_at) "
        "VALUES(?,?,?,?,?,?,?) ON CONFLICT(profile_id, prefix, queue, job) DO UPDATE SET "
        "base_present=excluded.base_present, base_timestamp=excluded.base_timestamp, "
        "saved_at=excluded.saved_at RETURNING id",
        std::move(values));
    if (!id)
      return fail(id.error());
    const QByteArray sha1 = baseOf(draft).sha1 + (seal ? '1' : '0');
    const auto same = m_database.value("SELECT 1 FROM draft_base WHERE id=? AND sha1=?", {*id, sha1});
    if (!same)
      return fail(same.error());
    const bool unchanged = same->has_value();
    if (!unchanged) {
      if (auto done = writeBytes("draft_base", *id, seal, draft.baseData, sha1); !done)
        return done;
    }
    return writeBytes("draft_text", *id, seal, draft.text, {});
  });
}

Result<void> DraftTable::writeBytes(const char *table, qint64 id, bool seal, const QByteArray &bytes,
                                    const QByteArray &sha1) {
  Values values = {id, seal, seal ? m_seal.close(bytes) : bytes};
  const bool named = !sha1.isEmpty();
  if (named)
    values.emplace_back(sha1);
  const QByteArray sql =
      QByteArray("INSERT OR REPLACE INTO ") + table +
      (named ? "(id, sealed, bytes, sha1) VALUES(?,?,?,?)" : "(id, sealed, bytes) VALUES(?,?,?)");
  const auto done = m_database.exec(sql, std::move(values));
  return done ? Result<void>() : fail(done.error());
}

Result<void> DraftTable::drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  m_base = {}; // it may be large
  return erase(OfJob, jobValues(profileId, queue, jobId));
}

Result<void> DraftTable::erase(const QByteArray &where, const Values &values) {
  return m_database.transaction([&]() -> Result<void> {
    for (const QByteArray table : {"draft_base", "draft_text", "draft"}) {
      const auto done = m_database.exec(
          "DELETE FROM " + table + " WHERE id IN (SELECT d.id FROM draft d WHERE " + where + ")", values);
      if (!done)
        return fail(done.error());
    }
    return {};
  });
}

std::optional<Draft> DraftTable::draftOf(const Statement &row) const {
  const auto opened = [&](int column) -> std::optional<QByteArray> {
    const QByteArray bytes = row.bytes(column + 1);
    return row.number(column) != 0 ? m_seal.open(bytes) : bytes;
  };
  const auto base = opened(7), text = opened(9);
  if (!base || !text)
    return std::nullopt; // sealed with a key that is not here: it stays for the day when it is
  Draft draft;
  draft.profileId = row.text(0);
  draft.queue = {row.bytes(1), row.bytes(2)};
  draft.jobId = row.bytes(3);
  draft.basePresent = row.number(4) != 0;
  draft.baseTimestamp = row.bytes(5);
  draft.savedAt = row.number(6);
  draft.baseData = *base;
  draft.text = *text;
  return draft;
}

Result<std::vector<Draft>> DraftTable::select(const QByteArray &where, Values values) {
  std::vector<Draft> drafts;
  const auto read = m_database.rows(
      "SELECT d.profile_id, d.prefix, d.queue, d.job, d.base_present, d.base_timestamp, d.saved_at, "
      "b.sealed, b.bytes, t.sealed, t.bytes FROM draft d JOIN draft_base b ON b.id=d.id "
      "JOIN draft_text t ON t.id=d.id WHERE " +
          where + " ORDER BY d.saved_at DESC",
      std::move(values), [&](const Statement &row) {
        if (auto draft = draftOf(row))
          drafts.push_back(std::move(*draft));
        return true;
      });
  return read ? Result<std::vector<Draft>>(std::move(drafts)) : fail(read.error());
}

Result<std::optional<Draft>> DraftTable::find(const QString &profileId, const QueueId &queue,
                                              const QByteArray &jobId) {
  auto found = select(OfJob, jobValues(profileId, queue, jobId));
  if (!found)
    return fail(found.error());
  return found->empty() ? std::nullopt : std::optional<Draft>(std::move(found->front()));
}

Result<std::vector<Draft>> DraftTable::list(const QString &profileId) {
  return select("d.profile_id=?", {profileId});
}

void DraftTable::forget(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  m_inMemory.erase(keyOf(profileId, queue, jobId));
}

std::optional<Draft> DraftTable::remembered(const QString &profileId, const QueueId &queue,
                                            const QByteArray &jobId) const {
  const auto it = m_inMemory.find(keyOf(profileId, queue, jobId));
  return it == m_inMemory.end() ? std::nullopt : std::optional<Draft>(it->second);
}

std::vector<Draft> DraftTable::remembered(const QString &profileId) const {
  std::vector<Draft> drafts;
  for (const auto &[key, draft] : m_inMemory) {
    if (draft.profileId == profileId)
      drafts.push_back(draft);
  }
  return drafts;
}

std::vector<Draft> DraftTable::remembered() const {
  std::vector<Draft> drafts;
  drafts.reserve(m_inMemory.size());
  for (const auto &[key, draft] : m_inMemory)
    drafts.push_back(draft);
  return drafts;
}

} // namespace oxp::audit
