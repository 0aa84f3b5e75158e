// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "redis/lanehandle.h"

#include <QPointer>
#include <QStackedWidget>

class QTableView;

namespace oxp {

class Banner;
class EmptyPlace;
class ProfileSession;
class SchedulerModel;

/// The job schedulers of a queue, and the legacy repeatables among them.
class SchedulersPanel : public QWidget {
  Q_OBJECT

public:
  explicit SchedulersPanel(QWidget *parent = nullptr);
  ~SchedulersPanel() override;

  void show(ProfileSession *session, const QueueInfo &queue);

signals:
  /// Return or a double click on a scheduler: its pending job.
  void jobWanted(const oxp::QueueId &queue, const QByteArray &jobId);

private:
  void load();
  void fitColumns();

  QPointer<ProfileSession> m_session;
  QueueInfo m_queue;
  bool m_busy = false;
  LaneHandle m_request;
  SchedulerModel *m_model;
  QTableView *m_view;
  Banner *m_banner;
  EmptyPlace *m_empty;
  QStackedWidget *m_stack;
};

} // namespace oxp
