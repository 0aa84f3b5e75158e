// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/plan.h"

namespace oxp {

/// How a compare-and-set ended.
struct Swap {
  enum Result {
    Written,
    Changed, ///< somebody else changed the field
    Gone,
    OtherJob,    ///< the id was removed and added again
    KeepsMoving, ///< other fields changed at every try; nothing was written
  };
  Result result = Written;
  bool announced = false;
};

/// Above this, in bytes, the server would stand still over the SHA-1, so the comparing is done here.
inline constexpr qsizetype ScriptDataLimit = 1'000'000;

/// Replaces the field that the operation stores if it still is what the request's baseline says, and
/// announces new data (not for Bull 4). Nothing is announced that is not written, and the other way round.
oxp::Result<Swap> compareAndSet(PlanContext &context);

/// The call of compareAndSet.lua for a complete edit; `announce`: with an event.
ScriptCall swapCall(const OperationRequest &request, bool announce);
/// What it answers; OutcomeUnknown for what is no answer of it.
oxp::Result<Swap::Result> readSwap(const Reply &reply);

/// Reads and compares large data under WATCH for the first try of compareAndSet(); smaller ones need none.
void watchAhead(PlanContext &context);

} // namespace oxp
