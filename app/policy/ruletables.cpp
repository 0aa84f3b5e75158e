// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/ruletables.h"

#include <algorithm>

namespace oxp::policy {
namespace {

constexpr Environment Local = Environment::Local, Staging = Environment::Staging,
                      Production = Environment::Production;

std::vector<FieldRule> fieldRules() {
  std::vector<FieldRule> rules;
  for (const char *words : {"password", "passwords", "passwd", "secret", "secrets", "token", "tokens",
                            "apikey", "apikeys", "accesskey", "accesskeys", "privatekey", "privatekeys",
                            "cardnumber", "cardnumbers", "iban", "cvv", "cvc", "ssn"})
    rules.push_back({words, FieldKind::Sensitive});
  for (const char *words : {"amount", "email"})
    rules.push_back({words, FieldKind::Marked});
  return rules;
}

std::vector<RoleRule> roles() {
  return {
      {Role::Viewer, {}},
      {Role::Operator, Capability::Reveal | Capability::EditData | Capability::RunAgain |
                           Capability::Promote | Capability::Remove | Capability::PauseQueue},
  };
}

std::vector<DenyRule> denials() {
  return {
      {"viewer", {Fact::Incapable}},
      {"queue-read-only", {Fact::QueueReadOnly}},
      {"audit-unavailable", {Fact::Unrecorded}},
  };
}

std::vector<AskRule> questions() {
  const Facts sensitive = Fact::Edit | Fact::Sensitive, marked = Fact::Edit | Fact::Marked;
  const Requirement confirm{Requirement::Kind::Confirm}, tick{Requirement::Kind::Tick, RunningWord},
      typeName{Requirement::Kind::TypeText};
  return {
      {.word = "sensitive", .when = {sensitive, {Local}}, .asks = {confirm}, .cancelIsDefault = true},
      {.word = "sensitive",
       .when = {sensitive, {Staging, Production}},
       .asks = {confirm, typeName},
       .cancelIsDefault = true},
      {.word = "marked", .when = {marked}},
      {.word = "running", .when = {Fact::Running}, .asks = {confirm, tick}},
      {.word = "destructive",
       .when = {Fact::Destructive, {Local, Staging}},
       .asks = {confirm},
       .cancelIsDefault = true},
      {.word = "destructive",
       .when = {Fact::Destructive, {Production}},
       .asks = {confirm, typeName},
       .cancelIsDefault = true},
      {.word = "whole-queue", .when = {Fact::OfQueue, {Production}}, .asks = {confirm}},
      {.word = "many", .when = {Fact::Many, {Staging, Production}}, .asks = {confirm}},
      {.word = "very-many", .when = {Fact::VeryMany, {Local, Staging}}, .asks = {confirm}},
      {.word = "very-many", .when = {Fact::VeryMany, {Production}}, .asks = {confirm, typeName}},
      {.word = "review", .when = {Fact::Reviewed}, .asks = {confirm}},
      {.word = "production", .when = {{}, {Production}}},
  };
}

} // namespace

bool Condition::holds(Facts of, Environment in) const {
  const bool there =
      environments.empty() || std::find(environments.begin(), environments.end(), in) != environments.end();
  return there && (of & facts) == facts;
}

RuleTables builtInTables() {
  return {fieldRules(), roles(), {Staging, Production}, denials(), questions()};
}

} // namespace oxp::policy
