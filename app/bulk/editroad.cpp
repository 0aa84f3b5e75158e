// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/editroad.h"

#include "edits/apply.h"
#include "operations/compareandset.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <utility>

namespace oxp {
namespace {

QByteArray sha1Of(const QByteArray &data) {
  return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

/// A worker that holds the job has the old data, and may write its own over these.
std::optional<Error> refusalOf(const SliceJob &slice, const Reply &size) {
  if (slice.job.locked || slice.item.from == JobState::Active)
    return Error{ErrorKind::WrongState, "running", QStringLiteral("a worker holds the job")};
  if (size.integer > ScriptDataLimit)
    return Error{ErrorKind::Unsupported, "large", QStringLiteral("its data are over 1 MB")};
  return std::nullopt;
}

Error errorOf(const edits::Problem &problem) {
  return {ErrorKind::Invalid, problemWord(problem.code),
          QStringLiteral("change %1 at %2").arg(problem.change + 1).arg(problem.at)};
}

} // namespace

QByteArray problemWord(edits::Problem::Code code) {
  using Code = edits::Problem::Code;
  switch (code) {
  case Code::NotJson:
    return "not-json";
  case Code::BadValue:
    return "bad-value";
  case Code::NothingThere:
    return "nothing-there";
  case Code::NotAnObject:
    return "no-object";
  case Code::NotAnArray:
    return "no-array";
  case Code::OutOfRange:
    return "out-of-range";
  case Code::NoNumber:
    return "no-number";
  case Code::NumberTooLong:
    return "number-too-long";
  case Code::KeyTaken:
    return "key-taken";
  case Code::ManyPlaces:
    return "many-places";
  case Code::IntoItself:
    return "into-itself";
  case Code::BadRegex:
    return "bad-regex";
  case Code::RegexTooCostly:
    return "regex-too-costly";
  case Code::TestFailed:
    return "test-failed";
  }
  return "change";
}

Result<void> EditRoad::fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) {
  if (auto read = readData(session, jobs, std::move(stop)); !read)
    return read;
  for (SliceJob &slice : jobs) {
    if (!slice.refusal)
      change(slice);
  }
  return {};
}

/// How large they are first, so that what is held and what is asked for in one go is bounded.
Result<void> EditRoad::readData(ReadSession &session, std::vector<SliceJob> &jobs,
                                std::stop_token stop) const {
  std::vector<Command> sizes, reads;
  for (const SliceJob &slice : jobs)
    sizes.push_back(Command::of("HSTRLEN", slice.request.queue.id.key(slice.item.jobId), "data"));
  const auto lengths = session.pipeline(sizes, stop);
  if (!lengths)
    return fail(lengths.error());
  qint64 bytes = 0;
  size_t kept = 0;
  for (; kept < jobs.size(); ++kept) {
    SliceJob &slice = jobs[kept];
    const Reply &length = (*lengths)[kept];
    if (length.isError())
      return fail(*length.error());
    if (!slice.refusal)
      slice.refusal = refusalOf(slice, length);
    if (slice.refusal)
      continue;
    if (bytes += length.integer; bytes > MostBytes && !reads.empty())
      break;
    reads.push_back(Command::of("HGET", slice.request.queue.id.key(slice.item.jobId), "data"));
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
    base.timestamp = slice.job.timestamp;
    base.state = slice.item.from;
    base.fetchedAt = QDateTime::currentMSecsSinceEpoch();
  }
  return {};
}

void EditRoad::change(SliceJob &slice) {
  JobSnapshot &base = *slice.request.baseline;
  auto splices = edits::splicesOf(base.data, m_changes);
  if (!splices) {
    slice.refusal = errorOf(splices.error());
    return;
  }
  if (splices->empty()) {
    slice.refusal = Error{ErrorKind::WrongState, "unchanged", QStringLiteral("it is so already")};
    return;
  }
  base.sha1 = sha1Of(base.data);
  slice.request.splices = std::move(*splices);
  slice.request.newData = json::apply(base.data, slice.request.splices);
  slice.newSha1 = sha1Of(slice.request.newData);
  const bool announce = m_family != Family::Bull4 && !std::exchange(m_announced, true);
  slice.call = swapCall(slice.request, announce);
}

Result<void> EditRoad::readAnswer(const Reply &reply) const {
  const auto swap = readSwap(reply);
  if (!swap)
    return fail(swap.error());
  switch (*swap) {
  case Swap::Written:
    return {};
  case Swap::Changed:
    return fail(ErrorKind::Conflict, QStringLiteral("somebody else changed the data"),
                QByteArrayLiteral("changed"));
  case Swap::OtherJob:
    return fail(ErrorKind::NotFound, QStringLiteral("another job bears this id now"),
                QByteArrayLiteral("other-job"));
  default:
    return fail(ErrorKind::NotFound, QStringLiteral("the job is gone"), QByteArrayLiteral("gone"));
  }
}

} // namespace oxp
