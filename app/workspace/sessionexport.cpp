// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/masks.h"
#include "workspace/sessionask.h"

// What reports on a great many jobs: exports, groups of failures.

namespace oxp {

LaneHandle ProfileSession::requestExport(ExportRequest request, bool withMasked, QObject *context,
                                         std::function<void(ExportProgress)> progress,
                                         Handler<ExportReport> handler) {
  const Profile &profile = m_setup.profile;
  if (withMasked && !rules()->mayReveal(profile.environment, profile.role))
    return refuseLater<ExportReport>(
        context, std::move(handler),
        Error{ErrorKind::Denied, "MASKED", u"masked values may not be revealed here"_qs});
  request.hides = withMasked ? search::Hides() : masks::masked(rules(), profile);
  const auto work = [request = std::move(request)](
                        ReadSession &session, const std::function<void(ExportProgress)> &tell,
                        std::stop_token stop) { return exportJobs(session, request, tell, stop); };
  return askLong<ExportReport, ExportProgress>(work, context, std::move(progress), std::move(handler),
                                               LongLanes::Two);
}

LaneHandle ProfileSession::requestFailures(const std::vector<QueueInfo> &queues, QObject *context,
                                           std::function<void(FailureReport)> progress,
                                           Handler<FailureReport> handler) {
  const auto work = [queues](ReadSession &session, const std::function<void(FailureReport)> &tell,
                             std::stop_token stop) { return groupFailures(session, queues, tell, stop); };
  return askLong<FailureReport, FailureReport>(work, context, std::move(progress), std::move(handler),
                                               LongLanes::Two);
}

} // namespace oxp
