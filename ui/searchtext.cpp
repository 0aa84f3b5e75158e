// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchtext.h"

#include <QCoreApplication>

namespace oxp {
namespace {

using Code = search::Problem::Code;

QString sentence(const search::Problem &problem) {
  const QString &word = problem.word;
  switch (problem.code) {
  case Code::UnknownField:
    return QCoreApplication::translate("SearchText", "there is no field \"%1\".").arg(word);
  case Code::OperatorMissing:
    return QCoreApplication::translate("SearchText",
                                       "an operator is missing after \"%1\": = != : ~ < <= > >=.")
        .arg(word);
  case Code::ValueMissing:
    return QCoreApplication::translate("SearchText", "a value is missing.");
  case Code::ConditionMissing:
    return QCoreApplication::translate("SearchText", "a condition is missing here.");
  case Code::BracketOpen:
    return QCoreApplication::translate("SearchText", "this bracket is not closed.");
  case Code::BracketUnexpected:
    return QCoreApplication::translate("SearchText", "this bracket was never opened.");
  case Code::QuoteOpen:
    return QCoreApplication::translate("SearchText", "this quotation mark is not closed.");
  case Code::BadPath:
    return QCoreApplication::translate("SearchText", "\"%1\" is no path: write data.items[0].sku or "
                                                     "data.\"my key\".")
        .arg(word);
  case Code::BadNumber:
    return QCoreApplication::translate("SearchText", "\"%1\" is no number.").arg(word);
  case Code::BadTime:
    return QCoreApplication::translate("SearchText",
                                       "\"%1\" is no time: write 2026-11-22, 2026-11-22T10:00, -1h or -7d.")
        .arg(word);
  case Code::BadState:
    return QCoreApplication::translate("SearchText", "there is no state \"%1\".").arg(word);
  case Code::BadRegex:
    return QCoreApplication::translate("SearchText", "the regular expression is wrong: %1.")
        .arg(problem.detail);
  case Code::PathOnPlainField:
    return QCoreApplication::translate("SearchText", "\"%1\" has no parts: only data, opts and result have.")
        .arg(word);
  case Code::TooDeep:
    return QCoreApplication::translate("SearchText", "there are too many brackets.");
  }
  return {};
}

} // namespace

QString problemText(const search::Problem &problem) {
  QString text =
      QCoreApplication::translate("SearchText", "Column %1: ").arg(problem.start + 1) + sentence(problem);
  if (!problem.repair.isEmpty())
    text += u' ' + QCoreApplication::translate("SearchText", "Did you mean %1?").arg(problem.repair);
  return text;
}

} // namespace oxp
