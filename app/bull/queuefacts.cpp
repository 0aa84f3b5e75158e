// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/queuefacts.h"

#include <algorithm>

namespace oxp {

void FailureBars::add(qint64 ms, int jobs) {
  if (ms >= from())
    m_parts[size_t(std::min(ms / PartMs, m_last) - (m_last - Parts + 1))] += jobs;
}

/// Nothing is known to have failed after the last part: who hears of a failure reads anew.
int FailureBars::at(qint64 part) const {
  const qint64 place = part - (m_last - Parts + 1);
  return place >= 0 && place < Parts ? m_parts[size_t(place)] : 0;
}

qint64 FailureBars::sum(qint64 first, qint64 last) const {
  qint64 jobs = 0;
  for (qint64 part = first; part <= last; ++part)
    jobs += at(part);
  return jobs;
}

FailureBars::Hour FailureBars::hour(qint64 now) const {
  Hour bars{};
  const qint64 first = now / PartMs - PartsOfHour + 1;
  for (int i = 0; i < PartsOfHour; ++i)
    bars[size_t(i)] = at(first + i);
  return bars;
}

qint64 FailureBars::inHour(qint64 now) const {
  const qint64 last = now / PartMs;
  return sum(last - PartsOfHour + 1, last);
}

qint64 FailureBars::inHourBefore(qint64 now) const {
  const qint64 last = now / PartMs - PartsOfHour;
  return sum(last - PartsOfHour + 1, last);
}

} // namespace oxp
