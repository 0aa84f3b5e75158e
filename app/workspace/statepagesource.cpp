// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/statepagesource.h"

#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"

namespace oxp {

StatePageSource::StatePageSource(ProfileSession *session, QueueInfo queue, JobState state)
    : m_session(session)
    , m_queue(std::move(queue))
    , m_state(state) {}

void StatePageSource::fetch(const PageWish &wish, QObject *context, Handler handler) {
  if (!m_session)
    return refuseClosed(context, std::move(handler));
  reader::PageRequest request;
  request.queue = m_queue;
  request.state = m_state;
  request.offset = wish.offset;
  request.count = wish.count;
  request.reversed = wish.reversed;
  request.fields = wish.fields;
  request.known = wish.known;
  m_session->jobs().requestPage(request, context, [handler = std::move(handler)](Result<reader::Page> page) {
    if (!page)
      return handler(fail(page.error()));
    handler(JobPage{page->total, page->offset, std::move(page->rows), page->mark, page->unchanged,
                    std::move(page->refused)});
  });
}

} // namespace oxp
