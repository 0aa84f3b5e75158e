// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oxp {

/// The string token (with its quotes) with its content changed to `text`. What the old and the new content
/// share at both ends keeps its bytes, escapes and all: `"\u00e9 a"` with an b is `"\u00e9 b"`.
QByteArray changedString(const QByteArray &token, const QString &text);

} // namespace oxp
