// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewcells.h"

#include "models/familytext.h"
#include "models/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace oxp::overviewcells {
namespace {

constexpr qint64 Second = 1'000, Minute = 60 * Second;

struct Cells {
  Q_DECLARE_TR_FUNCTIONS(OverviewCells)
};

QString figure(const std::optional<qint64> &value) {
  return value ? format::number(*value) : format::missing();
}

} // namespace

QString ageText(qint64 since, qint64 now) {
  if (since <= 0)
    return format::missing();
  const qint64 age = std::max<qint64>(0, now - since), unit = age < Minute ? Second : Minute;
  return age < Second ? Cells::tr("0 s") : format::duration(age / unit * unit);
}

QString failedHourSpoken(qint64 jobs, const FailureBars::Hour &bars, qint64 now) {
  if (jobs <= 0)
    return Cells::tr("none failed in the last hour");
  const auto most = std::max_element(bars.begin(), bars.end());
  const qint64 part = now / FailureBars::PartMs - (bars.end() - most) + 1;
  return Cells::tr("%1 failed in the last hour, most %2 at %3")
      .arg(format::number(jobs), format::number(*most),
           QDateTime::fromMSecsSinceEpoch(part * FailureBars::PartMs).toString(u"HH:mm"));
}

QString queue(const OverviewRow &row, qint64) {
  return format::safeText(row.info.id.name);
}

QString group(const OverviewRow &row, qint64) {
  return format::safeText(row.group);
}

QString waiting(const OverviewRow &row, qint64) {
  return figure(row.waiting());
}

QString waitingSpoken(const OverviewRow &row, qint64 now) {
  const qint64 share = row.of(JobState::Prioritized).value_or(0);
  return share > 0 ? Cells::tr("%1, prioritized: %2").arg(waiting(row, now), format::number(share))
                   : waiting(row, now);
}

QString active(const OverviewRow &row, qint64) {
  return figure(row.of(JobState::Active));
}

QString delayed(const OverviewRow &row, qint64) {
  return figure(row.of(JobState::Delayed));
}

QString waitingChildren(const OverviewRow &row, qint64) {
  return figure(row.of(JobState::WaitingChildren));
}

QString failed(const OverviewRow &row, qint64) {
  return figure(row.of(JobState::Failed));
}

QString failedHour(const OverviewRow &row, qint64 now) {
  return row.facts.failures ? format::number(row.facts.failures->inHour(now)) : format::missing();
}

QString failedHourSpokenOf(const OverviewRow &row, qint64 now) {
  const std::optional<FailureBars> &failures = row.facts.failures;
  return failures ? failedHourSpoken(failures->inHour(now), failures->hour(now), now)
                  : Cells::tr("not known");
}

QString oldest(const OverviewRow &row, qint64 now) {
  return ageText(row.facts.oldestWaiting, now);
}

QString workers(const OverviewRow &row, qint64) {
  return figure(row.facts.workers);
}

QString workersSpoken(const OverviewRow &row, qint64 now) {
  return row.lacksWorkers() ? Cells::tr("0, and jobs wait") : workers(row, now);
}

QString paused(const OverviewRow &row, qint64) {
  return row.paused() ? Cells::tr("paused") : QString();
}

QString version(const OverviewRow &row, qint64) {
  return familyText(row.info);
}

QString memory(const OverviewRow &row, qint64) {
  return row.facts.memory ? u"≈ "_qs + format::sizeText(*row.facts.memory) : format::missing();
}

} // namespace oxp::overviewcells
