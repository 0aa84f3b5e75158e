// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/familyset.h"

#include <QByteArray>

#include <vector>

/// Which of a job's options may be changed after the job was added: those that a worker reads out of `opts`
/// when it takes the job. Proven by running the workers (tst_joboptions). Plain values, any thread.
namespace oxp {

/// An option that is offered.
struct JobOption {
  enum class Kind {
    Count,   ///< a whole number from `least` to `most`; it may be missing
    Flag,    ///< true; false and missing are the same
    Backoff, ///< a number of ms, or {type, delay}
    Keep,    ///< a bool, a number of jobs, or {count, age in s}
  };
  QByteArray id;     ///< its name in the library's documentation, such as `keepLogs`
  QByteArray brief;  ///< the name by which BullMQ stores it, such as `kl`; the same where it has none
  const char *title; ///< tr() source in context "Operations"; the field's accessible name
  const char *help;  ///< tr() source: one or two sentences
  const char *unset; ///< tr() source: what holds without it, as few words
  Kind kind = Kind::Count;
  int families = AnyFamily; ///< FamilySet: whose workers obey it
  qint64 least = 0, most = 1'000'000;
  const char *amount = "", *age = ""; ///< tr() sources: titles of the fields of a Backoff (amount) or Keep
};

/// All of them; one whose limits differ from library to library stands there once for each.
const std::vector<JobOption> &jobOptions();
/// The option of this stored or documented name that every release obeys which the queue may be of; null for
/// none.
const JobOption *findOption(const QByteArray &name, Family family);

/// Why an option is shown and not offered.
enum class OptionBar {
  None,
  AtAdding,    ///< read only when a job is added
  OwnField,    ///< a field of the job's own decides
  OfScheduler, ///< belongs to the scheduler that made the job
  OfTrace,     ///< belongs to the trace of whoever added the job
  NotHere,     ///< workers of another library obey it, not this queue's
  Unknown,     ///< no worker reads it
  OtherForm,   ///< its value has a form that no field holds
  Twice,       ///< it stands there more than once
};

/// One line of what a job's options are.
struct OptionRow {
  QByteArray name;                   ///< documented name
  QByteArray value;                  ///< raw JSON; empty = it is not there
  const JobOption *option = nullptr; ///< null where it is not known to be obeyed
  OptionBar bar = OptionBar::None;   ///< None: it is offered

  bool operator==(const OptionRow &) const = default;
};

/// What is offered, whether it is there or not; behind it what else is there. Nothing for `opts` that are no
/// JSON object: no worker can read such a job.
std::vector<OptionRow> optionRows(const QByteArray &opts, Family family);
/// Whether the scheduler that made the job makes the next one with its options: until a worker takes it.
bool isHandedOn(const QByteArray &opts, JobState state);

} // namespace oxp
