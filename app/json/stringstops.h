// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Eight bytes of JSON at a time. Inside this layer only.
namespace oxp::json {

inline constexpr quint64 Ones = 0x0101010101010101;
inline constexpr quint64 Highs = 0x8080808080808080;

/// High bit set in each byte (of plain ASCII text) that ends a run of ordinary string characters. Bytes
/// above the first hit may be marked wrongly; the first is exact on little-endian machines.
constexpr quint64 stringStops(quint64 word) {
  const quint64 quote = word ^ (Ones * '"');
  const quint64 backslash = word ^ (Ones * '\\');
  return ((quote - Ones) | (backslash - Ones) | (word - Ones * 0x20) | word) & Highs;
}

} // namespace oxp::json
