// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/actionset.h"

namespace oxp {

/// One action for each operation of the catalogue that stands in a menu, and one more where it can ask first.
QList<ActionSpec> operationActions();

} // namespace oxp
