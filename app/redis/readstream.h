// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/flatreplies.h"
#include "redis/readbatch.h"
#include "redis/session.h"

#include <deque>
#include <stop_token>

namespace oxp {

/// A pipeline that is kept full: batches are sent ahead, and their replies are taken one batch after the
/// other while the server works on the next. Nothing else may use the session meanwhile. Lane thread.
///
/// Given up half-way (an error, or the object's end), the replies that are still to come are owed as those of
/// a cancelled read are.
class ReadStream {
public:
  ReadStream(ReadSession &session, std::stop_token stop, CallOptions options = {});
  ~ReadStream();
  ReadStream(const ReadStream &) = delete;
  ReadStream &operator=(const ReadStream &) = delete;

  /// Hands a batch over without waiting for its replies (the rest of it goes out while replies are taken).
  /// Denied, with nothing sent, for what is not read-only. An empty batch is received as no pieces.
  Result<void> send(const ReadBatch &batch);
  /// The replies to the oldest batch that was sent and not received; error replies stay in.
  Result<void> receive(FlatReplies &into);
  /// Batches sent and not received.
  size_t inFlight() const { return m_awaited.size(); }

private:
  redis::Session &m_session;
  std::stop_token m_stop;
  CallOptions m_options;
  struct Awaited {
    qsizetype left = 0; ///< replies of one batch in flight
    ReplyBound bound;   ///< of each of them
  };
  std::deque<Awaited> m_awaited;
};

} // namespace oxp
