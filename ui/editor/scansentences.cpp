// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/scansentences.h"

#include <QCoreApplication>

namespace oxp {

QString scanSentence(json::ScanError::Code code) {
  using Code = json::ScanError::Code;
  const auto tr = [](const char *text) { return QCoreApplication::translate("ScanSentences", text); };
  switch (code) {
  case Code::Empty:
    return tr("there is no value");
  case Code::UnexpectedEnd:
    return tr("the text ends too early, a bracket is open");
  case Code::UnclosedString:
    return tr("a text has no closing quote");
  case Code::ValueExpected:
    return tr("a value is missing");
  case Code::KeyExpected:
    return tr("a key in double quotes is missing");
  case Code::ColonMissing:
    return tr("a colon is missing");
  case Code::CommaMissing:
    return tr("a comma is missing");
  case Code::TrailingComma:
    return tr("a comma before a closing bracket");
  case Code::BracketMismatch:
    return tr("this bracket closes something else");
  case Code::BadLiteral:
    return tr("this is no JSON value");
  case Code::BadNumber:
    return tr("this is no JSON number");
  case Code::BadEscape:
    return tr("an unknown escape in a text");
  case Code::ControlCharacter:
    return tr("a control character in a text has to be escaped");
  case Code::BadUtf8:
    return tr("these bytes are no UTF-8");
  case Code::Bom:
    return tr("a byte order mark stands before the text");
  case Code::TrailingText:
    return tr("something stands behind the value");
  case Code::ElisionMisplaced:
    return tr("a shortened value may stand only where a value may stand");
  case Code::TooLarge:
    return tr("the text is too large");
  }
  return {};
}

} // namespace oxp
