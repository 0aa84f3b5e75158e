// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/values.h"

#include "search/numbers.h"
#include "search/times.h"
#include "search/words.h"

#include <limits>

namespace oxp::search {

namespace {

using Code = Problem::Code;

bool comparesText(Op op) {
  return op == Op::Contains || op == Op::Matches;
}

void readTimes(Value &value, Field field, qint64 now) {
  // A sign is what tells `-10m` from a text; only what is due lies ahead, where `10m` reads well.
  const bool sign = value.text.startsWith('-') || value.text.startsWith('+');
  if (sign || field == Field::Due) {
    if (const std::optional<qint64> offset = readRelativeTime(value.text)) {
      value.timeMs = now + *offset;
      value.relative = true;
      return;
    }
  }
  if (const std::optional<TimeSpan> span = readIsoTime(value.text)) {
    value.timeMs = span->start;
    value.timeLength = span->length;
  } else if (isTimeField(field) && isJsonNumber(value.text) && value.text.size() > 11) {
    bool whole = false;
    const qint64 ms = value.text.toLongLong(&whole);
    if (whole)
      value.timeMs = ms;
  }
}

ValueFault timeFault(const QByteArray &text) {
  if (readRelativeTime(text))
    return {Code::BadTime, u'-' + QString::fromUtf8(text), {}};
  QByteArray dashes = text;
  dashes.replace('/', '-').replace('.', '-');
  const bool date = dashes.size() == 10 && readIsoTime(dashes);
  return {Code::BadTime, date ? QString::fromLatin1(dashes) : QString(), {}};
}

ValueFault numberFault(const QByteArray &text) {
  QByteArray bare = text;
  bare.replace(',', "").replace('_', "");
  return {Code::BadNumber, isJsonNumber(bare) ? QString::fromLatin1(bare) : QString(), {}};
}

ValueFault stateFault(const QByteArray &text) {
  QStringList names;
  for (const JobState state : ShownStates)
    names.append(QString::fromLatin1(stateWord(state)));
  return {Code::BadState, words::nearest(QString::fromUtf8(text), names), {}};
}

std::optional<ValueFault> regexFault(const Value &value) {
  const QRegularExpression plain(QString::fromUtf8(value.text),
                                 QRegularExpression::UseUnicodePropertiesOption);
  if (plain.isValid())
    return std::nullopt;
  return ValueFault{Code::BadRegex, {}, plain.errorString()};
}

} // namespace

bool isTimeField(Field field) {
  return field == Field::Created || field == Field::Processed || field == Field::Finished ||
         field == Field::Due;
}

bool isNumberField(Field field) {
  return field == Field::Attempts || field == Field::Priority || field == Field::Size;
}

std::optional<ValueFault> readValue(Condition &condition, qint64 now) {
  Value &value = condition.value;
  const Field field = condition.path.root;
  if (condition.op == Op::Matches)
    return regexFault(value);
  if (field == Field::Size)
    value.number = readSize(value.text);
  else if (isJsonNumber(value.text))
    value.number = value.text;
  if (isTimeField(field) || takesPath(field))
    readTimes(value, field, now);
  const bool exists = condition.op == Op::Contains && value.text.isEmpty();
  if (isTimeField(field) && !value.timeMs && !exists)
    return timeFault(value.text);
  if (comparesText(condition.op))
    return std::nullopt;
  if (isNumberField(field) && !value.number)
    return numberFault(value.text);
  if (field == Field::State && stateFromWord(value.text.toLower()) == JobState::Unknown)
    return stateFault(value.text);
  return std::nullopt;
}

qint64 timeEnd(const Value &value) {
  constexpr qint64 Last = std::numeric_limits<qint64>::max();
  const qint64 start = value.timeMs.value_or(0);
  return start > Last - value.timeLength ? Last : start + value.timeLength;
}

QRegularExpression limitedRegex(const QByteArray &pattern) {
  return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=20000)") +
                                QString::fromUtf8(pattern),
                            QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace oxp::search
