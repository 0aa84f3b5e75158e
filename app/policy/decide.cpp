// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.h"

#include <algorithm>
#include <array>

namespace oxp::policy {
namespace {

/// What a decision starts from: facts drawn from the situation once.
struct Facts {
  const Situation &at;
  FieldKind kind = FieldKind::Plain; ///< the strictest of what the edit touches

  bool edit() const { return at.edit; }
  bool ofQueue() const { return at.ofQueue; }
  bool production() const { return at.environment == Environment::Production; }
  bool sensitive() const { return kind == FieldKind::Sensitive; }
  bool running() const { return edit() && at.active && !(at.repairOfBroken && !at.locked); }
  bool reviewed() const {
    const bool shared = at.environment != Environment::Local;
    return edit() && (at.review == ReviewSetting::Always ||
                      (at.review == ReviewSetting::StagingAndProduction && shared));
  }
};

struct DenyRule {
  const char *word;
  bool (*applies)(const Situation &);
};
constexpr std::array DenyRules = {
    DenyRule{"viewer", [](const Situation &at) { return at.role == Role::Viewer; }},
    DenyRule{"queue-read-only", [](const Situation &at) { return at.queueReadOnly; }},
    DenyRule{"audit-unavailable", [](const Situation &at) { return !at.auditAvailable; }},
};

/// One row: when it applies, and what it then asks for.
struct AskRule {
  const char *word;
  bool (*applies)(const Facts &);
  bool asks; ///< needs the dialog; else the word is only said in it
  bool runningTick;
  bool typesId;
  bool cancelIsDefault;
};
constexpr std::array AskRules = {
    AskRule{"sensitive",
            [](const Facts &f) { return f.edit() && f.sensitive() && !masksValues(f.at.environment); }, true,
            false, false, true},
    AskRule{"sensitive",
            [](const Facts &f) { return f.edit() && f.sensitive() && masksValues(f.at.environment); }, true,
            false, true, true},
    AskRule{"marked", [](const Facts &f) { return f.edit() && f.kind == FieldKind::Marked; }, false, false,
            false, false},
    AskRule{"running", [](const Facts &f) { return f.running(); }, true, true, false, false},
    AskRule{"destructive", [](const Facts &f) { return f.at.destructive && !f.production(); }, true, false,
            false, true},
    AskRule{"destructive", [](const Facts &f) { return f.at.destructive && f.production(); }, true, false,
            true, true},
    AskRule{"whole-queue", [](const Facts &f) { return f.ofQueue() && f.production(); }, true, false, false,
            false},
    AskRule{"review", [](const Facts &f) { return f.reviewed(); }, true, false, false, false},
    AskRule{"production", [](const Facts &f) { return f.production(); }, false, false, false, false},
};

FieldKind kindOf(const json::Change &change) {
  if (change.kind == json::Change::Moved)
    return FieldKind::Plain; // its value is as it was
  FieldKind kind = pointerKind(change.pointer);
  for (const QByteArray &text : {change.before, change.after}) {
    if (kind != FieldKind::Sensitive)
      kind = std::max(kind, textKind(text));
  }
  return kind;
}

FieldKind kindOf(const std::vector<json::Change> &changes) {
  FieldKind strictest = FieldKind::Plain;
  for (const json::Change &change : changes)
    strictest = std::max(strictest, kindOf(change));
  return strictest;
}

} // namespace

Decision decide(const Situation &situation) {
  Decision decision;
  for (const DenyRule &rule : DenyRules) {
    if (rule.applies(situation))
      decision.reasons.emplace_back(rule.word);
  }
  if (!decision.reasons.empty()) {
    decision.verdict = Verdict::Deny;
    return decision;
  }
  const Facts facts{situation, kindOf(situation.changes)};
  for (const AskRule &rule : AskRules) {
    if (!rule.applies(facts))
      continue;
    decision.reasons.emplace_back(rule.word);
    if (rule.asks)
      decision.verdict = Verdict::Confirm;
    decision.runningTick |= rule.runningTick;
    decision.cancelIsDefault |= rule.cancelIsDefault;
    if (rule.typesId)
      decision.typeToConfirm = situation.jobId;
  }
  return decision;
}

} // namespace oxp::policy
