// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistplace.h"

#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"

namespace oxp {

std::optional<JobColumn> orderColumn(StateTab tab) {
  switch (tab) {
  case StateTab::Waiting:
  case StateTab::WaitingChildren:
    return JobColumn::Created;
  case StateTab::Active:
    return JobColumn::Processed;
  case StateTab::Delayed:
    return JobColumn::Due;
  case StateTab::Prioritized:
    return JobColumn::Priority;
  case StateTab::Completed:
  case StateTab::Failed:
    return JobColumn::Finished;
  case StateTab::Latest:
    return JobColumn::Changed;
  case StateTab::Schedulers:
    break;
  }
  return {};
}

std::optional<qint64> JobListPlace::count() const {
  const std::optional<JobState> listed = state();
  const std::optional<QueueCounts> counts = session && listed ? session->counts().of(queue.id) : std::nullopt;
  return counts ? std::optional<qint64>(counts->of(*listed)) : std::nullopt;
}

std::optional<JobState> JobListPlace::otherState() const {
  const std::optional<QueueCounts> counts = session ? session->counts().of(queue.id) : std::nullopt;
  if (!counts)
    return {};
  for (const JobState other : {JobState::Completed, JobState::Failed, JobState::Waiting, JobState::Active,
                               JobState::Delayed, JobState::Prioritized, JobState::WaitingChildren})
    if (other != state() && counts->of(other) > 0)
      return other;
  return {};
}

} // namespace oxp
