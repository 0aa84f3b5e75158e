// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectiontext.h"

#include "models/format.h"
#include "models/jobcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace oxp::selectiontext {
namespace {

struct SelectionText {
  Q_DECLARE_TR_FUNCTIONS(SelectionText)
};

const QString Parts = QStringLiteral(" · ");
constexpr qsizetype LongestName = 40, LongestId = 24; // characters

int plural(qint64 count) {
  return int(std::min<qint64>(count, INT_MAX));
}

QString statesText(const SelectionSummary &sum) {
  QStringList parts;
  for (const auto &[state, jobs] : sum.states)
    parts << SelectionText::tr("%1: %2", "a state and how many").arg(stateTitle(state), format::number(jobs));
  return parts.join(Parts);
}

/// The newest first, as in the list.
QString finishedText(const SelectionSummary &sum, qint64 now) {
  const QString last = format::pastTime(sum.lastFinished, now);
  const QString first = format::pastTime(sum.firstFinished, now);
  return first == last ? last : SelectionText::tr("%1 to %2", "times").arg(last, first);
}

QString attemptsText(const SelectionSummary &sum) {
  QStringList parts;
  if (sum.attemptsUsed > 0)
    parts << SelectionText::tr("all used: %1").arg(format::number(sum.attemptsUsed));
  if (sum.attemptsLeft > 0)
    parts << SelectionText::tr("some left: %1").arg(format::number(sum.attemptsLeft));
  return parts.join(Parts);
}

QString payloadText(const SelectionSummary &sum) {
  return format::sizeText(sum.bytes) + Parts +
         SelectionText::tr("largest %1").arg(format::sizeText(sum.largest));
}

} // namespace

QString moreNames(const Tally &names) {
  return names.others > 0 ? SelectionText::tr("%Ln more name(s)", nullptr, plural(names.others)) : QString();
}

QString moreErrors(const Tally &errors) {
  return errors.others > 0 ? SelectionText::tr("%Ln more message(s)", nullptr, plural(errors.others))
                           : QString();
}

std::vector<Fact> together(const SelectionSummary &sum, qint64 now) {
  std::vector<Fact> facts;
  if (sum.states.size() > 1)
    facts.push_back({SelectionText::tr("States"), statesText(sum)});
  if (sum.lastFinished > 0)
    facts.push_back({SelectionText::tr("Finished"), finishedText(sum, now)});
  if (const QString attempts = attemptsText(sum); !attempts.isEmpty())
    facts.push_back({SelectionText::tr("Attempts"), attempts});
  if (sum.bytes >= 0)
    facts.push_back({SelectionText::tr("Payload"), payloadText(sum)});
  return facts;
}

QString countedFrom(qint64 jobs, bool all) {
  return all ? SelectionText::tr("Counted from all %1").arg(format::number(jobs))
             : SelectionText::tr("Counted from the %Ln job(s) that have been read", nullptr, plural(jobs));
}

QString jobWords(const QByteArray &name, const QByteArray &id) {
  const QString number = u'#' + format::safeText(id, LongestId);
  return name.isEmpty() ? number : format::safeText(name, LongestName) + u' ' + number;
}

} // namespace oxp::selectiontext
