// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/payloads.h"

#include "bull/payloadhash.h"
#include "operations/compareandset.h"

#include <QDateTime>

namespace oxp {
namespace {

/// A worker that holds the job has the old data, and may write its own over these.
std::optional<Error> refusalOf(const SliceJob &slice, const Reply &size) {
  if (slice.job.locked || slice.item.from == JobState::Active)
    return Error{ErrorKind::WrongState, "running", QStringLiteral("a worker holds the job")};
  if (size.integer > ScriptDataLimit)
    return Error{ErrorKind::Unsupported, "large", QStringLiteral("its data are over 1 MB")};
  return std::nullopt;
}

} // namespace

Result<void> readPayloads(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) {
  const QByteArray field = jobs.empty() ? QByteArray() : fieldStoredBy(jobs.front().request.operation);
  std::vector<Command> sizes, reads;
  for (const SliceJob &slice : jobs)
    sizes.push_back(Command::of("HSTRLEN", slice.request.queue.id.key(slice.item.jobId), field));
  const auto lengths = session.pipeline(sizes, stop);
  if (!lengths)
    return fail(lengths.error());
  qint64 bytes = 0;
  size_t kept = 0;
  for (; kept < jobs.size(); ++kept) {
    SliceJob &slice = jobs[kept];
    const Reply &length = (*lengths)[kept];
    if (!slice.refusal && length.isError())
      return fail(*length.error());
    if (!slice.refusal)
      slice.refusal = refusalOf(slice, length);
    if (slice.refusal)
      continue;
    if (bytes += length.integer; bytes > MostPayloadBytes && !reads.empty())
      break;
    reads.push_back(Command::of("HGET", slice.request.queue.id.key(slice.item.jobId), field));
  }
  jobs.resize(kept);
  const auto replies = session.pipeline(reads, stop, {.valueBytes = bytes});
  if (!replies)
    return fail(replies.error());
  size_t at = 0;
  for (SliceJob &slice : jobs) {
    if (slice.refusal)
      continue;
    const Reply &data = (*replies)[at++];
    if (data.isError())
      return fail(*data.error());
    JobSnapshot &base = slice.request.baseline.emplace();
    base.queue = slice.request.queue.id;
    base.jobId = slice.item.jobId;
    base.data = data.bytes;
    base.present = !data.isNil();
    base.sha1 = sha1Of(base.data);
    base.timestamp = slice.job.timestamp;
    base.state = slice.item.from;
    base.fetchedAt = QDateTime::currentMSecsSinceEpoch();
  }
  return {};
}

} // namespace oxp
