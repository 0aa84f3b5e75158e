// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/undoroad.h"

#include "operations/editrequest.h"
#include "operations/operationrunner.h"

#include <utility>

namespace oxp {

Result<void> UndoRoad::fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) {
  if (auto read = readPayloads(session, jobs, std::move(stop)); !read)
    return read;
  for (SliceJob &slice : jobs) {
    if (slice.refusal)
      continue;
    if (auto taken = takeBack(slice); !taken)
      return taken;
  }
  return {};
}

Result<void> UndoRoad::takeBack(SliceJob &slice) {
  const auto item = m_journal.items(m_run, std::nullopt, slice.item.seq - 1, 1);
  if (!item)
    return fail(item.error());
  const qint64 id = item->empty() || item->front().seq != slice.item.seq ? 0 : item->front().record;
  const auto record = m_journal.record(id);
  if (!record && record.error().kind != ErrorKind::NotFound)
    return fail(record.error());
  JobSnapshot &now = *slice.request.baseline;
  now.sha1 = sha1Of(now.data);
  auto back = record ? OperationRunner::revertRequest(*m_rules, *record, now, slice.request.queue)
                     : Result<OperationRequest>(fail(record.error()));
  if (back) {
    if (auto complete = completeEdit(*back); !complete)
      back = fail(complete.error());
  }
  if (!back) {
    slice.refusal = back.error().code == "changed-since"
                        ? Error{ErrorKind::Conflict, back.error().code, back.error().detail}
                        : back.error();
    return {};
  }
  slice.request.splices = std::move(back->splices);
  slice.request.newData = std::move(back->newData);
  slice.request.revertOf = back->revertOf;
  fillInSwap(slice, m_family != Family::Bull4 && !std::exchange(m_announced, true));
  return {};
}

} // namespace oxp
