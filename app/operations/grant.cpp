// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/grant.h"

#include "operations/operation.h"

#include <algorithm>

namespace oxp {
namespace {

using policy::Requirement;
using RequirementKind = Requirement::Kind;

/// What is known of one kind of requirement.
struct Row {
  RequirementKind kind;
  Grant::Kind grant;
  const char *name;    ///< in a proof
  const char *missing; ///< code of the error
  const char *detail;
};
constexpr Row Rows[] = {
    {RequirementKind::Confirm, Grant::Kind::Consent, "Confirm", "no-consent",
     "this has to be confirmed first"},
    {RequirementKind::Tick, Grant::Kind::Consent, "Tick", "no-tick", "something has to be ticked"},
    {RequirementKind::TypeText, Grant::Kind::Consent, "TypeText", "typed-differs", "another text was typed"},
    {RequirementKind::Reason, Grant::Kind::Consent, "Reason", "no-reason", "a reason has to be given"},
    {RequirementKind::Authenticate, Grant::Kind::Authentication, "Authenticate", "no-authentication",
     "who it is has to be proved first"},
    {RequirementKind::Approve, Grant::Kind::Approval, "Approve", "no-approval",
     "somebody else has to agree first"},
};

const Row &rowOf(RequirementKind kind) {
  return *std::find_if(std::begin(Rows), std::end(Rows), [kind](const Row &row) { return row.kind == kind; });
}

const Requirement RunningTick{RequirementKind::Tick, policy::RunningWord};

Error denied(const char *code, const char *detail) {
  return {ErrorKind::Denied, code, QLatin1String(detail)};
}

Error notMet(const Requirement &requirement) {
  if (requirement == RunningTick)
    return denied("no-running-tick", "that the job is running has to be ticked");
  const Row &row = rowOf(requirement.kind);
  return denied(row.missing, row.detail);
}

bool meets(const Grant &grant, const Requirement &requirement, const QString &author) {
  const Row &row = rowOf(requirement.kind);
  if (grant.kind != row.grant)
    return false;
  if (grant.kind == Grant::Kind::Approval)
    return grant.who != author;
  return grant.who == author && (grant.kind != Grant::Kind::Consent || grant.proof == proofOf(requirement));
}

bool isYoung(const Grant &grant, qint64 now) {
  return now - grant.at <= Grant::LifetimeMs && grant.at <= now + Grant::LifetimeMs;
}

/// Why no grant of the request meets a requirement.
std::optional<Error> missingFor(const Requirement &requirement, const OperationRequest &request,
                                const QByteArray &hash, const QString &author, qint64 now) {
  if (requirement.kind == RequirementKind::Reason && request.reason.trimmed().isEmpty())
    return notMet(requirement);
  bool any = false, ofThis = false;
  for (const Grant &grant : request.grants) {
    if (!meets(grant, requirement, author))
      continue;
    any = true;
    ofThis |= grant.requestHash == hash;
    if (grant.requestHash == hash && isYoung(grant, now))
      return std::nullopt;
  }
  return !any      ? notMet(requirement)
         : !ofThis ? denied("other-consent", "something else was confirmed")
                   : denied("consent-expired", "the confirmation is too old");
}

std::optional<Error> denial(const policy::Decision &decision) {
  if (decision.verdict != policy::Verdict::Deny)
    return std::nullopt;
  const QByteArray why = decision.reasons.empty() ? QByteArray() : decision.reasons.front();
  const ErrorKind kind = why == "audit-unavailable" ? ErrorKind::AuditUnavailable : ErrorKind::Denied;
  return Error{kind, why, QStringLiteral("the policy refuses it")};
}

/// The person saw another job than there is now: no worker had it then.
bool isNowRunning(const policy::Decision &decision, const OperationRequest &request) {
  const auto ticked = [](const Grant &grant) { return grant.proof == proofOf(RunningTick); };
  return decision.needs(RunningTick) && request.expectedState != JobState::Active &&
         std::none_of(request.grants.begin(), request.grants.end(), ticked);
}

} // namespace

QByteArray proofOf(const Requirement &requirement) {
  const QByteArray name = rowOf(requirement.kind).name;
  return requirement.text.isEmpty() ? name : name + ' ' + requirement.text;
}

std::vector<Grant> consents(const Answer &answer, const QByteArray &requestHash, const QString &who,
                            qint64 at) {
  std::vector<Requirement> met = {{RequirementKind::Confirm}};
  for (const QByteArray &word : answer.ticked)
    met.push_back({RequirementKind::Tick, word});
  if (!answer.typed.isEmpty())
    met.push_back({RequirementKind::TypeText, answer.typed});
  if (!answer.reason.trimmed().isEmpty())
    met.push_back({RequirementKind::Reason});
  std::vector<Grant> grants;
  for (const Requirement &requirement : met)
    grants.push_back({Grant::Kind::Consent, requestHash, who, at, proofOf(requirement)});
  return grants;
}

std::optional<Error> refusalOf(const policy::Decision &decision) {
  if (const auto refused = denial(decision))
    return refused;
  for (const Requirement &requirement : decision.requirements)
    if (rowOf(requirement.kind).grant != Grant::Kind::Consent)
      return notMet(requirement);
  return std::nullopt;
}

std::optional<Error> missingGrant(const policy::Decision &decision, const OperationRequest &request,
                                  const QString &author, qint64 now) {
  if (const auto refused = denial(decision))
    return refused;
  if (isNowRunning(decision, request))
    return Error{ErrorKind::WrongState, "now-running",
                 QStringLiteral("a worker has taken the job meanwhile")};
  if (!decision.asks())
    return std::nullopt;
  const QByteArray hash = request.hash();
  for (const Requirement &requirement : decision.requirements)
    if (auto missing = missingFor(requirement, request, hash, author, now))
      return missing;
  return std::nullopt;
}

} // namespace oxp
