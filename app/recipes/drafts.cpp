// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/drafts.h"

#include "recipes/placeholders.h"
#include "json/fields.h"

using namespace Qt::Literals::StringLiterals;

namespace oxp::recipes {
namespace {

using edits::Change;
using edits::Draft;
using edits::DraftFault;
using Kind = Change::Kind;

/// A value of each kind that any answer is like.
Values specimens(const std::vector<Question> &questions) {
  Values values;
  for (const QString &name : givenNames())
    values.insert(name, "\"x\"");
  for (const Question &question : questions)
    values.insert(question.name, question.kind == Question::Kind::Number      ? "1"
                                 : question.kind == Question::Kind::TrueFalse ? "true"
                                                                              : "\"x\"");
  return values;
}

bool takesWords(Kind kind) {
  return kind == Kind::Set || kind == Kind::SetIfAbsent;
}

/// Whether it is made or not does not matter here: how the form's texts are read.
tl::expected<Change, DraftFault> read(const Draft &draft) {
  const QString value = draft.value.trimmed();
  if (takesWords(draft.kind) && beginsWithPlaceholder(value)) {
    Draft quoted = draft;
    quoted.value = json::fromUtf8(json::escape(value));
    return edits::changeOf(quoted);
  }
  if (draft.kind == Kind::Increment && placeholderIn(value)) {
    Draft number = draft;
    number.value = u"0"_s;
    auto change = edits::changeOf(number);
    if (change)
      change->value = json::escape(value);
    return change;
  }
  return edits::changeOf(draft);
}

DraftFault faultAt(DraftFault::Field field, DraftFault::Code code, const QString &detail) {
  return {field, code, detail, {}};
}

} // namespace

std::optional<DraftFault> faultIn(const Change &change, const std::vector<Question> &questions) {
  const QStringList known = knownNames(questions);
  if (const auto name = nameInPath(change, known))
    return faultAt(DraftFault::Field::Path, DraftFault::Code::NameInPath, *name);
  for (const QString &name : namesIn(change, known))
    if (!known.contains(name))
      return faultAt(DraftFault::Field::Value, DraftFault::Code::UnknownName, name);
  const auto made = filled(change, specimens(questions));
  if (!made)
    return faultAt(DraftFault::Field::Value, DraftFault::Code::Missing, {});
  const auto again = edits::changeOf(edits::draftOf(*made));
  return again ? std::nullopt : std::optional(again.error());
}

tl::expected<Change, DraftFault> changeOf(const Draft &draft, const std::vector<Question> &questions) {
  auto change = read(draft);
  if (!change)
    return change;
  if (const auto fault = faultIn(*change, questions))
    return tl::unexpected(*fault);
  return change;
}

Draft draftOf(const Change &change) {
  Draft draft = edits::draftOf(change);
  if (!change.value.startsWith('"') || (!takesWords(change.kind) && change.kind != Kind::Increment))
    return draft;
  Draft bare = draft;
  bare.value = json::unescape(change.value);
  const auto again = read(bare);
  return again && *again == change ? bare : draft;
}

} // namespace oxp::recipes
