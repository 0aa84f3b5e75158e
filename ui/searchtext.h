// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

#include <QString>

namespace oxp {

/// `Column 13: there is no field "eror". Did you mean error?`: what is wrong with a query, where, and the
/// repair where one is obvious. Translated.
QString problemText(const search::Problem &problem);

} // namespace oxp
