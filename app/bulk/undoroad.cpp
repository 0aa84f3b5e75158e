// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/undoroad.h"

#include "operations/editrequest.h"
#include "operations/operationrunner.h"

namespace oxp {

Result<audit::Record> UndoRoad::recordOf(const audit::RunItem &item) {
  const auto found = m_journal.items(m_run, {}, item.seq - 1, 1);
  if (!found)
    return fail(found.error());
  const bool isIt = !found->empty() && found->front().seq == item.seq && found->front().jobId == item.jobId;
  if (!isIt)
    return m_journal.record(0);
  const audit::RunItem &undone = found->front();
  return m_journal.record(undone.edited > 0 ? undone.edited : undone.record);
}

Result<void> UndoRoad::change(SliceJob &slice) {
  const auto record = recordOf(slice.item);
  if (!record && record.error().kind != ErrorKind::NotFound)
    return fail(record.error());
  auto back =
      record ? OperationRunner::revertRequest(rules(), *record, *slice.request.baseline, slice.request.queue)
             : Result<OperationRequest>(fail(record.error()));
  const auto complete = back ? completeEdit(*back) : Result<void>(fail(back.error()));
  if (complete) {
    slice.request.splices = std::move(back->splices);
    slice.request.newData = std::move(back->newData);
    slice.request.revertOf = back->revertOf;
    return {};
  }
  slice.refusal = complete.error();
  if (slice.refusal->code == "changed-since")
    slice.refusal->kind = ErrorKind::Conflict;
  return {};
}

} // namespace oxp
