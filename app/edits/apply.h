// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"
#include "json/splice.h"

#include <tl/expected.hpp>

namespace oxp::edits {

/// What the changes, one after another, make of a payload: splices on its bytes. What they do not touch stays
/// byte for byte, white space and the spelling of numbers too; what is new takes the style of its neighbours.
/// No splices: it is so already. `[*]` over nothing is no problem; a path without it has to lead somewhere,
/// but for Set and SetIfAbsent, which make what is missing, and Remove, for which nothing is as good as gone.
tl::expected<std::vector<json::Splice>, Problem> splicesOf(QByteArrayView payload,
                                                           const std::vector<Change> &changes);

} // namespace oxp::edits
