// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/fitting.h"

#include <algorithm>

namespace oxp::recipes {
namespace {

bool matchesAny(const QStringList &patterns, const QString &text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const QString &pattern) { return matches(pattern, text); });
}

} // namespace

/// At a mismatch the last `*` takes one more letter: linear but for patterns that nobody writes.
bool matches(const QString &pattern, const QString &text) {
  qsizetype at = 0, star = -1, taken = 0;
  for (qsizetype i = 0; i < text.size();) {
    if (at < pattern.size() && pattern[at] == u'*') {
      star = at++;
      taken = i;
    } else if (at < pattern.size() && pattern[at] == text[i]) {
      ++at;
      ++i;
    } else if (star >= 0) {
      at = star + 1;
      i = ++taken;
    } else {
      return false;
    }
  }
  return std::all_of(pattern.begin() + at, pattern.end(), [](QChar c) { return c == u'*'; });
}

bool isForQueue(const Recipe &recipe, const QueueId &queue) {
  return recipe.queues.isEmpty() || matchesAny(recipe.queues, QString::fromUtf8(queue.name)) ||
         matchesAny(recipe.queues, QString::fromUtf8(queue.base()));
}

bool isFor(const Recipe &recipe, const QueueId &queue, const QByteArray &jobName, JobState state) {
  const auto &states = recipe.states;
  return isForQueue(recipe, queue) &&
         (recipe.jobNames.isEmpty() || matchesAny(recipe.jobNames, QString::fromUtf8(jobName))) &&
         (states.empty() || std::find(states.begin(), states.end(), state) != states.end());
}

Then thenIn(const Recipe &recipe, JobState state) {
  const bool fits = (recipe.then == Then::Retry && state == JobState::Failed) ||
                    (recipe.then == Then::Promote && state == JobState::Delayed);
  return fits ? recipe.then : Then::Nothing;
}

} // namespace oxp::recipes
