// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/jobstate.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

/// The search grammar: one line of text, as a tree that says which jobs are meant. Pure values, any thread.
///
/// - query: terms with `or` between them, which binds weaker than `and`; an empty line means every job
/// - terms: one or more, with `and` or just a space between them
/// - term: `not` term, `(` query `)`, a condition, or a text
/// - condition: field, operator, value; spaces around the operator or none
/// - field: id name state error failure attempts progress priority size created processed finished due; or
///   data, opts or result with any of `.key`, `."quoted key"`, `["quoted key"]`, `[n]`, `[*]` behind it
/// - operator: `=` `!=` `:` `~` `<` `<=` `>` `>=`
/// - value, text: a word, or a string in double quotes, in which `\"` and `\\` are escapes and any other
///   backslash is itself
///
/// Words end at white space, or at a round bracket without a partner inside the word. Keywords and fields
/// count in either case. A word without an operator is text, even `data` or `failed`; so are `http://x`,
/// `std::x`, `10:30`, and `-x` (no negation). Times: `2026-11-22`, `2026-11-22T10:00[:00[.123]][Z|+01:00]`
/// (local without a zone), ms since the epoch, or relative: `-1h -30m -7d -90s -2w`; for due also `10m`.
/// Sizes: 1200, 1KB (1000), 5MB, 1GB.
namespace oxp::search {

/// What a condition looks at. Data, Opts and Result take a path.
enum class Field {
  Id,
  Name,
  State,
  Error,
  Failure, ///< failureId() of what the job failed with
  Attempts,
  Progress,
  Priority,
  Size,
  Created,
  Processed,
  Finished,
  Due,
  Data,
  Opts,
  Result,
  Anywhere, ///< bare text: id, name, data or error
};

enum class Op { Equal, NotEqual, Contains, Matches, Less, LessEqual, Greater, GreaterEqual };

/// One step of a path below data, opts or result.
struct Step {
  enum class Kind { Key, Index, AnyIndex };
  Kind kind = Kind::Key;
  QByteArray key; ///< unescaped, UTF-8
  qint64 index = 0;
  bool operator==(const Step &) const = default;
};

/// Such as `data.items[*].sku`; without steps the whole value.
struct Path {
  Field root = Field::Data;
  std::vector<Step> steps;
  /// As a person types it; keys that are no plain word stand in quotes: `data."my key"[0]`.
  QString toString() const;
  bool operator==(const Path &) const = default;
};

/// What stands right of an operator, read in every way that makes sense.
struct Value {
  QByteArray text; ///< UTF-8, quotes and escapes taken off
  bool quoted = false;
  std::optional<QByteArray> number; ///< the JSON number that it spells (with KB, MB, GB for sizes: in bytes)
  std::optional<qint64> timeMs;     ///< absolute, ms since the epoch; relative ones are counted from `now`
  bool relative = false;            ///< it was written as `-1h`
  qint64 timeLength = 1; ///< ms that an absolute time covers: a day, a minute, a second or a millisecond
  bool operator==(const Value &) const = default;
};

struct Condition {
  Path path; ///< path.root is the field
  Op op = Op::Contains;
  Value value;
};

struct Node {
  enum class Kind { And, Or, Not, Condition };
  Kind kind = Kind::And; ///< an And without children is true of every job
  std::vector<Node> children;
  Condition condition;
  /// Where it stands in the text, its brackets included; of what only joins others without brackets 0, 0.
  qsizetype start = 0, length = 0;
};

/// Why a text is no query. `start` and `length` are UTF-16 positions in the text.
struct Problem {
  enum class Code {
    UnknownField,
    OperatorMissing,
    ValueMissing,
    ConditionMissing, ///< after and, or, not, ( or at a )
    BracketOpen,
    BracketUnexpected,
    QuoteOpen,
    BadPath,
    BadNumber, ///< a number is wanted
    BadTime,
    BadState,
    BadRegex,         ///< `detail` is PCRE's sentence
    PathOnPlainField, ///< name.x
    TooDeep,
  };
  Code code = Code::UnknownField;
  qsizetype start = 0;
  qsizetype length = 0;
  QString word;   ///< the wrong part
  QString repair; ///< what it was probably meant to be: replaces the wrong part; empty = none is obvious
  QString detail;
};

struct Query {
  QString text;
  Node root;
  qint64 now = 0; ///< ms: what relative times were counted from

  bool matchesEverything() const { return root.kind == Node::Kind::And && root.children.empty(); }
  /// The data, opts and result paths that it names, each once, in their order: extra columns of the results.
  std::vector<Path> namedPaths() const;
  /// Plain fields that it names.
  std::vector<Field> namedFields() const;
};

/// Reads one line. `now`: ms since the epoch by the server's clock.
tl::expected<Query, Problem> parse(const QString &text, qint64 now);

/// The path that a text spells, such as `data.items[0].sku`; nothing when it spells none.
std::optional<Path> parsePath(QStringView text);

/// Where completion stands in a text, and what it has to begin with.
struct Spot {
  enum class Wants { Field, Operator, Value, Nothing };
  Wants wants = Wants::Field;
  qsizetype start = 0; ///< of the word under the caret
  qsizetype length = 0;
  QString word;
  std::optional<Path> path; ///< of the condition, for Operator and Value
};
Spot spotAt(const QString &text, qsizetype caret);

/// `created`, `data` …; the other way round (whatever the case); all that can be typed, in the order of help.
QString fieldName(Field field);
std::optional<Field> fieldNamed(QStringView name);
QStringList fieldNames();
/// Data, Opts and Result.
bool takesPath(Field field);

} // namespace oxp::search
