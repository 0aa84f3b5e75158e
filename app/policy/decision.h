// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "policy/capability.h"
#include "json/diff.h"

#include <QByteArray>

#include <vector>

/// What is decided, and what it is decided from. Plain values, any thread.
namespace oxp::policy {

enum class ReviewSetting { Always, StagingAndProduction, SensitiveOnly };

/// What has to be done before something may run.
struct Requirement {
  enum class Kind {
    Confirm,      ///< say yes
    Tick,         ///< say that one knows of something: `text` is its word, such as `running`
    TypeText,     ///< type `text`
    Reason,       ///< say why
    Authenticate, ///< prove who one is
    Approve,      ///< let a second person agree
  };
  Kind kind = Kind::Confirm;
  QByteArray text = {};

  bool operator==(const Requirement &) const = default;
};

/// The tick by which somebody says that they know of a worker at the job.
inline constexpr const char *RunningWord = "running";

enum class Verdict { Allow, Deny };

/// What an operation needs before it may run, so that one dialog can hold all of it.
struct Decision {
  Verdict verdict = Verdict::Allow;
  std::vector<Requirement> requirements; ///< a set, in the order of their kinds; all of them have to be met
  bool cancelIsDefault = false;          ///< sensitive or destructive
  std::vector<QByteArray> reasons; ///< stable words, such as `sensitive`, `production`, `running`, `viewer`

  bool asks() const { return !requirements.empty(); }
  /// The first requirement of a kind; null when there is none.
  const Requirement *find(Requirement::Kind kind) const;
  bool needs(const Requirement &requirement) const;
  /// Once, and in its place.
  void require(const Requirement &requirement);
  /// Takes over all that another one asks and forbids: of what is done together.
  void join(const Decision &other);

  bool operator==(const Decision &) const = default;
};

/// The facts a decision is made of.
struct Situation {
  QByteArray operation;     ///< the spec's id
  bool edit = false;        ///< stores data of the job
  bool ofQueue = false;     ///< changes a queue, not a job of it
  bool destructive = false; ///< cannot be undone (remove, …)
  Environment environment = Environment::Local;
  Capabilities may;                    ///< of who asks
  Capability needs = Capability::None; ///< the spec's
  bool queueReadOnly = false;
  bool auditAvailable = true;
  bool active = false; ///< the job is in active
  bool locked = false;
  bool repairOfBroken = false; ///< the stored data is broken and the job sits in active without a lock
  QByteArray jobId;
  qint64 jobs = 1;      ///< that it is done to, at once
  QByteArray queueName; ///< of a run over many
  std::vector<json::Change> changes;
  bool sensitive = false; ///< an edit touches a sensitive field, whether or not `changes` says so
  ReviewSetting review = ReviewSetting::StagingAndProduction;
};

} // namespace oxp::policy
