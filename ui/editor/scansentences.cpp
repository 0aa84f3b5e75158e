// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/scansentences.h"

#include <QCoreApplication>

namespace oxp {

QString scanSentence(json::ScanError::Code code) {
  using Code = json::ScanError::Code;
  switch (code) {
  case Code::Empty:
    return QCoreApplication::translate("ScanSentences", "there is no value");
  case Code::UnexpectedEnd:
    return QCoreApplication::translate("ScanSentences", "the text ends too early, a bracket is open");
  case Code::UnclosedString:
    return QCoreApplication::translate("ScanSentences", "a text has no closing quote");
  case Code::ValueExpected:
    return QCoreApplication::translate("ScanSentences", "a value is missing");
  case Code::KeyExpected:
    return QCoreApplication::translate("ScanSentences", "a key in double quotes is missing");
  case Code::ColonMissing:
    return QCoreApplication::translate("ScanSentences", "a colon is missing");
  case Code::CommaMissing:
    return QCoreApplication::translate("ScanSentences", "a comma is missing");
  case Code::TrailingComma:
    return QCoreApplication::translate("ScanSentences", "a comma before a closing bracket");
  case Code::BracketMismatch:
    return QCoreApplication::translate("ScanSentences", "this bracket closes something else");
  case Code::BadLiteral:
    return QCoreApplication::translate("ScanSentences", "this is no JSON value");
  case Code::BadNumber:
    return QCoreApplication::translate("ScanSentences", "this is no JSON number");
  case Code::BadEscape:
    return QCoreApplication::translate("ScanSentences", "an unknown escape in a text");
  case Code::ControlCharacter:
    return QCoreApplication::translate("ScanSentences", "a control character in a text has to be escaped");
  case Code::BadUtf8:
    return QCoreApplication::translate("ScanSentences", "these bytes are no UTF-8");
  case Code::Bom:
    return QCoreApplication::translate("ScanSentences", "a byte order mark stands before the text");
  case Code::TrailingText:
    return QCoreApplication::translate("ScanSentences", "something stands behind the value");
  case Code::ElisionMisplaced:
    return QCoreApplication::translate("ScanSentences",
                                       "a shortened value may stand only where a value may stand");
  case Code::TooLarge:
    return QCoreApplication::translate("ScanSentences", "the text is too large");
  }
  return {};
}

} // namespace oxp
