// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/actionset.h"

namespace oxp {

/// Connections, exports, settings and the program itself.
QList<ActionSpec> fileActions();
/// What looks through jobs.
QList<ActionSpec> toolActions();
QList<ActionSpec> helpActions();

} // namespace oxp
