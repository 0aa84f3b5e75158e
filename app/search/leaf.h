// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/prefilter.h"
#include "search/query.h"
#include "search/textfold.h"

#include <QRegularExpression>

#include <compare>
#include <stop_token>

/// Conditions made ready for many values. Inside this layer only.
namespace oxp::search {

/// A value without parts, as a condition looks at it.
struct Scalar {
  enum class Kind { Null, Boolean, Number, String };
  Kind kind = Kind::String;
  QByteArrayView text; ///< a string's content (UTF-8), a number's token, `true`
};

/// One condition, compiled. `!=` is an Equal that is negated.
class Leaf {
public:
  explicit Leaf(const Condition &condition);

  const Path &path() const { return m_condition.path; }
  Field field() const { return m_condition.path.root; }
  Op op() const { return m_condition.op; }
  const Value &value() const { return m_condition.value; }
  bool negated() const { return m_negated; }
  /// `field : ""`
  bool asksExistence() const { return op() == Op::Contains && value().text.isEmpty(); }
  /// Of the raw bytes of the value's whole JSON.
  const Prefilter &prefilter() const { return m_prefilter; }

  /// All of these leave the negation to the caller.
  bool holds(const Scalar &scalar) const;
  /// Of a container's or a whole value's bytes: equality and containing. Empty text: never.
  bool holdsForRaw(QByteArrayView raw) const;
  bool contains(QByteArrayView text) const { return m_needle.in(text); }
  bool matchesRegex(QByteArrayView text) const;
  bool holdsForTime(qint64 ms) const;
  bool holdsForOrder(std::strong_ordering order) const;

  qint64 limitHits() const { return m_limitHits; }
  /// Once asked to stop, no regular expression is tried any more and none matches.
  void setStop(std::stop_token stop) { m_stop = std::move(stop); }
  /// Another job: what was given up in the last one does not count against it.
  void beginJob() { m_givenUp = 0; }

private:
  bool equals(const Scalar &scalar) const;
  bool isOrdered(const Scalar &scalar) const;
  bool isOrderedByTime(const Scalar &scalar) const;

  Condition m_condition;
  bool m_negated = false;
  FoldedNeedle m_needle;
  QRegularExpression m_regex;
  Prefilter m_prefilter;
  std::stop_token m_stop;
  mutable qint64 m_limitHits = 0;
  mutable int m_givenUp = 0; ///< texts of this job
};

/// By code points, which for UTF-8 is by bytes.
std::strong_ordering compareTexts(QByteArrayView a, QByteArrayView b);

/// A test that every payload passes whose value at the path satisfies the condition (not negated).
Prefilter prefilterOf(const Condition &condition);

} // namespace oxp::search
