// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/rules.h"

#include "json/fields.h"

#include <algorithm>

namespace oxp::policy {
namespace {

constexpr qsizetype LongestName = 4'096; // bytes; the window asks for keys of megabytes while it paints

bool isReviewed(const Situation &at) {
  return at.edit &&
         (at.review == ReviewSetting::Always ||
          (at.review == ReviewSetting::StagingAndProduction && at.environment != Environment::Local));
}

/// A worker may hold it. Where nobody can read the data, and nobody holds the lock, no worker is at work.
bool isRunning(const Situation &at) {
  return at.edit && at.active && !(at.repairOfBroken && !at.locked);
}

void ask(Decision &decision, const AskRule &rule, const QByteArray &name) {
  decision.reasons.push_back(rule.word);
  decision.cancelIsDefault |= rule.cancelIsDefault;
  for (Requirement asked : rule.asks) {
    const bool typed = asked.kind == Requirement::Kind::TypeText;
    if (typed && asked.text.isEmpty())
      asked.text = name;
    if (!typed || !asked.text.isEmpty()) // a queue as a whole has none
      decision.require(asked);
  }
}

} // namespace

Rules::Rules(RuleTables tables)
    : m_tables(std::move(tables)) {
  for (const FieldRule &rule : m_tables.fields)
    m_longestRule = std::max(m_longestRule, rule.words.size());
}

FieldKind Rules::kindOfRun(const QByteArray &words) const {
  const auto &fields = m_tables.fields;
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const FieldRule &rule) { return rule.words == words; });
  return found == fields.end() ? FieldKind::Plain : found->kind;
}

FieldKind Rules::fieldKind(const QByteArray &key) const {
  if (key.size() > LongestName)
    return std::max(fieldKind(key.first(LongestName / 2)), fieldKind(key.last(LongestName / 2)));
  const std::vector<QByteArray> words = json::keyWords(key);
  FieldKind strictest = FieldKind::Plain;
  for (size_t first = 0; first < words.size(); ++first) {
    QByteArray run;
    for (size_t last = first; last < words.size() && run.size() < m_longestRule; ++last) {
      run += words[last];
      strictest = std::max(strictest, kindOfRun(run));
    }
  }
  return strictest;
}

FieldKind Rules::pointerKind(const json::Pointer &pointer) const {
  FieldKind strictest = FieldKind::Plain;
  for (const json::Pointer::Step &step : pointer.steps)
    strictest = std::max(strictest, fieldKind(step.key));
  return strictest;
}

FieldKind Rules::textKind(const QByteArray &text) const {
  const json::Scan scan = json::scan(text);
  FieldKind strictest = FieldKind::Plain;
  json::anyKey(text, scan, [&](const QByteArray &key) {
    strictest = std::max(strictest, fieldKind(key));
    return strictest == FieldKind::Sensitive;
  });
  return strictest;
}

bool Rules::masksValues(Environment environment) const {
  const auto &masked = m_tables.masked;
  return std::find(masked.begin(), masked.end(), environment) != masked.end();
}

Capabilities Rules::capabilitiesOf(Role role) const {
  const auto &roles = m_tables.roles;
  const auto found =
      std::find_if(roles.begin(), roles.end(), [role](const RoleRule &rule) { return rule.role == role; });
  return found == roles.end() ? Capabilities() : found->may;
}

bool Rules::mayReveal(Environment environment, Role role) const {
  return !masksValues(environment) || includes(capabilitiesOf(role), Capability::Reveal);
}

FieldKind Rules::kindOf(const json::Change &change) const {
  if (change.kind == json::Change::Moved)
    return FieldKind::Plain; // its value is as it was
  FieldKind kind = pointerKind(change.pointer);
  for (const QByteArray &text : {change.before, change.after}) {
    if (kind != FieldKind::Sensitive)
      kind = std::max(kind, textKind(text));
  }
  return kind;
}

FieldKind Rules::kindOf(const std::vector<json::Change> &changes) const {
  FieldKind strictest = FieldKind::Plain;
  for (const json::Change &change : changes)
    strictest = std::max(strictest, kindOf(change));
  return strictest;
}

Facts Rules::factsOf(const Situation &at) const {
  const FieldKind kind = kindOf(at.changes);
  Facts facts;
  facts.setFlag(Fact::Edit, at.edit);
  facts.setFlag(Fact::OfQueue, at.ofQueue);
  facts.setFlag(Fact::Destructive, at.destructive);
  facts.setFlag(Fact::Sensitive, at.sensitive || kind == FieldKind::Sensitive);
  facts.setFlag(Fact::Marked, kind == FieldKind::Marked);
  facts.setFlag(Fact::Running, isRunning(at));
  facts.setFlag(Fact::Reviewed, isReviewed(at));
  facts.setFlag(Fact::Incapable, !includes(at.may, at.needs));
  facts.setFlag(Fact::QueueReadOnly, at.queueReadOnly);
  facts.setFlag(Fact::Unrecorded, !at.auditAvailable);
  facts.setFlag(Fact::Many, at.jobs > 1);
  facts.setFlag(Fact::VeryMany, at.jobs > ManyJobs);
  return facts;
}

Decision Rules::decide(const Situation &situation) const {
  const Facts facts = factsOf(situation);
  Decision decision;
  for (const DenyRule &rule : m_tables.denials) {
    if (rule.when.holds(facts, situation.environment))
      decision.reasons.push_back(rule.word);
  }
  if (!decision.reasons.empty()) {
    decision.verdict = Verdict::Deny;
    return decision;
  }
  for (const AskRule &rule : m_tables.questions) {
    if (rule.when.holds(facts, situation.environment))
      ask(decision, rule, situation.jobs > 1 ? situation.queueName : situation.jobId);
  }
  return decision;
}

SharedRules builtInRules() {
  return std::make_shared<const Rules>(builtInTables());
}

} // namespace oxp::policy
