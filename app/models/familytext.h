// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QString>

namespace oxp {

/// `BullMQ 5.81`, `BullMQ 5 or 6`, `Bull 4`, and so on: names of products.
QString familyText(const QueueInfo &queue);
/// By what the family was told, as a sentence.
QString familyBasisText(const QueueInfo &queue);
/// What is not offered because several releases may have written the queue; empty where one is known.
QString unsureText(const QueueInfo &queue);

} // namespace oxp
