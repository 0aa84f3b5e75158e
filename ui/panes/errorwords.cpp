// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/errorwords.h"

#include "models/failurestory.h"
#include "models/format.h"

#include <QCoreApplication>

namespace oxp::errorwords {
namespace {

struct ErrorWords {
  Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

int counted(qint64 number) {
  return int(std::min<qint64>(number, INT_MAX));
}

} // namespace

QString counts(const FailureStory &story) {
  const bool all = story.traces == story.tracesRead;
  const qint64 traces = all ? qint64(story.differentTraces) : story.traces;
  const QString kept = ErrorWords::tr("%L1 trace(s)", nullptr, counted(traces)).arg(traces);
  if (story.attempts <= 0)
    return kept;
  const QString attempts =
      ErrorWords::tr("%L1 attempt(s)", nullptr, counted(story.attempts)).arg(story.attempts);
  return ErrorWords::tr("%1, %2", "5 attempts, 2 traces").arg(attempts, kept);
}

QString bounds(const FailureStory &story) {
  if (!story.isList)
    return ErrorWords::tr("The stack trace is not a list of texts. It is shown as it is stored.");
  if (story.traces <= story.tracesRead)
    return {};
  return ErrorWords::tr("Showing the newest %1 of %2 traces.")
      .arg(format::number(story.tracesRead), format::number(story.traces));
}

QString keeps(const FailureStory &story) {
  if (story.limit < 0)
    return {};
  if (story.limit == 0)
    return story.traces > 0 ? QString() : ErrorWords::tr("This job keeps no traces (stackTraceLimit is 0).");
  if (story.keepsOldest)
    return ErrorWords::tr("This job keeps its oldest %n trace(s) (stackTraceLimit; BullMQ before 5.4.6).",
                          nullptr, story.limit);
  return ErrorWords::tr("This job keeps its newest %n trace(s) (stackTraceLimit).", nullptr, story.limit);
}

} // namespace oxp::errorwords
