// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobsizes.h"

#include <algorithm>
#include <numeric>

namespace oxp {

namespace {

/// Fields whose size nobody knows, in BullMQ 4, 5, 6 and Bull 4: what people give to a job, and get from it.
constexpr const char *LargeFields[] = {"data",       "returnvalue", "failedReason",
                                       "stacktrace", "opts",        "progress"};

std::vector<ReadShape> largeShapes(const std::vector<QByteArray> &fields, bool whole) {
  std::vector<ReadShape> shapes;
  for (const char *field : LargeFields)
    if (whole || std::find(fields.begin(), fields.end(), field) != fields.end())
      shapes.emplace_back(Command::of("HSTRLEN", "", field));
  return shapes;
}

} // namespace

JobSizes::JobSizes(const std::vector<QByteArray> &fields, bool whole)
    : m_shapes(largeShapes(fields, whole)) {}

/// Calls `each` with the number of a measured job, among those that are measured, its id and a field. While
/// all are alike, one job tells a half of its fields and the next one the other half.
template <typename Each>
void JobSizes::forMeasured(const Sample &sample, Each each) const {
  const size_t turns = sample.every == SampleCalm && m_shapes.size() > 1 ? 2 : 1;
  for (size_t number = 0; number * sample.every < sample.jobs.size(); ++number)
    for (size_t field = number % turns; field < m_shapes.size(); field += turns)
      each(number, sample.jobs[number * sample.every], m_shapes[field]);
}

JobSizes::Sample JobSizes::sampleOf(std::vector<ScanId> jobs) const {
  const size_t every = std::clamp<size_t>(jobs.size() / LeastSample, 1, m_every);
  return {std::move(jobs), every};
}

void JobSizes::ask(const Sample &sample, QByteArrayView base, ReadBatch &batch) const {
  forMeasured(sample,
              [&](size_t, const ScanId &job, const ReadShape &shape) { batch.add(shape, base, job.id); });
}

/// A key that is no hash, or may not be measured, has no length; reading it will tell.
bool JobSizes::take(Sample &sample, const FlatReplies &replies) {
  std::vector<qint64> sizes((sample.jobs.size() + sample.every - 1) / sample.every);
  size_t at = 0;
  forMeasured(sample, [&](size_t number, const ScanId &, const ReadShape &) {
    sizes[number] += replies.pieces()[at++].number;
  });
  const qint64 largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
  const qint64 sum = std::accumulate(sizes.begin(), sizes.end(), qint64(0));
  const bool known = sample.every == 1 || largest <= SmallBytes;
  m_every = known && double(largest) <= 4 * m_average ? SampleCalm : SampleEvery;
  if (known)
    m_average = std::max(m_average, double(sum * qint64(m_shapes.size())) / double(std::max<size_t>(1, at)));
  for (size_t i = 0; sample.every == 1 && i < sizes.size(); ++i)
    sample.jobs[i].size = sizes[i];
  return known;
}

/// Quick to grow, slow to shrink: one slice of large payloads makes the next ones short.
void JobSizes::learn(qint64 bytes, size_t jobs) {
  const double now = double(bytes) / double(std::max<size_t>(1, jobs));
  m_average = now > m_average ? now : 0.75 * m_average + 0.25 * now;
}

} // namespace oxp
