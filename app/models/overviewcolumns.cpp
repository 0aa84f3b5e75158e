// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewcolumns.h"

#include "models/overviewcells.h"

#include <QCoreApplication>

namespace oxp {
namespace {

using Value = std::optional<qint64>;
namespace cells = overviewcells;

constexpr qint64 LongWait = 3'600'000; ///< ms from which on a wait is worth seeing

template <JobState State>
Value countOf(const OverviewRow &row, qint64) {
  return row.of(State);
}
Value waitingOf(const OverviewRow &row, qint64) {
  return row.waiting();
}
Value failedHourOf(const OverviewRow &row, qint64 now) {
  return row.facts.failures ? Value(row.facts.failures->inHour(now)) : Value();
}
Value ageOf(const OverviewRow &row, qint64 now) {
  return row.facts.oldestWaiting > 0 ? Value(now - row.facts.oldestWaiting) : Value();
}
Value workersOf(const OverviewRow &row, qint64) {
  return row.facts.workers ? Value(*row.facts.workers) : Value();
}
Value pausedOf(const OverviewRow &row, qint64) {
  return row.counts ? Value(row.paused()) : Value();
}
Value memoryOf(const OverviewRow &row, qint64) {
  return row.facts.memory;
}

using C = OverviewColumn;
using K = CellKind;
constexpr std::array<OverviewColumnSpec, OverviewColumnCount> Columns = {{
    {C::Queue, "queue", QT_TRANSLATE_NOOP("OverviewColumns", "Queue"), K::Queue, 184, 140, true, true,
     nullptr, cells::queue},
    {C::Group, "group", QT_TRANSLATE_NOOP("OverviewColumns", "Group"), K::Faint, 92, 92, true, false, nullptr,
     cells::group, nullptr,
     QT_TRANSLATE_NOOP("OverviewColumns", "The prefix, or the part of the name before the first separator")},
    {C::Waiting, "waiting", QT_TRANSLATE_NOOP("OverviewColumns", "Waiting"), K::Shared, 108, 84, true, true,
     waitingOf, cells::waiting, cells::waitingSpoken,
     QT_TRANSLATE_NOOP("OverviewColumns", "With the prioritized ones, whose number stands at the left")},
    {C::Active, "active", QT_TRANSLATE_NOOP("OverviewColumns", "Active"), K::Amount, 64, 52, true, true,
     countOf<JobState::Active>, cells::active},
    {C::Delayed, "delayed", QT_TRANSLATE_NOOP("OverviewColumns", "Delayed"), K::Amount, 76, 64, true, true,
     countOf<JobState::Delayed>, cells::delayed},
    {C::Failed, "failed", QT_TRANSLATE_NOOP("OverviewColumns", "Failed"), K::Badge, 92, 84, true, true,
     countOf<JobState::Failed>, cells::failed},
    {C::FailedHour, "failedHour", QT_TRANSLATE_NOOP("OverviewColumns", "Failed, last hour"), K::Bars, 188,
     164, true, true, failedHourOf, cells::failedHour, cells::failedHourSpokenOf,
     QT_TRANSLATE_NOOP("OverviewColumns", "Jobs that failed in the last hour and are still among the failed "
                                          "ones: a bar for each two minutes, full at 5 or more"),
     QT_TRANSLATE_NOOP("OverviewColumns", "Failed in the last hour")},
    {C::Oldest, "oldest", QT_TRANSLATE_NOOP("OverviewColumns", "Oldest waiting"), K::Age, 116, 104, true,
     true, ageOf, cells::oldest, nullptr,
     QT_TRANSLATE_NOOP("OverviewColumns",
                       "For how long the job has waited that has waited longest, as far as "
                       "the ends of the queue tell")},
    {C::Workers, "workers", QT_TRANSLATE_NOOP("OverviewColumns", "Workers"), K::Staff, 76, 68, true, true,
     workersOf, cells::workers, cells::workersSpoken,
     QT_TRANSLATE_NOOP("OverviewColumns", "Connections that bear a worker's name")},
    {C::Paused, "paused", QT_TRANSLATE_NOOP("OverviewColumns", "Paused"), K::Pause, 88, 88, true, false,
     pausedOf, cells::paused},
    {C::Version, "version", QT_TRANSLATE_NOOP("OverviewColumns", "Version"), K::Faint, 132, 132, true, false,
     nullptr, cells::version},
    {C::WaitingChildren, "waitingChildren", QT_TRANSLATE_NOOP("OverviewColumns", "Waiting-children"),
     K::Amount, 124, 124, false, false, countOf<JobState::WaitingChildren>, cells::waitingChildren},
    {C::Memory, "memory", QT_TRANSLATE_NOOP("OverviewColumns", "Memory"), K::Amount, 124, 124, false, false,
     memoryOf, cells::memory, nullptr,
     QT_TRANSLATE_NOOP("OverviewColumns", "By samples: the queue's own keys, and ten jobs of every state")},
}};

constexpr bool inOrder() {
  for (size_t i = 0; i < Columns.size(); ++i)
    if (Columns[i].column != static_cast<OverviewColumn>(i))
      return false;
  return true;
}
static_assert(inOrder(), "a column's row stands at its number");

} // namespace

bool OverviewColumnSpec::numeric() const {
  return cell != CellKind::Queue && cell != CellKind::Faint && cell != CellKind::Pause;
}

QString OverviewColumnSpec::translatedTitle() const {
  return QCoreApplication::translate("OverviewColumns", title);
}

QString OverviewColumnSpec::translatedSpokenTitle() const {
  return *spokenTitle ? QCoreApplication::translate("OverviewColumns", spokenTitle) : translatedTitle();
}

const std::array<OverviewColumnSpec, OverviewColumnCount> &overviewColumns() {
  return Columns;
}

const OverviewColumnSpec &overviewColumn(OverviewColumn column) {
  return Columns[static_cast<size_t>(column)];
}

Strength strengthOf(OverviewColumn column, const OverviewRow &row, qint64 now) {
  const bool urgent =
      (column == OverviewColumn::Workers || column == OverviewColumn::Oldest) && row.lacksWorkers();
  const OverviewColumnSpec &spec = overviewColumn(column);
  const std::optional<qint64> value = spec.value ? spec.value(row, now) : std::nullopt;
  if (urgent && value)
    return Strength::Urgent;
  const qint64 least = column == OverviewColumn::Oldest ? LongWait : 1;
  return value.value_or(0) >= least ? Strength::Plain : Strength::Faint;
}

} // namespace oxp
