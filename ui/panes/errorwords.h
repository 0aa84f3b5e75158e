// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oxp {

struct FailureStory;

/// What the Error tab says about a job's traces. Translated; empty where there is nothing to say.
namespace errorwords {

/// `5 attempts, 2 traces`: equal traces count once.
QString counts(const FailureStory &story);
/// `Showing the newest 50 of 200,000 traces.`
QString bounds(const FailureStory &story);
/// `This job keeps its newest 10 traces (stackTraceLimit).`
QString keeps(const FailureStory &story);

} // namespace errorwords
} // namespace oxp
