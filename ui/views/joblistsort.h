// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "redis/lanehandle.h"
#include "search/query.h"
#include "ui/views/joblistplace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTime>

#include <memory>
#include <optional>

class QMenu;

namespace oxp {

class ActivityModel;
class Banner;
class JobTableModel;
class JobTableView;
class SearchBox;
class SearchPanel;
class SortedIds;
struct SortProgress;
struct SortRequest;

/// The order of a list: its own, either way round, or one by any field, which is made in the background and
/// said so above the list. The header shows it and asks for it.
class JobListSort : public QObject {
  Q_OBJECT

public:
  /// Who has a part in it: all outlive the order.
  struct Parts {
    JobTableModel *model;
    JobTableView *table;
    SearchBox *box;       ///< its line tells how far the making is
    SearchPanel *results; ///< a search that runs has that line to itself
    Banner *banner;
    ActivityModel &activity;
  };
  JobListSort(const JobListPlace &place, const Parts &parts, QWidget *panel);

  /// Ends what is under way and forgets the order. Before the place changes.
  void leave();
  /// Turns the order that is shown round.
  void reverse();
  /// Whether what is shown is one state, which can have an order of its own.
  bool isPossible() const;
  /// Asks by which field, such as data.amount.
  void askField();
  /// Ends the making of an order; what is shown stays.
  void cancel();
  /// The list is shown again, or results cover it: they have an order of their own.
  void tell();
  /// No search has the line any more.
  void takeLine();
  /// Marks the header of the column that the list is ordered by.
  void mark();
  /// A way to order by any field, where there is one.
  void addToMenu(QMenu *menu);

signals:
  void made(oxp::JobState state, const std::shared_ptr<const oxp::SortedIds> &order);
  void ownOrderWanted();

private:
  /// An order that is not the list's own.
  struct Order {
    search::Path by;
    bool descending = false;
    QTime at; ///< when it was made
  };
  void headerClicked(int section);
  void orderLatestBy(JobColumn column);
  void sortBy(const search::Path &by, bool descending);
  void progress(const SortProgress &so);
  /// `failed`: nothing = it was done.
  void end(const QString &note, std::optional<ErrorKind> failed);
  void tellFailed(const SortRequest &request, const Error &error);
  void take(const SortRequest &request, Result<SortedIds> ids);
  void returnToOwn();
  void markMade();

  const JobListPlace &m_place;
  Parts m_parts;
  QWidget *m_panel;
  std::optional<Order> m_order;
  LaneHandle m_request;
  quint64 m_number = 0; ///< tells the answers to an earlier request
  bool m_running = false;
  QElapsedTimer m_time;
  int m_row = 0; ///< of Activity, while one that takes long is under way
};

} // namespace oxp
