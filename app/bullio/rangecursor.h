// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace oxp {

/// Walks a list or a sorted set by positions while jobs come and go in it, so that none that stays in place
/// is missed: each range begins with some ids of the one before. Where they are still found, the walk goes on
/// behind them, however far all has moved; where none is, it goes back. Ids may be met twice. Pure.
class RangeCursor {
public:
  static constexpr qint64 Overlap = 32; ///< ids

  /// `first`: position to begin with; `step`: new ids in a range.
  RangeCursor(qint64 first, qint64 step)
      : m_position(first)
      , m_first(first)
      , m_step(step) {}

  struct Range {
    qint64 offset = 0;
    qint64 count = 0;
  };
  /// The range to read next.
  Range next() const;
  /// Takes what stood there. The index from which ids are new (size() when none is), and all from there on
  /// are to be looked at.
  size_t take(std::span<const QByteArray> ids);
  bool atEnd() const { return m_end; }
  /// The end of what was walked, from the first position on.
  qint64 walked() const { return m_position - m_first; }
  /// The order moved faster than it could be read, so often that the walk went on without certainty.
  bool lostTrack() const { return m_lost; }

private:
  static constexpr int MostReturns = 64;

  qint64 lead() const;

  qint64 m_position; ///< of the first id that was not seen
  qint64 m_first;
  qint64 m_step;
  std::vector<QByteArray> m_anchors; ///< the last ids that were seen, in order
  qint64 m_back = 0;                 ///< how far back the next range begins, beyond the overlap
  int m_returns = 0;
  bool m_end = false;
  bool m_lost = false;
};

} // namespace oxp
