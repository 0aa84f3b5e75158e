// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewtotals.h"

#include <QSet>

namespace oxp {
namespace {

template <typename T>
void addTo(std::optional<qint64> &sum, const std::optional<T> &more) {
  if (more)
    sum = sum.value_or(0) + *more;
}

void addFailures(OverviewTotals &totals, const FailureBars &failures, qint64 now) {
  const FailureBars::Hour hour = failures.hour(now);
  for (size_t i = 0; i < hour.size(); ++i)
    totals.bars[i] += hour[i];
  addTo<qint64>(totals.failedHour, failures.inHour(now));
  addTo<qint64>(totals.failedHourBefore, failures.inHourBefore(now));
}

void addRow(OverviewTotals &totals, const OverviewRow &row, qint64 now) {
  addTo(totals.waiting, row.waiting());
  addTo(totals.prioritized, row.of(JobState::Prioritized));
  addTo(totals.active, row.of(JobState::Active));
  addTo(totals.delayed, row.of(JobState::Delayed));
  addTo(totals.waitingChildren, row.of(JobState::WaitingChildren));
  addTo(totals.failed, row.of(JobState::Failed));
  addTo(totals.workers, row.facts.workers);
  if (row.facts.failures)
    addFailures(totals, *row.facts.failures, now);
  const qint64 due = row.facts.nextDelayed;
  if (due > 0 && (totals.nextDelayed == 0 || due < totals.nextDelayed))
    totals.nextDelayed = due;
  totals.withFailed += row.of(JobState::Failed).value_or(0) > 0;
  totals.paused += row.paused();
  totals.lackWorkers += row.lacksWorkers();
}

} // namespace

OverviewTotals totalsOf(const std::vector<OverviewRow> &rows, qint64 now) {
  OverviewTotals totals;
  totals.queues = int(rows.size());
  QSet<QByteArray> groups;
  for (const OverviewRow &row : rows) {
    addRow(totals, row, now);
    if (!row.group.isEmpty())
      groups.insert(row.group);
  }
  totals.groups = int(groups.size());
  return totals;
}

} // namespace oxp
