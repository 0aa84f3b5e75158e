// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/actionset.h"

namespace oxp {

/// Everything that a person can do in the window, in menu order: its own actions, and one for each operation
/// of the catalogue.
QList<ActionSpec> windowActions();

/// Which of them fit now, and which are ticked.
void updateActions(const WindowParts &parts);

} // namespace oxp
