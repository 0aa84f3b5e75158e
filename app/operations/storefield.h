// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/plan.h"

/// What edits of a job have in common, whichever field they store. Lane thread only.
namespace oxp {

/// The most important thing to tell of an edit that went through, as OperationReport::note has it.
using EditNote = QByteArray (*)(const PlanContext &, const JobSnapshot &after);

/// Stores the field if it still is what the request's baseline says, and reads it back. On a Conflict the
/// context holds theirs.
Result<OperationReport> storeField(PlanContext &context, EditNote noteFor);

} // namespace oxp
