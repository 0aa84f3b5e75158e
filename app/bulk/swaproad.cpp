// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/swaproad.h"

#include "bulk/payloads.h"
#include "bull/payloadhash.h"
#include "operations/compareandset.h"
#include "json/diff.h"

#include <utility>

namespace oxp {

Result<void> SwapRoad::fillIn(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) {
  if (auto read = readPayloads(session, jobs, std::move(stop)); !read)
    return read;
  for (SliceJob &slice : jobs) {
    if (slice.refusal)
      continue;
    if (auto changed = change(slice); !changed)
      return changed;
    if (slice.refusal)
      continue;
    listChanges(slice);
    slice.newSha1 = sha1Of(slice.request.newData);
    slice.call = swapCall(slice.request, m_family != Family::Bull4 && !std::exchange(m_announced, true));
  }
  return {};
}

/// For the record, and for what the rules say of them.
void SwapRoad::listChanges(SliceJob &slice) const {
  OperationRequest &request = slice.request;
  request.changes = json::diff(json::ScannedText(request.baseline->data), request.newData, request.splices);
  slice.sensitive = m_rules->isSensitive(request.changes);
}

Result<void> SwapRoad::readAnswer(const Reply &reply) const {
  const auto swap = readSwap(reply);
  if (!swap)
    return fail(swap.error());
  switch (*swap) {
  case Swap::Written:
    return {};
  case Swap::Changed:
    return fail(ErrorKind::Conflict, QStringLiteral("somebody else changed the data"),
                QByteArrayLiteral("changed"));
  case Swap::OtherJob:
    return fail(ErrorKind::NotFound, QStringLiteral("another job bears this id now"),
                QByteArrayLiteral("other-job"));
  default:
    return fail(ErrorKind::NotFound, QStringLiteral("the job is gone"), QByteArrayLiteral("gone"));
  }
}

} // namespace oxp
