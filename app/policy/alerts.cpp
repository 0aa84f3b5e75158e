// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/alerts.h"

#include <algorithm>

namespace oxp::policy {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 SliceMs = 5'000;

bool isSame(const Alert &left, const Alert &right) {
  return left.queue == right.queue && left.rule == right.rule;
}

/// Those of `from` that `others` lacks.
std::vector<Alert> missing(const std::vector<Alert> &from, const std::vector<Alert> &others) {
  std::vector<Alert> found;
  for (const Alert &alert : from)
    if (std::none_of(others.begin(), others.end(), [&](const Alert &other) { return isSame(alert, other); }))
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

void AlertEngine::take(const AlertSample &sample) {
  Seen &seen = m_seen[sample.queue];
  if (sample.failed > 0 || sample.stalled > 0) {
    if (seen.slices.empty() || sample.at >= seen.slices.back().at + SliceMs)
      seen.slices.push_back({sample.at, 0, 0});
    seen.slices.back().failed += sample.failed;
    seen.slices.back().stalled += sample.stalled;
  }
  while (!seen.slices.empty() && seen.slices.front().at < sample.at - AlertRule::MostMinutes * MinuteMs)
    seen.slices.pop_front();
  if (sample.waiting)
    seen.waiting = sample.waiting;
  if (sample.oldest)
    seen.oldest = sample.oldest;
  if (sample.workers && *sample.workers > 0)
    seen.idleSince.reset();
  else if (sample.workers && !seen.idleSince)
    seen.idleSince = sample.at;
}

/// By how much the rule holds; nothing when it does not.
std::optional<qint64> AlertEngine::valueOf(const AlertRule &rule, const Seen &seen, qint64 now) const {
  const qint64 span = rule.minutes * MinuteMs;
  const auto sum = [&](int Slice::*count) -> std::optional<qint64> {
    qint64 total = 0;
    for (const Slice &slice : seen.slices)
      total += slice.at > now - span ? slice.*count : 0;
    return total > 0 && total >= rule.limit ? std::optional(total) : std::nullopt;
  };
  const auto age = [&](qint64 since) {
    return now - since > span ? std::optional(now - since) : std::nullopt;
  };
  switch (rule.kind) {
  case AlertKind::FailedRises:
    return sum(&Slice::failed);
  case AlertKind::Stalled:
    return sum(&Slice::stalled);
  case AlertKind::WaitingAbove:
    return seen.waiting.value_or(0) > rule.limit ? seen.waiting : std::nullopt;
  case AlertKind::OldestWaiting:
    return seen.oldest.value_or(0) > 0 ? age(*seen.oldest) : std::nullopt;
  case AlertKind::NoWorker:
    return seen.idleSince ? age(*seen.idleSince) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<Alert> AlertEngine::holding(qint64 now) const {
  std::vector<Alert> alerts;
  for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen)
    for (const AlertRule &rule : m_rules)
      if (const auto value = rule.covers(seen.key()) ? valueOf(rule, *seen, now) : std::nullopt)
        alerts.push_back({rule, seen.key(), *value, now});
  return alerts;
}

AlertEngine::Change AlertEngine::look(qint64 now) {
  std::vector<Alert> holding = this->holding(now);
  Change change{missing(holding, m_standing), missing(m_standing, holding)};
  for (Alert &alert : holding)
    for (const Alert &known : m_standing)
      if (isSame(alert, known))
        alert.since = known.since;
  m_standing = std::move(holding);
  return change;
}

} // namespace oxp::policy
