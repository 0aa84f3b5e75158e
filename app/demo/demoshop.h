// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demobatch.h"
#include "demo/demofailures.h"
#include "demo/demopayloads.h"
#include "redis/session.h"

#include <stop_token>

namespace oxp::demo {

/// What the parts of the shop are filled with: the commands so far, one pair of dice, and the server's time.
struct Shelf {
  std::vector<Command> commands;
  Dice dice;
  qint64 now = 0;
  QByteArray shipment = {}; ///< the order job that waits for its mails
};

/// Writes twelve queues in three groups (shop, payments, media), of BullMQ 6, 5 and Bull 4, into an empty
/// server. Under a second.
Result<void> fillShop(WriteSession &session, const std::stop_token &stop);

void fillMedia(Shelf &shelf);

/// A job that a worker has finished well.
Job completedJob(Shelf &shelf, const QByteArray &name, const QByteArray &data, qint64 ended,
                 const QByteArray &result);
/// A job whose attempts are used up, one stack each.
Job failedJob(Shelf &shelf, const QByteArray &name, const QByteArray &data, qint64 ended,
              const Failure &failure, int attempts = 3);
/// A job that a worker is at.
Job activeJob(Shelf &shelf, const QByteArray &name, const QByteArray &data, const QByteArray &progress);

} // namespace oxp::demo
