// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chosenrows.h"
#include "models/jobcolumns.h"
#include "models/joborder.h"
#include "models/pagesource.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace oxp {

/// The jobs of one state, or a fixed list of jobs (Latest, a filter's result). One column per JobColumn, in
/// that order; which of them show is the view's business (tell it by setShownColumns(), it drives what is
/// fetched).
///
/// Data flow: data() of a row that is not there gives a loading cell and notes the row; at the end of the
/// event loop's turn the noted rows are asked for as pages; answers are merged into what is there by job id
/// (applyPage), emitting the least. Rows never come from anywhere else. Loaded rows are bounded by an LRU.
///
/// Up to RealRowLimit jobs a row is a job of the state. Above that the model holds a window of WindowRows
/// rows over the state, moved by setWindowStart().
class JobTableModel : public QAbstractTableModel {
  Q_OBJECT

public:
  static constexpr int RealRowLimit = 200'000;
  static constexpr int WindowRows = 10'000;
  static constexpr int PageRows = 100;
  static constexpr int LoadedLimit = 5'000;

  enum class Mode { Empty, State, FixedList };

  explicit JobTableModel(QObject *parent = nullptr);
  ~JobTableModel() override;

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
  JobListKind kind() const { return m_kind; }
  /// Turns the state's own order round; starts again at the head.
  void setReversed(bool reversed);
  bool reversed() const { return m_reversed; }
  /// Columns that show, by JobColumn. Rows are asked for again when they lack a field.
  void setShownColumns(const std::vector<JobColumn> &columns);
  JobFields fields() const { return m_fields; }
  /// The server's clock in ms against this machine's, for relative times.
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }

  // --- facts ------------------------------------------------------------------------------------------
  /// Merges rows into what is there. Called by the model itself for what it asked; public for tests.
  void applyPage(const JobPage &page);
  /// New facts on jobs that are shown already (a save, the open job's poll), found by id. Never moves rows.
  void applyRows(const std::vector<JobRow> &rows);
  /// What a refresh looks at: all that the columns show, or first only which jobs there are, and the rest
  /// where those have changed.
  enum class Look { Rows, Ids };
  /// Asks again for the rows that the view shows; at most one such request at a time, and one more after it
  /// when this was called meanwhile.
  void refreshVisible(int first, int last, Look look = Look::Rows);
  /// Reads the visible rows again now and all others when they are painted next (F5). Never resets.
  void refreshAll();

  // --- new jobs at the head -----------------------------------------------------------------------------
  /// While held, jobs that came at the head are counted and not inserted (the view holds when it is scrolled
  /// away from the top or something is under the pointer).
  void setHoldHead(bool hold);
  int newAtHead() const { return m_newAtHead; }
  /// Inserts the counted jobs at the top.
  void takeNew();

  // --- the window over very long states -----------------------------------------------------------------
  bool windowed() const { return m_windowed; }
  qint64 total() const { return m_total; }             ///< jobs in the state, -1 = not known yet
  qint64 windowStart() const { return m_windowStart; } ///< position in the state of row 0
  /// Moves the window; clamped. Rows that stay keep their indexes' jobs.
  void setWindowStart(qint64 start);
  /// Makes sure that this position of the state has a row, moving the window when needed; -1 when out of
  /// range.
  int rowForPosition(qint64 position);

  // --- look-ups -----------------------------------------------------------------------------------------
  QByteArray idAt(int row) const;        ///< empty while loading
  const JobRow *rowAt(int row) const;    ///< nullptr while loading
  int rowOf(const QByteArray &id) const; ///< among the loaded rows, -1 when not there
  std::vector<QByteArray> idsAt(int first, int last) const;
  std::vector<JobRow> rowsFor(const std::vector<RowRange> &ranges) const; ///< loaded ones
  ChosenRows chosenRows(const std::vector<RowRange> &ranges) const;       ///< all of them
  bool loadedAll(int first, int last) const;
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
  struct Cell {
    JobRow row;
    JobFields have = 0;
    mutable quint64 used = 0;
    quint64 merged = 0; ///< number of the merge that saw it last
  };
  /// A row. Once a job was seen there it stays that job's, also after its cell was dropped to save memory:
  /// only so do selections never come to stand for another job.
  struct Slot {
    std::unique_ptr<Cell> cell; ///< null = not loaded
    size_t id = 0;              ///< hash of the job's id, 0 = never seen
    explicit operator bool() const { return cell != nullptr; }
    Cell *operator->() const { return cell.get(); }
    bool known() const { return id != 0; }
  };
  /// A job that has a row and stands in the new page too.
  struct Anchor {
    int row;   ///< where it is now
    int index; ///< in the page
  };
  using Rows = std::vector<JobRow>;

  // jobtablemodel.cpp: asking
  void restart(Mode mode, JobListKind kind);
  void chooseRow(int row, ChosenRows &chosen) const;
  void want(int row) const;
  void flushWanted();
  bool pageLoaded(qint64 page) const;
  void sendPage(const PageWish &wish, bool refresh);
  void takeAnswer(bool refresh, const PageWish &wish, Result<JobPage> answer);

  // jobtablemerge.cpp: merging
  void mergePage(JobPage page, JobFields fields);
  void mergeWhole(const Rows &rows, JobFields fields);
  std::vector<Anchor> anchorsOf(const Rows &rows) const;
  int absorbShift(int first, const JobPage &page, std::vector<Anchor> &anchors);
  int absorbInsertsBefore(int first, int count, const JobPage &page, std::vector<Anchor> &anchors);
  int absorbRemovalsBefore(int first, int count, const JobPage &page, std::vector<Anchor> &anchors);
  int staleFrom(const Anchor &anchor, int first) const;
  int absorbReplacement(int first, const JobPage &page);
  void mergeRows(int first, const Rows &rows, const std::vector<Anchor> &anchors, JobFields fields,
                 bool toTheEnd);
  void mergeGap(int row, int oldCount, const JobRow *rows, int newCount, JobFields fields);
  void mergeTail(int row, const JobRow *rows, int count, JobFields fields);
  void store(int row, const JobRow &job, JobFields fields);
  void removeCopies(int first, const Rows &rows);
  void unload(Slot &slot);
  void evict();

  // jobtablelist.cpp: the order of a fixed list
  void keepListOrder();
  void arrangeLike(const Rows &rows);
  void arrange(const std::vector<int> &from);

  // jobtablewindow.cpp: rows, the window and the head
  qint64 positionOf(int row) const { return m_windowStart + m_newAtHead + row; }
  int size() const { return int(m_slots.size()); }
  int rowsWanted() const;
  void setTotal(qint64 total);
  void openWindow();
  void setNewAtHead(int count);
  void fitRows();
  void insertSlots(int row, int count);
  void removeSlots(int row, int count);
  void noteChanged(int row);
  void tellChanged();

  std::shared_ptr<PageSource> m_source;
  Mode m_mode = Mode::Empty;
  JobListKind m_kind = JobListKind::Latest;
  JobState m_state = JobState::Unknown;
  bool m_reversed = false;
  JobOrder m_listOrder;
  JobFields m_fields = 0;
  qint64 m_clockOffset = 0;
  std::vector<Slot> m_slots; ///< by row
  int m_loadedCount = 0, m_knownCount = 0;
  mutable quint64 m_stamp = 0; ///< counts uses, for the LRU
  quint64 m_merge = 0;         ///< counts merges
  int m_changedFirst = -1, m_changedLast = -1;

  qint64 m_total = -1;
  qint64 m_windowStart = 0;
  bool m_windowed = false;
  bool m_hold = false;
  int m_newAtHead = 0;

  bool m_removing = false;
  bool m_loadedOnce = false;
  quint64 m_generation = 0;
  mutable std::vector<qint64> m_wanted; ///< page numbers by position, the newest wish last
  std::set<qint64> m_inFlight;
  bool m_refreshing = false, m_refreshAgain = false;
  RefusedCommands m_refused; ///< in the last page that was not as before
  PageWish m_seen;           ///< the last refresh; `known` is the mark that it brought
  int m_visibleFirst = 0, m_visibleLast = 0;
  mutable QTimer m_flush;
};

} // namespace oxp
