// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionsummary.h"

#include "bull/fingerprint.h"
#include "models/failuregroupsmodel.h"
#include "models/format.h"

#include <QHash>

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype LongestName = 200;

/// What was counted under a key, and when it was first seen: that decides between equals, so that a list
/// that is counted again stays in its order.
struct Count {
  qint64 jobs = 0;
  qint64 seen = 0;
};

template <typename Key>
using Counts = QHash<Key, Count>;

template <typename Key>
void add(Counts<Key> &counts, const Key &key) {
  auto found = counts.find(key);
  if (found == counts.end())
    found = counts.insert(key, {0, counts.size()});
  ++found->jobs;
}

template <typename Key>
std::vector<std::pair<Key, Count>> ordered(const Counts<Key> &counts) {
  std::vector<std::pair<Key, Count>> all;
  all.reserve(size_t(counts.size()));
  for (auto at = counts.cbegin(); at != counts.cend(); ++at)
    all.emplace_back(at.key(), at.value());
  std::sort(all.begin(), all.end(), [](const auto &one, const auto &other) {
    return one.second.jobs != other.second.jobs ? one.second.jobs > other.second.jobs
                                                : one.second.seen < other.second.seen;
  });
  return all;
}

template <typename Key, typename Words>
Tally tallyOf(const Counts<Key> &counts, Words words) {
  const auto all = ordered(counts);
  // The last of the others takes the line in which they would be summed up.
  const size_t shown = all.size() <= Tally::Most + 1 ? all.size() : Tally::Most;
  Tally tally;
  for (size_t i = 0; i < shown; ++i)
    tally.top.push_back({words(all[i].first), all[i].second.jobs});
  for (size_t i = shown; i < all.size(); ++i)
    tally.otherJobs += all[i].second.jobs;
  tally.others = qint64(all.size() - shown);
  return tally;
}

Tally namesOf(const std::vector<SelectedJob> &jobs) {
  Counts<QByteArray> counts;
  for (const SelectedJob &job : jobs)
    add(counts, job.name);
  return tallyOf(counts, [](const QByteArray &name) {
    return name.isEmpty() ? format::missing() : format::safeText(name, LongestName);
  });
}

/// Many have the very same text: each is taken apart once.
Tally errorsOf(const std::vector<SelectedJob> &jobs) {
  Counts<QByteArray> texts;
  for (const SelectedJob &job : jobs)
    if (!job.error.isEmpty())
      add(texts, job.error);
  Counts<Fingerprint> counts;
  for (const auto &[text, count] : ordered(texts)) {
    const Fingerprint print = fingerprint(text, {});
    add(counts, print);
    counts[print].jobs += count.jobs - 1;
  }
  return tallyOf(counts, failureText);
}

void addFinished(SelectionSummary &sum, qint64 at) {
  if (at <= 0)
    return;
  sum.firstFinished = sum.firstFinished > 0 ? std::min(sum.firstFinished, at) : at;
  sum.lastFinished = std::max(sum.lastFinished, at);
}

/// A job that says nothing of attempts has one.
void addAttempts(SelectionSummary &sum, const SelectedJob &job) {
  if (job.attemptsMade <= 0)
    return;
  const bool used = job.attemptsMade >= std::max(job.attemptsMax, 1);
  ++(used ? sum.attemptsUsed : sum.attemptsLeft);
}

void addSizes(SelectionSummary &sum, const std::vector<SelectedJob> &jobs) {
  const bool known = !jobs.empty() && std::all_of(jobs.begin(), jobs.end(),
                                                  [](const SelectedJob &job) { return job.size >= 0; });
  if (!known)
    return;
  sum.bytes = 0;
  for (const SelectedJob &job : jobs) {
    sum.bytes += job.size;
    sum.largest = std::max(sum.largest, job.size);
  }
}

} // namespace

SelectedJob SelectedJob::of(const JobRow &row) {
  return {row.name, row.error, row.state, row.finished, row.attemptsMade, row.attemptsMax, row.size};
}

SelectionSummary summaryOf(const std::vector<SelectedJob> &jobs, JobFields known) {
  SelectionSummary sum;
  sum.jobs = qint64(jobs.size());
  if (hasField(known, JobField::Name))
    sum.names = namesOf(jobs);
  if (hasField(known, JobField::Error))
    sum.errors = errorsOf(jobs);
  Counts<int> states;
  for (const SelectedJob &job : jobs) {
    add(states, int(job.state));
    if (hasField(known, JobField::Finished))
      addFinished(sum, job.finished);
    if (hasField(known, JobField::Attempts))
      addAttempts(sum, job);
  }
  for (const auto &[state, count] : ordered(states))
    sum.states.emplace_back(JobState(state), count.jobs);
  if (hasField(known, JobField::Size))
    addSizes(sum, jobs);
  return sum;
}

} // namespace oxp
