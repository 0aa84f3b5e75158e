// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/fault.h"

#include <tl/expected.hpp>

namespace oxp::recipes {

/// What toJson() may make of all recipes, in bytes; more are refused where they come in. A text may be laid
/// out more widely than that.
inline constexpr qsizetype LargestDocument = 256'000, LargestText = 4 * LargestDocument;

/// Recipes as they are kept and handed on:
/// `{"oxpecker":"recipes","version":1,"recipes":[{"name":…,"changes":[…], …}]}`, laid out for reading. The
/// changes are those of edits::toJson(), values byte for byte.
QByteArray toJson(const std::vector<Recipe> &recipes);
/// The reverse. A member that is not known is refused, not dropped: a recipe that does less than it says is
/// another recipe. What has a fault anywhere is refused as a whole. Any thread; some 100 ms for the largest.
tl::expected<std::vector<Recipe>, Fault> fromJson(const QByteArray &json);

} // namespace oxp::recipes
