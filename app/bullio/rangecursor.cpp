// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/rangecursor.h"

#include <algorithm>

namespace oxp {

/// How many positions before the new ones the next range begins.
qint64 RangeCursor::lead() const {
  const qint64 wanted = m_back > 0 ? m_back : qint64(m_anchors.size());
  return std::min(wanted, m_position - m_first);
}

RangeCursor::Range RangeCursor::next() const {
  return {m_position - lead(), lead() + m_step};
}

size_t RangeCursor::take(std::span<const QByteArray> ids) {
  const Range asked = next();
  const bool short_ = qint64(ids.size()) < asked.count;
  size_t fresh = 0;
  if (asked.offset > m_first && !m_anchors.empty() && !m_lost) {
    // The last of the ids seen that still stands there; what follows it is new.
    size_t found = ids.size();
    for (auto anchor = m_anchors.rbegin(); anchor != m_anchors.rend() && found == ids.size(); ++anchor)
      found = size_t(std::find(ids.begin(), ids.end(), *anchor) - ids.begin());
    if (found == ids.size()) {
      m_back = std::max(2 * lead(), 2 * Overlap);
      m_lost = ++m_returns > MostReturns;
      return ids.size();
    }
    fresh = found + 1;
  } else if (!m_anchors.empty()) {
    // At the very start nothing can have slipped past in front: only what is known is left out.
    for (size_t i = ids.size(); i > 0 && fresh == 0; --i) {
      if (ids[i - 1] == m_anchors.back())
        fresh = i;
    }
  }
  m_back = 0;
  m_position = asked.offset + qint64(ids.size());
  for (size_t i = fresh; i < ids.size(); ++i)
    m_anchors.push_back(ids[i]);
  if (m_anchors.size() > size_t(Overlap))
    m_anchors.erase(m_anchors.begin(), m_anchors.end() - Overlap);
  m_end = short_;
  return fresh;
}

} // namespace oxp
