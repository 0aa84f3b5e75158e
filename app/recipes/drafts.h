// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/draft.h"
#include "recipes/recipe.h"

namespace oxp::recipes {

/// As edits::changeOf(), for a form whose values may hold placeholders: what begins with one is a text, and
/// an increment may be by the answer to a question that asks for a number.
tl::expected<edits::Change, edits::DraftFault> changeOf(const edits::Draft &draft,
                                                        const std::vector<Question> &questions);
/// The reverse: texts as bare words where they read so.
edits::Draft draftOf(const edits::Change &change);
/// What is wrong with a change of a recipe that asks these; nothing = it can be made with any answers.
std::optional<edits::DraftFault> faultIn(const edits::Change &change, const std::vector<Question> &questions);

} // namespace oxp::recipes
