// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"
#include "audit/run.h"

#include <future>

namespace oxp::audit {

/// The store's journal of runs over many jobs (RunTable has what each call does). Refers to the store, which
/// outlives it.
class RunJournal {
public:
  explicit RunJournal(AuditStore &store)
      : m_desk(store.desk()) {}

  // --- lanes: block until durable. AuditUnavailable when the store cannot be written ---
  Result<qint64> create(const Run &run);
  Result<void> add(qint64 run, const std::vector<RunItem> &items);
  Result<qint64> begin(qint64 run, const Record &intent);
  Result<void> setState(qint64 run, RunState state);
  Result<std::vector<qint64>> step(qint64 run, RunStep step);
  Result<Run> run(qint64 id);
  /// The record of a job, or of the run.
  Result<Record> record(qint64 id);
  Result<std::vector<RunItem>> items(qint64 run, const ItemFilter &filter, qint64 after, int limit);

  /// The same beside other work: the answer is there once it is durable.
  std::future<Result<std::vector<qint64>>> stepBeside(qint64 run, RunStep step);

  // --- GUI: never blocks; handlers are not called once `context` is gone ---
  template <typename T>
  using Handler = std::function<void(Result<T>)>;
  void requestBegin(qint64 run, Record intent, QObject *context, Handler<qint64> handler);
  void requestDrop(qint64 run, QObject *context, Handler<void> handler);
  void requestRuns(QString profileId, QObject *context, Handler<std::vector<Run>> handler);
  void requestItems(qint64 run, ItemFilter filter, qint64 after, int limit, QObject *context,
                    Handler<std::vector<RunItem>> handler);
  void requestSettling(qint64 run, QObject *context, Handler<RunSettling> handler);
  void requestState(qint64 run, RunState state, QObject *context, Handler<void> handler);

private:
  StoreDesk &m_desk;
};

} // namespace oxp::audit
