// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablemodel.h"
#include "redis/lanehandle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statetabbar.h"
#include "workspace/profilesession.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTime>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;
class QScrollBar;
class QStackedWidget;

namespace oxp {

class ActionSet;
class ActivityModel;
struct ChosenRows;
class EmptyPlace;
class FilterChips;
class JobTableView;
class SearchBox;
class SearchControl;
class SearchPanel;
class Settings;

/// The jobs of one state, or the latest of all states, with the search above; while there is a query, the
/// jobs that it found. Keeps the selection, the scroll position and the columns while rows come and go.
class JobListPanel : public QWidget {
  Q_OBJECT

public:
  JobListPanel(ActionSet &actions, Settings &settings, ActivityModel &activity, QWidget *parent = nullptr);
  ~JobListPanel() override;

  /// Shows a queue's tab. A null session empties the panel.
  void show(ProfileSession *session, const QueueInfo &queue, StateTab tab);
  /// The jobs that are selected, loaded ones only, in row order.
  std::vector<JobRow> selectedJobs() const;
  /// All rows of the list that are selected, whether or not they have been read.
  ChosenRows chosenRows() const;
  /// Selects a job when it is among the loaded rows, and else no other one.
  void select(const QByteArray &jobId);
  /// Goes on from the open job to the next failed one below it, and from the last to the first. Selects only.
  void selectNextFailed();
  bool hasNextFailed() const;
  /// The state whose jobs are shown, if they leave the list with it.
  std::optional<JobState> listedState() const;
  void focusTable();
  /// Gives the keyboard to the list without choosing a row.
  void focusList();
  void focusSearch();
  /// Of a search that has ended: makes a job the current one if it was found, and else the only one that was.
  bool selectFound(const QueueId &queue, const QByteArray &jobId);
  /// As SearchControl::ask().
  void search(const QString &text, const std::vector<QueueId> &queues);
  bool isSearching() const { return m_searching; }
  /// How a group of failures reads that a search names by its id; empty = not known.
  void setFailureWords(std::function<QString(const QByteArray &)> words) {
    m_failureWords = std::move(words);
  }
  /// The found jobs that are selected; they may be of several queues.
  std::vector<SearchHit> selectedHits() const;
  /// All that the search has found so far, in the order of its table.
  std::vector<SearchHit> foundHits() const;
  bool isSearchRunning() const;
  /// Rows that are selected, those that have not been read yet among them.
  int selectedCount() const;
  void setCompact(bool compact);
  void reverse();
  /// Whether what is shown is one state, which can have an order of its own.
  bool maySort() const;
  /// Asks by which field, such as data.amount.
  void askSortField();
  void refresh();
  void copyIds() const;
  void copyRows() const;
  void copyJson() const;

signals:
  /// Another row is current; nothing = none. `queue`: the job's own, which a search may have found elsewhere.
  void currentJobChanged(const oxp::QueueInfo &queue, const std::optional<oxp::JobRow> &job);
  /// Return or a double click: the person wants to edit.
  void jobActivated();
  void selectionChanged();
  /// The link of an empty list: the person wants to see another state.
  void tabWanted(oxp::StateTab tab);
  void contextMenuWanted(const QPoint &globalPosition);
  /// A search has looked at all that was asked for.
  void searchCompleted();
  /// A list came: how many milliseconds ago does not matter, only that it is fresh now.
  void listRead();

protected:
  void showEvent(QShowEvent *event) override;
  void hideEvent(QHideEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  /// The order that was asked for, other than the state's own.
  struct Sort {
    search::Path by;
    bool descending = false;
    QTime at;
  };
  struct Shown {
    QPointer<ProfileSession> session;
    QueueInfo queue;
    StateTab tab = StateTab::Latest;
  };
  void setupTable();
  void setupHeader();
  void setupChip();
  void setupLayout();
  void setupScroll();
  // joblistload.cpp
  void setupClock();
  void load();
  void loadLatest(JobTableModel::Look look = JobTableModel::Look::Rows);
  void takeLatest(const Result<reader::Latest> &latest, JobFields fields);
  void tick();
  void follow(const std::vector<QueueChange> &changes);
  void readShown(JobTableModel::Look look = JobTableModel::Look::Rows);
  void applyCounts();
  void showEmptyWords();
  void tellRefused(const RefusedCommands &refused);
  std::optional<JobState> otherState(JobState empty) const;
  // joblistsearch.cpp, with the columns
  void setupSearch();
  void showResults(bool on);
  void setupFilters();
  void showFilters();
  void showCount(qint64 found, qint64 total);
  QString failureWords(const QByteArray &failure) const;
  void chooseColumns(const QPoint &place);
  void applyColumns();
  std::vector<JobColumn> shownColumns() const;
  static JobColumn wideColumn(const std::vector<JobColumn> &shown);
  bool isTight(const std::vector<JobColumn> &shown) const;
  int widthOf(JobColumn column) const;
  void saveWidths();
  // joblistsort.cpp
  void sortBy(const search::Path &by, bool descending);
  void tellSorting(const SortProgress &so);
  /// `failed`: nothing = it was done.
  void endSorting(const QString &note, std::optional<ErrorKind> failed);
  void tellSortFailed(const SortRequest &request, const Error &error);
  void takeSorted(const SortRequest &request, Result<SortedIds> ids);
  void tellSort();
  void leaveSort();
  void cancelSort();
  void forgetSort();
  void headerClicked(int section);
  void orderLatestBy(JobColumn column);
  void markOrder();
  // joblistpanel.cpp
  void updateWindow(bool windowed, qint64 start, qint64 total);
  void keepSelection();
  void choose(const QModelIndex &index);
  void tellCurrent(const JobRow *row);
  void leaveRow(const QModelIndex &neighbour);
  int nextFailedRow() const;
  void unmark();
  void markAgain(int row);
  JobListKind kind() const;

  Settings &m_settings;
  ActionSet &m_actions;
  ActivityModel &m_activity;
  QElapsedTimer m_sortTime;
  int m_sortRow = 0; ///< of Activity, while one is under way
  Shown m_shown;
  JobTableModel *m_model;
  JobTableView *m_table;
  std::vector<JobColumn> m_columns; ///< that are shown
  SearchBox *m_searchBox;
  SearchControl *m_search;
  FilterChips *m_filters;
  std::function<QString(const QByteArray &)> m_failureWords;
  SearchPanel *m_results;
  Banner *m_banner;
  QPushButton *m_chip;
  QScrollBar *m_windowBar;
  QStackedWidget *m_stack;
  EmptyPlace *m_empty;
  QPushButton *m_byError; ///< from the failed jobs to what they failed with
  LaneHandle m_latestRequest, m_sortRequest;
  std::optional<Sort> m_sort;
  quint64 m_sortNumber = 0;
  bool m_sorting = false;    ///< one is under way
  bool m_searching = false;  ///< the results are shown
  RefusedCommands m_refused; ///< as the banner was told
  QTimer m_clock;
  QTimer m_readRest; ///< while it runs, what is on the screen was read a moment ago
  QByteArray m_latestMark;
  JobFields m_latestFields = 0;
  int m_ticks = 0;
  bool m_readAgain = false;
  bool m_latestBusy = false, m_latestAgain = false;
  bool m_applyingWidths = false;
  QByteArray m_currentId;
  QPersistentModelIndex m_neighbour; ///< below the row that was the current one and was left, or left
  QByteArray m_openId;               ///< the job that the pane was last asked to show
  QByteArray m_wantedId;             ///< to be selected when its row is there
};

/// The column that stands for a list's own order; nothing for lists without one.
std::optional<JobColumn> orderColumn(StateTab tab);

} // namespace oxp
