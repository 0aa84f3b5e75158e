// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "bull/queuefacts.h"
#include "redis/session.h"

#include <stop_token>
#include <vector>

/// What a page of many queues tells of them beyond their counts. Lane thread. Whoever asks for very many
/// queues does it in slices, each a job of its lane.
namespace oxp::reader {

/// What may be asked of a queue. Nothing of it moves without a change of the queue's counts or an event.
enum LookPart : quint32 { LookFailures = 1, LookOldest = 2, LookDelayed = 4, LookAll = 7 };

struct LookRequest {
  QueueInfo queue;
  quint32 parts = LookAll; ///< LookPart values or-ed
};

/// The answer; nothing = not asked, or kept back by the server.
struct QueueLook {
  std::optional<FailureBars> failures;
  std::optional<qint64> oldestWaiting; ///< as in QueueFacts
  std::optional<qint64> nextDelayed;
  bool operator==(const QueueLook &) const = default;
};

/// One pipeline for all of them, a second where somewhere more has failed than is worth listing, and those of
/// backlogs(). The hours end now by the server's clock.
Result<std::vector<QueueLook>> looks(ReadSession &session, const std::vector<LookRequest> &requests,
                                     std::stop_token stop);

/// Bytes that the queues take, by samples: of each of a queue's own keys and of some ten jobs of every state.
/// Logs, locks and what hangs on flows are left out. Nothing where MEMORY is refused.
Result<std::vector<std::optional<qint64>>>
memoryOf(ReadSession &session, const std::vector<QueueInfo> &queues, std::stop_token stop);

} // namespace oxp::reader
