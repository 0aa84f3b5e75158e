// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bulk/selection.h"
#include "edits/trial.h"
#include "redis/session.h"

#include <stop_token>

namespace oxp {

/// Jobs that an edit is tried on, at most.
inline constexpr qint64 MostTrialJobs = 500;
/// Bytes of payloads that are read for a trial, at most; then there are fewer jobs.
inline constexpr qint64 MostTrialBytes = 64 * 1'024 * 1'024;

/// The newest jobs of what was chosen, or the first of those that are named, with their data: sizes first, so
/// that what is asked for in one go is bounded. Lane thread.
Result<std::vector<edits::TrialJob>> readTrialJobs(ReadSession &session, const Selection &selection,
                                                   std::stop_token stop);

} // namespace oxp
