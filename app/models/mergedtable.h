// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>
#include <type_traits>
#include <vector>

namespace oxp {

/// A table over a vector of values that is kept up to date by whole new lists: what is gone is removed, what
/// is new inserted, what moved keeps its persistent index, and only rows whose value differs are told as
/// changed. One pass and a hash of the keys, for lists of some thousand rows come four times a second; a few
/// rows are told where they are, for many one signal is cheaper for the views than one for each.
template <typename Row>
class MergedTable : public QAbstractTableModel {
protected:
  using QAbstractTableModel::QAbstractTableModel;

  /// `keyOf(row)` is hashable and unique in `target`.
  template <typename KeyOf>
  void merge(const std::vector<Row> &target, KeyOf keyOf) {
    Places places = placesOf(target, keyOf);
    removeGone(places);
    const std::vector<int> added = addedTo(int(target.size()), places);
    if (std::is_sorted(places.begin(), places.end()) && runsOf(added).size() <= MostRuns)
      insertInPlace(target, added);
    else
      appendAndOrder(target, added, std::move(places));
    update(target);
  }

  std::vector<Row> m_rows;

private:
  static constexpr size_t MostRuns = 16; ///< stretches of rows that are told of one by one
  static constexpr int Gone = std::numeric_limits<int>::max();
  using Places = std::vector<int>; ///< for each row, where it is to stand
  struct Run {
    int first = 0, count = 0; ///< in a list of rows
  };

  template <typename KeyOf>
  Places placesOf(const std::vector<Row> &target, KeyOf keyOf) const {
    QHash<std::decay_t<std::invoke_result_t<KeyOf, const Row &>>, int> wanted;
    wanted.reserve(qsizetype(target.size()));
    for (int i = 0; i < int(target.size()); ++i)
      wanted.insert(keyOf(target[size_t(i)]), i);
    Q_ASSERT(wanted.size() == qsizetype(target.size()));
    Places places;
    places.reserve(m_rows.size());
    for (const Row &row : m_rows)
      places.push_back(wanted.value(keyOf(row), Gone));
    return places;
  }

  /// Stretches of rows that follow each other.
  static std::vector<Run> runsOf(const std::vector<int> &rows) {
    std::vector<Run> runs;
    for (int i = 0; i < int(rows.size()); ++i) {
      if (i > 0 && rows[size_t(i)] == rows[size_t(i - 1)] + 1)
        ++runs.back().count;
      else
        runs.push_back({i, 1});
    }
    return runs;
  }

  /// Places in the target that no row has.
  static std::vector<int> addedTo(int size, const Places &places) {
    std::vector<bool> taken(size_t(size), false);
    for (const int place : places)
      taken[size_t(place)] = true;
    std::vector<int> added;
    for (int i = 0; i < size; ++i)
      if (!taken[size_t(i)])
        added.push_back(i);
    return added;
  }

  void removeGone(Places &places) {
    std::vector<int> gone;
    for (int i = 0; i < int(places.size()); ++i)
      if (places[size_t(i)] == Gone)
        gone.push_back(i);
    std::vector<Run> runs = runsOf(gone);
    if (runs.size() > MostRuns) {
      order(places); // they come last
      std::iota(gone.begin(), gone.end(), int(places.size() - gone.size()));
      runs = runsOf(gone);
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
      const int first = gone[size_t(run->first)];
      beginRemoveRows({}, first, first + run->count - 1);
      m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + run->count);
      places.erase(places.begin() + first, places.begin() + first + run->count);
      endRemoveRows();
    }
  }

  void insertInPlace(const std::vector<Row> &target, const std::vector<int> &added) {
    for (const Run &run : runsOf(added)) {
      const int first = added[size_t(run.first)];
      beginInsertRows({}, first, first + run.count - 1);
      m_rows.insert(m_rows.begin() + first, target.begin() + first, target.begin() + first + run.count);
      endInsertRows();
    }
  }

  void appendAndOrder(const std::vector<Row> &target, const std::vector<int> &added, Places places) {
    if (!added.empty()) {
      beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
      for (const int place : added) {
        m_rows.push_back(target[size_t(place)]);
        places.push_back(place);
      }
      endInsertRows();
    }
    order(places);
  }

  /// Puts the rows in the order of their places; persistent indexes go with them.
  void order(Places &places) {
    std::vector<int> from(places.size()), to(places.size());
    std::iota(from.begin(), from.end(), 0);
    std::stable_sort(from.begin(), from.end(),
                     [&](int a, int b) { return places[size_t(a)] < places[size_t(b)]; });
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<Row> rows;
    rows.reserve(m_rows.size());
    for (const int row : from) {
      to[size_t(row)] = int(rows.size());
      rows.push_back(std::move(m_rows[size_t(row)]));
    }
    m_rows = std::move(rows);
    std::sort(places.begin(), places.end());
    movePersistentIndexes(to);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
  }

  void movePersistentIndexes(const std::vector<int> &to) {
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &was : before)
      after << index(to[size_t(was.row())], was.column());
    changePersistentIndexList(before, after);
  }

  /// Values that differ, told in stretches.
  void update(const std::vector<Row> &target) {
    std::vector<int> changed;
    for (int i = 0; i < int(target.size()); ++i) {
      if (m_rows[size_t(i)] == target[size_t(i)])
        continue;
      m_rows[size_t(i)] = target[size_t(i)];
      changed.push_back(i);
    }
    for (const Run &run : runsOf(changed)) {
      const int first = changed[size_t(run.first)];
      emit dataChanged(index(first, 0), index(first + run.count - 1, columnCount() - 1));
    }
  }
};

} // namespace oxp
