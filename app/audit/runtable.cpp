// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/runtable.h"

#include <QDateTime>
#include <QSqlError>

namespace oxp::audit {
namespace {

int number(RunState state) {
  return static_cast<int>(state);
}
int number(ItemState state) {
  return static_cast<int>(state);
}

Result<void> done(const Result<Database::Done> &statement) {
  return statement ? Result<void>() : fail(statement.error());
}

Outcome outcomeOf(ItemState state) {
  switch (state) {
  case ItemState::Done:
    return Outcome::Done;
  case ItemState::Conflict:
    return Outcome::Conflict;
  case ItemState::Unknown:
    return Outcome::Unknown;
  default:
    return Outcome::Failed;
  }
}

/// In the column `settled`, as the statement of endItem() sets it.
enum Settled { NotSettled = 0, FoundOut = 1, Again = 2 };

RunItem itemOf(const QSqlQuery &row) {
  RunItem item;
  item.seq = row.value(0).toLongLong();
  item.jobId = row.value(1).toByteArray();
  item.timestamp = row.value(2).toByteArray();
  item.from = static_cast<JobState>(row.value(3).toInt());
  item.state = static_cast<ItemState>(row.value(4).toInt());
  item.errorKind = row.value(5).toByteArray();
  item.errorCode = row.value(6).toByteArray();
  item.facts = row.value(7).toByteArray();
  item.record = row.value(8).toLongLong();
  item.at = row.value(9).toLongLong();
  item.settled = row.value(10).toInt() != NotSettled;
  item.again = row.value(10).toInt() == Again;
  return item;
}

} // namespace

RunTable::RunTable(Database &database, HistoryTable &history)
    : m_database(database)
    , m_history(history) {}

Result<qint64> RunTable::create(const Run &run) {
  return m_database.transaction([&]() -> Result<qint64> {
    const auto made = m_database.run(
        QStringLiteral("INSERT INTO run(state, created_at, ended_at, profile_id, prefix, queue, operation, "
                       "arguments, reason, record) VALUES(?,?,0,?,?,?,?,?,?,0)"),
        {number(RunState::Frozen), QDateTime::currentMSecsSinceEpoch(), run.profileId, blob(run.queue.prefix),
         blob(run.queue.name), blob(run.operation), blob(run.arguments), run.reason});
    if (!made)
      return fail(made.error());
    return m_database.number(QStringLiteral("SELECT last_insert_rowid()"));
  });
}

Result<void> RunTable::add(qint64 run, std::span<const RunItem> items) {
  return m_database.transaction([&]() -> Result<void> {
    for (const RunItem &item : items) {
      const auto added = m_database.exec(
          QStringLiteral(
              "INSERT INTO run_item(run, seq, job, job_timestamp, from_state, state, error_kind, error_code, "
              "facts, record, at, settled) VALUES(?,?,?,?,?,?,?,?,'',0,0,0)"),
          {run, item.seq, blob(item.jobId), blob(item.timestamp), static_cast<int>(item.from),
           number(item.state), blob(item.errorKind), blob(item.errorCode)});
      if (!added)
        return fail(added.error());
    }
    return {};
  });
}

Result<void> RunTable::drop(qint64 run) {
  return m_database.transaction([&]() -> Result<void> {
    const auto known = m_database.number(QStringLiteral("SELECT count(*) FROM run WHERE id=%1 AND state=%2")
                                             .arg(run)
                                             .arg(number(RunState::Frozen)));
    if (!known)
      return fail(known.error());
    if (*known == 0)
      return fail(ErrorKind::Invalid, QStringLiteral("run %1 has begun").arg(run), QByteArrayLiteral("run"));
    return m_database.script({QStringLiteral("DELETE FROM run_item WHERE run=%1").arg(run),
                              QStringLiteral("DELETE FROM run WHERE id=%1").arg(run)});
  });
}

Result<void> RunTable::prune(qint64 now) {
  constexpr qint64 Day = 86'400'000;
  // Running and Paused ones are offered to be carried on, however old they are.
  const QString gone =
      QStringLiteral("(state=%1 AND created_at<%2) OR (state IN (%3,%4) AND record>0 AND NOT EXISTS(SELECT 1 "
                     "FROM intent WHERE id=run.record))")
          .arg(number(RunState::Frozen))
          .arg(now - Day)
          .arg(number(RunState::Ended))
          .arg(number(RunState::Cancelled));
  return m_database.transaction([&] {
    return m_database.script(
        {QStringLiteral("DELETE FROM run_item WHERE run IN (SELECT id FROM run WHERE %1)").arg(gone),
         QStringLiteral("DELETE FROM run WHERE %1").arg(gone)});
  });
}

Result<qint64> RunTable::begin(qint64 run, const Record &intent) {
  return m_database.transaction([&]() -> Result<qint64> {
    const auto record = m_history.add(intent);
    if (!record)
      return fail(record.error());
    const auto changed = m_database.exec(
        QStringLiteral("UPDATE run SET state=?, record=?, arguments=?, reason=? WHERE id=? AND state=?"),
        {number(RunState::Running), record->id, blob(intent.arguments), intent.reason, run,
         number(RunState::Frozen)});
    if (!changed)
      return fail(changed.error());
    if (changed->changed != 1)
      return fail(ErrorKind::Invalid, QStringLiteral("run %1 has begun").arg(run), QByteArrayLiteral("run"));
    return record->id;
  });
}

Result<void> RunTable::nothingUnderWay(qint64 run) {
  const auto open =
      m_database.number(QStringLiteral("SELECT count(*) FROM run_item WHERE run=%1 AND state=%2")
                            .arg(run)
                            .arg(number(ItemState::UnderWay)));
  if (!open)
    return fail(open.error());
  return *open == 0 ? Result<void>()
                    : fail(ErrorKind::WrongState, QStringLiteral("jobs of run %1 are under way").arg(run),
                           QByteArrayLiteral("under-way"));
}

Result<void> RunTable::setState(qint64 run, RunState state) {
  return m_database.transaction([&]() -> Result<void> {
    const bool ends = state == RunState::Ended || state == RunState::Cancelled;
    if (auto may = ends ? nothingUnderWay(run) : Result<void>(); !may)
      return may;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (const auto set = m_database.run(QStringLiteral("UPDATE run SET state=?, ended_at=? WHERE id=?"),
                                        {number(state), ends ? now : 0, run});
        !set)
      return fail(set.error());
    if (!ends)
      return {};
    const auto record = m_database.number(QStringLiteral("SELECT record FROM run WHERE id=%1").arg(run));
    if (!record || *record == 0)
      return record ? Result<void>() : fail(record.error());
    return m_history.end(*record, state == RunState::Ended ? Outcome::Done : Outcome::Cancelled, nullptr, {});
  });
}

Result<std::vector<qint64>> RunTable::beginSlice(qint64 run, std::span<const ItemBegin> items) {
  return m_database.transaction([&]() -> Result<std::vector<qint64>> {
    std::vector<qint64> records;
    for (const ItemBegin &item : items) {
      const auto begun = m_history.add(item.intent);
      if (!begun)
        return fail(begun.error());
      records.push_back(begun->id);
      const auto set = m_database.exec(
          QStringLiteral("UPDATE run_item SET state=?, facts=?, record=?, at=? WHERE run=? "
                         "AND seq=?"),
          {number(ItemState::UnderWay), blob(item.intent.facts), begun->id, item.intent.at, run, item.seq});
      if (!set)
        return fail(set.error());
    }
    return records;
  });
}

Result<void> RunTable::endItem(qint64 run, const ItemEnd &item, qint64 now) {
  // Why the record of this try ended is nothing that is so of a job whose turn comes again.
  const Error *why = item.error && item.state != ItemState::Waiting ? &*item.error : nullptr;
  if (auto set = done(m_database.exec(
          QStringLiteral("UPDATE run_item SET state=?, error_kind=?, error_code=?, "
                         "facts='', at=?, settled=CASE WHEN ? THEN 1 WHEN settled>0 THEN 2 ELSE 0 END "
                         "WHERE run=? AND seq=?"),
          {number(item.state), blob(why ? QByteArray(errorKindName(why->kind)) : QByteArray()),
           blob(why ? why->code : QByteArray()), now, item.settled ? 1 : 0, run, item.seq}));
      !set || item.record == 0)
    return set;
  return m_history.end(item.record, outcomeOf(item.state), item.error ? &*item.error : nullptr, {});
}

Result<void> RunTable::endSlice(qint64 run, std::span<const ItemEnd> items) {
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  return m_database.transaction([&]() -> Result<void> {
    for (const ItemEnd &item : items) {
      if (auto ended = endItem(run, item, now); !ended)
        return ended;
    }
    return {};
  });
}

Result<RunCounts> RunTable::counts(qint64 run) {
  auto query = m_database.run(
      QStringLiteral("SELECT state, count(*) FROM run_item WHERE run=? GROUP BY state"), {run});
  if (!query)
    return fail(query.error());
  RunCounts counts;
  while (query->next()) {
    if (const int state = query->value(0).toInt(); state >= 0 && state < ItemStates)
      counts[static_cast<ItemState>(state)] = query->value(1).toLongLong();
  }
  return counts;
}

Result<std::vector<Run>> RunTable::select(const QString &where, const QVariantList &values) {
  auto query = m_database.run(
      QStringLiteral("SELECT id, state, created_at, ended_at, profile_id, prefix, queue, operation, "
                     "arguments, reason, record, (SELECT at FROM intent WHERE id=run.record) "
                     "FROM run WHERE %1 ORDER BY id DESC")
          .arg(where),
      values);
  if (!query)
    return fail(query.error());
  std::vector<Run> runs;
  while (query->next()) {
    Run run;
    run.id = query->value(0).toLongLong();
    run.state = static_cast<RunState>(query->value(1).toInt());
    run.createdAt = query->value(2).toLongLong();
    run.endedAt = query->value(3).toLongLong();
    run.profileId = query->value(4).toString();
    run.queue = {query->value(5).toByteArray(), query->value(6).toByteArray()};
    run.operation = query->value(7).toByteArray();
    run.arguments = query->value(8).toByteArray();
    run.reason = query->value(9).toString();
    run.record = query->value(10).toLongLong();
    run.begunAt = query->value(11).toLongLong();
    runs.push_back(std::move(run));
  }
  if (query->lastError().isValid())
    return fail(databaseError(query->lastError()));
  for (Run &run : runs) {
    const auto jobs = counts(run.id);
    if (!jobs)
      return fail(jobs.error());
    run.counts = *jobs;
  }
  return runs;
}

Result<Run> RunTable::run(qint64 id) {
  auto found = select(QStringLiteral("id=?"), {id});
  if (!found)
    return fail(found.error());
  if (found->empty())
    return fail(ErrorKind::NotFound, QStringLiteral("no run %1").arg(id), QByteArrayLiteral("run"));
  return std::move(found->front());
}

Result<std::vector<Run>> RunTable::list(const QString &profileId) {
  return select(QStringLiteral("profile_id=? AND state<>%1").arg(number(RunState::Frozen)), {profileId});
}

Result<std::vector<RunItem>> RunTable::items(qint64 run, const ItemFilter &filter, qint64 after, int limit) {
  QString condition;
  QVariantList values{run, after};
  if (filter.state)
    condition += QStringLiteral(" AND state=%1").arg(number(*filter.state));
  if (filter.settled)
    condition += QStringLiteral(" AND settled>0");
  if (!filter.idPart.isEmpty()) {
    condition += QStringLiteral(" AND instr(job, ?)>0");
    values << blob(filter.idPart);
  }
  auto query = m_database.run(
      QStringLiteral("SELECT seq, job, job_timestamp, from_state, state, error_kind, error_code, facts, "
                     "record, at, settled FROM run_item WHERE run=? AND seq>?%1 ORDER BY seq LIMIT ?")
          .arg(condition),
      values << limit);
  if (!query)
    return fail(query.error());
  std::vector<RunItem> items;
  while (query->next())
    items.push_back(itemOf(*query));
  if (query->lastError().isValid())
    return fail(databaseError(query->lastError()));
  return items;
}

Result<RunSettling> RunTable::settling(qint64 run) {
  auto query = m_database.run(
      QStringLiteral("SELECT settled, count(*), min(at) FROM run_item WHERE run=? AND settled>0 "
                     "GROUP BY settled"),
      {run});
  if (!query)
    return fail(query.error());
  RunSettling found;
  while (query->next()) {
    const bool again = query->value(0).toInt() == Again;
    (again ? found.again : found.kept) = query->value(1).toLongLong();
    if (!again)
      found.at = query->value(2).toLongLong();
  }
  return found;
}

} // namespace oxp::audit
