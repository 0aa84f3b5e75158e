// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"

#include <optional>
#include <vector>

namespace oxp {

/// The argument of an edit of many jobs that says what is done to each right after its edit: a spec id. It is
/// never done to a job that was not edited.
inline const QByteArray ThenArgument = "then";

/// What may be done to a job right after its edit, in menu order.
std::vector<const OperationSpec *> followUps();
/// The second half of a wish; nothing where the edit is all of it. Invalid (then) for what may not follow.
Result<std::optional<OperationRequest>> followUpOf(const OperationRequest &wish);
/// The states in which a job can be taken for the whole of a wish; empty = every state.
std::vector<JobState> statesFor(const OperationRequest &wish);

} // namespace oxp
