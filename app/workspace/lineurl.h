// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace oxp {

/// The URL that says what a line of readConnectionLine() says, for the way that a URL takes through the
/// program. A redis://, rediss:// or unix:// URL stays as it is: parseConnectionUrl() refuses an option of it
/// that it does not know, and so goes unnoticed no misspelt environment. Fails with Invalid, code "line", and
/// a sentence for people that holds no part of a password. Pure.
Result<QString> urlOfLine(const QString &text);
/// Why a text that is no URL for parseConnectionUrl() is not understood; `otherwise` where nobody can say
/// better.
Error lineError(const QString &text, const Error &otherwise);

} // namespace oxp
