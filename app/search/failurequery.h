// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/fingerprint.h"

namespace oxp::search {

/// A line of the grammar that finds the failed jobs with this message and class, and no others:
/// `state = failed error ~ "^\s*(PaymentError:\s*)?+Order ORD-[#0-9]+ not found\s*(\n|$)"`. Stacks are not
/// searched: jobs that differ in the frame alone, or in a class that only the stack tells, are found too.
QString failureQuery(const Fingerprint &print);

/// A text as a string of the grammar, in quotes.
QString quoted(const QString &text);

} // namespace oxp::search
