// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <QJsonArray>

#include <cmath>

namespace oxp::bench {
namespace {

const QStringList Figures{QStringLiteral("median"), QStringLiteral("min"), QStringLiteral("max"),
                          QStringLiteral("ratio")};

/// Three digits that matter.
QString numberText(double value) {
  if (value == 0)
    return QStringLiteral("0");
  const int whole = int(std::floor(std::log10(std::fabs(value))));
  return QString::number(value, 'f', std::clamp(2 - whole, 0, 3));
}

QString ratioText(const Outcome &outcome, const Measured &side) {
  const double ratio = outcome.ratio(side);
  return side.kind == Kind::Ours || ratio == 0 ? QString() : numberText(ratio) + u'x';
}

QStringList cellsOf(const Outcome &outcome, const Measured &side) {
  if (side.values.empty())
    return QStringList(Figures.size() + MoreColumns.size(), QStringLiteral("–"));
  QStringList cells{numberText(side.median()), numberText(side.least()), numberText(side.most()),
                    ratioText(outcome, side)};
  for (const QString &column : MoreColumns)
    cells << (side.more.contains(column) ? numberText(side.more.value(column)) : QString());
  return cells;
}

QString line(const QString &name, const QStringList &cells) {
  QString text = name.leftJustified(46);
  for (const QString &cell : cells)
    text += cell.rightJustified(10);
  return text + u'\n';
}

QJsonObject jsonOf(const Outcome &outcome, const Measured &side) {
  QJsonArray values;
  for (const double value : side.values)
    values.append(value);
  QJsonObject more;
  for (auto it = side.more.begin(); it != side.more.end(); ++it)
    more.insert(it.key(), it.value());
  const char *kinds[] = {"ours", "peer", "limit"};
  return {{QStringLiteral("who"), side.who},
          {QStringLiteral("kind"), QString::fromLatin1(kinds[size_t(side.kind)])},
          {QStringLiteral("values"), values},
          {QStringLiteral("median"), side.median()},
          {QStringLiteral("min"), side.least()},
          {QStringLiteral("max"), side.most()},
          {QStringLiteral("ratio"), outcome.ratio(side)},
          {QStringLiteral("more"), more}};
}

} // namespace

QString headText() {
  return line({}, Figures + MoreColumns);
}

QString textOf(const Outcome &outcome) {
  QString text = u'\n' + outcome.title + QStringLiteral(" (") + outcome.unit + QStringLiteral(")\n");
  for (const Measured &side : outcome.sides)
    text += line(QStringLiteral("  ") + side.who, cellsOf(outcome, side));
  for (const QString &fault : outcome.faults)
    text += QStringLiteral("  FAILED: ") + fault + u'\n';
  return text;
}

QJsonObject jsonOf(const Facts &machine, const std::vector<Outcome> &outcomes) {
  QJsonObject facts;
  for (const auto &[name, value] : machine)
    facts.insert(name, value);
  QJsonArray rows;
  for (const Outcome &outcome : outcomes) {
    QJsonArray sides;
    for (const Measured &side : outcome.sides)
      sides.append(jsonOf(outcome, side));
    rows.append(QJsonObject{{QStringLiteral("title"), outcome.title},
                            {QStringLiteral("unit"), outcome.unit},
                            {QStringLiteral("sides"), sides},
                            {QStringLiteral("faults"), QJsonArray::fromStringList(outcome.faults)}});
  }
  return {{QStringLiteral("machine"), facts}, {QStringLiteral("rows"), rows}};
}

QString markdownOf(const Facts &machine, const std::vector<Outcome> &outcomes) {
  QString text = QStringLiteral("<!--\nSPDX-FileCopyrightText: 2026 The Oxpecker authors\nSPDX-License-"
                                "Identifier: GPL-3.0-or-later\n-->\n"
                                "# Results\n\n"
                                "Written by one run of `packaging/bench --results tests/bench/RESULTS.md`, "
                                "in which the sides of a row took\n"
                                "turns, round by round. The ratio says how many times longer than Oxpecker a "
                                "side took. `KB` is what Redis sent,\n"
                                "`MB` a Node process as a whole, or what Oxpecker took in addition; `stall "
                                "ms` is the longest time that the\n"
                                "window's thread gave no sign, `PING ms` the longest that another client "
                                "waited for a PING.\nOf these the worst round is shown.\n\n");
  for (const auto &[name, value] : machine)
    text += QStringLiteral("- %1: %2\n").arg(name, value);
  text += QStringLiteral("\n| | ") + (Figures + MoreColumns).join(QStringLiteral(" | ")) +
          QStringLiteral(" |\n|---|") +
          QStringLiteral("---:|").repeated(Figures.size() + MoreColumns.size()) + u'\n';
  for (const Outcome &outcome : outcomes) {
    text += QStringLiteral("| **%1** (%2) |").arg(outcome.title, outcome.unit) +
            QStringLiteral(" |").repeated(Figures.size() + MoreColumns.size()) + u'\n';
    for (const Measured &side : outcome.sides)
      text += QStringLiteral("| ") + side.who + QStringLiteral(" | ") +
              cellsOf(outcome, side).join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
  }
  return text;
}

} // namespace oxp::bench
