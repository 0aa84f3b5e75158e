// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/fieldsample.h"
#include "bullio/scriptregistry.h"
#include "workspace/masks.h"
#include "workspace/sessionask.h"

// What reads a great many jobs: searches, sorts.

namespace oxp {

std::optional<search::Path> ProfileSession::refusedPath(const search::Query &query) const {
  return search::Matcher(query, masks::refused(rules(), m_setup.profile)).hiddenPath();
}

LaneHandle ProfileSession::requestSearch(SearchRequest request, QObject *context,
                                         std::function<void(SearchProgress)> progress,
                                         Handler<SearchReport> handler) {
  request.refused = masks::refused(rules(), m_setup.profile);
  request.masked = masks::masked(rules(), m_setup.profile);
  request.script = m_setup.scripts ? m_setup.scripts->own("searchSlice") : nullptr;
  const auto work = [request](ReadSession &session, const std::function<void(SearchProgress)> &tell,
                              std::stop_token stop) { return searchJobs(session, request, tell, stop); };
  return askLong<SearchReport, SearchProgress>(work, context, std::move(progress), std::move(handler),
                                               LongLanes::Two);
}

LaneHandle ProfileSession::requestFieldPaths(const QueueInfo &queue, QObject *context,
                                             Handler<search::FieldPaths> handler) {
  const auto work = [queue](ReadSession &session, const std::function<void(int)> &, std::stop_token stop) {
    return sampleFieldPaths(session, queue, stop);
  };
  return askLong<search::FieldPaths, int>(work, context, {}, std::move(handler), LongLanes::One);
}

LaneHandle ProfileSession::requestSort(SortRequest request, QObject *context,
                                       std::function<void(SortProgress)> progress,
                                       Handler<SortedIds> handler) {
  request.hidden = masks::refused(rules(), m_setup.profile);
  if (search::isHidden(request.by, request.hidden))
    return refuseLater<SortedIds>(
        context, std::move(handler),
        Error{ErrorKind::Denied, "MASKED", u"the order would tell masked values"_qs});
  const auto work = [request](ReadSession &session, const std::function<void(SortProgress)> &tell,
                              std::stop_token stop) { return sortJobs(session, request, tell, stop); };
  return askLong<SortedIds, SortProgress>(work, context, std::move(progress), std::move(handler),
                                          LongLanes::Two);
}

} // namespace oxp
