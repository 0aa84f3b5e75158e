// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchreporttext.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "workspace/longreads.h"

#include <QCoreApplication>

#include <algorithm>

namespace oxp {

namespace {

constexpr int MostNamed = 3; ///< states

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SearchReportText)
};

/// Delayed and prioritized jobs are read in the order in which they come next.
QString boundedText(JobState state) {
  const bool byNext = state == JobState::Delayed || state == JobState::Prioritized;
  return byNext ? Words::tr("the next %1 of %2 %3") : Words::tr("the newest %1 of %2 %3");
}

/// `the newest 100,000 of 1,000,000 completed jobs`, or `all 1,204 jobs`.
QString lookedAt(const SearchReport &report) {
  const qint64 total = searchtext::total(report);
  QStringList bounded;
  int unnamed = 0;
  for (const StateLook &look : report.states) {
    if (look.looked >= look.total || report.capped)
      continue;
    if (bounded.size() == MostNamed)
      ++unnamed;
    else
      bounded << boundedText(look.state)
                     .arg(format::number(look.looked), format::number(look.total), stateTitle(look.state));
  }
  if (report.capped)
    return Words::tr("%1 of %2 jobs, and stopped: more are not listed")
        .arg(format::number(report.looked), format::number(total));
  if (bounded.isEmpty())
    return Words::tr("all %Ln job(s)", nullptr, int(total));
  if (unnamed > 0)
    bounded << Words::tr("and so on in %n more state(s)", nullptr, unnamed);
  return Words::tr("%1 jobs: %2").arg(format::number(report.looked), format::joined(bounded));
}

/// Who wanted the server to sort out is told whether it did.
QString engineText(const SearchReport &report) {
  if (report.scriptRefused)
    return Words::tr("The server does not allow sorting out there, so it was done by reading.");
  if (!report.usedScript)
    return Words::tr("This search leaves the server nothing to sort out, so it was done by reading.");
  return Words::tr("The server sorted out.");
}

} // namespace

qint64 searchtext::total(const SearchReport &report) {
  qint64 total = 0;
  for (const StateLook &look : report.states)
    total += look.total;
  return total;
}

bool searchtext::isPartial(const SearchReport &report) {
  return std::any_of(report.states.begin(), report.states.end(),
                     [](const StateLook &look) { return look.looked < look.total; });
}

bool searchtext::isPlain(const SearchReport &report, bool wantedScript) {
  return !isPartial(report) && !report.capped && !report.lostTrack && !wantedScript && report.limitHits == 0;
}

QString searchtext::sentence(const SearchReport &report, bool goesOn, bool wantedScript) {
  const QString found = goesOn
                            ? Words::tr("%Ln found so far in %1. Looked at %2.", nullptr, int(report.found))
                            : Words::tr("%Ln found in %1. Looked at %2.", nullptr, int(report.found));
  QString text = found.arg(format::duration(report.tookMs), lookedAt(report));
  if (report.lostTrack)
    text +=
        u' ' + Words::tr("The jobs moved faster than they could be read: some may have been passed over.");
  if (wantedScript && report.looked > 0)
    text += u' ' + engineText(report);
  if (report.limitHits > 0)
    text +=
        u' ' + Words::tr("The regular expression gave up on %Ln text(s).", nullptr, int(report.limitHits));
  return text;
}

} // namespace oxp
