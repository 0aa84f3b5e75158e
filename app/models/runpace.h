// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace oxp {

/// How a run goes that is under way.
struct RunSpeed {
  qint64 perSecond = -1; ///< jobs; -1 = not known yet
  qint64 leftMs = -1;    ///< -1 = not known
  bool held = false;     ///< the profile's limit is what it waits for
};

/// How fast something goes now, by what was counted in the last few seconds. Times in ms of any clock.
class RunPace {
public:
  static constexpr qint64 SpanMs = 5'000; ///< that is looked back upon
  static constexpr qint64 LeastMs = 500;  ///< over less nothing is said

  void note(qint64 done, qint64 now);
  /// Counted a second; -1 = not known yet.
  qint64 perSecond() const;
  /// Ms until so many more have been done; -1 = not known.
  qint64 leftMs(qint64 more) const;

  static constexpr qint64 HeldMs = 2'000; ///< for so long one counts as held since it last was
  void noteHeld(qint64 now) { m_heldAt = now; }
  bool isHeld(qint64 now) const { return m_heldAt && now - *m_heldAt < HeldMs; }

private:
  struct Sample {
    qint64 done = 0, at = 0;
  };
  std::deque<Sample> m_samples;
  std::optional<qint64> m_heldAt;
};

} // namespace oxp
