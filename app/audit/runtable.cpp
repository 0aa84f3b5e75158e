// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/runtable.h"

#include <QDateTime>

namespace oxp::audit {
namespace {

constexpr int FirstSchema = 4; ///< of which all that is read here is known

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

RunItem itemOf(const Statement &row) {
  RunItem item;
  item.seq = row.number(0);
  item.jobId = row.bytes(1);
  item.timestamp = row.bytes(2);
  item.from = static_cast<JobState>(row.number(3));
  item.state = static_cast<ItemState>(row.number(4));
  item.errorKind = row.bytes(5);
  item.errorCode = row.bytes(6);
  item.record = row.number(7);
  item.at = row.number(8);
  item.settled = row.number(9) != NotSettled;
  item.again = row.number(9) == Again;
  item.edited = row.number(10);
  return item;
}

Run runOf(const Statement &row) {
  Run run;
  run.id = row.number(0);
  run.state = static_cast<RunState>(row.number(1));
  run.createdAt = row.number(2);
  run.endedAt = row.number(3);
  run.profileId = row.text(4);
  run.queue = {row.bytes(5), row.bytes(6)};
  run.operation = row.bytes(7);
  run.arguments = row.bytes(8);
  run.reason = row.text(9);
  run.record = row.number(10);
  run.begunAt = row.number(11);
  return run;
}

} // namespace

RunTable::RunTable(Database &database, HistoryTable &history)
    : m_database(database)
    , m_history(history) {}

Result<qint64> RunTable::create(const Run &run) {
  return m_database.transaction([&]() -> Result<qint64> {
    const auto made =
        m_database.exec("INSERT INTO run(state, created_at, ended_at, profile_id, prefix, queue, operation, "
                        "arguments, reason, "
                        "record) VALUES(?,?,0,?,?,?,?,?,?,0)",
                        {number(RunState::Frozen), QDateTime::currentMSecsSinceEpoch(), run.profileId,
                         run.queue.prefix, run.queue.name, run.operation, run.arguments, run.reason});
    if (!made)
      return fail(made.error());
    return made->inserted;
  });
}

Result<void> RunTable::add(qint64 run, std::span<const RunItem> items) {
  return m_database.transaction([&]() -> Result<void> {
    for (const RunItem &item : items) {
      const auto added =
          m_database.exec("INSERT INTO run_item(run, seq, job, job_timestamp, from_state, state, error_kind, "
                          "error_code, record, at, settled) VALUES(?,?,?,?,?,?,?,?,0,0,0)",
                          {run, item.seq, item.jobId, item.timestamp, static_cast<int>(item.from),
                           number(item.state), item.errorKind, item.errorCode});
      if (!added)
        return fail(added.error());
    }
    return {};
  });
}

Result<void> RunTable::drop(qint64 run) {
  return m_database.transaction([&]() -> Result<void> {
    const auto dropped =
        m_database.exec("DELETE FROM run WHERE id=? AND state=?", {run, number(RunState::Frozen)});
    if (!dropped)
      return fail(dropped.error());
    if (dropped->changed == 0)
      return fail(ErrorKind::Invalid, QStringLiteral("run %1 has begun").arg(run), QByteArrayLiteral("run"));
    return done(m_database.exec("DELETE FROM run_item WHERE run=?", {run}));
  });
}

Result<void> RunTable::prune(qint64 now) {
  constexpr qint64 Day = 86'400'000;
  // Running and Paused ones are offered to be carried on, however old they are.
  const QByteArray gone =
      "(state=? AND created_at<?) OR (state IN (?,?) AND record>0 AND NOT EXISTS(SELECT 1 "
      "FROM intent WHERE id=run.record))";
  const Values which = {number(RunState::Frozen), now - Day, number(RunState::Ended),
                        number(RunState::Cancelled)};
  return m_database.transaction([&]() -> Result<void> {
    const auto items =
        m_database.exec("DELETE FROM run_item WHERE run IN (SELECT id FROM run WHERE " + gone + ")", which);
    return items ? done(m_database.exec("DELETE FROM run WHERE " + gone, which)) : done(items);
  });
}

Result<qint64> RunTable::begin(qint64 run, const Record &intent) {
  return m_database.transaction([&]() -> Result<qint64> {
    const auto record = m_history.add(intent);
    if (!record)
      return fail(record.error());
    const auto changed =
        m_database.exec("UPDATE run SET state=?, record=?, arguments=?, reason=? WHERE id=? AND state=?",
                        {number(RunState::Running), record->id, intent.arguments, intent.reason, run,
                         number(RunState::Frozen)});
    if (!changed)
      return fail(changed.error());
    if (changed->changed != 1)
      return fail(ErrorKind::Invalid, QStringLiteral("run %1 has begun").arg(run), QByteArrayLiteral("run"));
    return record->id;
  });
}

Result<void> RunTable::nothingUnderWay(qint64 run) {
  const auto open = m_database.number("SELECT count(*) FROM run_item WHERE run=? AND state=?",
                                      {run, number(ItemState::UnderWay)});
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
    if (const auto set = m_database.exec("UPDATE run SET state=?, ended_at=? WHERE id=?",
                                         {number(state), ends ? now : 0, run});
        !set)
      return fail(set.error());
    if (!ends)
      return {};
    const auto record = m_database.number("SELECT record FROM run WHERE id=?", {run});
    if (!record || *record == 0)
      return record ? Result<void>() : fail(record.error());
    return m_history.end(*record, state == RunState::Ended ? Outcome::Done : Outcome::Cancelled, nullptr, {});
  });
}

Result<std::vector<qint64>> RunTable::step(qint64 run, const RunStep &step) {
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  return m_database.transaction([&]() -> Result<std::vector<qint64>> {
    for (const ItemEnd &item : step.ends) {
      if (auto ended = endItem(run, item, now); !ended)
        return fail(ended.error());
    }
    std::vector<qint64> records;
    records.reserve(step.begins.size());
    for (const ItemBegin &item : step.begins) {
      const auto record = beginItem(run, item);
      if (!record)
        return fail(record.error());
      records.push_back(*record);
    }
    return records;
  });
}

Result<qint64> RunTable::beginItem(qint64 run, const ItemBegin &item) {
  const auto begun = m_history.add(item.intent);
  if (!begun)
    return fail(begun.error());
  const auto set = m_database.exec("UPDATE run_item SET state=?, record=?, at=? WHERE run=? AND seq=?",
                                   {number(ItemState::UnderWay), begun->id, item.intent.at, run, item.seq});
  return set ? Result<qint64>(begun->id) : fail(set.error());
}

Result<void> RunTable::endItem(qint64 run, const ItemEnd &item, qint64 now) {
  // Why the record of this try ended is nothing that is so of a job whose turn comes again.
  const Error *why = item.error && item.state != ItemState::Waiting ? &*item.error : nullptr;
  if (auto set = done(m_database.exec(
          "UPDATE run_item SET state=?, error_kind=?, error_code=?, at=?, "
          "edited=max(edited,?), settled=CASE WHEN ? THEN 1 WHEN settled>0 THEN 2 ELSE 0 END "
          "WHERE run=? AND seq=?",
          {number(item.state), why ? QByteArray(errorKindName(why->kind)) : QByteArray(),
           why ? why->code : QByteArray(), now, item.edited ? item.record : 0, item.settled, run, item.seq}));
      !set || item.record == 0)
    return set;
  return m_history.end(item.record, item.edited ? Outcome::Done : outcomeOf(item.state),
                       item.error ? &*item.error : nullptr, {});
}

Result<RunCounts> RunTable::counts(qint64 run) {
  RunCounts counts;
  const auto read =
      m_database.rows("SELECT state, count(*) FROM run_item WHERE run=? GROUP BY state", {run},
                      [&counts](const Statement &row) {
                        if (const qint64 state = row.number(0); state >= 0 && state < ItemStates)
                          counts[static_cast<ItemState>(state)] = row.number(1);
                        return true;
                      });
  return read ? Result<RunCounts>(counts) : fail(read.error());
}

Result<std::vector<Run>> RunTable::select(const QByteArray &where, Values values) {
  std::vector<Run> runs;
  const auto read = m_database.rows("SELECT id, state, created_at, ended_at, profile_id, prefix, queue, "
                                    "operation, arguments, reason, record, "
                                    "(SELECT at FROM intent WHERE id=run.record) FROM run WHERE " +
                                        where + " ORDER BY id DESC",
                                    std::move(values), [&runs](const Statement &row) {
                                      runs.push_back(runOf(row));
                                      return true;
                                    });
  if (!read)
    return fail(read.error());
  for (Run &run : runs) {
    const auto jobs = counts(run.id);
    if (!jobs)
      return fail(jobs.error());
    run.counts = *jobs;
  }
  return runs;
}

Result<Run> RunTable::run(qint64 id) {
  auto found = select("id=?", {id});
  if (!found)
    return fail(found.error());
  if (found->empty())
    return fail(ErrorKind::NotFound, QStringLiteral("no run %1").arg(id), QByteArrayLiteral("run"));
  return std::move(found->front());
}

Result<std::vector<Run>> RunTable::list(const QString &profileId) {
  if (m_database.version() < FirstSchema) // a file that cannot be written is read as it is
    return {};
  return select("profile_id=? AND state<>?", {profileId, number(RunState::Frozen)});
}

Result<std::vector<RunItem>> RunTable::items(qint64 run, const ItemFilter &filter, qint64 after, int limit) {
  QByteArray condition;
  Values values{run, after};
  if (filter.state) {
    condition += " AND state=?";
    values.emplace_back(number(*filter.state));
  }
  if (filter.settled)
    condition += " AND settled>0";
  if (filter.written) {
    condition += " AND (state=? OR edited>0)";
    values.emplace_back(number(ItemState::Done));
  }
  if (!filter.idPart.isEmpty()) {
    condition += " AND instr(job, ?)>0";
    values.emplace_back(filter.idPart);
  }
  values.emplace_back(limit);
  std::vector<RunItem> items;
  const auto read = m_database.rows(
      "SELECT seq, job, job_timestamp, from_state, state, error_kind, error_code, record, at, settled, "
      "edited FROM run_item WHERE run=? AND seq>?" +
          condition + " ORDER BY seq LIMIT ?",
      std::move(values), [&items](const Statement &row) {
        items.push_back(itemOf(row));
        return true;
      });
  return read ? Result<std::vector<RunItem>>(std::move(items)) : fail(read.error());
}

Result<RunSettling> RunTable::settling(qint64 run) {
  RunSettling found;
  const auto read =
      m_database.rows("SELECT settled, count(*), min(at) FROM run_item WHERE run=? AND settled>0 "
                      "GROUP BY settled",
                      {run}, [&found](const Statement &row) {
                        const bool again = row.number(0) == Again;
                        (again ? found.again : found.kept) = row.number(1);
                        if (!again)
                          found.at = row.number(2);
                        return true;
                      });
  return read ? Result<RunSettling>(found) : fail(read.error());
}

} // namespace oxp::audit
