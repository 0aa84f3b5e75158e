// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <utility>

namespace oxp {

class JobRowStore;

/// Which of a list's jobs have a row. Up to RealRowLimit each has one. Above that there are WindowRows of
/// them, somewhere in the list. Jobs that came at the head may be held back and only counted.
///
/// The list is that of the server: its positions begin at the head, with the jobs that are held back.
class JobWindow : public QObject {
  Q_OBJECT

public:
  static constexpr int RealRowLimit = 200'000;
  static constexpr int WindowRows = 10'000;

  /// `rows` outlives this.
  explicit JobWindow(JobRowStore &rows)
      : m_rows(rows) {}

  /// Jobs in the list; -1 = not known yet.
  qint64 total() const { return m_total; }
  /// Whether the list is too long for a row a job.
  bool isOpen() const { return m_open; }
  /// Position of row 0, not counting what is held back.
  qint64 start() const { return m_start; }
  int newAtHead() const { return m_newAtHead; }
  bool holdsHead() const { return m_hold; }
  qint64 positionOf(int row) const { return m_start + m_newAtHead + row; }
  /// Less than 0 and more than there are rows for what has none.
  qint64 rowOf(qint64 position) const { return position - m_start - m_newAtHead; }
  /// How many rows there should be.
  int rowsWanted() const;

  /// Another list: nothing is known of it.
  void reset();
  /// Counts with another length while rows are merged, and tells nobody. Returns the one before.
  qint64 exchangeTotal(qint64 total) { return std::exchange(m_total, total); }
  /// The length of the list has become known. It may open or close the window; fit() gives it its rows.
  void setTotal(qint64 total);
  /// Adds or removes rows at the end until there are as many as there should be.
  void fit();
  /// The first row on the screen: the window opens around it, so that the place is kept.
  void setLookedAt(int row) { m_lookedAt = row; }
  void setHoldHead(bool hold);
  /// Gives the jobs that were held back their rows.
  void takeNew();
  /// So many more came at the head, or left there; they are held back.
  void addNewAtHead(int count) { setNewAtHead(m_newAtHead + count); }
  /// Nothing is held back any more; what was is not shown.
  void forgetNew() { setNewAtHead(0); }
  /// So many came before the window, or left there: its rows stay the same jobs.
  void shift(qint64 count) { m_start += count; }
  /// Moves an open window; clamped. Rows that stay are the same jobs'.
  void moveTo(qint64 start);
  /// Moves the window where that position of the list has no row. Its row then; -1 when out of range.
  int reach(qint64 position);

signals:
  void totalChanged(qint64 total);
  /// Another part of the list has rows, or all of it has.
  void changed(bool isOpen, qint64 start, qint64 total);
  void newAtHeadChanged(int count);

private:
  qint64 lastStart(qint64 total) const;
  void open();
  void setNewAtHead(int count);

  JobRowStore &m_rows;
  qint64 m_total = -1;
  qint64 m_start = 0;
  bool m_open = false;
  bool m_hold = false;
  int m_newAtHead = 0;
  int m_lookedAt = 0;
};

} // namespace oxp
