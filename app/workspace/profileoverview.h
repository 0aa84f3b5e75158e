// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/overviewrow.h"
#include "redis/lanehandle.h"
#include "workspace/lookplan.h"
#include "workspace/profilesession.h"
#include "workspace/serverlook.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace oxp {

namespace reader {
struct Workers;
}

/// All queues of a profile with what a page of them shows. Counts are the session's own; the rest is asked in
/// slices on the watch lane, only while the page is shown, and only what may have moved. Whoever has no
/// events is looked at now and then. GUI thread.
class ProfileOverview : public QObject {
  Q_OBJECT

public:
  static constexpr int RestMs = 5'000;         ///< from one look at what has moved to the next
  static constexpr size_t QueuesPerSlice = 50; ///< one job of the lane
  static constexpr size_t QueuesPerLook = 100; ///< after the first time round
  static constexpr int ServerEveryTicks = 3;   ///< slow polls from one INFO to the next
  static constexpr int DoubtEveryTicks = 6;    ///< and to the next queue without events

  explicit ProfileOverview(QObject *parent = nullptr);
  ~ProfileOverview() override;

  /// Another profile, or none.
  void setSession(ProfileSession *session);
  ProfileSession *session() const { return m_session; }
  /// Nothing is asked while nobody looks.
  void setShown(bool shown);
  /// The queues whose rows can be seen: they are asked about first.
  void setOnScreen(std::vector<QueueId> queues);
  const std::vector<QueueId> &onScreen() const { return m_onScreen; }
  /// Asks for the memory of every queue, by samples.
  void measureMemory();
  bool isMeasuring() const { return m_memoryLeft > 0; }

  const std::vector<OverviewRow> &rows() const { return m_rows; }
  /// Every queue was counted and looked at once.
  bool isComplete() const { return !m_rows.empty() && m_plan.isComplete(); }
  const std::optional<ServerLook> &server() const { return m_server; }
  /// ms, this machine's clock: when something was answered last; 0 = never.
  qint64 answeredAt() const { return m_answeredAt; }

signals:
  /// Rows came, went or have other values; a few times a second at most.
  void rowsChanged();
  /// For the first time all is known.
  void completed();
  void serverChanged();

private:
  void takeQueues();
  void takeCounts(const std::vector<QueueId> &queues);
  /// What the plan knows of a row's queue.
  void takeFacts(OverviewRow &row);
  void follow();
  void lookSoon(int ms);
  void look();
  void lookAt(const std::vector<reader::LookRequest> &asked);
  void takeLooks(const std::vector<reader::LookRequest> &asked,
                 const Result<std::vector<reader::QueueLook>> &looks);
  void tick();
  void refresh();
  void readWorkers();
  void readServer();
  void doubtOne();
  void measureSome(size_t from);
  void tellSoon();
  void tell();
  OverviewRow *find(const QueueId &queue);
  bool asks() const;

  QPointer<ProfileSession> m_session;
  LookPlan m_plan;
  std::vector<OverviewRow> m_rows; ///< by queue id
  std::vector<QueueId> m_onScreen;
  std::optional<ServerLook> m_server;
  QTimer m_rest, m_tell;
  bool m_shown = false, m_busy = false, m_workersBusy = false, m_told = false;
  size_t m_memoryLeft = 0; ///< queues
  size_t m_doubted = 0;
  int m_ticks = 0;
  qint64 m_workersRestUntil = 0; ///< ms; a long list of clients is not asked for all the time
  qint64 m_answeredAt = 0;
  quint64 m_number = 0; ///< tells the answers for another profile or connection
};

} // namespace oxp
