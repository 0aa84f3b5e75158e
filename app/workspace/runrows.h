// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"

#include <vector>

namespace oxp {

class SessionRuns;

/// The runs of a profile as lists show them, newest first.
std::vector<RunRow> runRows(const SessionRuns &runs);

} // namespace oxp
