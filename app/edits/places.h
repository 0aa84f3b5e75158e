// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"
#include "json/scanner.h"

#include <tl/expected.hpp>

#include <optional>

namespace oxp::edits {

/// Where a path leads in one text.
struct Place {
  quint32 container = json::NoToken; ///< begin of what it stands in; NoToken: the whole text
  quint32 key = json::NoToken;       ///< of a member; NoToken: an element, or it is not there
  quint32 value = json::NoToken;     ///< first token of the value; NoToken: it is not there
  size_t missing = 0;                ///< the step of the path that leads nowhere, where it is not there

  bool there() const { return value != json::NoToken; }
};

using Path = std::vector<search::Step>;

/// All places that a path leads to, in the order of the text. Of duplicate keys the last counts, as a worker
/// sees it. Places that are not there are among them, but for those behind a `[*]` over nothing.
/// NotAnObject, NotAnArray or OutOfRange where a step does not fit what it meets.
tl::expected<std::vector<Place>, Problem> placesOf(QByteArrayView text, const json::Scan &scan,
                                                   const Path &path);

/// The member of an object with this key, the last of them; NoToken when it has none.
quint32 memberOf(QByteArrayView text, const json::Scan &scan, quint32 object, const QByteArray &key);

bool leadsToMany(const Path &path);
/// As a person writes it.
QString spelled(const Path &path);
/// A JSON pointer (RFC 6901) as a path: what is a number is an index where it meets an array. Nothing when it
/// is none.
std::optional<Path> pathOfPointer(QByteArrayView text, const json::Scan &scan, QByteArrayView pointer);

} // namespace oxp::edits
