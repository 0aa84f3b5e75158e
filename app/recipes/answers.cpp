// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/answers.h"

#include "search/values.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <QDate>
#include <QRegularExpression>

namespace oxp::recipes {
namespace {

using Kind = Question::Kind;

constexpr qsizetype DateLength = 10;

bool isNumber(const QString &text) {
  const json::Scan scan = json::scan(text.trimmed().toUtf8());
  return scan.valid() && scan.tokens.size() == 1 && scan.tokens.front().kind == json::TokenKind::Number;
}

bool isTruth(const QString &text) {
  return text.trimmed() == u"true" || text.trimmed() == u"false";
}

bool isDate(const QString &text) {
  return text.trimmed().size() == DateLength && QDate::fromString(text.trimmed(), Qt::ISODate).isValid();
}

/// Any text fits an empty pattern.
bool fits(const QString &text, const QString &pattern) {
  if (pattern.isEmpty())
    return true;
  const QRegularExpression regex =
      search::limitedRegex(QRegularExpression::anchoredPattern(pattern).toUtf8());
  return regex.match(text).hasMatch();
}

} // namespace

bool isAnswered(const QString &answer) {
  return !answer.trimmed().isEmpty();
}

std::optional<AnswerFault> faultIn(const Question &question, const QString &answer) {
  const auto unless = [](bool right, AnswerFault fault) {
    return right ? std::nullopt : std::optional(fault);
  };
  if (!isAnswered(answer))
    return unless(!question.required, AnswerFault::Missing);
  switch (question.kind) {
  case Kind::Text:
    return unless(fits(answer, question.pattern), AnswerFault::Unfit);
  case Kind::Number:
    return unless(isNumber(answer), AnswerFault::NoNumber);
  case Kind::Choice:
    return unless(question.choices.contains(answer), AnswerFault::NotOffered);
  case Kind::TrueFalse:
    return unless(isTruth(answer), AnswerFault::NoTruth);
  case Kind::Date:
    return unless(isDate(answer), AnswerFault::NoDate);
  }
  return std::nullopt;
}

QByteArray jsonOf(const Question &question, const QString &answer) {
  switch (question.kind) {
  case Kind::Number:
  case Kind::TrueFalse:
    return answer.trimmed().toUtf8();
  case Kind::Date:
    return json::escape(answer.trimmed());
  case Kind::Text:
  case Kind::Choice:
    break;
  }
  return json::escape(answer);
}

Answers fallbacksOf(const Recipe &recipe) {
  Answers answers;
  for (const Question &question : recipe.questions)
    answers.insert(question.name, question.fallback);
  return answers;
}

} // namespace oxp::recipes
