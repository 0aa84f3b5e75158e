// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "json/diff.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// Pure decisions: no I/O, no clock of its own, any thread.
namespace oxp::policy {

/// How a field is treated. Sensitive: masked and confirmed. Marked: shown with a shield, not masked.
enum class FieldKind { Plain, Marked, Sensitive };

/// By the words of a key (split at case, digits, `_`, `-`, `.`): password, passwd, secret, token, api key,
/// access key, private key, card number, iban, cvv, cvc, ssn are sensitive; amount and email are marked.
/// Nobody names a field in more than 4,096 bytes: of longer keys the first and the last 2,048 count.
FieldKind fieldKind(const QByteArray &key);
/// The kind of the strictest segment of a pointer; a value below a sensitive key is sensitive.
FieldKind pointerKind(const json::Pointer &pointer);
/// The strictest kind among the keys of a JSON text (up to its first error, when it has one).
FieldKind textKind(const QByteArray &text);
/// Whether values of sensitive keys are drawn masked until revealed (staging and production).
bool masksValues(Environment environment);
/// Whether a person of this role may see masked values at all. Who may not can neither search nor sort by
/// them.
bool mayReveal(Environment environment, Role role);
/// `••••4242`: keeps the last four characters of long values only.
QString maskLabel(const QByteArray &tokenText);

enum class ReviewSetting { Always, StagingAndProduction, SensitiveOnly };

enum class Verdict { Allow, Confirm, Authenticate, Approve, Deny };

/// What an operation needs before it may run. A fact each, so that one dialog can hold all of them.
struct Decision {
  Verdict verdict = Verdict::Allow;
  bool runningTick = false;     ///< "The job is running" has to be ticked
  QByteArray typeToConfirm;     ///< text that must be typed (the job's id), empty = nothing
  bool cancelIsDefault = false; ///< sensitive or destructive
  bool reasonWanted = false;
  std::vector<QByteArray> reasons; ///< stable words, such as `sensitive`, `production`, `running`, `viewer`

  bool operator==(const Decision &) const = default;
};

/// The facts a decision is made of.
struct Situation {
  QByteArray operation;     ///< the spec's id
  bool edit = false;        ///< stores data of the job
  bool ofQueue = false;     ///< changes a queue, not a job of it
  bool destructive = false; ///< cannot be undone (remove, …)
  Environment environment = Environment::Local;
  Role role = Role::Viewer;
  bool queueReadOnly = false;
  bool auditAvailable = true;
  bool active = false; ///< the job is in active
  bool locked = false;
  bool repairOfBroken = false; ///< the stored data is broken and the job sits in active without a lock
  QByteArray jobId;
  std::vector<json::Change> changes;
  ReviewSetting review = ReviewSetting::StagingAndProduction;
};
Decision decide(const Situation &situation);

} // namespace oxp::policy
