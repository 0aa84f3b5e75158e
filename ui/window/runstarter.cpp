// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runstarter.h"

#include "bulk/followup.h"
#include "models/runtext.h"
#include "ui/flows/bulkflow.h"
#include "ui/flows/errornotice.h"
#include "ui/views/runhead.h"
#include "workspace/profilesession.h"
#include "workspace/sessionruns.h"

#include <limits>

namespace oxp {
namespace {

constexpr int PageJobs = 5'000;

} // namespace

/// The jobs that were not done, as they are found. One that nobody can tell about may have been done.
struct RunStarter::Rest {
  QPointer<ProfileSession> session;
  RunRow row;
  Selection::Jobs jobs;
  Selection::Jobs edited; ///< of them only the edit was made, and must not be made again
  qint64 after = std::numeric_limits<qint64>::min();
};

RunStarter::RunStarter(BulkFlow *flow, QObject *parent)
    : QObject(parent)
    , m_flow(flow) {}

void RunStarter::undo(ProfileSession *session, const RunRow &row) {
  const std::optional<OperationRequest> wish = session->runs().undoOf(row.run);
  if (!wish)
    return tellUnknown(session, row);
  m_flow->start({session, *wish, row.run, {}});
}

void RunStarter::tryRest(ProfileSession *session, const RunRow &row) {
  if (!session->runs().wishOf(row.run))
    return tellUnknown(session, row);
  if (!m_reading.expired())
    return; // it was pressed twice
  const auto rest = std::make_shared<Rest>();
  rest->session = session;
  rest->row = row;
  m_reading = rest;
  read(rest);
}

void RunStarter::read(const std::shared_ptr<Rest> &rest) {
  rest->session->runs().requestItems(
      rest->row.run.id, {}, rest->after, PageJobs, this,
      [this, rest](const Result<std::vector<audit::RunItem>> &page) {
        if (!rest->session)
          return;
        if (!page)
          return emit told(errorNotice(page.error(), Doing::Reading, "rest"));
        for (const audit::RunItem &item : *page)
          if (isUntouched(item.state))
            (item.edited > 0 ? rest->edited : rest->jobs).push_back({item.jobId, item.from, item.timestamp});
        if (page->size() < size_t(PageJobs))
          return begin(*rest);
        rest->after = page->back().seq;
        read(rest);
      });
}

/// Where all the others are done, only what follows the edit is left of these.
void RunStarter::begin(const Rest &rest) {
  std::optional<OperationRequest> wish = rest.session->runs().wishOf(rest.row.run);
  if (!wish)
    return tellUnknown(rest.session, rest.row);
  const bool onlyThen = rest.jobs.empty() && !rest.edited.empty();
  if (const auto then = followUpOf(*wish); onlyThen && then && *then)
    wish = **then;
  m_flow->start({rest.session, *wish, Selection{wish->queue, onlyThen ? rest.edited : rest.jobs},
                 tr("not done by run %1", "a number").arg(rest.row.run.id)});
}

void RunStarter::tellUnknown(ProfileSession *session, const RunRow &row) {
  Notice notice;
  notice.id = "rest";
  notice.kind = NoticeKind::Warn;
  notice.subject = {session->id(), row.run.queue, {}};
  notice.what = tr("The queue has not been found on this connection.");
  notice.detail = tr("Nothing was changed.");
  emit told(notice);
}

} // namespace oxp
