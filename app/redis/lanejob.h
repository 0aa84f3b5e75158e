// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QPointer>

#include <functional>
#include <optional>
#include <stop_token>

namespace oxp {

/// Which of the waiting jobs runs next. A running one is never interrupted.
enum class Priority {
  Interactive, ///< the person waits for it: a save, a click
  Normal,      ///< pages, counts
  Background,  ///< discovery, prefetching
};

/// What becomes of a job while the server is away.
enum class WhenAway {
  Fail, ///< ends at once with the reason
  Wait, ///< stays queued until there is a connection
};

namespace redis {
class Session;

/// A posted function with its way back. Moves from the GUI thread to the lane and back; context and handler
/// are touched on the GUI thread only.
class LaneJob {
public:
  LaneJob(Priority priority, WhenAway whenAway)
      : priority(priority)
      , whenAway(whenAway) {}
  virtual ~LaneJob() = default;

  /// Lane thread. Leaves the result inside.
  virtual void run(Session &session) = 0;
  /// Any thread, instead of run().
  virtual void end(Error error) = 0;
  /// GUI thread, once.
  virtual void deliver() = 0;

  quint64 id = 0;
  const Priority priority;
  const WhenAway whenAway;
  std::stop_source stop;
};

template <typename R>
class TypedJob final : public LaneJob {
public:
  using Work = std::function<R(Session &, std::stop_token)>;

  TypedJob(Work work, QObject *context, std::function<void(R)> handler, Priority priority, WhenAway whenAway)
      : LaneJob(priority, whenAway)
      , m_work(std::move(work))
      , m_context(context)
      , m_hasContext(context != nullptr)
      , m_handler(std::move(handler)) {}

  void run(Session &session) override {
    m_result = m_work(session, stop.get_token());
    m_work = nullptr;
  }
  void end(Error error) override { m_result = R(fail(std::move(error))); }
  void deliver() override {
    if (m_result && m_handler && (!m_hasContext || m_context))
      m_handler(std::move(*m_result));
  }

private:
  Work m_work;
  QPointer<QObject> m_context;
  bool m_hasContext;
  std::function<void(R)> m_handler;
  std::optional<R> m_result;
};

} // namespace redis
} // namespace oxp
