// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session's side of ReadStream: batches go out ahead of the replies to the ones before.
#include "redis/connection.h"

#include <array>

namespace oxp::redis {

Result<void> Session::sendAhead(const QByteArray &bytes, std::stop_token stop, const CallOptions &options) {
  if (!m_open)
    return fail(ErrorKind::Disconnected, QStringLiteral("the connection is closed"), "CLOSED");
  if (stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  if (const auto drained = drainOwed({std::move(stop), Deadline::in(timeoutOf(options))}); !drained)
    return drained;
  if (m_aheadSent == m_ahead.size()) {
    m_ahead.resize(0);
    m_aheadSent = 0;
  }
  m_ahead.append(bytes);
  return putAhead();
}

/// Sends what the socket takes now.
Result<void> Session::putAhead() {
  while (m_aheadSent < m_ahead.size()) {
    const auto put = m_transport->writeSome(QByteArrayView(m_ahead).sliced(m_aheadSent));
    if (!put) {
      close();
      m_cut = put.error();
      return fail(put.error());
    }
    if (*put == 0)
      break;
    m_aheadSent += *put;
  }
  return {};
}

/// Takes in what has come, or waits for something to move.
Result<void> Session::getMore(const WaitLimits &limits) {
  std::array<char, ReadSize> buffer;
  const auto got = m_transport->readSome(buffer);
  if (!got)
    return fail(got.error());
  if (*got > 0) {
    m_parser.feed(QByteArrayView(buffer.data(), *got));
    return {};
  }
  const auto ready = m_transport->wait({.read = true, .write = m_aheadSent < m_ahead.size()}, limits);
  return ready ? Result<void>{} : fail(ready.error());
}

/// At least one reply, at most `most`. A time-out counts from the last byte.
Result<qsizetype> Session::takeFlat(qsizetype most, const ReplyBound &bound, const std::stop_token &stop,
                                    const CallOptions &options) {
  while (true) {
    if (stop.stop_requested())
      return fail(ErrorKind::Cancelled);
    auto taken = m_parser.takeFlat(most, bound);
    if (taken && *taken > 0)
      return taken;
    Result<void> moved = taken ? putAhead() : Result<void>(fail(named(taken.error())));
    if (moved)
      moved = getMore({stop, Deadline::in(timeoutOf(options))});
    if (moved)
      continue;
    if (moved.error().kind != ErrorKind::Cancelled) {
      close();
      m_cut = moved.error();
    }
    return fail(moved.error());
  }
}

/// Half-sent commands cannot be taken back: then the connection goes. Else their replies are only owed.
void Session::leaveStream(qsizetype outstanding) {
  FlatReplies rest;
  m_parser.swapFlat(rest);
  const bool halfSent = m_aheadSent < m_ahead.size();
  m_ahead.clear();
  m_aheadSent = 0;
  if (!m_open)
    return;
  if (halfSent)
    return giveUp();
  m_owed += outstanding;
}

} // namespace oxp::redis
