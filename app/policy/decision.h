// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "json/diff.h"

#include <QByteArray>

#include <vector>

/// What is decided, and what it is decided from. Plain values, any thread.
namespace oxp::policy {

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
  qint64 jobs = 1;      ///< that it is done to, at once
  QByteArray queueName; ///< of a run over many
  std::vector<json::Change> changes;
  ReviewSetting review = ReviewSetting::StagingAndProduction;
};

} // namespace oxp::policy
