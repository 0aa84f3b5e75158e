// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace oxp {

/// Walks a list or a sorted set by positions while jobs come and go in it, so that none that stays in place
/// is missed: each range begins with some ids of the one before (anchors). Where one of them is still found,
/// the walk goes on behind it, however far all has moved. Where none is, it is looked for around, ahead
/// (many came in front) and behind (many left in front) in turn, a range at a time. Where they are all gone,
/// the walk begins again. Ids may be met twice. Pure.
class RangeCursor {
public:
  static constexpr qint64 Overlap = 32;      ///< ids of the last range that the next one begins with
  static constexpr size_t MostAnchors = 256; ///< ids that are remembered
  static constexpr int MostLooks = 64;       ///< ranges in each direction
  static constexpr int MostRestarts = 16;

  /// `first`: position to begin with; `step`: new ids in a range.
  RangeCursor(qint64 first, qint64 step)
      : m_position(first)
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
  /// How often the walk began again; what it had given out before comes again then.
  int restarts() const { return m_restarts; }
  /// The order moved faster than it could be read, so often that the walk went on without certainty.
  bool lostTrack() const { return m_lost; }

private:
  qint64 lead() const;
  qint64 base() const { return m_position - lead(); }
  std::optional<size_t> behindAnchor(std::span<const QByteArray> ids) const;
  void goOn(std::span<const QByteArray> ids, const Range &asked, size_t fresh);
  void lookElsewhere(const Range &asked, bool reachesEnd);
  void nextLook();
  void giveUp();

  qint64 m_position; ///< of the first id that was not seen
  qint64 m_step;
  std::vector<QByteArray> m_anchors; ///< the last ids that were seen, in order
  int m_look = 0;                    ///< ranges away from where the anchors were, ahead > 0, behind < 0
  bool m_aheadDone = false, m_behindDone = false;
  int m_restarts = 0;
  bool m_end = false;
  bool m_lost = false;
};

} // namespace oxp
