// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include <algorithm>

namespace oxp::bench {
namespace {

QString shortened(const QString &text) {
  return text.size() > 80 ? text.left(80) + QStringLiteral("…") : text;
}

/// The fault, or nothing when the sample was kept.
QString take(const Result<Sample> &sample, QString &expected, Measured &into) {
  if (!sample)
    return into.who + QStringLiteral(" did not happen: ") + sample.error().detail;
  if (expected.isEmpty())
    expected = sample->answer;
  if (sample->answer != expected)
    return QStringLiteral("%1 answered “%2”, not “%3”")
        .arg(into.who, shortened(sample->answer), shortened(expected));
  into.values.push_back(sample->value);
  for (auto it = sample->more.begin(); it != sample->more.end(); ++it)
    into.more[it.key()] = std::max(into.more.value(it.key()), it.value());
  return {};
}

} // namespace

double Measured::median() const {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  return sorted.empty() ? 0 : (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
}

double Measured::least() const {
  return values.empty() ? 0 : *std::min_element(values.begin(), values.end());
}

double Measured::most() const {
  return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

double Outcome::ratio(const Measured &side) const {
  const auto ours =
      std::find_if(sides.begin(), sides.end(), [](const Measured &one) { return one.kind == Kind::Ours; });
  if (ours == sides.end() || ours->median() <= 0 || side.median() <= 0)
    return 0;
  return moreIsBetter ? ours->median() / side.median() : side.median() / ours->median();
}

Outcome measure(const Row &row) {
  Outcome outcome{row.title, row.unit, row.moreIsBetter, {}, {}};
  for (const Side &side : row.sides)
    outcome.sides.push_back({side.who, side.kind, {}, {}});
  if (row.prepare) {
    if (const Result<void> prepared = row.prepare(); !prepared) {
      outcome.faults << QStringLiteral("could not be prepared: ") + prepared.error().detail;
      return outcome;
    }
  }
  QString expected = row.expected;
  for (int round = 0; round < row.rounds; ++round) {
    for (size_t i = 0; i < row.sides.size(); ++i) {
      const Side &side = row.sides[i];
      if (side.rounds > 0 && round >= side.rounds)
        continue;
      const QString fault = take(side.run(), expected, outcome.sides[i]);
      if (!fault.isEmpty() && !outcome.faults.contains(fault))
        outcome.faults << fault;
    }
  }
  if (row.finish)
    row.finish();
  return outcome;
}

} // namespace oxp::bench
