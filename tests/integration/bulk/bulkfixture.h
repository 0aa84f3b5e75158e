// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/runjournal.h"
#include "bulk/bulkrunner.h"
#include "integration/operations/operationsfixture.h"

namespace oxp::test {

/// How a run stopped.
struct Stopped {
  audit::RunState state = audit::RunState::Frozen;
  Result<audit::RunCounts> counts = fail(ErrorKind::Timeout);
};

/// A private server and all that stands between a person's wish for many jobs and it.
class BulkFixture : public OperationsFixture {
public:
  using OperationsFixture::OperationsFixture;
  ~BulkFixture();

  [[nodiscard]] bool startBulk();
  /// Another runner on the same store, as after a new start of the program.
  void restartBulk();

  /// Adds this many failed (or delayed) jobs without a library, as it leaves them; ids `1`, `2`, …
  void plant(const QueueInfo &queue, JobState state, int jobs);
  FrozenSelection choose(const Selection &selection, const OperationRequest &wish);
  /// What would become of a choice.
  Result<Forecast> foresee(const FrozenSelection &chosen, const OperationRequest &wish);
  /// Agrees to everything that it may be asked for.
  OperationRequest agreed(OperationRequest wish, const FrozenSelection &chosen) const;
  /// Chooses, agrees, runs and waits for the end.
  Stopped runAll(const Selection &selection, const OperationRequest &wish);
  Stopped awaitStop();
  std::vector<audit::RunItem> items(qint64 run);
  std::vector<audit::Run> runs();
  std::vector<audit::Record> allRecords();

  std::shared_ptr<RateLimit> rate = std::make_shared<RateLimit>();
  std::unique_ptr<BulkRunner> bulk;
  std::vector<BulkProgress> progress;
  std::optional<Stopped> stopped;
  qint64 lastRun = 0;
};

Selection all(const QueueInfo &queue, JobState state);
Selection these(const QueueInfo &queue, JobState state, const QList<QByteArray> &ids);
/// How many jobs became what, such as `Done 3, Skipped/gone 1`.
QByteArray summary(const std::vector<audit::RunItem> &items);
/// The same of what would become of them.
QByteArray summary(const Forecast &forecast);

} // namespace oxp::test
