// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demopayloads.h"

namespace oxp::demo {

/// What a worker reported of a failed job.
struct Failure {
  QByteArray reason;
  QByteArray stack; ///< of one attempt, with the reason as its first line
};

/// Fits an order: what it names of the payload is in `data`.
Failure orderFailure(Dice &dice, const QByteArray &data);
/// An article of the order that is sold no more.
Failure withdrawnArticle(const QByteArray &path, const QByteArray &sku);
/// A data base that refused a query; its message holds the query in one long line.
Failure catalogueFailure();
Failure captureFailure(Dice &dice);
Failure mediaFailure(Dice &dice);
Failure webhookFailure(Dice &dice);
/// Names a row of the supplier's catalogue.
Failure importFailure();
Failure scanFailure();

} // namespace oxp::demo
