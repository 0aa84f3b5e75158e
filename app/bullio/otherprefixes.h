// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "redis/session.h"

#include <QSet>

#include <stop_token>
#include <vector>

namespace oxp {

/// Notices queues where nobody looks for them, so that they can be offered: with three commands a base, and
/// no more than it takes to count them. Lane thread.
class OtherPrefixes {
public:
  /// Bases that are looked at in one run. Other programs may have millions of keys with such names.
  static constexpr qsizetype MostLooks = 1'000;

  /// `bases`: of keys that end as a queue's do.
  Result<void> look(ReadSession &session, const std::vector<QByteArray> &bases, std::stop_token stop);
  /// In order, and without what BullMQ left inside a queue that is counted already (bullmq-protocol 4.10).
  std::vector<QueueId> settled() const;

private:
  QSet<QByteArray> m_seen; ///< bases that were looked at
  std::vector<QueueId> m_found;
};

} // namespace oxp
