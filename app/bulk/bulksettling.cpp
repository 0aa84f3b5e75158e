// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulksettling.h"

#include "bulk/followup.h"

namespace oxp {

using audit::ItemEnd;
using audit::ItemState;
using audit::RunItem;

namespace {

constexpr FenceOptions Fence{std::chrono::milliseconds(1'000), std::chrono::milliseconds(5'000)};

ItemEnd unsettled(const RunItem &item, qint64 record) {
  return {item.seq, record, ItemState::Unknown,
          Error{ErrorKind::OutcomeUnknown, "unsettled", QStringLiteral("it could not be found out")}, true};
}

} // namespace

Result<void> BulkSettling::settle(const std::vector<RunItem> &items, std::vector<ItemEnd> &ends) {
  for (const RunItem &item : items) {
    auto ended = settle(item);
    if (!ended)
      return fail(ended.error());
    ends.push_back(std::move(*ended));
  }
  return {};
}

/// Waits until nothing can come any more from the connection that wrote. False: it may, or nobody tells.
Result<bool> BulkSettling::isFenced(const ClientMark &mark) {
  if (mark.id >= 0 && mark == m_session.mark())
    return true; // whatever this connection has sent has had its answer
  if (m_fenced == mark)
    return true;
  const auto fence = m_session.awaitGone(mark, m_stop, Fence);
  const bool untold =
      !fence && (fence.error().kind == ErrorKind::Denied || fence.error().kind == ErrorKind::Server ||
                 fence.error().kind == ErrorKind::Unsupported);
  if (!fence && !untold)
    return fail(fence.error());
  if (!fence || *fence != FenceState::Gone)
    return false;
  m_fenced = mark;
  return true;
}

/// Where only the edit was made, what follows it is still to be done.
ItemEnd BulkSettling::doneBy(const RunItem &item) const {
  const bool half = item.edited == 0 && m_setup.wish.arguments.contains(ThenArgument);
  return {item.seq, item.record, half ? ItemState::Waiting : ItemState::Done, std::nullopt, true, half};
}

/// Without the fence the write may still be on its way, and only that it is there is certain.
Result<ItemEnd> BulkSettling::settle(const RunItem &item) {
  const auto record = m_journal.record(item.record);
  if (!record && record.error().kind == ErrorKind::NotFound) // the store's limits have dropped it
    return unsettled(item, 0);
  if (!record)
    return fail(record.error());
  SettleFacts facts = settleFacts(*record);
  facts.queue = m_setup.wish.queue;
  const auto fenced = isFenced(facts.mark);
  if (!fenced)
    return fail(fenced.error());
  const OperationSpec *spec = findOperation(record->operation);
  const auto seen = spec && spec->settle ? spec->settle(m_session, facts, m_stop)
                                         : Result<audit::Outcome>(audit::Outcome::Unknown);
  if (!seen)
    return fail(seen.error());
  if (*seen == audit::Outcome::Done)
    return doneBy(item);
  if (*seen == audit::Outcome::Failed && *fenced)
    return ItemEnd{item.seq, item.record, ItemState::Waiting, std::nullopt, true};
  return unsettled(item, item.record);
}

} // namespace oxp
