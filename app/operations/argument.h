// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "operations/familyset.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <limits>
#include <vector>

namespace oxp {

/// The arguments of a request, by their ids, as the codec of each wrote them. Hashed, printed and stored so.
using Arguments = QMap<QByteArray, QByteArray>;

/// One argument of an operation: what its dialog asks for, and how the value is written down.
struct ArgumentSpec {
  enum class Kind {
    Bool,    ///< a tick: 1, else 0 or nothing
    Integer, ///< from `least` to `most`; written in decimal
    Text,    ///< one line, at most `most` bytes of UTF-8
    Choice,  ///< one of `choices`, by its word
  };
  struct Choice {
    QByteArray word;
    const char *title; ///< tr() source in context "Operations"
  };
  QByteArray id;     ///< `resetAttempts`
  const char *title; ///< tr() source in context "Operations"; the field's accessible name
  const char *help;  ///< tr() source: one or two sentences
  Kind kind = Kind::Bool;
  QByteArray fallback = {}; ///< the value that a field begins with and that one not given stands for
  qint64 least = 0, most = std::numeric_limits<qint64>::max();
  std::vector<Choice> choices = {};
  int families = AnyFamily; ///< FamilySet: whose scripts know it
  /// tr() source: what an empty Integer stands for; null where it has to be a number.
  const char *unset = nullptr;
  /// A field that counts only while the Choice `shownBy` has one of the words `shownFor`; empty = always.
  QByteArray shownBy = {};
  std::vector<QByteArray> shownFor = {};
};

/// What is wrong with a value; Right for one that the operation can be given.
enum class ArgumentFault { Right, NoNumber, TooSmall, TooLarge, NotOffered };
ArgumentFault faultIn(const ArgumentSpec &spec, const QByteArray &value);

/// The arguments that a queue of this family takes.
std::vector<ArgumentSpec> argumentsFor(const std::vector<ArgumentSpec> &all, Family family);

/// Whether an argument counts beside the values of the others.
bool isShown(const ArgumentSpec &spec, const Arguments &all);

/// Whether a tick was set.
bool isTicked(const Arguments &given, const QByteArray &id);

} // namespace oxp
