// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/answers.h"

#include <QDateTime>

#include <tl/expected.hpp>

namespace oxp::recipes {

/// The answer that is none.
struct Unanswered {
  int question = 0; ///< of the recipe's, from 0
  AnswerFault fault = AnswerFault::Missing;
  bool operator==(const Unanswered &) const = default;
};

/// The changes that a recipe means with these answers, or the first of them that is wrong. Changes that name
/// a question without an answer are left out. `now` is put in as `2026-11-24T11:04:19Z`.
tl::expected<std::vector<edits::Change>, Unanswered> changesFor(const Recipe &recipe, const Answers &answers,
                                                                const QDateTime &now, const QString &me);

} // namespace oxp::recipes
