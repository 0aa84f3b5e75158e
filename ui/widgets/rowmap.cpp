// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowmap.h"

#include <algorithm>

namespace oxp {
namespace {
constexpr qsizetype Block = 64;
}

RowMap RowMap::exact(const std::vector<int> &rowsOfPieces) {
  RowMap map;
  map.m_pieces = qsizetype(rowsOfPieces.size());
  for (const int rows : rowsOfPieces)
    map.m_before.push_back(map.m_before.back() + rows);
  return map;
}

RowMap RowMap::guessed(const TextPieces &pieces, int columns) {
  RowMap map;
  map.m_block = Block;
  map.m_pieces = pieces.count();
  map.m_before.reserve(size_t(pieces.count() / Block) + 2);
  for (qsizetype first = 0; first < pieces.count(); first += Block) {
    const qsizetype end = std::min(first + Block, pieces.count());
    const qint64 characters = pieces.charactersBefore(end) - pieces.charactersBefore(first);
    map.m_before.push_back(map.m_before.back() + std::max<qint64>(end - first, characters / columns));
  }
  return map;
}

qsizetype RowMap::piecesIn(qsizetype block) const {
  return std::min(m_block, m_pieces - block * m_block);
}

qint64 RowMap::rowOf(const RowPlace &place) const {
  if (m_pieces == 0)
    return 0;
  const qsizetype block = std::clamp<qsizetype>(place.piece, 0, m_pieces - 1) / m_block;
  const qint64 begin = m_before[size_t(block)], end = m_before[size_t(block) + 1];
  // A piece stays below the next one, however many rows it turns out to have.
  const auto startOf = [&](qsizetype piece) { return begin + (end - begin) * piece / piecesIn(block); };
  const qsizetype inside = place.piece - block * m_block;
  return std::min(startOf(inside) + place.row, std::max(startOf(inside), startOf(inside + 1) - 1));
}

RowPlace RowMap::placeOf(qint64 row) const {
  if (m_pieces == 0)
    return {};
  const qint64 wanted = std::clamp<qint64>(row, 0, total() - 1);
  const auto after = std::upper_bound(m_before.begin(), m_before.end(), wanted);
  const qsizetype block = after - m_before.begin() - 1;
  const qint64 begin = m_before[size_t(block)], rows = m_before[size_t(block) + 1] - begin;
  // The last piece that begins at or before the row.
  qsizetype piece = block * m_block + (wanted - begin) * piecesIn(block) / rows;
  while (piece + 1 < block * m_block + piecesIn(block) && rowOf({piece + 1, 0}) <= wanted)
    ++piece;
  return {piece, int(wanted - rowOf({piece, 0}))};
}

} // namespace oxp
