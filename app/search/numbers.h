// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace oxp::search {

/// Whether a text is one JSON number and nothing else.
bool isJsonNumber(QByteArrayView text);

/// A JSON number without exponent, leading sign of zero and zeros behind its fraction: every spelling of the
/// same value that has no exponent contains it. Nothing when that would be over `most` bytes.
std::optional<QByteArray> canonicalDecimal(QByteArrayView number, qsizetype most = 400);

/// A size as a person types it, in bytes as a JSON number: `1200`, `1.5KB` (1000), `5MB`, `1GB`.
std::optional<QByteArray> readSize(QByteArrayView text);

} // namespace oxp::search
