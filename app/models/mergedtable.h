// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace oxp {

/// A table over a vector of values that is kept up to date by whole new lists: what is gone is removed, what
/// is new inserted, what moved is moved, and only rows whose value differs are told as changed. For up to
/// some thousand rows.
template <typename Row>
class MergedTable : public QAbstractTableModel {
protected:
  using QAbstractTableModel::QAbstractTableModel;

  /// `keyOf(row)` is comparable and unique in `target`.
  template <typename KeyOf>
  void merge(const std::vector<Row> &target, KeyOf keyOf) {
    removeGone(target, keyOf);
    for (int i = 0; i < int(target.size()); ++i) {
      place(i, target[size_t(i)], keyOf);
      if (m_rows[size_t(i)] == target[size_t(i)])
        continue;
      m_rows[size_t(i)] = target[size_t(i)];
      emit dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
  }

  std::vector<Row> m_rows;

private:
  template <typename KeyOf>
  void removeGone(const std::vector<Row> &target, KeyOf keyOf) {
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
      const auto same = [&](const Row &row) { return keyOf(row) == keyOf(m_rows[size_t(i)]); };
      if (std::any_of(target.begin(), target.end(), same))
        continue;
      beginRemoveRows({}, i, i);
      m_rows.erase(m_rows.begin() + i);
      endRemoveRows();
    }
  }

  /// Brings the row with `wanted`'s key to `i`, inserting it when it is not there.
  template <typename KeyOf>
  void place(int i, const Row &wanted, KeyOf keyOf) {
    const auto begin = m_rows.begin() + i;
    const auto found =
        std::find_if(begin, m_rows.end(), [&](const Row &row) { return keyOf(row) == keyOf(wanted); });
    if (found == m_rows.end()) {
      beginInsertRows({}, i, i);
      m_rows.insert(begin, wanted);
      endInsertRows();
    } else if (found != begin) {
      const int from = int(found - m_rows.begin());
      beginMoveRows({}, from, from, {}, i);
      std::rotate(begin, found, found + 1);
      endMoveRows();
    }
  }
};

} // namespace oxp
