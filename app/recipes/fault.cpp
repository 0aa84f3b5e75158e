// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/fault.h"

#include "recipes/answers.h"
#include "recipes/drafts.h"
#include "recipes/placeholders.h"
#include "search/values.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp::recipes {
namespace {

using Code = Fault::Code;
using Found = std::optional<Fault>;

Found wrong(Code code, const QString &place, const QString &detail = {}) {
  return Fault{code, place, detail, {}, {}};
}

Found faultInText(const QString &text, qsizetype longest, const QString &place) {
  return text.size() > longest ? wrong(Code::TooLong, place) : std::nullopt;
}

Found faultInList(const QStringList &texts, const QString &place) {
  if (texts.size() > MostWords)
    return wrong(Code::TooMany, place);
  for (qsizetype i = 0; i < texts.size(); ++i) {
    const QString at = place + u'/' + QString::number(i);
    if (texts[i].isEmpty())
      return wrong(Code::Missing, at);
    if (const Found fault = faultInText(texts[i], LongestText, at))
      return fault;
  }
  return std::nullopt;
}

bool isPattern(const QString &text) {
  return search::limitedRegex(text.toUtf8()).isValid() &&
         search::limitedRegex(QRegularExpression::anchoredPattern(text).toUtf8()).isValid();
}

Found faultInQuestion(const Question &question, const QString &place) {
  if (question.name.isEmpty())
    return wrong(Code::Missing, place + u"/name"_s);
  if (!isName(question.name))
    return wrong(Code::BadName, place + u"/name"_s, question.name);
  if (const Found fault = faultInText(question.label, LongestName, place + u"/label"_s))
    return fault;
  if (question.kind == Question::Kind::Choice && question.choices.isEmpty())
    return wrong(Code::NoChoices, place + u"/choices"_s);
  if (const Found fault = faultInList(question.choices, place + u"/choices"_s))
    return fault;
  if (!isPattern(question.pattern) || question.pattern.size() > LongestText)
    return wrong(Code::BadPattern, place + u"/pattern"_s);
  Question asked = question;
  asked.required = false; // beginning with nothing is right
  return faultIn(asked, question.fallback) ? wrong(Code::FallbackUnfit, place + u"/default"_s) : std::nullopt;
}

Found faultInQuestions(const Recipe &recipe) {
  if (recipe.questions.size() > MostQuestions)
    return wrong(Code::TooMany, u"/questions"_s);
  QSet<QString> names(givenNames().begin(), givenNames().end());
  for (size_t i = 0; i < recipe.questions.size(); ++i) {
    const QString place = u"/questions/"_s + QString::number(i);
    if (const Found fault = faultInQuestion(recipe.questions[i], place))
      return fault;
    if (names.contains(recipe.questions[i].name))
      return wrong(Code::Taken, place + u"/name"_s, recipe.questions[i].name);
    names.insert(recipe.questions[i].name);
  }
  return std::nullopt;
}

Found faultInChanges(const Recipe &recipe) {
  if (recipe.changes.empty())
    return wrong(Code::Missing, u"/changes"_s);
  if (recipe.changes.size() > MostChanges)
    return wrong(Code::TooMany, u"/changes"_s);
  for (size_t i = 0; i < recipe.changes.size(); ++i)
    if (const auto fault = faultIn(recipe.changes[i], recipe.questions))
      return Fault{Code::BadChange, u"/changes/"_s + QString::number(i), {}, {}, fault};
  return std::nullopt;
}

Found faultInScope(const Recipe &recipe) {
  if (const Found fault = faultInList(recipe.queues, u"/queues"_s))
    return fault;
  return faultInList(recipe.jobNames, u"/names"_s);
}

} // namespace

Found faultIn(const Recipe &recipe) {
  if (recipe.name.trimmed().isEmpty())
    return wrong(Code::Missing, u"/name"_s);
  if (const Found fault = faultInText(recipe.name, LongestName, u"/name"_s))
    return fault;
  if (const Found fault = faultInText(recipe.button, LongestName, u"/button"_s))
    return fault;
  if (const Found fault = faultInText(recipe.help, LongestText, u"/help"_s))
    return fault;
  if (const Found fault = faultInScope(recipe))
    return fault;
  if (const Found fault = faultInQuestions(recipe))
    return fault;
  return faultInChanges(recipe);
}

Found faultIn(const std::vector<Recipe> &recipes) {
  if (recipes.size() > MostRecipes)
    return wrong(Code::TooMany, u"/recipes"_s);
  QSet<QString> names;
  for (size_t i = 0; i < recipes.size(); ++i) {
    const QString place = u"/recipes/"_s + QString::number(i);
    if (Found fault = faultIn(recipes[i])) {
      fault->place.prepend(place);
      return fault;
    }
    if (names.contains(recipes[i].name))
      return wrong(Code::Taken, place + u"/name"_s, recipes[i].name);
    names.insert(recipes[i].name);
  }
  return std::nullopt;
}

} // namespace oxp::recipes
