// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bullio/scanwalk.h"
#include "redis/flatreplies.h"
#include "redis/readbatch.h"

#include <vector>

namespace oxp {

/// How many bytes jobs bring when certain fields of them are read, asked for before they are read: of one job
/// in eight, of one in 32 while all are alike, and of all when one of those is large. Of fields that are
/// never large nothing is asked.
class JobSizes {
public:
  static constexpr size_t SampleEvery = 8, SampleCalm = 32; ///< jobs, of which one is measured
  static constexpr size_t LeastSample = 32;        ///< jobs that are measured, where there are so many
  static constexpr qint64 SmallBytes = 16 * 1'024; ///< a sample up to this tells nothing alarming

  /// `whole`: all of the hash is read, whatever the fields.
  JobSizes(const std::vector<QByteArray> &fields, bool whole);

  struct Sample {
    std::vector<ScanId> jobs;
    size_t every = 1; ///< of so many jobs, one is measured
  };

  bool mayBeLarge() const { return !m_shapes.empty(); }
  /// Jobs not one of which was measured.
  Sample sampleOf(std::vector<ScanId> jobs) const;
  /// `base`: the key of a job without its id.
  void ask(const Sample &sample, QByteArrayView base, ReadBatch &batch) const;
  /// Takes the replies; true when enough is known of these jobs. Otherwise each of them is to be measured.
  bool take(Sample &sample, const FlatReplies &replies);
  /// What so many jobs have brought, measured or not.
  void learn(qint64 bytes, size_t jobs);

  qint64 bytesOf(const ScanId &job) const { return job.size >= 0 ? job.size : qint64(m_average); }

private:
  template <typename Each>
  void forMeasured(const Sample &sample, Each each) const;

  std::vector<ReadShape> m_shapes; ///< HSTRLEN of each field that may be large
  double m_average = 1'024;        ///< that forgets
  size_t m_every = SampleEvery;
};

} // namespace oxp
