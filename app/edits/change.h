// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

#include <QByteArray>

#include <vector>

/// Changes that are described once and made to many payloads. Plain values and pure functions, any thread.
namespace oxp::edits {

/// One change. Paths are below the payload, and may lead to many places by `[*]`.
struct Change {
  enum class Kind {
    Set,         ///< `value`; what leads there is made where it is missing
    SetIfAbsent, ///< the same where there is nothing yet
    Remove,
    Rename,      ///< the key, to `to`
    Move,        ///< to `target`; both lead to one place
    Increment,   ///< a number by the number `value`, exactly
    ReplaceText, ///< `find` in the texts at the path and below it, by `with`
    Patch,       ///< `value` is a JSON Patch (RFC 6902) of what is at the path
    MergePatch,  ///< `value` is a merge patch (RFC 7396) of it
  };
  Kind kind = Kind::Set;
  std::vector<search::Step> path; ///< none = the whole payload
  QByteArray value = {};          ///< JSON
  QByteArray to = {};             ///< a key, unescaped
  std::vector<search::Step> target = {};
  QString find = {}, with = {}; ///< with `regex`, `\1` to `\9` in `with` are its groups
  bool regex = false;
  bool operator==(const Change &) const = default;
};

/// Why a change cannot be made to a payload. Nothing of it is made then.
struct Problem {
  enum class Code {
    NotJson,      ///< the payload is none
    BadValue,     ///< the change's own value is no JSON, or none of the kind that is needed
    NothingThere, ///< the path leads nowhere
    NotAnObject,  ///< a key is wanted of what has none
    NotAnArray,
    OutOfRange, ///< an element behind the end
    NoNumber,
    NumberTooLong,
    KeyTaken,   ///< rename, move: there is one of that name
    ManyPlaces, ///< a path with `[*]` where one place is wanted
    IntoItself, ///< a value cannot be moved below itself
    BadRegex,
    RegexTooCostly, ///< it takes too many steps on this text
    TestFailed,     ///< a patch's `test`
  };
  Code code = Code::NotJson;
  int change = 0;  ///< which of the changes, from 0
  QString at = {}; ///< where, such as `items[3].sku`
  bool operator==(const Problem &) const = default;
};

} // namespace oxp::edits
