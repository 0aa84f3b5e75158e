// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/jobrequests.h"

#include "base/clock.h"
#include "workspace/laneset.h"
#include "workspace/queueregistry.h"
#include "workspace/sessionrunner.h"

#include <QPointer>

#include <memory>

namespace oxp {
namespace {

constexpr qint64 ProgressEveryMs = 100;

/// Hands numbers from a lane to a function on the GUI thread, a few times a second.
std::function<void(qint64, qint64)> throttled(GuiMailbox *mailbox, QObject *context,
                                              std::function<void(qint64)> progress) {
  struct Shared {
    QPointer<QObject> alive; // looked at on the GUI thread only
    std::function<void(qint64)> progress;
  };
  auto shared = std::make_shared<Shared>(Shared{context, std::move(progress)});
  auto last = std::make_shared<qint64>(0);
  return [mailbox, shared, last](qint64, qint64 received) {
    if (wallClockMs() - *last < ProgressEveryMs)
      return;
    *last = wallClockMs();
    mailbox->post([shared, received] {
      if (shared->alive)
        shared->progress(received);
    });
  };
}

} // namespace

LaneHandle JobRequests::requestPage(const reader::PageRequest &request, QObject *context,
                                    Handler<reader::Page> handler) {
  const auto work = [request](ReadSession &session, std::stop_token stop) {
    return reader::page(session, request, stop);
  };
  return m_lanes.ask<reader::Page>(m_lanes.watch(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle JobRequests::requestRows(const QueueInfo &queue, JobState state,
                                    const std::vector<QByteArray> &ids, JobFields fields, QObject *context,
                                    Handler<std::vector<JobRow>> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::rows(session, queue, state, ids, fields, stop);
  };
  return m_lanes.ask<std::vector<JobRow>>(m_lanes.watch(), Priority::Interactive, work, context,
                                          std::move(handler));
}

LaneHandle JobRequests::requestLatest(const QueueInfo &queue, JobFields fields, const QByteArray &known,
                                      QObject *context, Handler<reader::Latest> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::latest(session, queue, fields, stop, known);
  };
  return m_lanes.ask<reader::Latest>(m_lanes.watch(), Priority::Interactive, work, context,
                                     std::move(handler));
}

LaneHandle JobRequests::requestHolders(const QByteArray &jobId, QObject *context,
                                       Handler<std::vector<QueueId>> handler) {
  const auto work = [queues = m_queues.all(), jobId](ReadSession &session, std::stop_token stop) {
    return reader::holders(session, queues, jobId, stop);
  };
  return m_lanes.ask<std::vector<QueueId>>(m_lanes.watch(), Priority::Interactive, work, context,
                                           std::move(handler));
}

/// A job is read behind the writes to it that were asked for before.
Lane &JobRequests::laneFor(const QueueInfo &queue, const QByteArray &jobId) const {
  const bool free = m_lanes.watch().state().isConnected() && m_runner.isBusyElsewhere(queue.id, jobId);
  return free ? m_lanes.watch() : m_lanes.command();
}

LaneHandle JobRequests::requestDetail(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                      Handler<JobDetail> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::detail(session, queue, jobId, stop);
  };
  return m_lanes.ask<JobDetail>(laneFor(queue, jobId), Priority::Interactive, work, context,
                                std::move(handler));
}

LaneHandle JobRequests::requestSnapshot(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                        Handler<JobSnapshot> handler, std::function<void(qint64)> progress,
                                        const QByteArray &field) {
  CallOptions options;
  if (progress)
    options.progress = throttled(&m_lanes.mailbox(), context, std::move(progress));
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::snapshot(session, queue, jobId, stop, options, field);
  };
  return m_lanes.ask<JobSnapshot>(laneFor(queue, jobId), Priority::Interactive, work, context,
                                  std::move(handler));
}

LaneHandle JobRequests::requestLogs(const QueueInfo &queue, const QByteArray &jobId, qint64 offset, int count,
                                    QObject *context, Handler<reader::LogPage> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::logs(session, queue, jobId, offset, count, stop);
  };
  return m_lanes.ask<reader::LogPage>(m_lanes.watch(), Priority::Interactive, work, context,
                                      std::move(handler));
}

LaneHandle JobRequests::requestFlow(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                    Handler<FlowNode> handler) {
  const auto work = [queue, jobId, known = m_queues.all()](ReadSession &session, std::stop_token stop) {
    return reader::flow(session, queue, jobId, known, stop);
  };
  return m_lanes.ask<FlowNode>(m_lanes.watch(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle JobRequests::requestSchedulers(const QueueInfo &queue, QObject *context,
                                          Handler<std::vector<Scheduler>> handler) {
  const auto work = [queue](ReadSession &session, std::stop_token stop) {
    return reader::schedulers(session, queue, stop);
  };
  return m_lanes.ask<std::vector<Scheduler>>(m_lanes.watch(), Priority::Interactive, work, context,
                                             std::move(handler));
}

LaneHandle JobRequests::requestField(const QueueInfo &queue, const QByteArray &jobId, const QByteArray &field,
                                     QObject *context, Handler<QByteArray> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::field(session, queue, jobId, field, stop);
  };
  return m_lanes.ask<QByteArray>(laneFor(queue, jobId), Priority::Interactive, work, context,
                                 std::move(handler));
}

LaneHandle JobRequests::requestWorkers(const QueueInfo &queue, QObject *context,
                                       Handler<reader::Workers> handler) {
  const auto work = [queue](ReadSession &session, std::stop_token stop) -> Result<reader::Workers> {
    Result<std::vector<reader::Workers>> all = reader::workers(session, {queue}, stop);
    if (!all)
      return fail(all.error());
    return all->empty() ? reader::Workers() : std::move(all->front());
  };
  return m_lanes.ask<reader::Workers>(m_lanes.watch(), Priority::Normal, work, context, std::move(handler));
}

LaneHandle JobRequests::requestState(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                     Handler<JobState> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::state(session, queue, jobId, stop);
  };
  return m_lanes.ask<JobState>(laneFor(queue, jobId), Priority::Interactive, work, context,
                               std::move(handler));
}

} // namespace oxp
