// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/leaf.h"

#include "search/numbers.h"
#include "search/times.h"
#include "search/values.h"
#include "json/decimal.h"

#include <cstring>

namespace oxp::search {

namespace {

/// Texts of one job in which a regular expression may be given up, at some ms each; then the job does not
/// match.
constexpr int MostGivenUp = 8;

Condition withoutNegation(Condition condition) {
  if (condition.op == Op::NotEqual)
    condition.op = Op::Equal;
  return condition;
}

} // namespace

std::strong_ordering compareTexts(QByteArrayView a, QByteArrayView b) {
  const size_t common = size_t(qMin(a.size(), b.size()));
  const int order = common == 0 ? 0 : std::memcmp(a.data(), b.data(), common);
  return order != 0 ? order <=> 0 : a.size() <=> b.size();
}

Leaf::Leaf(const Condition &condition)
    : m_condition(withoutNegation(condition))
    , m_negated(condition.op == Op::NotEqual)
    , m_needle(condition.value.text)
    , m_prefilter(prefilterOf(m_condition)) {
  if (condition.op == Op::Matches)
    m_regex = limitedRegex(condition.value.text);
}

bool Leaf::holds(const Scalar &scalar) const {
  switch (op()) {
  case Op::Equal:
  case Op::NotEqual:
    return equals(scalar);
  case Op::Contains:
    return contains(scalar.text);
  case Op::Matches:
    return matchesRegex(scalar.text);
  default:
    return isOrdered(scalar);
  }
}

bool Leaf::equals(const Scalar &scalar) const {
  if (scalar.text == QByteArrayView(value().text))
    return true;
  return scalar.kind == Scalar::Kind::Number && value().number &&
         json::sameNumber(scalar.text, *value().number);
}

bool Leaf::holdsForRaw(QByteArrayView raw) const {
  if (op() == Op::Equal)
    return !raw.isEmpty() && raw == QByteArrayView(value().text);
  return op() == Op::Contains && contains(raw);
}

/// A job with thousands of texts would take thousands of times what one text may take.
bool Leaf::matchesRegex(QByteArrayView text) const {
  if (m_givenUp >= MostGivenUp || m_stop.stop_requested())
    return false;
  const QRegularExpressionMatch match = m_regex.match(QString::fromUtf8(text));
  // Qt calls a match that PCRE gave up an invalid one.
  if (!match.isValid()) {
    ++m_limitHits;
    ++m_givenUp;
  }
  return match.hasMatch();
}

bool Leaf::holdsForOrder(std::strong_ordering order) const {
  switch (op()) {
  case Op::Less:
    return std::is_lt(order);
  case Op::LessEqual:
    return std::is_lteq(order);
  case Op::Greater:
    return std::is_gt(order);
  case Op::GreaterEqual:
    return std::is_gteq(order);
  default:
    return std::is_eq(order);
  }
}

bool Leaf::holdsForTime(qint64 ms) const {
  const qint64 start = *value().timeMs;
  const bool within = ms == start || (ms > start && ms < timeEnd(value()));
  return holdsForOrder(ms < start ? std::strong_ordering::less
                       : within   ? std::strong_ordering::equal
                                  : std::strong_ordering::greater);
}

bool Leaf::isOrdered(const Scalar &scalar) const {
  if (scalar.kind != Scalar::Kind::Number && scalar.kind != Scalar::Kind::String)
    return false;
  const bool isNumber = scalar.kind == Scalar::Kind::Number || (value().number && isJsonNumber(scalar.text));
  if (value().number && isNumber)
    return holdsForOrder(json::compareNumbers(scalar.text, *value().number));
  if (value().timeMs && (scalar.kind == Scalar::Kind::Number || value().relative))
    return isOrderedByTime(scalar);
  // Against a number a word has no place: "n/a" is not more than 100.
  return scalar.kind == Scalar::Kind::String && !value().number &&
         holdsForOrder(compareTexts(scalar.text, value().text));
}

bool Leaf::isOrderedByTime(const Scalar &scalar) const {
  if (scalar.kind == Scalar::Kind::String) {
    const std::optional<TimeSpan> time = readIsoTime(scalar.text);
    return time && holdsForTime(time->start);
  }
  // The number's exact value against the ends of the stretch that was named.
  const QByteArray start = QByteArray::number(*value().timeMs);
  const QByteArray end = QByteArray::number(timeEnd(value()));
  const std::strong_ordering toStart = json::compareNumbers(scalar.text, start);
  if (std::is_lt(toStart))
    return holdsForOrder(std::strong_ordering::less);
  const bool within = std::is_eq(toStart) || std::is_lt(json::compareNumbers(scalar.text, end));
  return holdsForOrder(within ? std::strong_ordering::equal : std::strong_ordering::greater);
}

} // namespace oxp::search
