// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/job.h"
#include "bullio/jobsizes.h"

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace oxp {

/// What is read of each job.
struct JobParts {
  std::vector<QByteArray> fields; ///< of its hash; none = only ids
  bool whole = false;             ///< asks for all of the hash
  bool size = false;              ///< the length of data too
  bool needsSize = true;          ///< a length that is refused is an error; otherwise it is -1
};

/// One job on its way by. Views live until the call returns.
struct ScannedJob {
  const QByteArray &id;
  QByteArrayView score;
  std::span<const QByteArrayView> fields; ///< as asked for; null (not empty) = the hash has no such field
  qint64 size = -1;
};

/// Jobs on their way through one kind of reading: found, measured where they may be large, and read in slices
/// that are small in jobs and bytes. Makes the commands and takes the replies; somebody else sends them.
class JobLook {
public:
  static constexpr qint64 SliceJobs = 128;         ///< jobs read at a time, at most
  static constexpr qint64 SliceBytes = 64 * 1'024; ///< of replies, aimed at: what a server writes in one go
  static constexpr size_t MostMeasured = 8'000;    ///< jobs that are dealt with in one measurement

  /// False ends the reading.
  using Visit = std::function<bool(const ScannedJob &)>;
  using Queue = std::deque<ScanId>;
  struct Slice {
    std::vector<ScanId> jobs;
    qint64 bytes = 0; ///< that are expected
  };

  JobLook(const QueueId &queue, JobParts parts);

  Queue &found() { return m_found; }
  /// The next ones are to be measured each.
  Queue &passed() { return m_passed; }
  /// Of the job that is read next.
  qint64 nextBytes() const { return m_ready.empty() ? 0 : m_sizes.bytesOf(m_ready.front()); }
  qint64 waiting() const { return qint64(m_found.size()); } ///< jobs that are found
  qint64 measuring() const { return m_measuring; }
  qint64 ready() const { return qint64(m_ready.size()); }
  void clear();

  /// Moves jobs of one of the two queues on. What is to be asked about them goes into the batch; nothing
  /// when no field of them can be large: then they are ready.
  std::optional<JobSizes::Sample> measure(Queue &from, ReadBatch &batch);
  void takeMeasure(JobSizes::Sample sample, const FlatReplies &replies);
  Slice cutSlice(ReadBatch &batch);
  /// Shows its jobs; false when the visitor wants no more. Denied when the user may not read them.
  Result<bool> takeSlice(const Slice &slice, const FlatReplies &replies, const Visit &visit);

private:
  Result<size_t> takeFields(const FlatReplies &replies, size_t at);
  void takeHash(const FlatReplies &replies, size_t first, size_t pairs);
  Result<qint64> takeSize(const FlatReplies &replies, size_t at) const;

  JobParts m_parts;
  ReadShape m_jobShape, m_sizeShape;
  JobSizes m_sizes;
  QByteArray m_base; ///< key of a job without its id
  Queue m_found;     ///< their ids are known
  Queue m_passed;    ///< to be measured, each of them
  Queue m_ready;     ///< to be read
  qint64 m_measuring = 0;
  std::vector<QByteArrayView> m_fields;
  std::vector<size_t> m_order; ///< of a whole hash: which field the last job had at each place
};

} // namespace oxp
