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
  m_session.leaveStream(std::accumulate(m_counts.begin(), m_counts.end(), qsizetype(0)));
}

Result<void> ReadStream::send(const ReadBatch &batch) {
  if (!batch.isReadOnly())
    return fail(ErrorKind::Denied, QStringLiteral("not sent: a batch that is not read-only"),
                "READONLY-SESSION");
  if (const auto sent = m_session.sendAhead(batch.bytes(), m_stop, m_options); !sent)
    return sent;
  m_counts.push_back(batch.count());
  return {};
}

Result<void> ReadStream::receive(FlatReplies &into) {
  if (m_counts.empty()) {
    into.clear();
    return {};
  }
  qsizetype &left = m_counts.front();
  while (left > 0) {
    const auto taken = m_session.takeFlat(left, m_stop, m_options);
    if (!taken)
      return fail(taken.error());
    left -= *taken;
  }
  m_counts.pop_front();
  m_session.m_parser.swapFlat(into);
  return {};
}

} // namespace oxp
