// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/accesscheck.h"
#include "operations/attemptrecord.h"
#include "policy/rules.h"

#include <memory>

namespace oxp {

class AuditStore;

/// One request with everything that it needs on the lane.
struct Attempt {
  OperationRequest request;
  Author author;
  Role role = Role::Viewer;
  policy::ReviewSetting review = policy::ReviewSetting::StagingAndProduction;
  AuditStore *audit = nullptr;
  const ScriptRegistry *scripts = nullptr;
  policy::SharedRules rules;           ///< never null
  std::shared_ptr<AccessCheck> access; ///< of the lane
};

/// How it ended, with what the runner has to know beyond the report.
struct AttemptResult {
  Result<OperationReport> report;
  OperationReport detail; ///< set after an error too
  SettleFacts facts;
};

/// The life of one write on the lane: complete and check, look at the job, decide again on what is there now,
/// make the intent durable, carry out, record the end. Lane thread.
AttemptResult runAttempt(Attempt attempt, WriteSession &session, std::stop_token stop);

/// What a decision is made of.
policy::Situation situationOf(const OperationRequest &request, Environment environment,
                              policy::Capabilities may, policy::ReviewSetting review);

} // namespace oxp
