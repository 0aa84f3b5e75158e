// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operationrunner.h"

#include "audit/redaction.h"
#include "operations/editrequest.h"
#include "json/diff.h"
#include "json/merge.h"
#include "json/scanner.h"

namespace oxp {
namespace {

using audit::Record;

auto invalid(const char *code, const char *detail) {
  return fail(ErrorKind::Invalid, QLatin1String(detail), QByteArray(code));
}

auto changedSince() {
  return invalid("changed-since", "the same places have changed since");
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
    const qsizetype place = record.before->ranges ? taken : splice.offset;
    back.push_back(
        {splice.offset + shift, splice.inserted.size(), record.before->bytes.mid(place, splice.removed)});
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
    return changedSince();
  return merged->merged;
}

/// What has to change in `now`, which is without sensitive values as the record is.
std::optional<std::vector<json::Splice>> redactedBack(const Record &record, const QByteArray &now) {
  if (now == record.after->bytes)
    return inverse(record);
  const auto merged = json::merge(record.after->bytes, record.before->bytes, now);
  if (!merged || !merged->conflicts.empty())
    return std::nullopt;
  auto splices = json::splicesFor(now, merged->merged);
  return splices ? std::optional(std::move(*splices)) : std::nullopt;
}

/// The record has no sensitive value, and changed none: those that are there now stay, whatever they are.
Result<QByteArray> fromLeftOut(const policy::Rules &rules, const Record &record, const JobSnapshot &now) {
  const audit::SensitiveKey isSensitive = [&](const QByteArray &key) { return rules.isSensitive(key); };
  const auto spans = audit::sensitiveSpans(now.data, isSensitive);
  const auto redacted = audit::withoutSensitive(now.data, isSensitive);
  if (!spans || !redacted)
    return changedSince();
  const auto back = redactedBack(record, *redacted);
  const auto splices = back ? audit::fromRedacted(*back, *spans) : std::nullopt;
  if (!splices)
    return changedSince();
  QByteArray data = json::apply(now.data, *splices);
  const auto left = audit::sensitiveSpans(data, isSensitive); // none came, none went
  if (!left || left->size() != spans->size() ||
      audit::withoutSensitive(data, isSensitive) != json::apply(*redacted, *back))
    return changedSince();
  return data;
}

Result<void> revertible(const Record &record, const JobSnapshot &now) {
  const bool edit = isEdit(record.operation);
  const bool written = record.outcome == audit::Outcome::Done || record.outcome == audit::Outcome::Unknown;
  if (!edit || !written)
    return invalid("not-revertible", "only an edit that was written can be taken back");
  const bool left = record.before && record.after && (record.before->left || record.after->left);
  if (!record.before || !record.after || (left && !audit::holdsPreImage(record)))
    return invalid("left-out", "the record does not hold what was there before");
  if (record.jobTimestamp != now.timestamp)
    return fail(ErrorKind::NotFound, QStringLiteral("another job bears this id now"),
                QByteArrayLiteral("other-job"));
  return {};
}

} // namespace

Result<OperationRequest> OperationRunner::revertRequest(const policy::Rules &rules, const Record &record,
                                                        const JobSnapshot &now, const QueueInfo &queue) {
  if (const auto fits = revertible(record, now); !fits)
    return fail(fits.error());
  auto data = record.before->left     ? fromLeftOut(rules, record, now)
              : record.before->ranges ? fromRanges(record, now)
                                      : fromWhole(record, now);
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
  request.scanned = std::make_shared<json::ScannedText>(now.data);
  request.changes = json::diff(*request.scanned, request.newData, request.splices);
  request.revertOf = record.id;
  return request;
}

} // namespace oxp
