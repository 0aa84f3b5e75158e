// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attemptnumbers.h"

#include "bull/jobopts.h"

#include <QVersionNumber>

#include <algorithm>

namespace oxp {
namespace {

bool keepsOldest(const QueueInfo &queue) {
  if (queue.family == Family::BullMq4 || queue.family == Family::BullMqOld)
    return true;
  const auto version = QVersionNumber::fromString(QString::fromLatin1(queue.version));
  return queue.family == Family::BullMq5 && !version.isNull() && version < QVersionNumber(5, 4, 6);
}

bool limitReached(const AttemptFacts &facts, qint64 count) {
  return facts.limit > 0 && count >= facts.limit;
}

} // namespace

AttemptFacts attemptFacts(const QueueInfo &queue, const JobDetail &detail) {
  AttemptFacts facts;
  facts.made = detail.row.attemptsMade;
  if (queue.family == Family::BullMq4 && detail.row.state == JobState::Active)
    facts.made = std::max(0, facts.made - 1);
  if (!jobopts::member(detail.opts, {"stackTraceLimit"}).isEmpty())
    facts.limit = int(std::clamp<qint64>(jobopts::number(detail.opts, {"stackTraceLimit"}), -1, INT_MAX));
  facts.keepsOldest = keepsOldest(queue);
  return facts;
}

qint64 attemptNumber(const AttemptFacts &facts, qint64 count, qint64 index) {
  const qint64 made = facts.made;
  if (made <= 0)
    return 0;
  if (count == made)
    return index + 1;
  const bool reached = limitReached(facts, count);
  if (count < made && reached && facts.keepsOldest)
    return index + 1;
  const qint64 newest = facts.newestTold ? made : made - 1;
  if (count > made || reached) // one trace an attempt, back from the newest
    return std::max<qint64>(0, newest - (count - 1 - index));
  if (facts.newestTold) // some attempts between left no trace
    return index == count - 1 ? made : 0;
  return count == made - 1 ? index + 1 : 0;
}

} // namespace oxp
