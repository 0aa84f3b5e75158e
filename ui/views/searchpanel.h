// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"
#include "redis/lanehandle.h"
#include "search/searchhit.h"
#include "workspace/longreads.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace oxp {

class ActivityModel;
class Banner;
class EmptyPlace;
class JobTableView;
class ProfileSession;
class SearchFollower;
class SearchResultsModel;
class Settings;
class TextLabel;

/// What is looked for, and where.
struct SearchAsk {
  QPointer<ProfileSession> session;
  std::vector<SearchScope> scopes;
  search::Query query;
  bool everything = false; ///< all jobs, not only the newest of each state
  bool onServer = false;   ///< the server sorts out what cannot match

  bool isWide() const { return scopes.size() > 1; }
  /// The state that all of it is in; nothing where it looks into several.
  std::optional<JobState> oneState() const {
    const bool isOne = scopes.size() == 1 && scopes.front().states.size() == 1;
    return isOne ? std::optional(scopes.front().states.front()) : std::nullopt;
  }
};

/// A search and the jobs that it found, in a table of their own that fills while it runs and is kept up to
/// date. Below it what was looked at, and how to look at the rest.
class SearchPanel : public QWidget {
  Q_OBJECT

public:
  SearchPanel(Settings &settings, ActivityModel &activity, QWidget *parent = nullptr);
  ~SearchPanel() override;

  /// Ends the search before and begins another.
  void start(SearchAsk ask);
  /// The same once more, as its words are meant by now.
  void restart();
  /// Ends it; what was found stays.
  void cancel();
  /// Ends it and empties the table.
  void clear();
  bool isRunning() const { return m_running; }

  /// Looks at the selected hits, or at all of them, in the order of the table.
  void visitHits(bool onlySelected, const std::function<void(const SearchHit &)> &visit) const;
  int selectedCount() const;
  int foundCount() const;
  void selectAll();
  QTableView *table() const;
  /// There are jobs that it has not looked at.
  bool isPartial() const;
  /// It has ended before it had looked at all that was asked for, or may have passed over some.
  bool isCutShort() const { return m_cutShort; }
  /// Why the first of the found jobs failed; empty where it did not.
  QByteArray firstError() const;
  /// Columns of the job table that show, in their order.
  std::vector<JobColumn> shownColumns() const;
  /// Makes a found job the current one, as a person would; false when it is not among them.
  bool select(const QueueId &queue, const QByteArray &jobId);
  /// No job is the current one any more.
  void unmark();
  /// As select(), for the only job that was found.
  bool selectOnly();
  /// The next found job below the current one that has failed, round the end; -1 = there is none other.
  int nextFailedRow() const;
  void selectRow(int row);
  void focusTable();
  /// Gives the keyboard to the table without choosing a row; false where it is not shown.
  bool rest();
  void setCompact(bool compact);
  /// Relative times go on.
  void tick();

signals:
  /// `share` 0 to 1, less than 0 = not known; `text` such as `62 % · 412 found`.
  void progressed(double share, const QString &text);
  void ended();
  /// It has looked at all that was asked for.
  void completed();
  /// The person chose a job, or none.
  void currentHitChanged(const std::optional<oxp::SearchHit> &hit);
  void jobActivated();
  void selectionChanged();
  void contextMenuWanted(const QPoint &globalPosition);
  /// Look at everything.
  void everythingWanted();
  /// Show the whole list again.
  void clearWanted();
  /// So many were found among so many that the search is meant for, as far as it is.
  void counted(qint64 found, qint64 total);

private:
  void setupTable();
  void setupLine();
  void fitFoot();
  void showColumns();
  void showStates();
  void noteMoved(const QModelIndex &changed);
  void request();
  void applyProgress(SearchProgress progress);
  void finish(const Result<SearchReport> &report);
  void showReport(const SearchReport &report);
  void showStopped(const QString &why);
  void showEmptyWords(qint64 looked, qint64 total);
  void tellActivity();
  void endActivity(int status);
  QString runningText(const SearchProgress &progress) const;
  void headerClicked(int section);
  Qt::SortOrder firstOrder(int section) const;
  void sortBy(int section, Qt::SortOrder order);
  void sortNewestFirst();
  void chooseColumns(const QPoint &place);
  void choose(const QModelIndex &index);

  Settings &m_settings;
  ActivityModel &m_activity;
  int m_row = 0; ///< of Activity, once the search has taken long; 0 = none
  SearchAsk m_ask;
  SearchResultsModel *m_model;
  JobTableView *m_table;
  SearchFollower *m_follower;
  Banner *m_banner;
  QStackedWidget *m_stack;
  EmptyPlace *m_empty;
  QWidget *m_foot = nullptr;
  TextLabel *m_line;
  QString m_plain; ///< the line's text, where the count beside the filters says as much
  bool m_compact = false;
  QPushButton *m_everything;
  LaneHandle m_request;
  quint64 m_number = 0; ///< tells the answers to an earlier search
  QElapsedTimer m_time;
  SearchProgress m_last; ///< without hits
  bool m_running = false;
  bool m_cutShort = false;
  bool m_anyMoved = false; ///< a job has left the one state that was searched
  QByteArray m_chosen;     ///< queue and id of the job that was told last
};

} // namespace oxp
