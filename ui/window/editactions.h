// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/actionset.h"

namespace oxp {

/// What is done to the text of the open job.
QList<ActionSpec> editActions();

} // namespace oxp
