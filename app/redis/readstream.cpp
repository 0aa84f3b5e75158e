// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/readstream.h"

#include "redis/connection.h"

#include <numeric>

namespace oxp {

ReadStream::ReadStream(ReadSession &session, std::stop_token stop, CallOptions options)
    : m_session(session.m_session)
    , m_stop(std::move(stop))
    , m_options(std::move(options)) {}

ReadStream::~ReadStream() {
  const auto add = [](qsizetype sum, const Awaited &batch) { return sum + batch.left; };
  m_session.leaveStream(std::accumulate(m_awaited.begin(), m_awaited.end(), qsizetype(0), add));
}

Result<void> ReadStream::send(const ReadBatch &batch) {
  if (!batch.isReadOnly())
    return fail(ErrorKind::Denied, QStringLiteral("not sent: a batch that is not read-only"),
                "READONLY-SESSION");
  if (const auto sent = m_session.sendAhead(batch.bytes(), m_stop, m_options); !sent)
    return sent;
  m_awaited.push_back({batch.count(), batch.bound()});
  return {};
}

Result<void> ReadStream::receive(FlatReplies &into) {
  if (m_awaited.empty()) {
    into.clear();
    return {};
  }
  Awaited &batch = m_awaited.front();
  while (batch.left > 0) {
    const auto taken = m_session.takeFlat(batch.left, batch.bound, m_stop, m_options);
    if (!taken)
      return fail(taken.error());
    batch.left -= *taken;
  }
  m_awaited.pop_front();
  m_session.m_parser.swapFlat(into);
  return {};
}

} // namespace oxp
