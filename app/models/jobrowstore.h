// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace oxp {

/// Hears of every change of the rows of a JobRowStore. Qt's models have to tell before and after a change, so
/// it is handed over and to be called in between.
class JobRowListener {
public:
  using Change = std::function<void()>;
  virtual ~JobRowListener() = default;
  virtual void rowsCome(int first, int last, const Change &change) = 0;
  virtual void rowsGo(int first, int last, const Change &change) = 0;
  virtual void rowsDiffer(int first, int last) = 0;
};

/// The rows of a table of jobs. A row may not be loaded; and once a job was seen in it, it stays that job's,
/// also after it was dropped to save memory: only so do selections never come to stand for another job.
///
/// Changes of neighbouring rows are collected and told as one, by tell() at the latest.
class JobRowStore {
public:
  static constexpr int LoadedLimit = 5'000; ///< loaded rows that evict() leaves at most

  /// `listener` outlives this.
  explicit JobRowStore(JobRowListener &listener)
      : m_listener(listener) {}

  int size() const { return int(m_slots.size()); }
  /// Rows in which a job was seen, loaded or not.
  int knownCount() const { return m_known; }
  int loadedCount() const { return m_loaded; }
  bool isKnown(int row) const { return slot(row).id != 0; }
  /// The hash of the job's id; 0 = none was seen there.
  size_t idAt(int row) const { return slot(row).id; }
  /// Null while it is not loaded, or out of range.
  const JobRow *rowAt(int row) const;
  /// Which fields a loaded row has.
  JobFields fieldsAt(int row) const { return slot(row).cell ? slot(row).cell->have : 0; }
  /// Among the loaded rows; -1 when it is not there.
  int rowOf(const QByteArray &id) const;
  /// The number of the merge that saw a row last; 0 = none did since it was loaded.
  quint64 mergeAt(int row) const { return slot(row).cell ? slot(row).cell->merged : 0; }
  /// The hash by which jobs are known. Never 0.
  static size_t hashOf(const QByteArray &id);

  /// Adds rows in which no job was seen yet.
  void insert(int row, int count);
  void remove(int row, int count);
  /// A row has this job now; told where it is not as before.
  void store(int row, const JobRow &job, JobFields fields);
  /// From here on rows are seen by another merge.
  void beginMerge() { ++m_merge; }
  /// Tells what has been collected.
  void tell();
  /// Row i becomes what stands at from[i] now. Tells nobody: the whole order changes.
  void arrange(const std::vector<int> &from);
  /// All go. Tells nobody.
  void clear();

  /// Somebody has looked at a row: it is not among the first to be dropped.
  void use(int row) const;
  /// Drops what a row holds; it is still its job's.
  void unload(int row);
  /// Drops the rows that nobody has looked at for long where more than LoadedLimit are loaded.
  void evict();

private:
  struct Cell {
    JobRow row;
    JobFields have = 0;
    mutable quint64 used = 0;
    quint64 merged = 0;
  };
  struct Slot {
    std::unique_ptr<Cell> cell; ///< null = not loaded
    size_t id = 0;
  };
  const Slot &slot(int row) const { return m_slots[size_t(row)]; }
  void note(int row);
  void erase(int row, int count);
  void drop(Slot &slot);

  JobRowListener &m_listener;
  std::vector<Slot> m_slots;
  int m_loaded = 0, m_known = 0;
  int m_changedFirst = -1, m_changedLast = -1;
  mutable quint64 m_uses = 0;
  quint64 m_merge = 0;
};

/// For JobRowStore::arrange(): the rows whose jobs stand in `jobs`, in the order of these; the others keep
/// the place that they had. All rows are loaded.
std::vector<int> arrangedLike(const JobRowStore &rows, const std::vector<JobRow> &jobs);

} // namespace oxp
