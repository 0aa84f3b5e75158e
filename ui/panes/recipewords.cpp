// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/recipewords.h"

#include "models/format.h"
#include "ui/dialogs/changewords.h"
#include "ui/editor/scansentences.h"

#include <QCoreApplication>

namespace oxp::recipewords {
namespace {

constexpr qsizetype Longest = 100; ///< characters of what is quoted

struct RecipeWords {
  Q_DECLARE_TR_FUNCTIONS(RecipeWords)
};

using recipes::AnswerFault;
using recipes::Fault;
using recipes::Then;
using Code = Fault::Code;

QString whatIsWrong(const Fault &fault) {
  const QString detail = format::bounded(fault.detail, Longest);
  switch (fault.code) {
  case Code::NotJson:
    return fault.json ? RecipeWords::tr("no valid JSON: %1, at byte %2")
                            .arg(scanSentence(fault.json->code), format::number(fault.json->offset + 1))
                      : RecipeWords::tr("it cannot be read: %1").arg(detail);
  case Code::WrongKind:
    return RecipeWords::tr("a value of another kind is needed");
  case Code::Missing:
    return RecipeWords::tr("it is missing");
  case Code::UnknownMember:
    return RecipeWords::tr("“%1” is not known here").arg(detail);
  case Code::UnknownWord:
    return RecipeWords::tr("“%1” is none of the words that may stand there").arg(detail);
  case Code::NewerVersion:
    return RecipeWords::tr("version %1 is not known here").arg(detail);
  case Code::BadName:
    return RecipeWords::tr("“%1” is no name; letters, digits and _ make one, a letter first").arg(detail);
  case Code::Taken:
    return RecipeWords::tr("“%1” is taken").arg(detail);
  case Code::NoChoices:
    return RecipeWords::tr("there is nothing to choose from");
  case Code::BadPattern:
    return RecipeWords::tr("it is no regular expression");
  case Code::FallbackUnfit:
    return RecipeWords::tr("it is no answer to its question");
  case Code::BadChange:
    return fault.draft ? changewords::fault(*fault.draft) : QString();
  case Code::TooLong:
    return RecipeWords::tr("it is too long");
  case Code::TooMany:
    return RecipeWords::tr("there are too many");
  }
  return {};
}

} // namespace

QString answerFault(const recipes::Question &question, AnswerFault fault) {
  switch (fault) {
  case AnswerFault::Missing:
    return RecipeWords::tr("An answer is needed");
  case AnswerFault::NoNumber:
    return RecipeWords::tr("A number is needed, such as 1 or -0.10");
  case AnswerFault::NotOffered:
    return RecipeWords::tr("One of these is needed: %1")
        .arg(format::bounded(question.choices.join(QStringLiteral(", ")), Longest));
  case AnswerFault::NoTruth:
    return RecipeWords::tr("true or false is needed");
  case AnswerFault::NoDate:
    return RecipeWords::tr("A day is needed, such as 2026-11-24");
  case AnswerFault::Unfit:
    return RecipeWords::tr("It has to look like %1").arg(format::bounded(question.pattern, Longest));
  }
  return {};
}

QString button(const recipes::Recipe &recipe, Then then) {
  const QString word = recipe.button.isEmpty() ? RecipeWords::tr("Save") : recipe.button;
  switch (then) {
  case Then::Retry:
    return RecipeWords::tr("%1 and retry").arg(word);
  case Then::Promote:
    return RecipeWords::tr("%1 and promote").arg(word);
  case Then::Nothing:
    break;
  }
  return word;
}

QString then(Then then) {
  return then == Then::Retry     ? RecipeWords::tr("then retry")
         : then == Then::Promote ? RecipeWords::tr("then promote")
                                 : QString();
}

QString fault(const Fault &fault) {
  const QString what = whatIsWrong(fault);
  return fault.place.isEmpty() ? what
                               : RecipeWords::tr("%1: %2").arg(format::bounded(fault.place, Longest), what);
}

} // namespace oxp::recipewords
