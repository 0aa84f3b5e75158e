// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/textpieces.h"

#include <vector>

namespace oxp {

/// A row on the screen: the piece of text, and which of the rows that it takes.
struct RowPlace {
  qsizetype piece = 0;
  int row = 0;
  auto operator<=>(const RowPlace &) const = default;
};

/// How many rows a text takes, for its scroll bar. Of a short text it knows, of a long one it guesses from
/// lengths, so that a text of a million lines costs a millisecond at a new width.
class RowMap {
public:
  RowMap() = default;
  static RowMap exact(const std::vector<int> &rowsOfPieces);
  static RowMap guessed(const TextPieces &pieces, int columns);

  bool isExact() const { return m_block == 1; }
  qint64 total() const { return m_before.back(); }
  qint64 rowOf(const RowPlace &place) const;
  RowPlace placeOf(qint64 row) const;

private:
  qsizetype piecesIn(qsizetype block) const;

  qsizetype m_block = 1; ///< pieces whose rows are known as a sum
  qsizetype m_pieces = 0;
  std::vector<qint64> m_before{0}; ///< rows before every block, and all
};

} // namespace oxp
