// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkslice.h"

#include <memory>

namespace oxp {

struct BulkSetup;

/// The argument of an edit of many jobs' data: the changes, as edits::toJson() writes them. An edit of their
/// options has the fields of optionArgumentsForMany() for arguments.
inline const QByteArray ChangesArgument = "changes";
/// The argument of an edit that takes an earlier run back: that run's number.
inline const QByteArray UndoesArgument = "undoes";
/// The argument of an edit by which somebody agrees to changes of sensitive fields: 1. Without it a job that
/// would be changed so is refused.
inline const QByteArray SensitiveArgument = "sensitive";

/// What a run sends for each of its jobs: one call of one script, and what its answer means. Lane thread.
class BulkRoad {
public:
  BulkRoad() = default;
  virtual ~BulkRoad() = default;
  BulkRoad(const BulkRoad &) = delete;
  BulkRoad &operator=(const BulkRoad &) = delete;

  virtual const Script &script() const = 0;
  /// Fills in the calls of jobs that have been looked at and are not refused; refuses those that it is not
  /// for. May take the last ones out, whose turn comes with the next slice.
  virtual Result<void> fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) = 0;
  /// What the answer to a call proves, as ScriptedPlan's readAnswer().
  virtual Result<void> readAnswer(const Reply &reply) const = 0;
};

/// The road of a wish. Invalid where it cannot be done to many, or where what it wishes cannot be read.
Result<std::unique_ptr<BulkRoad>> roadFor(const BulkSetup &setup, const ScriptBundle &bundle);
/// Whether an operation can be done to many jobs.
bool goesToMany(const OperationSpec &spec);

} // namespace oxp
