// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sortedpagesource.h"

#include <algorithm>

namespace oxp {

SortedPageSource::SortedPageSource(ProfileSession *session, QueueInfo queue, JobState state,
                                   std::shared_ptr<const SortedIds> ids)
    : m_session(session)
    , m_queue(std::move(queue))
    , m_state(state)
    , m_ids(std::move(ids)) {}

void SortedPageSource::fetch(qint64 offset, int count, JobFields fields, bool reversed, QObject *context,
                             Handler handler) {
  if (!m_session)
    return refuseClosed(context, std::move(handler));
  const qint64 total = m_ids->size();
  std::vector<QByteArray> ids;
  for (qint64 i = std::max<qint64>(0, offset); i < std::min(total, offset + count); ++i)
    ids.push_back(m_ids->at(reversed ? total - 1 - i : i));
  m_session->requestRows(m_queue, m_state, ids, fields, context,
                         [handler = std::move(handler), total, offset](Result<std::vector<JobRow>> rows) {
                           if (!rows)
                             return handler(fail(rows.error()));
                           handler(JobPage{total, offset, std::move(*rows)});
                         });
}

} // namespace oxp
