// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QString>

#include <set>
#include <vector>

namespace oxp {

class Settings;

/// A queue of a profile, or a job of it.
struct RecentPlace {
  QString profileId;
  QueueId queue;
  QByteArray jobId; ///< empty: the queue itself

  bool operator==(const RecentPlace &) const = default;
};

/// Where a person has been, the last one first, in the settings file under `window/recent`. What cannot be
/// read there is left out.
class RecentPlaces {
public:
  static constexpr size_t Limit = 20;

  explicit RecentPlaces(Settings &settings);

  const std::vector<RecentPlace> &places() const { return m_places; }
  /// `lasting`: also for the next start; false for profiles that are gone then.
  void note(const RecentPlace &place, bool lasting);

private:
  Settings &m_settings;
  std::vector<RecentPlace> m_places;
  std::set<QString> m_passing; ///< profiles that end with the program
};

} // namespace oxp
