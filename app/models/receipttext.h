// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/receipt.h"

/// How a receipt reads. Translated, pure.
namespace oxp::receipttext {

/// `Retried refund`, `Paused orders`; of a write that is not known to have arrived `Retry: refund`.
QString what(const Receipt &receipt);
/// `#104203`; empty for a queue.
QString id(const Receipt &receipt);
/// `now active`, `completed`, `failed again`, `not known: connection lost`.
QString word(const Receipt &receipt);
/// `for 4 s`, `after 1.9 s, 41 s ago`, why it failed. `now`: ms by the server's clock.
QString fact(const Receipt &receipt, qint64 now);
/// All of it in one line, with the queue's name.
QString line(const Receipt &receipt, qint64 now);
/// Of the pane: `Retried by you 4 s ago.` `now`: ms by this machine's clock.
QString deed(const Receipt &receipt, qint64 now);

} // namespace oxp::receipttext
