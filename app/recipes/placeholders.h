// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

namespace oxp::recipes {

/// JSON values by the names that stand for them.
using Values = QHash<QString, QByteArray>;

/// What stands in braces beside the questions' names: `now` and `me`.
const QStringList &givenNames();
/// All that may stand in braces in the changes of a recipe that asks these.
QStringList knownNames(const std::vector<Question> &questions);
/// Whether a text can be a question's name.
bool isName(const QString &text);
/// A text that begins with a placeholder: no JSON, although it begins with a brace.
bool beginsWithPlaceholder(const QString &text);
/// The name, where a text is one placeholder and nothing else.
std::optional<QString> placeholderIn(const QString &text);
/// The names in a change's values, each once. Those of a regular expression that are not among `known` are
/// left to it: `\p{L}`.
QStringList namesIn(const edits::Change &change, const QStringList &known);
/// The first of the known names that stands where none is replaced: in a path or a key.
std::optional<QString> nameInPath(const edits::Change &change, const QStringList &known);
/// The change with its values in the places of the names. Nothing where one of them has no value. What holds
/// no placeholder stays byte for byte.
std::optional<edits::Change> filled(const edits::Change &change, const Values &values);

} // namespace oxp::recipes
