// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>
#include <vector>

namespace oxp {

/// Which ids were seen, at some 40 bytes each: by two hashes with seeds of their own, so that 2^127 values
/// tell ids apart. A flat table, for every job that is read passes here. Lane thread.
class SeenIds {
public:
  /// False when the id was there already.
  bool add(const QByteArray &id) {
    if (2 * (m_count + 1) > m_table.size())
      grow();
    const Hashes hashes = hashesOf(id);
    Hashes &place = placeOf(hashes);
    if (place != Nobody)
      return false;
    place = hashes;
    ++m_count;
    return true;
  }
  bool has(const QByteArray &id) { return m_count > 0 && placeOf(hashesOf(id)) != Nobody; }
  void clear() {
    m_table.clear();
    m_count = 0;
  }

private:
  using Hashes = std::pair<size_t, size_t>;
  static constexpr Hashes Nobody{0, 0};
  static constexpr size_t LeastPlaces = 1'024; ///< a power of two, as all sizes are

  Hashes hashesOf(const QByteArray &id) const { return {qHash(id, m_first), qHash(id, m_second) | 1}; }
  /// Where these stand, or else the free place where they would.
  Hashes &placeOf(const Hashes &hashes) {
    size_t at = hashes.first & (m_table.size() - 1);
    while (m_table[at] != Nobody && m_table[at] != hashes)
      at = (at + 1) & (m_table.size() - 1);
    return m_table[at];
  }
  void grow() {
    const std::vector<Hashes> before =
        std::exchange(m_table, std::vector<Hashes>(std::max(LeastPlaces, 2 * m_table.size()), Nobody));
    for (const Hashes &hashes : before)
      if (hashes != Nobody)
        placeOf(hashes) = hashes;
  }

  size_t m_first = QRandomGenerator::system()->generate64();
  size_t m_second = QRandomGenerator::system()->generate64();
  std::vector<Hashes> m_table;
  size_t m_count = 0;
};

} // namespace oxp
