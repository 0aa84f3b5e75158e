// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "recipes/recipe.h"

namespace oxp::recipes {

/// Whether a text is what a pattern says: letter by letter, `*` = anything.
bool matches(const QString &pattern, const QString &text);
/// Whether a recipe is for the jobs of a queue. A pattern may name it with its prefix: `shop:orders`.
bool isForQueue(const Recipe &recipe, const QueueId &queue);
/// Whether it is for a job.
bool isFor(const Recipe &recipe, const QueueId &queue, const QByteArray &jobName, JobState state);
/// What follows the edit of a job in this state: a retry of what has failed, a promotion of what is delayed.
Then thenIn(const Recipe &recipe, JobState state);

} // namespace oxp::recipes
