// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/historytable.h"
#include "audit/run.h"

#include <span>

namespace oxp::audit {

/// The journal of runs over many jobs: a row a run and one a job. What is begun and how it ended is written
/// with the records of the same jobs, a transaction a slice: both say the same whatever is cut off.
class RunTable {
public:
  RunTable(Database &database, HistoryTable &history);

  /// A new run, Frozen and empty; its id.
  Result<qint64> create(const Run &run);
  /// Adds chosen jobs, each at its `seq`.
  Result<void> add(qint64 run, std::span<const RunItem> items);
  /// Forgets a run that nobody agreed to.
  Result<void> drop(qint64 run);
  /// Begins it with what was agreed to: its own record, the record's arguments and reason, and Running. The
  /// record's id.
  Result<qint64> begin(qint64 run, const Record &intent);
  /// WrongState for an end while jobs are under way: they are to be settled first.
  Result<void> setState(qint64 run, RunState state);

  /// One transaction; the ids of the records that are begun, in order.
  Result<std::vector<qint64>> step(qint64 run, const RunStep &step);

  Result<Run> run(qint64 id);
  /// The runs of a profile, newest first; those that nobody agreed to are left out.
  Result<std::vector<Run>> list(const QString &profileId);
  /// Jobs of a run behind `after` (a seq), in order.
  Result<std::vector<RunItem>> items(qint64 run, const ItemFilter &filter, qint64 after, int limit);
  Result<RunSettling> settling(qint64 run);

  /// Drops runs whose own records are gone, and choices of more than a day ago that nobody agreed to. What is
  /// not settled stays.
  Result<void> prune(qint64 now);

private:
  Result<void> nothingUnderWay(qint64 run);
  Result<RunCounts> counts(qint64 run);
  Result<std::vector<Run>> select(const QByteArray &where, Values values);
  Result<qint64> beginItem(qint64 run, const ItemBegin &item);
  Result<void> endItem(qint64 run, const ItemEnd &item, qint64 now);

  Database &m_database;
  HistoryTable &m_history;
};

} // namespace oxp::audit
