// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewmodel.h"
#include "models/overviewtotals.h"
#include "ui/views/overviewtotalsbar.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace oxp {

class ActionSet;
class EmptyPlace;
class JobTableView;
class OverviewFilterRow;
class ProfileOverview;
class ProfileSession;
class ServerLine;
struct ServerWord;
class Settings;
class Strip;
class TextLabel;

/// A profile: all of its queues in one table, their sums, and how its server is. The order of the rows is
/// renewed by F5, a sort, or when nobody has been at the table for a while.
class OverviewPage : public QWidget {
  Q_OBJECT

public:
  static constexpr int NarrowBelow = 1200; ///< px of the window
  static constexpr int OrderRestMs = 30'000;

  OverviewPage(ActionSet &actions, Settings &settings, QWidget *parent = nullptr);
  ~OverviewPage() override;

  void open(ProfileSession *session);
  void close();
  ProfileSession *session() const;
  /// Where there are no queues: filled by who knows why.
  EmptyPlace *empty() const { return m_empty; }
  void showEmpty(bool empty);
  /// What else could be shown, such as `17 more queues under {bull}`; empty = nothing.
  void setOffer(const QString &words);
  void setCompact(bool compact);
  /// While there is no table: to a place that does nothing, and to the table when it comes.
  void focusTable();
  void focusFilter();
  bool filterHasFocus() const;
  /// The row of a queue becomes the current one, where it is shown.
  void select(const QueueId &queue);
  /// Queues whose rows can be seen.
  const std::vector<QueueId> &visibleQueues() const;
  /// Shows the column Memory and fills it.
  void measureMemory();
  /// All that it asks is known of every queue.
  bool isComplete() const;
  /// Some of its counts are told by events.
  bool followsEvents() const;

signals:
  /// Return or a double click; `failed`: on the number of failed jobs.
  void queueWanted(const oxp::QueueId &queue, bool failed);
  void failuresWanted();
  void connectionWanted();
  void offerTaken();
  /// Other rows can be seen.
  void visibleChanged();
  /// Figures came.
  void read();

protected:
  void showEvent(QShowEvent *event) override;
  void hideEvent(QHideEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void setupHeader(QVBoxLayout *column, ActionSet &actions);
  void setupTable();
  void setupColumns();
  void setupOrder();
  void applyRows();
  void applyServer();
  std::vector<ServerWord> wordsOfServer() const;
  void applyTotals();
  void applyColumns();
  void fillColumnMenu();
  void showColumn(OverviewColumn column, bool on);
  void sortBy(int section);
  void useTotal(OverviewTotalsBar::Total total);
  void wantQueue(const QModelIndex &index);
  void showDetails();
  void noteVisible();
  void fit();
  bool isNarrow() const;
  std::vector<OverviewColumn> shownColumns() const;

  Settings &m_settings;
  ProfileOverview *m_overview;
  OverviewModel *m_model;
  TextLabel *m_name, *m_facts;
  QPushButton *m_failures, *m_edit;
  QToolButton *m_more;
  OverviewTotalsBar *m_totals;
  ServerLine *m_server;
  OverviewFilterRow *m_filter;
  JobTableView *m_view;
  EmptyPlace *m_empty;
  Strip *m_offer;
  QStackedWidget *m_stack;
  QWidget *m_body;
  QTimer m_order; ///< until the order of the rows is renewed
  QTimer m_seconds;
  OverviewTotals m_sums;
  QString m_refusedOffer;   ///< the person has closed it
  bool m_focusOwed = false; ///< to the table, by focusTable()
  bool m_compact = false;
  int m_narrow = -1; ///< not known yet
};

} // namespace oxp
