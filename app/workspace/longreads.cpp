// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/longreads.h"

#include "bulk/trialjobs.h"
#include "bullio/fieldsample.h"
#include "workspace/laneset.h"
#include "workspace/masks.h"

namespace oxp {

std::optional<search::Path> LongReads::refusedPath(const search::Query &query) const {
  return search::Matcher(query, masks::refused(m_rules, m_profile)).hiddenPath();
}

LaneHandle LongReads::requestSearch(SearchRequest request, QObject *context,
                                    std::function<void(SearchProgress)> progress,
                                    Handler<SearchReport> handler) {
  request.refused = masks::refused(m_rules, m_profile);
  request.masked = masks::masked(m_rules, m_profile);
  request.script = m_slice;
  const auto work = [request](ReadSession &session, const std::function<void(SearchProgress)> &tell,
                              std::stop_token stop) { return searchJobs(session, request, tell, stop); };
  return m_lanes.askLong<SearchReport, SearchProgress>(work, context, std::move(progress), std::move(handler),
                                                       LongLanes::Two);
}

LaneHandle LongReads::requestFieldPaths(const QueueInfo &queue, QObject *context,
                                        Handler<search::FieldPaths> handler) {
  const auto work = [queue](ReadSession &session, const std::function<void(int)> &, std::stop_token stop) {
    return sampleFieldPaths(session, queue, stop);
  };
  return m_lanes.askLong<search::FieldPaths, int>(work, context, {}, std::move(handler), LongLanes::One);
}

LaneHandle LongReads::requestSort(SortRequest request, QObject *context,
                                  std::function<void(SortProgress)> progress, Handler<SortedIds> handler) {
  request.hidden = masks::refused(m_rules, m_profile);
  if (search::isHidden(request.by, request.hidden))
    return LaneSet::refuseLater<SortedIds>(
        context, std::move(handler),
        Error{ErrorKind::Denied, "MASKED", u"the order would tell masked values"_qs});
  const auto work = [request](ReadSession &session, const std::function<void(SortProgress)> &tell,
                              std::stop_token stop) { return sortJobs(session, request, tell, stop); };
  return m_lanes.askLong<SortedIds, SortProgress>(work, context, std::move(progress), std::move(handler),
                                                  LongLanes::Two);
}

LaneHandle LongReads::requestExport(ExportRequest request, bool withMasked, QObject *context,
                                    std::function<void(ExportProgress)> progress,
                                    Handler<ExportReport> handler) {
  if (withMasked && !m_rules->mayReveal(m_profile.environment, m_profile.role))
    return LaneSet::refuseLater<ExportReport>(
        context, std::move(handler),
        Error{ErrorKind::Denied, "MASKED", u"masked values may not be revealed here"_qs});
  request.hides = withMasked ? search::Hides() : masks::masked(m_rules, m_profile);
  const auto work = [request = std::move(request)](
                        ReadSession &session, const std::function<void(ExportProgress)> &tell,
                        std::stop_token stop) { return exportJobs(session, request, tell, stop); };
  return m_lanes.askLong<ExportReport, ExportProgress>(work, context, std::move(progress), std::move(handler),
                                                       LongLanes::Two);
}

LaneHandle LongReads::requestFailures(const std::vector<QueueInfo> &queues, QObject *context,
                                      std::function<void(FailureReport)> progress,
                                      Handler<FailureReport> handler) {
  const auto work = [queues](ReadSession &session, const std::function<void(FailureReport)> &tell,
                             std::stop_token stop) { return groupFailures(session, queues, tell, stop); };
  return m_lanes.askLong<FailureReport, FailureReport>(work, context, std::move(progress), std::move(handler),
                                                       LongLanes::Two);
}

LaneHandle LongReads::requestTrialJobs(const Selection &selection, QObject *context,
                                       Handler<std::vector<edits::TrialJob>> handler) {
  const auto work = [selection](ReadSession &session, const std::function<void(int)> &,
                                std::stop_token stop) { return readTrialJobs(session, selection, stop); };
  return m_lanes.askLong<std::vector<edits::TrialJob>, int>(work, context, {}, std::move(handler),
                                                            LongLanes::One);
}

} // namespace oxp
