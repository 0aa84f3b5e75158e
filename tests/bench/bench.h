// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

/// What a benchmark is made of. A row is one question; its sides answer it in turn, round by round, in one
/// run.
namespace oxp::bench {

/// One answer of one side.
struct Sample {
  double value = 0; ///< in the row's unit
  QString answer;   ///< compared with the row's `expected`
  /// What else was seen, by the name of its column: see MoreColumns.
  QMap<QString, double> more;
};

/// The further columns of the table, in their order.
inline const QStringList MoreColumns{QStringLiteral("commands"), QStringLiteral("KB"),
                                     QStringLiteral("MB"),       QStringLiteral("first hit ms"),
                                     QStringLiteral("PING ms"),  QStringLiteral("stall ms")};

enum class Kind {
  Ours,
  Peer,
  Limit, ///< what the machine and Redis allow
};

struct Side {
  QString who;
  Kind kind = Kind::Peer;
  std::function<Result<Sample>()> run;
  int rounds = 0; ///< 0 = as many as the row's
};

struct Row {
  QString title;
  QString unit = QStringLiteral("ms");
  QString expected; ///< the right answer; empty = what the first side said
  int rounds = 5;
  bool moreIsBetter = false;
  std::vector<Side> sides;
  std::function<Result<void>()> prepare = {}; ///< once, before the first round
  std::function<void()> finish = {};          ///< once, after the last one
};

/// What became of a side.
struct Measured {
  QString who;
  Kind kind = Kind::Peer;
  std::vector<double> values;
  QMap<QString, double> more; ///< the worst of all rounds
  double median() const;
  double least() const;
  double most() const;
};

struct Outcome {
  QString title, unit;
  bool moreIsBetter = false;
  std::vector<Measured> sides;
  QStringList faults; ///< sides that did not happen, or were wrong

  /// How many times longer than ours it took; 0 = there is nothing to compare.
  double ratio(const Measured &side) const;
};

/// Runs a row to its end.
Outcome measure(const Row &row);

} // namespace oxp::bench
