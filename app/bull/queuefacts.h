// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>

namespace oxp {

/// When jobs failed that are still among the failed ones: two hours in parts of two minutes, which begin at
/// even minutes of the epoch, so that what was read stays true while time passes.
class FailureBars {
public:
  static constexpr qint64 PartMs = 120'000;
  static constexpr int PartsOfHour = 30, Parts = 2 * PartsOfHour;
  using Hour = std::array<int, PartsOfHour>; ///< oldest first

  FailureBars() = default;
  /// Nothing failed in the two hours that end with the part of `now`, ms by the server's clock.
  explicit FailureBars(qint64 now)
      : m_last(now / PartMs) {}

  /// The first ms of the two hours.
  qint64 from() const { return (m_last - Parts + 1) * PartMs; }
  /// Counts jobs that failed at `ms`; what is ahead of the last part counts there.
  void add(qint64 ms, int jobs = 1);
  /// The parts of the hour that ends with the part of `now`, which is not over yet.
  Hour hour(qint64 now) const;
  qint64 inHour(qint64 now) const;
  qint64 inHourBefore(qint64 now) const;
  bool operator==(const FailureBars &) const = default;

private:
  int at(qint64 part) const;
  qint64 sum(qint64 first, qint64 last) const;

  qint64 m_last = 0; ///< number of the newest part since the epoch
  std::array<int, Parts> m_parts{};
};

/// What the overview of a profile knows of a queue beyond its counts. Times are ms by the server's clock.
struct QueueFacts {
  std::optional<FailureBars> failures; ///< nothing = not asked yet, or kept back
  qint64 oldestWaiting = 0;            ///< since when it waits; 0 = none waits, or its fields do not tell
  qint64 nextDelayed = 0;              ///< when the next delayed job is due; 0 = none is, or not known
  std::optional<int> workers;
  std::optional<qint64> memory; ///< bytes, by samples
  bool operator==(const QueueFacts &) const = default;
};

} // namespace oxp
