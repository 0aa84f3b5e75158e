// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

namespace oxp::recipes {

/// Why what was typed is no answer.
enum class AnswerFault {
  Missing, ///< one is needed
  NoNumber,
  NotOffered, ///< none of the choices
  NoTruth,    ///< neither true nor false
  NoDate,
  Unfit, ///< it does not fit the pattern, or that took too long
};

/// Nothing where the answer is right; so is an empty one to a question that needs none.
std::optional<AnswerFault> faultIn(const Question &question, const QString &answer);
/// Whether something was answered.
bool isAnswered(const QString &answer);
/// A right answer as a JSON value: a number by its digits, what is true or false as such, else a text.
QByteArray jsonOf(const Question &question, const QString &answer);
/// What the fields begin with.
Answers fallbacksOf(const Recipe &recipe);

} // namespace oxp::recipes
