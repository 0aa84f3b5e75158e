// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace oxp {
namespace {

struct FieldWord {
  const char *field;
  const char *meaning;
};

// As BullMQ 4 to 6 and Bull 4 name them; BullMQ 5 shortened some.
constexpr FieldWord Words[] = {
    {"name", QT_TRANSLATE_NOOP("FieldWords", "The job's name: workers choose by it what to do.")},
    {"data", QT_TRANSLATE_NOOP("FieldWords", "The payload that workers read, as JSON.")},
    {"opts", QT_TRANSLATE_NOOP("FieldWords", "The options that the job was added with, as JSON.")},
    {"timestamp",
     QT_TRANSLATE_NOOP("FieldWords",
                       "When the job was added, in milliseconds since 1970, by the producer's clock.")},
    {"delay",
     QT_TRANSLATE_NOOP("FieldWords", "How long the job was to wait before it may run, in milliseconds.")},
    {"priority",
     QT_TRANSLATE_NOOP("FieldWords",
                       "Jobs with a lower number run first; 0 is none and runs before all others.")},
    {"progress", QT_TRANSLATE_NOOP("FieldWords", "What the worker has told of its progress, as JSON.")},
    {"processedOn",
     QT_TRANSLATE_NOOP("FieldWords", "When a worker last picked the job up, in milliseconds since 1970.")},
    {"finishedOn",
     QT_TRANSLATE_NOOP("FieldWords",
                       "When the job completed or failed for good, in milliseconds since 1970.")},
    {"attemptsMade",
     QT_TRANSLATE_NOOP("FieldWords", "How many attempts have ended; BullMQ 5 and later write atm instead.")},
    {"atm", QT_TRANSLATE_NOOP("FieldWords", "Attempts made: how many attempts have ended.")},
    {"ats", QT_TRANSLATE_NOOP("FieldWords", "Attempts started: how often a worker has picked the job up.")},
    {"stc",
     QT_TRANSLATE_NOOP("FieldWords", "Stalled counter: how often the worker that held the job was lost.")},
    {"stalledCounter", QT_TRANSLATE_NOOP("FieldWords", "How often the worker that held the job was lost.")},
    {"failedReason", QT_TRANSLATE_NOOP("FieldWords", "Why the last attempt failed.")},
    {"stacktrace",
     QT_TRANSLATE_NOOP("FieldWords", "The stack of each failed attempt, as a JSON array, oldest first.")},
    {"returnvalue",
     QT_TRANSLATE_NOOP("FieldWords", "What the worker gave back when the job completed, as JSON.")},
    {"parentKey", QT_TRANSLATE_NOOP("FieldWords", "The key of the job that waits for this one.")},
    {"parent",
     QT_TRANSLATE_NOOP("FieldWords", "The id and queue of the job that waits for this one, as JSON.")},
    {"rjk", QT_TRANSLATE_NOOP("FieldWords", "Repeat job key: the job scheduler that made this job.")},
    {"nrjid",
     QT_TRANSLATE_NOOP("FieldWords",
                       "Next repeatable job id: the run of the scheduler that comes after this one.")},
    {"pb", QT_TRANSLATE_NOOP("FieldWords", "Processed by: the name of the worker that picked the job up.")},
    {"defa", QT_TRANSLATE_NOOP("FieldWords",
                               "Deferred failure: the reason with which the next pick-up fails the job.")},
    {"deid", QT_TRANSLATE_NOOP("FieldWords",
                               "Deduplication id: while it is taken, jobs with the same one are not added.")},
    {"tm",
     QT_TRANSLATE_NOOP("FieldWords",
                       "Telemetry: links the worker's trace to that of the program that added the job.")},
    {"retriedOn",
     QT_TRANSLATE_NOOP("FieldWords", "When the job was last retried by hand, in milliseconds since 1970.")},
};

} // namespace

QString fieldMeaning(const QByteArray &field) {
  const auto *word = std::find_if(std::begin(Words), std::end(Words),
                                  [&](const FieldWord &one) { return field == one.field; });
  return word == std::end(Words) ? QString() : QCoreApplication::translate("FieldWords", word->meaning);
}

} // namespace oxp
