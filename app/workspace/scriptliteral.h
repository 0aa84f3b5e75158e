// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connectionline.h"

#include <memory>
#include <optional>
#include <vector>

namespace oxp::script {

struct Member;

/// A value as it is written in JavaScript or JSON. What would have to be run to be known is an Expression.
struct Value {
  enum class Kind { Text, Number, True, False, Nothing, Object, List, Call, Expression };
  Kind kind = Kind::Nothing;
  TextRange where; ///< of a text without its quotation marks
  QString
      text; ///< of a text or number; of a call its function; of an expression a name such as `process.env.X`
  std::vector<Member> members; ///< of an object
  std::vector<Value> items;    ///< of a list or call; of an expression the values that are written in it

  bool isScalar() const;
};

struct Member {
  QString name;
  Value value;
};

/// Where a text breaks off.
struct OpenEnd {
  bool quote = false; ///< a quotation mark, else a bracket
  TextRange where;
  QString closing; ///< what is missing at the end
};

struct Script {
  Value value; ///< an Expression that holds all values of the text
  std::optional<OpenEnd> open;
};

/// Reads literals out of a piece of JavaScript. Never runs anything, and never fails: what it does not know
/// is an Expression.
Script readScript(const QString &text);
/// The same for the members of an object whose braces were not copied.
Script readMembers(const QString &text);

} // namespace oxp::script
