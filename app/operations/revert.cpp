// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operationrunner.h"

#include "operations/consent.h"
#include "json/diff.h"
#include "json/merge.h"
#include "json/scanner.h"

namespace oxp {
namespace {

using audit::Record;

auto invalid(const char *code, const char *detail) {
  return fail(ErrorKind::Invalid, QLatin1String(detail), QByteArray(code));
}

/// Workers read a missing or empty field as {}, and that can be written.
QByteArray storable(const QByteArray &before) {
  return before.isEmpty() ? QByteArrayLiteral("{}") : before;
}

/// The splices that take back what the record's splices did: positions count in the text after.
std::vector<json::Splice> inverse(const Record &record) {
  std::vector<json::Splice> back;
  qsizetype shift = 0, taken = 0;
  for (const json::Splice &splice : record.splices) {
    back.push_back(
        {splice.offset + shift, splice.inserted.size(), record.before->bytes.mid(taken, splice.removed)});
    taken += splice.removed;
    shift += splice.inserted.size() - splice.removed;
  }
  return back;
}

Result<QByteArray> fromRanges(const Record &record, const JobSnapshot &now) {
  if (now.sha1 != record.after->sha1)
    return invalid("changed-since", "only ranges were kept, and the data have changed since");
  return json::apply(now.data, inverse(record));
}

Result<QByteArray> fromWhole(const Record &record, const JobSnapshot &now) {
  const QByteArray before = storable(record.before->bytes);
  if (now.sha1 == record.after->sha1)
    return before;
  // Others have changed it since: only what this record changed is taken back.
  const auto merged = json::merge(record.after->bytes, before, now.data);
  if (!merged || !merged->conflicts.empty())
    return invalid("changed-since", "the same places have changed since");
  return merged->merged;
}

Result<void> revertible(const Record &record, const JobSnapshot &now) {
  const bool edit = record.operation == "job.updateData";
  const bool written = record.outcome == audit::Outcome::Done || record.outcome == audit::Outcome::Unknown;
  if (!edit || !written)
    return invalid("not-revertible", "only an edit that was written can be taken back");
  if (!record.before || !record.after || record.before->left || record.after->left)
    return invalid("left-out", "the record does not hold what was there before");
  if (record.jobTimestamp != now.timestamp)
    return fail(ErrorKind::NotFound, QStringLiteral("another job bears this id now"),
                QByteArrayLiteral("other-job"));
  return {};
}

} // namespace

Result<OperationRequest> OperationRunner::revertRequest(const Record &record, const JobSnapshot &now,
                                                        const QueueInfo &queue) {
  if (const auto fits = revertible(record, now); !fits)
    return fail(fits.error());
  auto data = record.before->ranges ? fromRanges(record, now) : fromWhole(record, now);
  if (!data)
    return fail(data.error());
  if (*data == now.data)
    return invalid("nothing-to-save", "the data are as they were before");
  if (!json::scan(*data).valid())
    return invalid("not-json", "what was there before cannot be read by workers");
  OperationRequest request;
  request.operation = record.operation;
  request.queue = queue;
  request.jobId = record.jobId;
  request.expectedState = now.state;
  request.baseline = now;
  request.newData = std::move(*data);
  request.splices = {differing(now.data, request.newData)};
  request.changes = json::diff(now.data, request.newData);
  request.revertOf = record.id;
  return request;
}

} // namespace oxp
