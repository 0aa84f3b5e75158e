// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/elisions.h"

#include <QString>

namespace oxp {

/// What stands on the pill of an elided value: `text, 5,000,000 characters`, `••••4242`. Assistive tools read
/// it.
QString pillLabel(const json::Elision &elision);

} // namespace oxp
