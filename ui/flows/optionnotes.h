// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QStringList>

namespace oxp {

/// Sentences on what another version of its options means for this job.
QStringList optionNotes(const JobDetail &facts);

} // namespace oxp
