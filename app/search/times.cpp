// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/times.h"

#include <QDateTime>

namespace oxp::search {

namespace {

/// Takes a text apart from the left.
class Pieces {
public:
  explicit Pieces(QByteArrayView text)
      : m_rest(text) {}

  bool atEnd() const { return m_rest.isEmpty(); }
  bool take(char c) {
    const bool there = m_rest.startsWith(c);
    if (there)
      m_rest = m_rest.sliced(1);
    return there;
  }
  /// Exactly `count` digits.
  bool take(int count, int &value) {
    value = 0;
    if (m_rest.size() < count)
      return false;
    for (const char c : m_rest.first(count)) {
      if (c < '0' || c > '9')
        return false;
      value = value * 10 + (c - '0');
    }
    m_rest = m_rest.sliced(count);
    return true;
  }
  /// One to nine digits of a fraction, as ms.
  bool takeMs(int &value) {
    int digits = 0;
    int digit = 0;
    value = 0;
    for (; digits < 9 && take(1, digit); ++digits)
      value += digits == 0 ? digit * 100 : digits == 1 ? digit * 10 : digits == 2 ? digit : 0;
    return digits > 0;
  }

private:
  QByteArrayView m_rest;
};

struct Clock {
  int hour = 0, minute = 0, second = 0, ms = 0;
  qint64 precision = 60'000;
};

bool takeClock(Pieces &pieces, Clock &clock) {
  if (!pieces.take(2, clock.hour) || !pieces.take(':') || !pieces.take(2, clock.minute))
    return false;
  if (!pieces.take(':'))
    return true;
  clock.precision = 1'000;
  if (!pieces.take(2, clock.second))
    return false;
  if (!pieces.take('.'))
    return true;
  clock.precision = 1;
  return pieces.takeMs(clock.ms);
}

/// Seconds east of Greenwich; nothing where no zone stands. False when it is no zone.
bool takeZone(Pieces &pieces, std::optional<int> &zone) {
  if (pieces.atEnd())
    return true;
  if (pieces.take('Z')) {
    zone = 0;
    return pieces.atEnd();
  }
  const int sign = pieces.take('+') ? 1 : pieces.take('-') ? -1 : 0;
  int hours = 0, minutes = 0;
  if (sign == 0 || !pieces.take(2, hours))
    return false;
  if (!pieces.atEnd() && (pieces.take(':'), !pieces.take(2, minutes)))
    return false;
  zone = sign * (hours * 3600 + minutes * 60);
  return pieces.atEnd() && hours <= 14 && minutes < 60;
}

} // namespace

std::optional<TimeSpan> readIsoTime(QByteArrayView text) {
  Pieces pieces(text);
  int year = 0, month = 0, day = 0;
  if (!pieces.take(4, year) || !pieces.take('-') || !pieces.take(2, month) || !pieces.take('-') ||
      !pieces.take(2, day))
    return std::nullopt;
  const QDate date(year, month, day);
  if (!date.isValid())
    return std::nullopt;
  if (pieces.atEnd()) {
    const qint64 start = date.startOfDay().toMSecsSinceEpoch();
    return TimeSpan{start, date.addDays(1).startOfDay().toMSecsSinceEpoch() - start};
  }
  Clock clock;
  std::optional<int> zone;
  if (!(pieces.take('T') || pieces.take(' ')) || !takeClock(pieces, clock) || !takeZone(pieces, zone))
    return std::nullopt;
  const QTime time(clock.hour, clock.minute, clock.second, clock.ms);
  if (!time.isValid())
    return std::nullopt;
  const QDateTime moment =
      zone ? QDateTime(date, time, Qt::OffsetFromUTC, *zone) : QDateTime(date, time, Qt::LocalTime);
  return TimeSpan{moment.toMSecsSinceEpoch(), clock.precision};
}

std::optional<qint64> readRelativeTime(QByteArrayView text) {
  const bool negative = text.startsWith('-');
  if (negative || text.startsWith('+'))
    text = text.sliced(1);
  if (text.size() < 2 || text.size() > 10)
    return std::nullopt;
  qint64 unit = 0;
  switch (text.back()) {
  case 's':
    unit = 1'000;
    break;
  case 'm':
    unit = 60'000;
    break;
  case 'h':
    unit = 3'600'000;
    break;
  case 'd':
    unit = 86'400'000;
    break;
  case 'w':
    unit = 7 * 86'400'000LL;
    break;
  default:
    return std::nullopt;
  }
  qint64 count = 0;
  for (const char c : text.chopped(1)) {
    if (c < '0' || c > '9')
      return std::nullopt;
    count = count * 10 + (c - '0');
  }
  return (negative ? -count : count) * unit;
}

} // namespace oxp::search
