// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "bull/queuechange.h"
#include "models/jobtablemodel.h"
#include "redis/lanehandle.h"
#include "ui/views/joblistplace.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace oxp {

class JobTableView;
class SortedIds;

namespace reader {
struct Latest;
}

/// Reads the jobs that a list shows into its model, and again what is on the screen: by events, by the slow
/// poll, or because it was asked for; at most four times a second. Rows are merged, never reset.
class JobListFeed : public QObject {
  Q_OBJECT

public:
  /// Nothing is read by itself while `panel` is not to be seen. All outlive this.
  JobListFeed(const JobListPlace &place, JobTableModel *model, JobTableView *table, QWidget *panel);

  /// Follows no session any more, and forgets what was under way. Before the place changes.
  void leave();
  /// Follows the place's session. The list itself is read by load().
  void follow();
  /// The list from its start, in its own order.
  void load();
  /// A state from its start, in an order that was made of it.
  void load(JobState state, std::shared_ptr<const SortedIds> order);
  /// Reads again what is on the screen.
  void readShown(JobTableModel::Look look = JobTableModel::Look::Rows);
  /// Reads it again now and the rest when it is looked at.
  void refresh();

signals:
  /// The server has answered. `refused`: commands without which the rows say less than they could.
  void read(const oxp::RefusedCommands &refused);
  void failed(const oxp::Error &error);

private:
  void loadLatest(JobTableModel::Look look = JobTableModel::Look::Rows);
  void takeLatest(const Result<reader::Latest> &latest, JobFields fields);
  void tick();
  void noteMoved(const std::vector<QueueChange> &changes);
  void noteCounts();

  const JobListPlace &m_place;
  JobTableModel *m_model;
  JobTableView *m_table;
  QWidget *m_panel;
  QTimer m_rest; ///< while it runs, what is on the screen was read a moment ago
  bool m_again = false;
  bool m_ownOrder = true;
  int m_ticks = 0;
  LaneHandle m_latestRequest;
  bool m_latestBusy = false, m_latestAgain = false;
  QByteArray m_latestMark;
  JobFields m_latestFields = 0;
  RefusedCommands m_latestRefused;
};

} // namespace oxp
