// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/jobstate.h"

namespace oxp {

namespace {

struct StateName {
  JobState state;
  const char *key;
  const char *word;
};

constexpr StateName Names[] = {
    {JobState::Waiting, "wait", "waiting"},
    {JobState::Active, "active", "active"},
    {JobState::Delayed, "delayed", "delayed"},
    {JobState::Prioritized, "prioritized", "prioritized"},
    {JobState::WaitingChildren, "waiting-children", "waiting-children"},
    {JobState::Completed, "completed", "completed"},
    {JobState::Failed, "failed", "failed"},
    {JobState::Unknown, "", "unknown"},
};

const StateName &nameOf(JobState state) {
  return Names[static_cast<size_t>(state)];
}

} // namespace

QByteArray stateKey(JobState state) {
  return nameOf(state).key;
}

QByteArray stateWord(JobState state) {
  return nameOf(state).word;
}

JobState stateFromWord(const QByteArray &word) {
  if (word == "paused")
    return JobState::Waiting;
  for (const StateName &name : Names) {
    if (!word.isEmpty() && (word == name.word || word == name.key))
      return name.state;
  }
  return JobState::Unknown;
}

} // namespace oxp
