// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/answers.h"
#include "recipes/fault.h"

namespace oxp {

/// The words of recipes, translated.
namespace recipewords {

/// Why what stands in a field is no answer to its question.
QString answerFault(const recipes::Question &question, recipes::AnswerFault fault);
/// `Move and retry`.
QString button(const recipes::Recipe &recipe, recipes::Then then);
/// `then retry`; empty where nothing follows.
QString then(recipes::Then then);
/// What is wrong with recipes, and where, as a sentence.
QString fault(const recipes::Fault &fault);

} // namespace recipewords
} // namespace oxp
