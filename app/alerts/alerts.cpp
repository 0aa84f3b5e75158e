// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerts.h"

#include <algorithm>
#include <utility>

namespace oxp::alerts {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 SliceMs = 5'000;

/// Alerts by their queue: in a storm there are hundreds.
class AlertIndex {
public:
  explicit AlertIndex(const std::vector<Alert> &alerts) {
    for (const Alert &alert : alerts)
      m_alerts.insert(alert.queue, &alert);
  }

  /// Nothing when there is none.
  const Alert *find(const QueueId &queue, const AlertRule &rule) const {
    for (auto [at, end] = m_alerts.equal_range(queue); at != end; ++at)
      if (at.value()->rule == rule)
        return at.value();
    return nullptr;
  }

private:
  QMultiHash<QueueId, const Alert *> m_alerts;
};

/// Those of `from` that `others` lacks.
std::vector<Alert> missing(const std::vector<Alert> &from, const std::vector<Alert> &others) {
  const AlertIndex index(others);
  std::vector<Alert> found;
  for (const Alert &alert : from)
    if (!index.find(alert.queue, alert.rule))
      found.push_back(alert);
  return found;
}

} // namespace

bool usesLimit(AlertKind kind) {
  return kind == AlertKind::FailedRises || kind == AlertKind::WaitingAbove || kind == AlertKind::Stalled;
}

bool usesMinutes(AlertKind kind) {
  return kind != AlertKind::WaitingAbove;
}

bool QuietHours::covers(int minuteOfDay) const {
  if (!on)
    return false;
  return from <= to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
}

void AlertEngine::setRules(std::vector<AlertRule> rules) {
  m_rules = std::move(rules);
}

void AlertEngine::forget(const QueueId &queue) {
  m_seen.remove(queue);
}

qint64 AlertEngine::Slice::share(int count, qint64 begin) const {
  if (at <= begin)
    return 0;
  return from >= begin ? count : count * (at - begin) / (at - from);
}

void AlertEngine::Seen::takeEvents(const AlertSample &sample) {
  const qint64 from = sample.from > 0 ? sample.from : sample.at;
  if (sample.failed > 0 || sample.stalled > 0) {
    const bool joins = from == sample.at && !slices.empty() && slices.back().from == slices.back().at &&
                       sample.at < slices.back().at + SliceMs;
    if (!joins)
      slices.push_back({from, sample.at, 0, 0});
    slices.back().failed += sample.failed;
    slices.back().stalled += sample.stalled;
  }
  while (!slices.empty() && slices.front().at < sample.at - AlertRule::MostMinutes * MinuteMs)
    slices.pop_front();
}

/// A job waits since what its fields say, or where they do not, since it was seen first.
void AlertEngine::Seen::takeOldest(const std::vector<WaitingJob> &jobs, qint64 at) {
  const QHash<QByteArray, qint64> before = std::exchange(firstSeen, {});
  waited = 0;
  for (const WaitingJob &job : jobs) {
    const qint64 seen = before.value(job.mark, at);
    firstSeen.insert(job.mark, seen);
    // A time that is still to come is that of a job which somebody has promoted.
    const qint64 since = job.since > 0 ? std::min(job.since, seen) : seen;
    waited = std::max(*waited, at - since);
  }
}

void AlertEngine::Seen::takeWorkers(int count, qint64 at) {
  workers = count;
  if (count > 0)
    idleSince.reset();
  else if (!idleSince)
    idleSince = at;
  idle = idleSince ? at - *idleSince : 0;
}

void AlertEngine::take(const AlertSample &sample) {
  Seen &seen = m_seen[sample.queue];
  seen.takeEvents(sample);
  if (sample.waiting)
    seen.waiting = sample.waiting;
  if (sample.oldest)
    seen.takeOldest(*sample.oldest, sample.at);
  if (sample.workers)
    seen.takeWorkers(*sample.workers, sample.at);
}

/// When a job was seen first stays: its mark tells whether it is still the same.
void AlertEngine::loseSight() {
  for (Seen &seen : m_seen) {
    seen.waiting.reset();
    seen.waited.reset();
    seen.workers.reset();
    seen.idleSince.reset();
  }
}

/// By how much the rule holds, 0 when it does not; nothing while that is not known, and what stood stands.
std::optional<qint64> AlertEngine::valueOf(const AlertRule &rule, const Seen &seen, qint64 now) {
  const qint64 span = rule.minutes * MinuteMs;
  const auto sum = [&](int Slice::*count) -> qint64 {
    qint64 total = 0;
    for (const Slice &slice : seen.slices)
      total += slice.share(slice.*count, now - span);
    return total >= rule.limit ? total : 0;
  };
  const auto above = [](std::optional<qint64> value, qint64 limit) {
    return value && *value <= limit ? std::optional<qint64>(0) : value;
  };
  switch (rule.kind) {
  case AlertKind::FailedRises:
    return sum(&Slice::failed);
  case AlertKind::Stalled:
    return sum(&Slice::stalled);
  case AlertKind::WaitingAbove:
    return above(seen.waiting, rule.limit);
  case AlertKind::OldestWaiting:
    return above(seen.waited, span);
  case AlertKind::NoWorker:
    if (seen.workers.value_or(0) > 0)
      return 0;
    // Only somebody who listens ends it, not a look that has begun to count anew.
    return seen.workers && seen.idle > span ? std::optional(seen.idle) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<Alert> AlertEngine::holding(qint64 now) const {
  const AlertIndex standing(m_standing);
  std::vector<Alert> alerts;
  for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen)
    for (const AlertRule &rule : m_rules) {
      if (!rule.covers(seen.key()))
        continue;
      const Alert *stood = standing.find(seen.key(), rule);
      const std::optional<qint64> value = valueOf(rule, *seen, now);
      if (value.value_or(0) > 0)
        alerts.push_back({rule, seen.key(), *value, stood ? stood->since : now});
      else if (!value && stood)
        alerts.push_back({rule, seen.key(), stood->value, stood->since, false});
    }
  return alerts;
}

AlertEngine::Change AlertEngine::look(qint64 now) {
  std::vector<Alert> holding = this->holding(now);
  Change change{missing(holding, m_standing), missing(m_standing, holding)};
  m_standing = std::move(holding);
  return change;
}

} // namespace oxp::alerts
