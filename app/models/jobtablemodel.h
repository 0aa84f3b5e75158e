// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chosenrows.h"
#include "models/jobcolumns.h"
#include "models/jobmerge.h"
#include "models/joborder.h"
#include "models/jobpages.h"
#include "models/jobrowstore.h"
#include "models/jobwindow.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace oxp {

/// The jobs of one state, or a fixed list of jobs (Latest, a filter's result). One column per JobColumn, in
/// that order; which of them show is the view's business (tell it by setShownColumns(), it drives what is
/// fetched).
///
/// Data flow: data() of a row that is not there gives a loading cell and notes the row with JobPages; answers
/// are merged by JobMerge into the JobRowStore by job id, emitting the least. Rows never come from anywhere
/// else. Above JobWindow::RealRowLimit jobs the rows are a window over the state.
class JobTableModel : public QAbstractTableModel, private JobRowListener {
  Q_OBJECT

public:
  static constexpr int RealRowLimit = JobWindow::RealRowLimit;
  static constexpr int WindowRows = JobWindow::WindowRows;
  static constexpr int PageRows = JobPages::PageRows;
  static constexpr int LoadedLimit = JobRowStore::LoadedLimit;

  enum class Mode { Empty, State, FixedList };
  using Look = JobPages::Look;

  explicit JobTableModel(QObject *parent = nullptr);

  // --- what is shown ----------------------------------------------------------------------------------
  void clear();
  /// Shows a state. `total` is what is known of its size (-1 = nothing yet; a first page is asked for at
  /// once). The source is kept until the next setSource, setList or clear.
  void setSource(std::shared_ptr<PageSource> source, JobState state, qint64 total = -1,
                 bool reversed = false);
  /// Shows a fixed list; `kind` Latest for lists over states. A list that is shown already is merged. It
  /// stands in the list's order, whatever becomes of its jobs: the newest first until another one is set.
  void setList(std::vector<JobRow> rows, JobListKind kind = JobListKind::Latest);
  void setListOrder(const JobOrder &order);
  const JobOrder &listOrder() const { return m_listOrder; }
  Mode mode() const { return m_mode; }
  /// Turns the state's own order round; starts again at the head.
  void setReversed(bool reversed);
  bool reversed() const { return m_pages.isReversed(); }
  /// Columns that show, by JobColumn. Rows are asked for again when they lack a field.
  void setShownColumns(const std::vector<JobColumn> &columns);
  JobFields fields() const { return m_pages.fields(); }
  /// The server's clock in ms against this machine's, for relative times.
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }

  // --- facts ------------------------------------------------------------------------------------------
  /// Merges rows into what is there. Called by the model itself for what it asked; public for tests.
  void applyPage(const JobPage &page);
  /// New facts on jobs that are shown already (a save, the open job's poll), found by id. Never moves rows.
  void applyRows(const std::vector<JobRow> &rows);
  /// Asks again for the rows that the view shows; at most one such request at a time, and one more after it
  /// when this was called meanwhile.
  void refreshVisible(int first, int last, Look look = Look::Rows);
  /// Reads the visible rows again now and all others when they are painted next (F5). Never resets.
  void refreshAll() { m_pages.refreshAll(); }

  // --- the window over the state, and new jobs at its head -------------------------------------------
  JobWindow &window() { return m_window; }
  const JobWindow &window() const { return m_window; }
  qint64 total() const { return m_window.total(); } ///< jobs in the state, -1 = not known yet

  // --- look-ups -----------------------------------------------------------------------------------------
  QByteArray idAt(int row) const;                                  ///< empty while loading
  const JobRow *rowAt(int row) const { return m_rows.rowAt(row); } ///< nullptr while loading
  /// Among the loaded rows, -1 when not there.
  int rowOf(const QByteArray &id) const { return m_rows.rowOf(id); }
  std::vector<JobRow> rowsFor(const std::vector<RowRange> &ranges) const; ///< loaded ones
  ChosenRows chosenRows(const std::vector<RowRange> &ranges) const;       ///< all of them
  /// While rows leave: a view's current row moves to a neighbour then, and nobody has chosen that one.
  bool isRemoving() const { return m_removing; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
  void newAtHeadChanged(int count);
  void totalChanged(qint64 total);
  void windowChanged(bool windowed, qint64 start, qint64 total);
  /// A first page has come (also an empty one) since setSource().
  void loaded();
  /// The server has answered a page, whether or not anything in it is new. `refused`: commands without which
  /// the rows say less than they could.
  void pageRead(const oxp::RefusedCommands &refused);
  /// A fetch failed; rows stay as they are. Empty kind Cancelled is never told.
  void fetchFailed(const oxp::Error &error);

private:
  void restart(Mode mode, JobListKind kind, std::shared_ptr<PageSource> source, bool reversed);
  void keepListOrder();
  void arrange(const std::vector<int> &from);

  void rowsCome(int first, int last, const Change &change) override;
  void rowsGo(int first, int last, const Change &change) override;
  void rowsDiffer(int first, int last) override;

  JobRowStore m_rows{*this};
  JobWindow m_window{m_rows};
  JobMerge m_merge{m_rows, m_window};
  mutable JobPages m_pages{m_rows, m_window}; ///< data() notes there what is missing
  Mode m_mode = Mode::Empty;
  JobListKind m_kind = JobListKind::Latest;
  JobState m_state = JobState::Unknown;
  JobOrder m_listOrder;
  qint64 m_clockOffset = 0;
  bool m_removing = false;
  bool m_loadedOnce = false;
};

} // namespace oxp
