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

std::vector<DenyRule> denials() {
  return {
      {"viewer", {Fact::Viewer}},
      {"queue-read-only", {Fact::QueueReadOnly}},
      {"audit-unavailable", {Fact::Unrecorded}},
  };
}

std::vector<AskRule> questions() {
  const Facts sensitive = Fact::Edit | Fact::Sensitive, marked = Fact::Edit | Fact::Marked;
  return {
      {.word = "sensitive", .when = {sensitive, {Local}}, .asks = true, .cancelIsDefault = true},
      {.word = "sensitive",
       .when = {sensitive, {Staging, Production}},
       .asks = true,
       .typesName = true,
       .cancelIsDefault = true},
      {.word = "marked", .when = {marked}},
      {.word = "running", .when = {Fact::Running}, .asks = true, .runningTick = true},
      {.word = "destructive",
       .when = {Fact::Destructive, {Local, Staging}},
       .asks = true,
       .cancelIsDefault = true},
      {.word = "destructive",
       .when = {Fact::Destructive, {Production}},
       .asks = true,
       .typesName = true,
       .cancelIsDefault = true},
      {.word = "whole-queue", .when = {Fact::OfQueue, {Production}}, .asks = true},
      {.word = "many", .when = {Fact::Many, {Staging, Production}}, .asks = true},
      {.word = "very-many", .when = {Fact::VeryMany, {Local, Staging}}, .asks = true},
      {.word = "very-many", .when = {Fact::VeryMany, {Production}}, .asks = true, .typesName = true},
      {.word = "review", .when = {Fact::Reviewed}, .asks = true},
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
  return {fieldRules(), {Staging, Production}, denials(), questions()};
}

} // namespace oxp::policy
