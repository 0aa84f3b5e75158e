// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

/// How a query's text falls into words. Shared by the parser and by completion; inside this layer only.
namespace oxp::search::words {

/// What makes a path wrong, and the whole path as it was probably meant.
struct PathFault {
  qsizetype start = 0, length = 0;
  QString repair;
};

/// `name`, `data.items[0]."a b"` … as far as it goes.
struct PathWord {
  QString name;
  std::vector<Step> steps;
  qsizetype end = 0;
  std::optional<PathFault> fault;
};

/// A text in quotes.
struct Quoted {
  QString content;
  qsizetype end = 0;
  bool closed = false;
};

/// An operator, or a run of its characters that is none (then `op` is empty).
struct OpWord {
  std::optional<Op> op;
  qsizetype length = 0;
  QString repair; ///< of a run that is none
};

bool isSpace(QChar c);
qsizetype skipSpaces(QStringView text, qsizetype at);
/// Whether a key may hold the character without quotes.
bool isKeyCharacter(QStringView text, qsizetype at);
PathWord pathAt(QStringView text, qsizetype at);
/// `text[at]` is a double quote. `\"` and `\\` are escapes; any other backslash stands for itself.
Quoted quotedAt(QStringView text, qsizetype at);
/// Nothing when no operator begins there.
std::optional<OpWord> operatorAt(QStringView text, qsizetype at);
/// End of an unquoted word: white space, or a round bracket that has no partner inside the word.
qsizetype wordEnd(QStringView text, qsizetype at);
/// Whether the keyword (lower case) stands there as a word of its own.
bool keywordAt(QStringView text, qsizetype at, QStringView keyword);

/// The word of a list that is nearest by edit distance, when that is near enough to be meant; else empty.
QString nearest(const QString &word, const QStringList &candidates);

} // namespace oxp::search::words
