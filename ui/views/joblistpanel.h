// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "models/jobtablemodel.h"
#include "ui/views/joblistplace.h"
#include "ui/views/joblistselection.h"
#include "ui/widgets/banner.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;
class QStackedWidget;

namespace oxp {

class ActionSet;
class ActivityModel;
class EmptyPlace;
class FilterChips;
class JobListChoice;
class JobListColumns;
class JobListFeed;
class JobListMark;
class JobListSort;
class JobTableView;
class SearchBox;
class SearchControl;
class SearchPanel;
class SelectionBar;
class Settings;

/// The jobs of one state, or the latest of all states, with the search above; while there is a query, the
/// jobs that it found. Lays its parts out and ties them together: JobListFeed reads, JobListSort orders,
/// JobListColumns shows the columns, JobListMark keeps the open job marked, JobListChoice chooses jobs and
/// tells which.
class JobListPanel : public QWidget {
  Q_OBJECT

public:
  JobListPanel(ActionSet &actions, Settings &settings, ActivityModel &activity, QWidget *parent = nullptr);
  ~JobListPanel() override;

  /// Shows a queue's tab. A null session empties the panel.
  void show(ProfileSession *session, const QueueInfo &queue, StateTab tab);
  const JobListSelection &selection() const;
  JobListChoice *choice() const { return m_choice; }
  JobListSort *sort() const { return m_sort; }
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
  /// The query whose jobs are shown; empty where none is.
  QString searchWords() const;
  bool isSearching() const { return m_place.covered; }
  bool isSearchRunning() const;
  /// How a group of failures reads that a search names by its id; empty = not known.
  void setFailureWords(std::function<QString(const QByteArray &)> words) {
    m_failureWords = std::move(words);
  }
  void setCompact(bool compact);
  void refresh();

signals:
  /// Another row is current; nothing = none. `queue`: the job's own, which a search may have found elsewhere.
  void currentJobChanged(const oxp::QueueInfo &queue, const std::optional<oxp::JobRow> &job);
  /// Return or a double click: the person wants to edit.
  void jobActivated();
  void selectionChanged();
  /// What is selected, or what is known of it, is another by now.
  void chosenChanged(const oxp::ChosenJobs &chosen);
  /// Esc, while several jobs are selected.
  void leaveManyWanted();
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
  void setupTable();
  void setupFeed();
  void setupSort();
  void setupSearch();
  void setupResults();
  void setupFilters();
  void setupByError();
  void setupChip();
  void setupChoice();
  void setupLayout();
  void load();
  void showResults(bool on);
  void showFilters();
  void showCount(qint64 found, qint64 total);
  QString failureWords(const QByteArray &failure) const;
  void showEmptyWords();
  void tellRefused(const RefusedCommands &refused);

  JobListPlace m_place;
  JobTableModel *m_model;
  JobTableView *m_table;
  SearchBox *m_searchBox;
  SearchControl *m_search;
  FilterChips *m_filters;
  SearchPanel *m_results;
  Banner *m_banner;
  QPushButton *m_chip; ///< how many jobs have come at the head
  QStackedWidget *m_stack;
  EmptyPlace *m_empty;
  QPushButton *m_byError; ///< from the failed jobs to what they failed with
  JobListMark *m_mark;
  JobListColumns *m_columns;
  JobListFeed *m_feed;
  JobListSort *m_sort;
  SelectionBar *m_bar;
  JobListChoice *m_choice;
  std::function<QString(const QByteArray &)> m_failureWords;
  RefusedCommands m_refused; ///< as the banner was told
  QTimer m_clock;            ///< relative times go on
};

} // namespace oxp
