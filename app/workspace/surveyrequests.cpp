// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/surveyrequests.h"

#include "workspace/laneset.h"
#include "workspace/serverlook.h"

namespace oxp {

LaneHandle SurveyRequests::requestAllWorkers(const std::vector<QueueInfo> &queues, QObject *context,
                                             Handler<std::vector<reader::Workers>> handler) {
  const auto work = [queues](ReadSession &session, std::stop_token stop) {
    return reader::workers(session, queues, stop);
  };
  return m_lanes.ask<std::vector<reader::Workers>>(m_lanes.watch(), Priority::Background, work, context,
                                                   std::move(handler));
}

LaneHandle SurveyRequests::requestLooks(const std::vector<reader::LookRequest> &requests, QObject *context,
                                        Handler<std::vector<reader::QueueLook>> handler) {
  const auto work = [requests](ReadSession &session, std::stop_token stop) {
    return reader::looks(session, requests, stop);
  };
  return m_lanes.ask<std::vector<reader::QueueLook>>(m_lanes.watch(), Priority::Background, work, context,
                                                     std::move(handler));
}

LaneHandle SurveyRequests::requestMemory(const std::vector<QueueInfo> &queues, QObject *context,
                                         Handler<std::vector<std::optional<qint64>>> handler) {
  const auto work = [queues](ReadSession &session, std::stop_token stop) {
    return reader::memoryOf(session, queues, stop);
  };
  return m_lanes.ask<std::vector<std::optional<qint64>>>(m_lanes.watch(), Priority::Background, work, context,
                                                         std::move(handler));
}

LaneHandle SurveyRequests::requestServerLook(QObject *context, Handler<ServerLook> handler) {
  const auto work = [](ReadSession &session, std::stop_token stop) -> Result<ServerLook> {
    const Result<Reply> info = session.call(Command::of("INFO"), stop);
    return info ? Result<ServerLook>(serverLook(info->bytes)) : fail(info.error());
  };
  return m_lanes.ask<ServerLook>(m_lanes.watch(), Priority::Background, work, context, std::move(handler));
}

LaneHandle SurveyRequests::requestBacklogs(const std::vector<QueueInfo> &queues, QObject *context,
                                           Handler<std::vector<reader::Backlog>> handler) {
  const auto work = [queues](ReadSession &session, std::stop_token stop) {
    return reader::backlogs(session, queues, stop);
  };
  return m_lanes.ask<std::vector<reader::Backlog>>(m_lanes.watch(), Priority::Background, work, context,
                                                   std::move(handler));
}

} // namespace oxp
