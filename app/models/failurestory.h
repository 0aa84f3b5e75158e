// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attemptnumbers.h"
#include "models/stacktext.h"

#include <stop_token>

namespace oxp {

/// What a job's hash says about its failures, as stored.
struct FailureFields {
  QByteArray stacktrace;   ///< a JSON array of texts, the newest attempt last; may be anything
  QByteArray failedReason; ///< plain text of the last failure
  AttemptFacts facts;      ///< `newestTold` is found out here

  bool operator==(const FailureFields &) const = default;
};

/// Attempts that ended with the same trace: the same text but for numbers, addresses and ids.
struct TraceGroup {
  QByteArray key;               ///< of samenessKey(); unique in its story
  std::vector<qint64> attempts; ///< that are known, newest first
  int traces = 0;               ///< how many there are, with those whose attempt is not known
  StackText trace;              ///< the newest one's
  QString className;            ///< `CardError`, may be empty
  QString message;              ///< its first line, without the class
  bool sameError = false;       ///< as the group before it: only the stack differs
  bool tellsReason = false;     ///< its message is the head's and no more

  bool operator==(const TraceGroup &) const = default;
};

/// Why a job failed, for the Error tab. Bounded: rows of the newest traces, the beginning of a long reason.
struct FailureStory {
  static constexpr int MostTraces = 50;
  static constexpr qsizetype MostHead = 4'000; ///< bytes of the reason that `message` shows

  QString className; ///< of the last failure; may be empty
  QString message;   ///< why the job failed: failedReason, else what the newest trace says. Line breaks kept
  QByteArray reason; ///< the same in full, with its class: what is copied
  bool reasonIsTrace = false;     ///< the job has no failedReason: it was retried, or completed since
  bool isWhole = true;            ///< `message` is all of it
  std::vector<TraceGroup> groups; ///< newest first
  qint64 attempts = 0;            ///< that have ended
  qint64 traces = 0;              ///< that are stored
  qint64 tracesRead = 0;          ///< of them in `groups`
  int differentTraces = 0;        ///< of those read
  bool isList = true;             ///< the field is a JSON array; else its text is the only group
  bool lastIsSilent = false;      ///< no trace tells of the last failure
  qint64 silentAttempt = 0;       ///< which attempt that was; 0 = not known
  int limit = -1;                 ///< opts.stackTraceLimit, -1 = not said
  bool keepsOldest = false;

  bool isEmpty() const { return reason.isEmpty() && groups.empty(); }
  bool operator==(const FailureStory &) const = default;
};

/// Takes the fields apart. Pure and any thread; large ones belong on a worker, which ends early (with an
/// empty story) when `stop` rings.
FailureStory failureStory(const FailureFields &fields, std::stop_token stop = {});

/// Every trace as it was written, newest first, with an empty line between two; before them the reason where
/// no trace tells it. Pure, any thread.
QByteArray allTraces(const FailureFields &fields);

/// `2–5`, `1, 3–5` of numbers that fall.
QString attemptRanges(const std::vector<qint64> &falling);

} // namespace oxp
