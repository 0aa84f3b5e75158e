// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"
#include "json/scanner.h"

#include <tl/expected.hpp>

#include <optional>

namespace oxp::edits {

/// A change as a person fills it in: the texts of a form's fields.
struct Draft {
  Change::Kind kind = Change::Kind::Set;
  QString path; ///< `data.items[*].sku`; `data.` may be left out, and `data` is the whole payload
  /// By kind: JSON, or bare words for a text (Set, SetIfAbsent); a number (Increment); the new key (Rename);
  /// the new path (Move); what is looked for (ReplaceText); the patch.
  QString value = {};
  QString with = {}; ///< ReplaceText: what comes in its place
  bool regex = false;

  /// Nobody has written anything.
  bool isEmpty() const { return path.isEmpty() && value.isEmpty() && with.isEmpty(); }
  bool operator==(const Draft &) const = default;
};

/// Why a draft is no change.
struct DraftFault {
  enum class Field { Path, Value, With };
  enum class Code {
    Missing, ///< nothing stands there yet
    BadPath,
    OtherRoot,    ///< a path of `opts` or `result`; `detail`: how it is written if it is the payload's
    WholePayload, ///< a path in the payload is wanted
    NoKey,        ///< Rename: the path ends in an element
    NotOneKey,    ///< Rename: the new name is a path
    ManyPlaces,   ///< Move: a path with `[*]`
    IntoItself,
    BadJson, ///< `json` says what is wrong
    NoNumber,
    NoPatch,     ///< no list of operations as RFC 6902 has them
    BadRegex,    ///< `detail` is PCRE's sentence
    NoGroup,     ///< `detail`: such as `\3`, which the expression has not
    UnknownName, ///< of a recipe: `detail` stands in braces, and nothing is asked under that name
    NameInPath,  ///< of a recipe: `detail` stands in braces where no answer is put in
  };
  Field field = Field::Path;
  Code code = Code::Missing;
  QString detail = {};
  std::optional<json::ScanError> json = {}; ///< its offset in UTF-8 of the trimmed value

  bool operator==(const DraftFault &) const = default;
};

/// The change that is meant. Nothing is guessed: what is JSON is taken byte for byte (`1.20` stays so).
tl::expected<Change, DraftFault> changeOf(const Draft &draft);
/// The reverse; changeOf() gives the change again.
Draft draftOf(const Change &change);

/// How the value of Set and SetIfAbsent is understood.
enum class Reading {
  Json,
  Text,      ///< bare words
  NoNumber,  ///< a text, although it looks like a number: `007`, `.5`, `1,5`
  NoLiteral, ///< a text, although it may be meant as true, false or null: `True`, `None`
};
Reading readingOf(const QString &value);

} // namespace oxp::edits
