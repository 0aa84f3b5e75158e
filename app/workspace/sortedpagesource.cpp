// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sortedpagesource.h"

#include "bullio/jobsort.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"

#include <algorithm>

namespace oxp {

SortedPageSource::SortedPageSource(ProfileSession *session, QueueInfo queue, JobState state,
                                   std::shared_ptr<const SortedIds> ids)
    : m_session(session)
    , m_queue(std::move(queue))
    , m_state(state)
    , m_ids(std::move(ids)) {}

void SortedPageSource::fetch(const PageWish &wish, QObject *context, Handler handler) {
  if (!m_session)
    return refuseClosed(context, std::move(handler));
  const qint64 total = m_ids->size();
  std::vector<QByteArray> ids;
  for (qint64 i = std::max<qint64>(0, wish.offset); i < std::min(total, wish.offset + wish.count); ++i)
    ids.push_back(idAt(i, wish.reversed));
  m_session->jobs().requestRows(
      m_queue, m_state, ids, wish.fields, context,
      [handler = std::move(handler), total, offset = wish.offset](Result<std::vector<JobRow>> rows) {
        if (!rows)
          return handler(fail(rows.error()));
        handler(JobPage{total, offset, std::move(*rows)});
      });
}

QByteArray SortedPageSource::idAt(qint64 position, bool reversed) const {
  const qint64 total = m_ids->size();
  if (position < 0 || position >= total)
    return {};
  return m_ids->at(reversed ? total - 1 - position : position);
}

} // namespace oxp
