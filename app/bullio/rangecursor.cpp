// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/rangecursor.h"

#include <algorithm>

namespace oxp {

/// How many positions before the new ones a range begins.
qint64 RangeCursor::lead() const {
  return std::min({Overlap, qint64(m_anchors.size()), m_position});
}

RangeCursor::Range RangeCursor::next() const {
  return {std::max<qint64>(0, base() + m_look * m_step), lead() + m_step};
}

/// Behind the last of the ids seen that still stands here; what follows it is new.
std::optional<size_t> RangeCursor::behindAnchor(std::span<const QByteArray> ids) const {
  for (auto anchor = m_anchors.rbegin(); anchor != m_anchors.rend(); ++anchor)
    if (const auto at = std::find(ids.begin(), ids.end(), *anchor); at != ids.end())
      return size_t(at - ids.begin()) + 1;
  return std::nullopt;
}

size_t RangeCursor::take(std::span<const QByteArray> ids) {
  const Range asked = next();
  std::optional<size_t> fresh = 0;
  if (!m_anchors.empty() && !m_lost)
    fresh = behindAnchor(ids);
  if (fresh) {
    goOn(ids, asked, *fresh);
    return *fresh;
  }
  lookElsewhere(asked, qint64(ids.size()) < asked.count);
  return ids.size();
}

void RangeCursor::goOn(std::span<const QByteArray> ids, const Range &asked, size_t fresh) {
  m_position = asked.offset + qint64(ids.size());
  m_end = qint64(ids.size()) < asked.count;
  m_look = 0;
  m_aheadDone = m_behindDone = false;
  m_anchors.insert(m_anchors.end(), ids.begin() + qsizetype(fresh), ids.end());
  if (m_anchors.size() > MostAnchors)
    m_anchors.erase(m_anchors.begin(), m_anchors.end() - qsizetype(MostAnchors));
}

void RangeCursor::lookElsewhere(const Range &asked, bool reachesEnd) {
  if (m_look >= 0 && reachesEnd)
    m_aheadDone = true;
  if (m_look <= 0 && asked.offset == 0)
    m_behindDone = true;
  nextLook();
}

/// 1, -1, 2, -2 …, less the direction in which nothing is left.
void RangeCursor::nextLook() {
  const int distance = std::abs(m_look);
  const bool wasAhead = m_look > 0;
  if (m_aheadDone && m_behindDone)
    return giveUp();
  if (m_behindDone || (!wasAhead && !m_aheadDone))
    m_look = distance + 1;
  else
    m_look = wasAhead ? -distance : -(distance + 1);
  if (std::abs(m_look) > MostLooks)
    giveUp();
}

/// None of the ids seen last is there any more.
void RangeCursor::giveUp() {
  m_look = 0;
  m_aheadDone = m_behindDone = false;
  if (m_restarts == MostRestarts) {
    m_lost = true;
    return;
  }
  ++m_restarts;
  m_position = 0;
  m_anchors.clear();
}

} // namespace oxp
