// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "redis/session.h"
#include "search/matcher.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace oxp {

/// What a state is sorted by: a field of the search grammar; data, opts and result with a path.
struct SortRequest {
  QueueInfo queue;
  JobState state = JobState::Waiting;
  search::Path by;
  bool descending = false;
  search::Hides hidden; ///< values that count as missing
};

/// Ids in an order, packed: a million take some 12 MB.
class SortedIds {
public:
  void add(QByteArrayView id) {
    m_ends.push_back(m_bytes.size() + id.size());
    m_bytes.append(id);
  }
  qint64 size() const { return qint64(m_ends.size()); }
  QByteArray at(qint64 position) const {
    const qsizetype begin = position == 0 ? 0 : m_ends[size_t(position) - 1];
    return m_bytes.sliced(begin, m_ends[size_t(position)] - begin);
  }
  void reserve(qint64 ids, qsizetype bytes) {
    m_ends.reserve(size_t(ids));
    m_bytes.reserve(bytes);
  }

private:
  QByteArray m_bytes;
  std::vector<qsizetype> m_ends;
};

struct SortProgress {
  qint64 looked = 0;
  qint64 total = 0;
};

/// Reads the one field of all jobs of a state and sorts them by what the job table shows of it: attempts,
/// progress and priority are 0 where they are missing, and due is nothing outside of delayed. Jobs without a
/// value stand last either way; equal ones stay in the state's order. Texts are compared by their first 96
/// bytes, numbers exactly. While it works a job takes 36 bytes, twice its id and once its key: with ids of
/// seven digits some 55 bytes for short numbers and some 150 for long texts, besides what the two buffers of
/// bytes hold ready to grow. Lane thread.
Result<SortedIds> sortJobs(ReadSession &session, const SortRequest &request,
                           const std::function<void(SortProgress)> &tell, std::stop_token stop);

} // namespace oxp
