// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/draft.h"
#include "recipes/recipe.h"
#include "json/scanner.h"

#include <optional>

namespace oxp::recipes {

/// Why something is no recipe, and where.
struct Fault {
  enum class Code {
    NotJson,   ///< `json` says why
    WrongKind, ///< another kind of value is wanted there
    Missing,
    UnknownMember, ///< `detail`: its key. What a later version means by it nobody knows here
    UnknownWord,   ///< `detail`: none of the words that may stand there
    NewerVersion,
    BadName,       ///< of a question: letters, digits and `_`, a letter first
    Taken,         ///< another one has the name, or it is `now` or `me`
    NoChoices,     ///< a choice without any
    BadPattern,    ///< no regular expression
    FallbackUnfit, ///< the answer that the field begins with is none
    BadChange,     ///< `draft` says why
    TooLong,       ///< a text that no window has room for
    TooMany,
  };
  Code code = Code::NotJson;
  QString place = {}; ///< a JSON pointer, such as `/questions/1/pattern`; of a file from its beginning
  QString detail = {};
  std::optional<json::ScanError> json = {};
  std::optional<edits::DraftFault> draft = {};

  bool operator==(const Fault &) const = default;
};

inline constexpr size_t MostRecipes = 500, MostQuestions = 20, MostChanges = 100;
inline constexpr qsizetype LongestName = 120, LongestText = 1'000, MostWords = 100; ///< characters; of a list

/// The first thing that is wrong with a recipe; nothing = it can be used.
std::optional<Fault> faultIn(const Recipe &recipe);
/// The same of all that a profile has.
std::optional<Fault> faultIn(const std::vector<Recipe> &recipes);

} // namespace oxp::recipes
