// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runpace.h"

namespace oxp {

void RunPace::note(qint64 done, qint64 now) {
  if (!m_samples.empty() && done < m_samples.back().done)
    m_samples.clear(); // it begins anew
  m_samples.push_back({done, now});
  while (m_samples.size() > 2 && now - m_samples[1].at >= SpanMs)
    m_samples.pop_front();
}

qint64 RunPace::perSecond() const {
  if (m_samples.empty() || m_samples.back().at - m_samples.front().at < LeastMs)
    return -1;
  return (m_samples.back().done - m_samples.front().done) * 1'000 /
         (m_samples.back().at - m_samples.front().at);
}

qint64 RunPace::leftMs(qint64 more) const {
  const qint64 pace = perSecond();
  return pace > 0 ? more * 1'000 / pace : -1;
}

} // namespace oxp
