// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/exporttext.h"
#include "redis/session.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace oxp {

/// One job of a list that was chosen.
struct ExportJob {
  QByteArray id;
  JobState state = JobState::Unknown; ///< as it was when it was chosen
  bool operator==(const ExportJob &) const = default;
};

/// Jobs that were chosen by their places in a state's own order (see readIds), for nobody has read who
/// stands there. They are taken as they stand when the export begins.
struct ExportStretch {
  JobState state = JobState::Unknown;
  qint64 offset = 0;
  qint64 count = 0;
  bool reversed = false;
  size_t before = 0; ///< its place in the file: so many of the part's jobs stand before it
  bool operator==(const ExportStretch &) const = default;
};

/// Jobs of one queue: a whole state, or a list.
struct ExportPart {
  QueueInfo queue;
  std::optional<JobState> state; ///< all jobs of it; then the rest is not looked at
  std::vector<ExportJob> jobs;
  std::vector<ExportStretch> stretches = {}; ///< ascending by `before`
  bool operator==(const ExportPart &) const = default;
};

struct ExportRequest {
  std::vector<ExportPart> parts; ///< in the order of the file; parts of one queue beside each other
  ExportFormat format = ExportFormat::Ndjson;
  QString path;
  search::Hides hides; ///< values that are masked in the file
};

struct ExportProgress {
  qint64 jobs = 0;  ///< dealt with
  qint64 total = 0; ///< jobs, as far as it is known
  qint64 bytes = 0; ///< of the file
};

struct ExportReport {
  qint64 jobs = 0; ///< in the file
  qint64 bytes = 0;
  qint64 gone = 0;        ///< listed, but without a hash by the time they were read
  qint64 masked = 0;      ///< values
  bool lostTrack = false; ///< a state moved faster than it could be read: some jobs may be missing
  qint64 tookMs = 0;
};

/// Writes jobs to a file: into a temporary one beside it, which takes its name at the very end. When the
/// export fails or is cancelled, nothing is left and a file that had the name before is as it was. No job is
/// written twice. What is written goes on to the disk all the while, so that the end of a large file, which
/// nothing can interrupt, takes no longer than that of a small one. Fails with File (`folder-missing`,
/// `file-denied`, `disk-full`, `file-write`) besides what a scan fails with. Lane thread; blocks on the disk.
Result<ExportReport> exportJobs(ReadSession &session, const ExportRequest &request,
                                const std::function<void(ExportProgress)> &tell, std::stop_token stop);

} // namespace oxp
