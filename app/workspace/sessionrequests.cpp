// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/guimailbox.h"
#include "bullio/overviewlook.h"
#include "workspace/serverlook.h"
#include "workspace/sessionask.h"

#include <QPointer>

#include <algorithm>

// What the panes and models ask for. What a person waits for goes over the command lane, lists over the watch
// lane, so that neither waits for the other; a filter, which reads long, over the scan lane. A write that the
// server keeps waiting holds the command lane up: what it does not concern is read over the watch lane then.

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

LaneHandle ProfileSession::requestPage(const reader::PageRequest &request, QObject *context,
                                       Handler<reader::Page> handler) {
  const auto work = [request](ReadSession &session, std::stop_token stop) {
    return reader::page(session, request, stop);
  };
  return ask<reader::Page>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestRows(const QueueInfo &queue, JobState state,
                                       const std::vector<QByteArray> &ids, JobFields fields, QObject *context,
                                       Handler<std::vector<JobRow>> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::rows(session, queue, state, ids, fields, stop);
  };
  return ask<std::vector<JobRow>>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestLatest(const QueueInfo &queue, JobFields fields, const QByteArray &known,
                                         QObject *context, Handler<reader::Latest> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::latest(session, queue, fields, stop, known);
  };
  return ask<reader::Latest>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestHolders(const QByteArray &jobId, QObject *context,
                                          Handler<std::vector<QueueId>> handler) {
  const auto work = [queues = m_queues, jobId](ReadSession &session, std::stop_token stop) {
    return reader::holders(session, queues, jobId, stop);
  };
  return ask<std::vector<QueueId>>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

/// A job is read behind the writes to it that were asked for before.
Lane *ProfileSession::laneFor(const QueueInfo &queue, const QByteArray &jobId) const {
  const bool free = m_watch->state().isConnected() && m_runner->isBusyElsewhere(queue.id, jobId);
  return free ? m_watch.get() : m_command.get();
}

LaneHandle ProfileSession::requestDetail(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                         Handler<JobDetail> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::detail(session, queue, jobId, stop);
  };
  return ask<JobDetail>(laneFor(queue, jobId), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestSnapshot(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                           Handler<JobSnapshot> handler,
                                           std::function<void(qint64)> progress) {
  CallOptions options;
  if (progress)
    options.progress = throttled(m_mailbox.get(), context, std::move(progress));
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::snapshot(session, queue, jobId, stop, options);
  };
  return ask<JobSnapshot>(laneFor(queue, jobId), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestLogs(const QueueInfo &queue, const QByteArray &jobId, qint64 offset,
                                       int count, QObject *context, Handler<reader::LogPage> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::logs(session, queue, jobId, offset, count, stop);
  };
  return ask<reader::LogPage>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestFlow(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                       Handler<FlowNode> handler) {
  const auto work = [queue, jobId, known = m_queues](ReadSession &session, std::stop_token stop) {
    return reader::flow(session, queue, jobId, known, stop);
  };
  return ask<FlowNode>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestSchedulers(const QueueInfo &queue, QObject *context,
                                             Handler<std::vector<Scheduler>> handler) {
  const auto work = [queue](ReadSession &session, std::stop_token stop) {
    return reader::schedulers(session, queue, stop);
  };
  return ask<std::vector<Scheduler>>(m_watch.get(), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestField(const QueueInfo &queue, const QByteArray &jobId,
                                        const QByteArray &field, QObject *context,
                                        Handler<QByteArray> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::field(session, queue, jobId, field, stop);
  };
  return ask<QByteArray>(laneFor(queue, jobId), Priority::Interactive, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestWorkers(const QueueInfo &queue, QObject *context,
                                          Handler<reader::Workers> handler) {
  const auto work = [queue](ReadSession &session, std::stop_token stop) -> Result<reader::Workers> {
    Result<std::vector<reader::Workers>> all = reader::workers(session, {queue}, stop);
    if (!all)
      return fail(all.error());
    return all->empty() ? reader::Workers() : std::move(all->front());
  };
  return ask<reader::Workers>(m_watch.get(), Priority::Normal, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestAllWorkers(const std::vector<QueueInfo> &queues, QObject *context,
                                             Handler<std::vector<reader::Workers>> handler) {
  const auto work = [queues](ReadSession &session, std::stop_token stop) {
    return reader::workers(session, queues, stop);
  };
  return ask<std::vector<reader::Workers>>(m_watch.get(), Priority::Background, work, context,
                                           std::move(handler));
}

LaneHandle ProfileSession::requestLooks(const std::vector<reader::LookRequest> &requests, QObject *context,
                                        Handler<std::vector<reader::QueueLook>> handler) {
  const auto work = [requests](ReadSession &session, std::stop_token stop) {
    return reader::looks(session, requests, stop);
  };
  return ask<std::vector<reader::QueueLook>>(m_watch.get(), Priority::Background, work, context,
                                             std::move(handler));
}

LaneHandle ProfileSession::requestMemory(const std::vector<QueueInfo> &queues, QObject *context,
                                         Handler<std::vector<std::optional<qint64>>> handler) {
  const auto work = [queues](ReadSession &session, std::stop_token stop) {
    return reader::memoryOf(session, queues, stop);
  };
  return ask<std::vector<std::optional<qint64>>>(m_watch.get(), Priority::Background, work, context,
                                                 std::move(handler));
}

LaneHandle ProfileSession::requestServerLook(QObject *context, Handler<ServerLook> handler) {
  const auto work = [](ReadSession &session, std::stop_token stop) -> Result<ServerLook> {
    const Result<Reply> info = session.call(Command::of("INFO"), stop);
    return info ? Result<ServerLook>(serverLook(info->bytes)) : fail(info.error());
  };
  return ask<ServerLook>(m_watch.get(), Priority::Background, work, context, std::move(handler));
}

LaneHandle ProfileSession::requestBacklogs(const std::vector<QueueInfo> &queues, QObject *context,
                                           Handler<std::vector<reader::Backlog>> handler) {
  const auto work = [queues](ReadSession &session, std::stop_token stop) {
    return reader::backlogs(session, queues, stop);
  };
  return ask<std::vector<reader::Backlog>>(m_watch.get(), Priority::Background, work, context,
                                           std::move(handler));
}

LaneHandle ProfileSession::requestState(const QueueInfo &queue, const QByteArray &jobId, QObject *context,
                                        Handler<JobState> handler) {
  const auto work = [=](ReadSession &session, std::stop_token stop) {
    return reader::state(session, queue, jobId, stop);
  };
  return ask<JobState>(laneFor(queue, jobId), Priority::Interactive, work, context, std::move(handler));
}

} // namespace oxp
