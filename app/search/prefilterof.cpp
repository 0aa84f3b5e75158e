// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/leaf.h"
#include "search/numbers.h"
#include "search/textfold.h"

namespace oxp::search {

namespace {

Prefilter contains(const QByteArray &needle, bool ignoreCase) {
  if (needle.isEmpty())
    return {};
  Prefilter out;
  out.kind = Prefilter::Kind::Contains;
  out.needle = needle;
  out.ignoreCase = ignoreCase;
  // Every character may be stored as \uXXXX, whatever it is.
  out.passEscapes = true;
  return out;
}

/// Text or number: a spelling of the number without exponent holds the shortest one, and so does the text.
Prefilter equalTo(const Value &value) {
  if (!value.number)
    return contains(value.text, false);
  const std::optional<QByteArray> shortest = canonicalDecimal(*value.number);
  if (!shortest)
    return {};
  Prefilter number = contains(*shortest, false);
  number.passExponents = true;
  return number;
}

Prefilter forValue(const Condition &condition) {
  if (condition.op == Op::Equal)
    return equalTo(condition.value);
  if (condition.op != Op::Contains)
    return {};
  return contains(longestAsciiRun(folded(condition.value.text)).toByteArray(), true);
}

} // namespace

Prefilter prefilterOf(const Condition &condition) {
  Prefilter all{Prefilter::Kind::All, {}, false, false, false, {}};
  const auto add = [&all](Prefilter part) {
    if (!part.isTrue())
      all.children.push_back(std::move(part));
  };
  add(forValue(condition));
  for (const Step &step : condition.path.steps)
    add(contains(step.key, false));
  if (all.children.empty())
    return {};
  return all.children.size() == 1 ? all.children.front() : all;
}

} // namespace oxp::search
