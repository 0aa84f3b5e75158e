// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/trial.h"
#include "ui/theme/icons.h"

namespace oxp::outcomelook {

/// How what becomes of a job in a trial is marked.
IconId iconOf(edits::TrialOutcome::Kind kind);
Tint tintOf(edits::TrialOutcome::Kind kind);
/// Of one job: `refused`.
QString word(edits::TrialOutcome::Kind kind);
/// Of several, behind their number: `would be refused`.
QString words(edits::TrialOutcome::Kind kind);

} // namespace oxp::outcomelook
