// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/reader.h"
#include "redis/lanehandle.h"

#include <functional>
#include <vector>

class QObject;

namespace oxp {

class Lane;
class LaneSet;
class QueueRegistry;
class SessionRunner;

/// What lists and panes ask of one profile's queues and jobs. What a person waits for of a job goes over the
/// command lane, lists over the watch lane, so that neither waits for the other. A write that the server
/// keeps waiting holds the command lane up: what it does not concern is read over the watch lane then. GUI
/// thread; answers come later, and none when the context died.
class JobRequests {
public:
  template <typename T>
  using Handler = std::function<void(Result<T>)>;

  /// All outlive this.
  JobRequests(LaneSet &lanes, const QueueRegistry &queues, const SessionRunner &runner)
      : m_lanes(lanes)
      , m_queues(queues)
      , m_runner(runner) {}

  LaneHandle requestPage(const reader::PageRequest &request, QObject *context, Handler<reader::Page> handler);
  LaneHandle requestRows(const QueueInfo &queue, JobState state, const std::vector<QByteArray> &ids,
                         JobFields fields, QObject *context, Handler<std::vector<JobRow>> handler);
  /// `known`: the mark that this brought last, to read only what is new.
  LaneHandle requestLatest(const QueueInfo &queue, JobFields fields, const QByteArray &known,
                           QObject *context, Handler<reader::Latest> handler);
  LaneHandle requestDetail(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                           Handler<JobDetail> handler);
  /// `progress` (bytes received, GUI thread, a few times a second) may be empty.
  LaneHandle requestSnapshot(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                             Handler<JobSnapshot> handler, std::function<void(qint64)> progress = {},
                             const QByteArray &field = "data");
  LaneHandle requestLogs(const QueueInfo &queue, const QByteArray &jobId, qint64 offset, int count,
                         QObject *context, Handler<reader::LogPage> handler);
  LaneHandle requestFlow(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                         Handler<FlowNode> handler);
  LaneHandle requestSchedulers(const QueueInfo &queue, QObject *context,
                               Handler<std::vector<Scheduler>> handler);
  LaneHandle requestField(const QueueInfo &queue, const QByteArray &jobId, const QByteArray &field,
                          QObject *context, Handler<QByteArray> handler);
  LaneHandle requestWorkers(const QueueInfo &queue, QObject *context, Handler<reader::Workers> handler);
  LaneHandle requestState(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                          Handler<JobState> handler);
  /// The queues of this server that have a job of exactly this id.
  LaneHandle requestHolders(const QByteArray &jobId, QObject *context, Handler<std::vector<QueueId>> handler);

private:
  Lane &laneFor(const QueueInfo &queue, const QByteArray &jobId) const;

  LaneSet &m_lanes;
  const QueueRegistry &m_queues;
  const SessionRunner &m_runner;
};

} // namespace oxp
