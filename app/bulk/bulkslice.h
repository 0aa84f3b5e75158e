// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run.h"
#include "operations/operation.h"
#include "operations/scriptedplan.h"
#include "redis/session.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace oxp {

/// One job of a slice, on its way from the look to its end.
struct SliceJob {
  audit::RunItem item;
  OperationRequest request;
  JobDetail job; ///< what the operation compares with and is filled in with; nothing else
  /// Why it is left alone.
  std::optional<Error> refusal;
  /// Cannot go with the others: it is done by itself, by the road of a single write.
  bool alone = false;
  ScriptCall call;
  QByteArray newSha1 = {}; ///< of request.newData
  bool sensitive = false;  ///< an edit of it touches a sensitive field
  qint64 record = 0;
};

/// Jobs of a journal as a slice of a wish, which is of no job.
std::vector<SliceJob> sliceOf(const OperationRequest &wish, std::vector<audit::RunItem> items);

/// The end of a job that an error refuses: nothing was changed, and it is nobody's fault, or something
/// refused it.
audit::ItemState endFor(const Error &error);

/// Reads what the operation needs of each job, in one pipeline.
Result<void> lookAt(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop);

/// Jobs that are not those that were chosen, by what lookAt() has read.
void refuseOthers(std::vector<SliceJob> &jobs);

} // namespace oxp
