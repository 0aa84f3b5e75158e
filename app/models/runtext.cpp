// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtext.h"

#include "models/format.h"
#include "models/jobcolumns.h"
#include "models/operationtitle.h"
#include "operations/operation.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace oxp::runtext {
namespace {

struct RunText {
  Q_DECLARE_TR_FUNCTIONS(RunText)
};

constexpr qint64 RateAfterMs = 1'000; ///< a rate over less says nothing

struct Reason {
  const char *code;
  const char *words;
};

/// What jobs are left alone for.
constexpr std::array Reasons{
    Reason{"gone", QT_TRANSLATE_NOOP("RunText", "it is gone")},
    Reason{"other-job", QT_TRANSLATE_NOOP("RunText", "another job bears this id now")},
    Reason{"large", QT_TRANSLATE_NOOP("RunText", "its data are over 1 MB")},
    Reason{"running", QT_TRANSLATE_NOOP("RunText", "a worker holds it")},
    Reason{"locked", QT_TRANSLATE_NOOP("RunText", "a worker holds it")},
    Reason{"now-running", QT_TRANSLATE_NOOP("RunText", "a worker has taken it meanwhile")},
    Reason{"changed", QT_TRANSLATE_NOOP("RunText", "somebody else changed its data meanwhile")},
    Reason{"options-changed", QT_TRANSLATE_NOOP("RunText", "somebody else changed its options meanwhile")},
    Reason{"changed-since", QT_TRANSLATE_NOOP("RunText", "the same places have been changed since")},
    Reason{"scheduler-job", QT_TRANSLATE_NOOP("RunText", "it is the next job of a scheduler")},
    Reason{"unchanged", QT_TRANSLATE_NOOP("RunText", "it looks like that already")},
    Reason{"sensitive",
           QT_TRANSLATE_NOOP("RunText", "it would change a sensitive field, and nobody agreed to that")},
    Reason{"unsure-family", QT_TRANSLATE_NOOP("RunText", "the release of its library is not known for sure")},
    Reason{"not-json", QT_TRANSLATE_NOOP("RunText", "its data are no valid JSON")},
    Reason{"bad-option", QT_TRANSLATE_NOOP("RunText", "the option has a form there that is not offered")},
    Reason{"bad-value", QT_TRANSLATE_NOOP("RunText", "the value does not fit there")},
    Reason{"nothing-there", QT_TRANSLATE_NOOP("RunText", "there is nothing at the path")},
    Reason{"no-object", QT_TRANSLATE_NOOP("RunText", "the path leads through what is not an object")},
    Reason{"no-array", QT_TRANSLATE_NOOP("RunText", "the path leads through what is not a list")},
    Reason{"out-of-range", QT_TRANSLATE_NOOP("RunText", "the list ends before the path")},
    Reason{"no-number", QT_TRANSLATE_NOOP("RunText", "there is no number at the path")},
    Reason{"number-too-long", QT_TRANSLATE_NOOP("RunText", "the number would be too long")},
    Reason{"key-taken", QT_TRANSLATE_NOOP("RunText", "the new name is taken")},
    Reason{"many-places", QT_TRANSLATE_NOOP("RunText", "the path leads to several places")},
    Reason{"into-itself", QT_TRANSLATE_NOOP("RunText", "a value cannot be moved into itself")},
    Reason{"bad-regex", QT_TRANSLATE_NOOP("RunText", "the regular expression cannot be read")},
    Reason{"regex-too-costly",
           QT_TRANSLATE_NOOP("RunText", "the regular expression takes too many steps on it")},
    Reason{"test-failed", QT_TRANSLATE_NOOP("RunText", "a test of the patch fails")},
    Reason{"unsettled", QT_TRANSLATE_NOOP("RunText", "whether it was done could not be found out")},
};

QString percent(const audit::RunCounts &counts) {
  return RunText::tr("%1 %").arg(int(share(counts) * 100));
}

qint64 tookMs(const audit::Run &run) {
  return run.begunAt > 0 && run.endedAt >= run.begunAt ? run.endedAt - run.begunAt : -1;
}

} // namespace

QString stage(RunStage stage) {
  switch (stage) {
  case RunStage::Running:
    return RunText::tr("running");
  case RunStage::Queued:
    return RunText::tr("queued");
  case RunStage::Paused:
    return RunText::tr("paused");
  case RunStage::CutOff:
    return RunText::tr("cut off");
  case RunStage::Ended:
    return RunText::tr("ended");
  case RunStage::Undone:
    return RunText::tr("undone");
  case RunStage::Cancelled:
    return RunText::tr("cancelled");
  }
  return {};
}

Mark markOf(RunStage stage) {
  switch (stage) {
  case RunStage::Running:
    return Mark::Running;
  case RunStage::Queued:
    return Mark::Waiting;
  case RunStage::Paused:
    return Mark::Paused;
  case RunStage::CutOff:
    return Mark::CutOff;
  case RunStage::Ended:
    return Mark::Done;
  case RunStage::Undone:
    return Mark::Undone;
  case RunStage::Cancelled:
    break;
  }
  return Mark::Cancelled;
}

QString operation(const RunRow &row) {
  if (row.undoes > 0)
    return RunText::tr("Undo");
  return isDataEdit(row.run.operation) ? bulkEditTitle(row.then) : operationTitle(row.run.operation);
}

QString howFar(const audit::RunCounts &counts) {
  return RunText::tr("%1 of %2").arg(format::number(counts.ended()), format::number(counts.total()));
}

double share(const audit::RunCounts &counts) {
  return counts.total() > 0 ? double(counts.ended()) / double(counts.total()) : 0;
}

QString rate(qint64 perSecond) {
  return RunText::tr("%1/s", "jobs a second").arg(format::number(perSecond));
}

QString meanRate(const audit::Run &run) {
  const qint64 took = tookMs(run);
  return took < RateAfterMs ? QString() : rate(run.counts.ended() * 1'000 / took);
}

QString going(const audit::RunCounts &counts, const RunSpeed &speed, int limit) {
  QStringList parts{howFar(counts)};
  if (speed.perSecond > 0)
    parts << (speed.held ? RunText::tr("%1, the limit", "200/s").arg(rate(speed.perSecond))
                         : rate(speed.perSecond));
  else if (speed.held)
    parts << RunText::tr("waits for %1 of this profile", "200/s").arg(rate(limit));
  if (speed.leftMs >= 0 && counts.ended() < counts.total())
    parts << RunText::tr("%1 left").arg(format::duration((speed.leftMs / 1'000 + 1) * 1'000));
  return parts.join(QStringLiteral(" · "));
}

QString progress(const RunRow &row) {
  switch (row.stage) {
  case RunStage::Queued:
    return row.behind.isEmpty() ? QString() : RunText::tr("after %1").arg(operationTitle(row.behind));
  case RunStage::Running:
  case RunStage::Paused:
  case RunStage::CutOff:
    return percent(row.run.counts);
  case RunStage::Cancelled:
    return RunText::tr("stopped at %1").arg(percent(row.run.counts));
  case RunStage::Ended:
  case RunStage::Undone:
    break;
  }
  const qint64 took = tookMs(row.run);
  return took < 0 ? QString() : format::joined({format::duration(took), meanRate(row.run)});
}

QString outcome(audit::ItemState state, bool over) {
  using enum audit::ItemState;
  switch (state) {
  case Waiting:
    return over ? RunText::tr("not done") : RunText::tr("waiting");
  case UnderWay:
    return RunText::tr("under way");
  case Done:
    return RunText::tr("done");
  case Skipped:
    return RunText::tr("skipped");
  case Conflict:
    return RunText::tr("conflict");
  case Failed:
    return RunText::tr("failed");
  case Unknown:
    return RunText::tr("unknown");
  }
  return {};
}

Mark markOf(audit::ItemState state, bool over) {
  using enum audit::ItemState;
  switch (state) {
  case Waiting:
    return over ? Mark::NotDone : Mark::Waiting;
  case UnderWay:
    return Mark::Running;
  case Done:
    return Mark::Done;
  case Skipped:
    return Mark::Skipped;
  case Conflict:
    return Mark::Conflict;
  case Failed:
    return Mark::Failed;
  case Unknown:
    break;
  }
  return Mark::Unknown;
}

QString why(const audit::RunItem &item) {
  if (item.errorCode == "moved")
    return item.from == JobState::Unknown
               ? RunText::tr("it has moved to another state")
               : RunText::tr("it was not %1 any more", "a state").arg(stateTitle(item.from));
  if (item.errorCode == "other-state")
    return item.from == JobState::Unknown
               ? RunText::tr("not possible in its state")
               : RunText::tr("not possible while it is %1", "a state").arg(stateTitle(item.from));
  const auto found = std::find_if(Reasons.begin(), Reasons.end(),
                                  [&](const Reason &reason) { return item.errorCode == reason.code; });
  return found == Reasons.end() ? QString() : RunText::tr(found->words);
}

} // namespace oxp::runtext
