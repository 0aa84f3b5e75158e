// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/drafttable.h"

#include <QCryptographicHash>

#include <utility>

namespace oxp::audit {
namespace {

const QString OfJob = QStringLiteral("d.profile_id=? AND d.prefix=? AND d.queue=? AND d.job=?");

QVariantList jobValues(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  return {profileId, blob(queue.prefix), blob(queue.name), blob(jobId)};
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
    QVariantList values = jobValues(draft.profileId, draft.queue, draft.jobId);
    values << draft.basePresent << blob(draft.baseTimestamp) << draft.savedAt;
    auto row = m_database.run(
        QStringLiteral(
            "INSERT INTO draft(profile_id, prefix, queue, job, base_present, base_timestamp, saved_at) "
            "VALUES(?,?,?,?,?,?,?) ON CONFLICT(profile_id, prefix, queue, job) DO UPDATE SET "
            "base_present=excluded.base_present, base_timestamp=excluded.base_timestamp, "
            "saved_at=excluded.saved_at RETURNING id"),
        values);
    if (!row)
      return fail(row.error());
    const qint64 id = row->next() ? row->value(0).toLongLong() : 0;
    row->finish();
    const QByteArray sha1 = baseOf(draft).sha1 + (seal ? '1' : '0');
    auto same = m_database.run(QStringLiteral("SELECT 1 FROM draft_base WHERE id=? AND sha1=?"), {id, sha1});
    if (!same)
      return fail(same.error());
    const bool unchanged = same->next();
    same->finish();
    if (!unchanged) {
      if (auto done = writeBytes("draft_base", id, seal, draft.baseData, sha1); !done)
        return done;
    }
    return writeBytes("draft_text", id, seal, draft.text, {});
  });
}

Result<void> DraftTable::writeBytes(const char *table, qint64 id, bool seal, const QByteArray &bytes,
                                    const QByteArray &sha1) {
  QVariantList values = {id, seal, blob(seal ? m_seal.close(bytes) : bytes)};
  QString columns = QStringLiteral("id, sealed, bytes"), marks = QStringLiteral("?,?,?");
  if (!sha1.isEmpty()) {
    columns += QStringLiteral(", sha1");
    marks += QStringLiteral(",?");
    values << sha1;
  }
  auto done = m_database.run(
      QStringLiteral("INSERT OR REPLACE INTO %1(%2) VALUES(%3)").arg(QLatin1String(table), columns, marks),
      values);
  if (!done)
    return fail(done.error());
  return {};
}

Result<void> DraftTable::drop(const QString &profileId, const QueueId &queue, const QByteArray &jobId) {
  m_base = {}; // it may be large
  return erase(OfJob, jobValues(profileId, queue, jobId));
}

Result<void> DraftTable::erase(const QString &where, const QVariantList &values) {
  return m_database.transaction([&]() -> Result<void> {
    for (const char *table : {"draft_base", "draft_text", "draft"}) {
      auto done =
          m_database.run(QStringLiteral("DELETE FROM %1 WHERE id IN (SELECT d.id FROM draft d WHERE %2)")
                             .arg(QLatin1String(table), where),
                         values);
      if (!done)
        return fail(done.error());
    }
    return {};
  });
}

Result<std::vector<Draft>> DraftTable::select(const QString &where, const QVariantList &values) {
  auto query = m_database.run(
      QStringLiteral(
          "SELECT d.profile_id, d.prefix, d.queue, d.job, d.base_present, d.base_timestamp, d.saved_at, "
          "b.sealed, b.bytes, t.sealed, t.bytes FROM draft d JOIN draft_base b ON b.id=d.id "
          "JOIN draft_text t ON t.id=d.id WHERE %1 ORDER BY d.saved_at DESC")
          .arg(where),
      values);
  if (!query)
    return fail(query.error());
  std::vector<Draft> drafts;
  while (query->next()) {
    const auto opened = [&](int column) -> std::optional<QByteArray> {
      const QByteArray bytes = query->value(column + 1).toByteArray();
      return query->value(column).toBool() ? m_seal.open(bytes) : bytes;
    };
    const auto base = opened(7), text = opened(9);
    if (!base || !text)
      continue; // sealed with a key that is not here: it stays for the day when it is
    Draft draft;
    draft.profileId = query->value(0).toString();
    draft.queue = {query->value(1).toByteArray(), query->value(2).toByteArray()};
    draft.jobId = query->value(3).toByteArray();
    draft.basePresent = query->value(4).toBool();
    draft.baseTimestamp = query->value(5).toByteArray();
    draft.savedAt = query->value(6).toLongLong();
    draft.baseData = *base;
    draft.text = *text;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

Result<std::optional<Draft>> DraftTable::find(const QString &profileId, const QueueId &queue,
                                              const QByteArray &jobId) {
  auto found = select(OfJob, jobValues(profileId, queue, jobId));
  if (!found)
    return fail(found.error());
  return found->empty() ? std::nullopt : std::optional<Draft>(std::move(found->front()));
}

Result<std::vector<Draft>> DraftTable::list(const QString &profileId) {
  return select(QStringLiteral("d.profile_id=?"), {profileId});
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
  for (const auto &[key, draft] : m_inMemory)
    drafts.push_back(draft);
  return drafts;
}

} // namespace oxp::audit
