// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/query.h"

#include <QRegularExpression>

/// What may stand right of an operator. Inside this layer only.
namespace oxp::search {

struct ValueFault {
  Problem::Code code;
  QString repair;
  QString detail;
};

bool isTimeField(Field field);
/// Attempts, Priority and Size: fields that are numbers and nothing else.
bool isNumberField(Field field);

/// Reads the value's text in every way that makes sense for its field; a fault when it makes none.
std::optional<ValueFault> readValue(Condition &condition, qint64 now);

/// The first moment behind the time that was typed. At the end of what an ms counter can hold there is none
/// behind it: then the last one that it can.
qint64 timeEnd(const Value &value);

/// The expression with limits that end any search for it.
QRegularExpression limitedRegex(const QByteArray &pattern);

} // namespace oxp::search
