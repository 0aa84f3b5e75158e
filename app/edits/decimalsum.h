// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace oxp::edits {

/// The exact sum of two JSON numbers of any length, with as many decimals as the longer of the two: `1.20`
/// and `0.1` give `1.30`. Nothing where an exponent would make more than 1,000 digits of one.
std::optional<QByteArray> decimalSum(QByteArrayView a, QByteArrayView b);

} // namespace oxp::edits
