// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/flatreplies.h"
#include "redis/readbatch.h"
#include "redis/session.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace oxp {

/// A second connection that helps one lane to read: batches go in at one end, a job of another lane (serve())
/// sends them and reads their replies, which come out at the other end in the same order. While one
/// connection waits for the server, the other one's replies are read. Nobody has to help: until serve() runs,
/// isReady() is false.
class ReadPartner {
public:
  /// The helping lane's job: answers batches until close() or the stop. Fails as ReadStream does.
  Result<void> serve(ReadSession &session, std::stop_token stop);

  // What follows is for the lane that is helped.
  /// Somebody serves, and no batch of before is still to be dropped.
  bool isReady() const;
  /// Takes a batch over, which must be read-only.
  void send(ReadBatch batch);
  /// receive() would not wait.
  bool hasAnswer() const;
  /// The replies to the oldest batch; Cancelled by `stop`, the helper's error when it broke off.
  Result<void> receive(FlatReplies &into, std::stop_token stop);
  /// What was sent and not received is not wanted any more.
  void drop();
  /// Ends serve().
  void close();

private:
  bool isClosed() const;
  void answer(FlatReplies replies);
  std::optional<ReadBatch> take(bool wait, const std::stop_token &stop);
  void end(const Result<void> &result);

  mutable std::mutex m_mutex;
  std::condition_variable_any m_asked, m_answered;
  std::deque<ReadBatch> m_batches;
  std::deque<FlatReplies> m_replies;
  size_t m_unanswered = 0; ///< taken out of m_batches and not in m_replies yet
  size_t m_dropped = 0;    ///< of them, those nobody waits for
  bool m_serving = false;
  bool m_closed = false;
  std::optional<Error> m_error;
};

} // namespace oxp
