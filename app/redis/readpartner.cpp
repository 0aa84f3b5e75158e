// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/readpartner.h"

#include "redis/readstream.h"

namespace oxp {

Result<void> ReadPartner::serve(ReadSession &session, std::stop_token stop) {
  {
    const std::lock_guard lock(m_mutex);
    m_serving = !m_closed;
  }
  ReadStream stream(session, stop);
  Result<void> result;
  while (result) {
    const bool idle = stream.inFlight() == 0;
    if (std::optional<ReadBatch> batch = take(idle, stop)) {
      result = stream.send(*batch);
      continue;
    }
    if (idle || isClosed())
      break;
    FlatReplies replies;
    result = stream.receive(replies);
    if (result)
      answer(std::move(replies));
  }
  end(result);
  return result;
}

/// The next batch. Nothing when none is there; with `wait`, when none will come.
std::optional<ReadBatch> ReadPartner::take(bool wait, const std::stop_token &stop) {
  std::unique_lock lock(m_mutex);
  if (wait)
    m_asked.wait(lock, stop, [this] { return m_closed || !m_batches.empty(); });
  if (m_closed || m_batches.empty())
    return std::nullopt;
  ReadBatch batch = std::move(m_batches.front());
  m_batches.pop_front();
  ++m_unanswered;
  return batch;
}

bool ReadPartner::isClosed() const {
  const std::lock_guard lock(m_mutex);
  return m_closed;
}

void ReadPartner::answer(FlatReplies replies) {
  const std::lock_guard lock(m_mutex);
  --m_unanswered;
  if (m_dropped > 0) {
    --m_dropped;
    return;
  }
  m_replies.push_back(std::move(replies));
  m_answered.notify_all();
}

void ReadPartner::end(const Result<void> &result) {
  const std::lock_guard lock(m_mutex);
  m_serving = false;
  m_error = result ? Error{ErrorKind::Cancelled, {}, {}} : result.error();
  m_answered.notify_all();
}

bool ReadPartner::isReady() const {
  const std::lock_guard lock(m_mutex);
  return m_serving && m_dropped == 0;
}

bool ReadPartner::hasAnswer() const {
  const std::lock_guard lock(m_mutex);
  return m_error || !m_replies.empty();
}

void ReadPartner::send(ReadBatch batch) {
  const std::lock_guard lock(m_mutex);
  m_batches.push_back(std::move(batch));
  m_asked.notify_all();
}

Result<void> ReadPartner::receive(FlatReplies &into, std::stop_token stop) {
  std::unique_lock lock(m_mutex);
  m_answered.wait(lock, stop, [this] { return m_error || !m_replies.empty(); });
  if (!m_replies.empty()) {
    into = std::move(m_replies.front());
    m_replies.pop_front();
    return {};
  }
  return stop.stop_requested() || !m_error ? fail(ErrorKind::Cancelled) : fail(*m_error);
}

void ReadPartner::drop() {
  const std::lock_guard lock(m_mutex);
  m_batches.clear();
  m_replies.clear();
  m_dropped = m_unanswered;
}

void ReadPartner::close() {
  const std::lock_guard lock(m_mutex);
  m_closed = true;
  m_batches.clear();
  m_asked.notify_all();
}

} // namespace oxp
