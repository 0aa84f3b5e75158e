// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/joblook.h"

#include "bullio/replies.h"

#include <algorithm>
#include <utility>

namespace oxp {

namespace {

using Type = Reply::Type;

constexpr qint64 ReplyOverhead = 64; ///< bytes a job

ReadShape jobShape(const JobParts &parts) {
  if (parts.whole)
    return ReadShape(Command::of("HGETALL", ""));
  std::vector<QByteArray> words{parts.fields.size() == 1 ? "HGET" : "HMGET", ""};
  words.insert(words.end(), parts.fields.begin(), parts.fields.end());
  return ReadShape(Command(std::move(words)));
}

void moveAll(std::vector<ScanId> &from, JobLook::Queue &to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

} // namespace

JobLook::JobLook(const QueueId &queue, JobParts parts)
    : m_parts(std::move(parts))
    , m_jobShape(jobShape(m_parts))
    , m_sizeShape(Command::of("HSTRLEN", "", "data"))
    , m_sizes(m_parts.fields, m_parts.whole)
    , m_base(queue.key({})) {}

void JobLook::clear() {
  m_found.clear();
  m_passed.clear();
  m_ready.clear();
}

std::optional<JobSizes::Sample> JobLook::measure(Queue &from, ReadBatch &batch) {
  const auto end =
      from.begin() + qsizetype(m_sizes.mayBeLarge() ? std::min(from.size(), MostMeasured) : from.size());
  std::vector<ScanId> jobs(std::make_move_iterator(from.begin()), std::make_move_iterator(end));
  from.erase(from.begin(), end);
  if (!m_sizes.mayBeLarge()) {
    moveAll(jobs, m_ready);
    return {};
  }
  m_measuring += qint64(jobs.size());
  JobSizes::Sample sample =
      &from == &m_passed ? JobSizes::Sample{std::move(jobs)} : m_sizes.sampleOf(std::move(jobs));
  m_sizes.ask(sample, m_base, batch);
  return sample;
}

void JobLook::takeMeasure(JobSizes::Sample sample, const FlatReplies &replies) {
  m_measuring -= qint64(sample.jobs.size());
  const bool known = m_sizes.take(sample, replies);
  moveAll(sample.jobs, known ? m_ready : m_passed);
}

JobLook::Slice JobLook::cutSlice(ReadBatch &batch) {
  Slice slice;
  while (!m_ready.empty() && qint64(slice.jobs.size()) < SliceJobs) {
    const qint64 bytes = nextBytes() + ReplyOverhead;
    if (!slice.jobs.empty() && slice.bytes + bytes > SliceBytes)
      break;
    slice.bytes += bytes;
    slice.jobs.push_back(std::move(m_ready.front()));
    m_ready.pop_front();
    if (!m_parts.fields.empty())
      batch.add(m_jobShape, m_base, slice.jobs.back().id);
    if (m_parts.size)
      batch.add(m_sizeShape, m_base, slice.jobs.back().id);
  }
  return slice;
}

Result<bool> JobLook::takeSlice(const Slice &slice, const FlatReplies &replies, const Visit &visit) {
  size_t at = 0;
  for (const ScanId &job : slice.jobs) {
    const auto behind = takeFields(replies, at);
    if (!behind)
      return fail(behind.error());
    at = *behind;
    const auto size = m_parts.size ? takeSize(replies, at++) : Result<qint64>(-1);
    if (!size)
      return fail(size.error());
    if (!visit({job.id, job.score, m_fields, *size}))
      return false;
  }
  m_sizes.learn(replies.byteCount(), slice.jobs.size());
  return true;
}

/// The fields of one job, of which the first piece is at `at`; the place behind them.
Result<size_t> JobLook::takeFields(const FlatReplies &replies, size_t at) {
  m_fields.assign(m_parts.fields.size(), QByteArrayView());
  if (m_fields.empty())
    return at;
  const auto &pieces = replies.pieces();
  const FlatReplies::Piece &head = pieces[at++];
  if (const auto refused = replies::refusal(replies, head))
    return fail(*refused);
  const size_t items = head.type == Type::Array ? size_t(std::max<qint64>(0, head.number)) : 0;
  if (head.type == Type::Bytes)
    m_fields[0] = replies.bytes(head);
  else if (m_parts.whole)
    takeHash(replies, at, items / 2);
  else
    for (size_t field = 0; field < items; ++field)
      m_fields[field] = replies.bytes(pieces[at + field]);
  return at + items;
}

/// Jobs of one queue mostly have their fields in the same order: the last job's is tried first.
void JobLook::takeHash(const FlatReplies &replies, size_t first, size_t pairs) {
  const auto &pieces = replies.pieces();
  const std::vector<QByteArray> &wanted = m_parts.fields;
  m_order.resize(std::max(m_order.size(), pairs), wanted.size());
  for (size_t pair = 0; pair < pairs; ++pair) {
    const QByteArrayView name = replies.bytes(pieces[first + 2 * pair]);
    size_t &field = m_order[pair];
    if (field == wanted.size() || wanted[field] != name)
      field = size_t(std::find(wanted.begin(), wanted.end(), name) - wanted.begin());
    if (field < wanted.size())
      m_fields[field] = replies.bytes(pieces[first + 2 * pair + 1]);
  }
}

Result<qint64> JobLook::takeSize(const FlatReplies &replies, size_t at) const {
  const FlatReplies::Piece &piece = replies.pieces()[at];
  const auto refused = replies::refusal(replies, piece);
  if (refused && m_parts.needsSize)
    return fail(*refused);
  return refused ? -1 : piece.number;
}

} // namespace oxp
