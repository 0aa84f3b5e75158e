// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/decision.h"
#include "policy/ruletables.h"

#include <QByteArray>

#include <memory>

namespace oxp::policy {

/// The rules in force: which fields are sensitive, who may see them, and what an operation needs before it
/// may run. Pure: no I/O, no clock of its own. Never changes once made, and is handed around by SharedRules;
/// any thread.
class Rules {
public:
  explicit Rules(RuleTables tables);

  /// By the words of a key (split at case, digits, `_`, `-`, `.`). Nobody names a field in more than 4,096
  /// bytes: of longer keys the first and the last 2,048 count.
  FieldKind fieldKind(const QByteArray &key) const;
  /// The kind of the strictest segment of a pointer; a value below a sensitive key is sensitive.
  FieldKind pointerKind(const json::Pointer &pointer) const;
  /// The strictest kind among the keys of a JSON text (up to its first error, when it has one).
  FieldKind textKind(const QByteArray &text) const;
  bool isSensitive(const QByteArray &key) const { return fieldKind(key) == FieldKind::Sensitive; }
  bool isSensitive(const json::Pointer &at) const { return pointerKind(at) == FieldKind::Sensitive; }

  /// Whether values of sensitive keys are drawn masked until revealed.
  bool masksValues(Environment environment) const;
  Capabilities capabilitiesOf(Role role) const;
  /// Whether a person of this role may see masked values at all. Who may not can neither search nor sort by
  /// them.
  bool mayReveal(Environment environment, Role role) const;

  Decision decide(const Situation &situation) const;

  /// Whether any of these touches a sensitive field.
  bool isSensitive(const std::vector<json::Change> &changes) const {
    return kindOf(changes) == FieldKind::Sensitive;
  }

private:
  FieldKind kindOfRun(const QByteArray &words) const;
  FieldKind kindOf(const json::Change &change) const;
  FieldKind kindOf(const std::vector<json::Change> &changes) const;
  Facts factsOf(const Situation &situation) const;

  RuleTables m_tables;
  qsizetype m_longestRule = 0; ///< bytes; keeps the look at a key of any length linear
};

using SharedRules = std::shared_ptr<const Rules>;

/// Those that are in force where nobody wrote others down. Whoever begins makes them and hands them on.
SharedRules builtInRules();

} // namespace oxp::policy
