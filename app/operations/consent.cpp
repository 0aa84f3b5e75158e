// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/consent.h"

#include "json/diff.h"
#include "json/excerpt.h"

#include <algorithm>

namespace oxp {
namespace {

Error denied(const char *code, const char *detail) {
  return {ErrorKind::Denied, code, QLatin1String(detail)};
}

} // namespace

std::optional<Error> missingConsent(const policy::Decision &decision, const OperationRequest &request,
                                    qint64 now) {
  using policy::Verdict;
  if (decision.verdict == Verdict::Allow)
    return std::nullopt;
  if (decision.verdict == Verdict::Deny) {
    const QByteArray why = decision.reasons.empty() ? QByteArray() : decision.reasons.front();
    const ErrorKind kind = why == "audit-unavailable" ? ErrorKind::AuditUnavailable : ErrorKind::Denied;
    return Error{kind, why, QStringLiteral("the policy refuses it")};
  }
  if (decision.verdict != Verdict::Confirm)
    return Error{ErrorKind::NeedsApproval, "approval", QStringLiteral("somebody has to agree first")};
  const Consent &consent = request.consent;
  if (decision.runningTick && !consent.runningTicked && request.expectedState != JobState::Active)
    return Error{ErrorKind::WrongState, "now-running",
                 QStringLiteral("a worker has taken the job meanwhile")};
  if (consent.requestHash.isEmpty())
    return denied("no-consent", "this has to be confirmed first");
  if (consent.requestHash != request.hash())
    return denied("other-consent", "something else was confirmed");
  if (now - consent.givenAt > ConsentLifetimeMs || consent.givenAt > now + ConsentLifetimeMs)
    return denied("consent-expired", "the confirmation is too old");
  if (decision.runningTick && !consent.runningTicked)
    return denied("no-running-tick", "that the job is running has to be ticked");
  if (!decision.typeToConfirm.isEmpty() && consent.typed != decision.typeToConfirm)
    return denied("typed-differs", "another text was typed");
  return std::nullopt;
}

json::Splice differing(const QByteArray &before, const QByteArray &after) {
  const qsizetype shorter = std::min(before.size(), after.size());
  const qsizetype head =
      std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
  const auto tail = std::mismatch(before.rbegin(), before.rbegin() + (shorter - head), after.rbegin());
  const qsizetype same = tail.first - before.rbegin();
  return {head, before.size() - head - same, after.mid(head, after.size() - head - same)};
}

std::vector<json::Change> changesOf(const OperationRequest &request) {
  if (!request.baseline || !request.changes.empty())
    return request.changes;
  return json::diff(request.baseline->data, request.newData);
}

Result<void> completeEdit(OperationRequest &request) {
  if (!request.baseline)
    return fail(ErrorKind::Invalid, QStringLiteral("an edit needs what it is based on"),
                QByteArrayLiteral("no-baseline"));
  const QByteArray &before = request.baseline->data;
  if (request.splices.empty() && !request.newData.isEmpty() && request.newData != before)
    request.splices = {differing(before, request.newData)};
  if (request.splices.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("nothing was changed"),
                QByteArrayLiteral("nothing-to-save"));
  if (request.newData.isEmpty())
    request.newData = json::apply(before, request.splices);
  else if (!json::isApplied(before, request.splices, request.newData))
    return fail(ErrorKind::Invalid, QStringLiteral("the new data are not what the splices make"),
                QByteArrayLiteral("splices-differ"));
  if (request.newData == before && request.baseline->present)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing was changed"),
                QByteArrayLiteral("nothing-to-save"));
  if (!request.scanned || !request.scanned->isOf(before))
    request.scanned = std::make_shared<json::ScannedText>(before);
  if (const auto error = json::errorAfter(*request.scanned, request.newData, request.splices))
    return fail(ErrorKind::Invalid, QStringLiteral("the new data are not JSON"),
                QByteArrayLiteral("not-json"), error->offset);
  return {};
}

} // namespace oxp
