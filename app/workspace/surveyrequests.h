// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bullio/overviewlook.h"
#include "bullio/reader.h"
#include "redis/lanehandle.h"

#include <functional>
#include <optional>
#include <vector>

class QObject;

namespace oxp {

class LaneSet;
struct ServerLook;

/// What is asked of many queues at once and of their server, behind everything that a person waits for: for a
/// profile's page and for alerts. GUI thread; answers come later, and none when the context died.
class SurveyRequests {
public:
  template <typename T>
  using Handler = std::function<void(Result<T>)>;

  /// The lanes outlive this.
  explicit SurveyRequests(LaneSet &lanes)
      : m_lanes(lanes) {}

  LaneHandle requestAllWorkers(const std::vector<QueueInfo> &queues, QObject *context,
                               Handler<std::vector<reader::Workers>> handler);
  /// Oldest waiting job, failures of the last hours and what is due next (profileoverview.h).
  LaneHandle requestLooks(const std::vector<reader::LookRequest> &requests, QObject *context,
                          Handler<std::vector<reader::QueueLook>> handler);
  LaneHandle requestMemory(const std::vector<QueueInfo> &queues, QObject *context,
                           Handler<std::vector<std::optional<qint64>>> handler);
  LaneHandle requestServerLook(QObject *context, Handler<ServerLook> handler);
  LaneHandle requestBacklogs(const std::vector<QueueInfo> &queues, QObject *context,
                             Handler<std::vector<reader::Backlog>> handler);

private:
  LaneSet &m_lanes;
};

} // namespace oxp
