// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "redis/session.h"

#include <span>
#include <vector>

namespace oxp {

/// Finds where a job is by plain commands, for a pipeline of any number of jobs (the libraries' getState
/// scripts do the same with the same commands).
///
/// LPOS walks a list, and a list may hold ten million ids: each end is looked at up to `depth`. A job that
/// exists, is nowhere else and not at the ends of so long a list counts as waiting.
class StateProbe {
public:
  static constexpr int DefaultDepth = 50'000; ///< ids; some milliseconds of the server at most

  /// Servers before 6.0.6 have no LPOS: there the ends of the lists are fetched.
  explicit StateProbe(const ReadSession &session, int depth = DefaultDepth);
  StateProbe(bool hasLpos, int depth);

  /// Number of commands that append() adds.
  static constexpr size_t CommandCount = 14;
  void append(std::vector<Command> &commands, const QueueId &queue, const QByteArray &jobId) const;

  struct Found {
    bool exists = false; ///< the hash is there
    JobState state = JobState::Unknown;
    QByteArray score; ///< in the state's sorted set, as text; empty in a list
    /// Other states in whose keys the id was seen too. A job that moves while the replies are made may be:
    /// only a second look tells.
    std::vector<JobState> alsoIn = {};
  };
  /// Reads the CommandCount replies to append(). What the user may not see counts as not there.
  Found read(std::span<const Reply> replies, const QByteArray &jobId) const;

private:
  void appendListSearch(std::vector<Command> &commands, const QByteArray &key, const QByteArray &id) const;
  bool foundInList(std::span<const Reply> replies, const QByteArray &id) const;

  bool m_hasLpos;
  int m_depth;
};

} // namespace oxp
