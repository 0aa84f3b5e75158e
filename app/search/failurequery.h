// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/fingerprint.h"

namespace oxp::search {

/// A line of the grammar that finds the failed jobs with this class and message:
/// `state = failed error ~ "Order ORD-[0-9]+ not found"`. Jobs that differ in the frame alone are found too.
QString failureQuery(const Fingerprint &print);

/// A text as a string of the grammar, in quotes.
QString quoted(const QString &text);

} // namespace oxp::search
