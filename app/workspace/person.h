// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oxp {

/// Who is at the keyboard, `name@host`, for records. The name is $USER or $LOGNAME; where neither is set (a
/// container, a desktop's service) that of the effective user, or its number.
QString personAndHost();

} // namespace oxp
