// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lanehandle.h"
#include "ui/panes/jobtab.h"

class QLabel;
class QListView;
class QPushButton;

namespace oxp {

class FullTextPlace;
class LogModel;

/// A job's log lines, oldest first; grows while the job runs, further pages on wish. A line is shown with its
/// line breaks, a long one by Return, all of them together (to find something) by Ctrl+F.
class LogsPane : public JobTab {
  Q_OBJECT

public:
  explicit LogsPane(QWidget *parent = nullptr);
  ~LogsPane() override;

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  void activated() override;

private:
  void setupView();
  void setupActions();
  void showLine(int row);
  void showAll();
  void load(qint64 offset);
  void updateFooter();
  void copy(bool all) const;

  JobContext m_context;
  qint64 m_known = 0;   ///< log lines that the server said there are
  bool m_stale = false; ///< to be loaded when the tab is shown
  bool m_busy = false;
  LaneHandle m_request;
  LogModel *m_model;
  QListView *m_view;
  FullTextPlace *m_place;
  QLabel *m_count;
  QPushButton *m_all, *m_more;
};

} // namespace oxp
