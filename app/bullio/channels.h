// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queuechange.h"
#include "redis/session.h"

#include <functional>
#include <stop_token>
#include <vector>

/// What Bull 4 publishes instead of a stream: channels `<queue>:<event>` and `<queue>:<event>@<token>`
/// (bullmq-protocol 1.7). Nothing is kept there: who does not listen misses it.
namespace oxp::channels {

/// Listens until stopped (Cancelled) or refused for all of them (Denied), on a lane of its own. Asks for each
/// queue's channels, and where the ACL refuses that, for those of its prefix. `tell` is called on the lane's
/// thread: once for each queue as a resync when it is listened to, then with what changed, four times
/// a second at most.
Result<void> listen(ReadSession &session, const std::vector<QueueId> &queues,
                    const std::function<void(std::vector<QueueChange>)> &tell, const std::stop_token &stop);

/// Folds one message into a change. Public for tests.
void take(QueueChange &change, const QByteArray &event, const QByteArray &payload);

} // namespace oxp::channels
