// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lanehandle.h"
#include "ui/panes/jobtab.h"

class QLabel;
class QTreeView;

namespace oxp {

class FlowModel;

/// The job's parents and children as a tree; a click goes there.
class FlowPane : public JobTab {
  Q_OBJECT

public:
  explicit FlowPane(QWidget *parent = nullptr);
  ~FlowPane() override;

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  void activated() override;

signals:
  /// The person wants to see that job.
  void jobWanted(const oxp::QueueId &queue, const QByteArray &jobId);

private:
  void setupView();
  void load();

  JobContext m_context;
  qint64 m_children = -1;
  JobState m_state = JobState::Unknown;
  bool m_stale = false;
  LaneHandle m_request;
  FlowModel *m_model;
  QTreeView *m_view;
  QLabel *m_note;
};

} // namespace oxp
