// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/trial.h"
#include "ui/panes/payload.h"

#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace oxp {

/// Jobs that an edit is tried on; read once, and shared with whoever tries.
using TrialJobs = std::shared_ptr<const std::vector<edits::TrialJob>>;

/// What a trial shows of one job.
struct TrialRow {
  QByteArray id;
  QString name;
  edits::TrialOutcome::Kind kind = edits::TrialOutcome::Kind::Stays;
  int changes = 0; ///< values that become others
  int reason = -1; ///< of the sum's, why it is refused
  QString what;    ///< the first change, masked where it is sensitive, or why there is none
};

/// How a trial ended.
struct TrialReport {
  std::vector<TrialRow> rows; ///< as the jobs
  std::vector<edits::TrialOutcome> outcomes;
  edits::TrialSum sum;
  qint64 tookMs = 0;
};

/// Tries changes on all jobs. Nothing when it was stopped. Any thread; some 10 ms per MB of payloads.
std::shared_ptr<const TrialReport> tryAll(const TrialJobs &jobs, const std::vector<edits::Change> &changes,
                                          const Masks &masks, std::stop_token stop);

/// Why jobs are refused: `a worker holds it`, `data.shipTo is not an object`.
QString reasonText(const edits::TrialSum::Reason &reason);

/// A job before and after, as it may be shown.
struct TrialTexts {
  ShownPayload before, after;
  qint64 sizeBefore = 0, sizeAfter = 0;
  std::vector<json::Change> changes;
};

/// Of one that is refused only before, as far as it was read. `columns`: the room for a line, as
/// showPayload(). Any thread.
TrialTexts textsOf(const edits::TrialJob &job, const edits::TrialOutcome &outcome, const Masks &masks,
                   int columns);

} // namespace oxp
