// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/fingerprint.h"

#include <QString>

namespace oxp::search {

/// A line of the grammar that finds the failed jobs with this print and no others:
/// `state = failed failure = 3f9a2c1e7b04`; where nothing is told, `state = failed not failure : ""`.
QString failureQuery(const Fingerprint &print);

} // namespace oxp::search
