// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/decision.h"

#include <QByteArray>
#include <QFlags>

#include <vector>

/// The rules as data: what a document of rules says, and what is built in where there is none.
namespace oxp::policy {

/// How a field is treated. Sensitive: masked and confirmed. Marked: shown with a shield, not masked.
enum class FieldKind { Plain, Marked, Sensitive };

/// Matches a run of whole words of a key, so that `tokenizer` is no token and `passWord` is a password.
struct FieldRule {
  QByteArray words; ///< run together, in lower case
  FieldKind kind = FieldKind::Sensitive;
};

/// What may be true of a situation.
enum class Fact {
  Edit = 1 << 0,
  OfQueue = 1 << 1,
  Destructive = 1 << 2,
  Sensitive = 1 << 3, ///< the strictest kind of field that an edit touches
  Marked = 1 << 4,    ///< likewise
  Running = 1 << 5,   ///< an edit of a job that a worker may hold
  Reviewed = 1 << 6,  ///< an edit that the person wants to see once more
  Incapable = 1 << 7, ///< whoever asks may not do it
  QueueReadOnly = 1 << 8,
  Unrecorded = 1 << 9, ///< no record of it could be written
  Many = 1 << 10,      ///< done to several jobs at once
  VeryMany = 1 << 11,  ///< to more than ManyJobs
};
Q_DECLARE_FLAGS(Facts, Fact)
Q_DECLARE_OPERATORS_FOR_FLAGS(Facts)

/// When a row of the tables applies: where all of its facts are true, in one of its environments.
struct Condition {
  Facts facts;
  std::vector<Environment> environments = {}; ///< empty = each

  bool holds(Facts of, Environment in) const;
};

/// What is refused, whatever else is so.
struct DenyRule {
  QByteArray word; ///< stable: why
  Condition when;
};

/// When a row applies, and what it then asks for.
struct AskRule {
  QByteArray word; ///< stable: why
  Condition when;
  /// Empty: the word is only said, in a dialog that opens for something else. A TypeText without a text
  /// stands for the name: the job's id, of many jobs the queue's.
  std::vector<Requirement> asks = {};
  bool cancelIsDefault = false;
};

/// More than these at once are asked about everywhere.
inline constexpr qint64 ManyJobs = 100;

/// What a role may do.
struct RoleRule {
  Role role;
  Capabilities may;
};

struct RuleTables {
  std::vector<FieldRule> fields;
  std::vector<RoleRule> roles;     ///< one that is not among them may do nothing
  std::vector<Environment> masked; ///< where values of sensitive keys are masked until revealed
  std::vector<DenyRule> denials;
  std::vector<AskRule> questions; ///< all that apply are asked, in one dialog
};

/// password, passwd, secret, token, api key, access key, private key, card number, iban, cvv, cvc, ssn are
/// sensitive; amount and email are marked. Masked outside of local profiles.
RuleTables builtInTables();

} // namespace oxp::policy
