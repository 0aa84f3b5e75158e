// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oxp {

/// Names as a person sorts them, the same in every locale: case aside, 2 before 10. Less than 0: left first.
int compareTitles(const QString &left, const QString &right);

} // namespace oxp
