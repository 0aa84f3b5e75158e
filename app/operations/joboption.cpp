// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/joboption.h"

#include "operations/objecttext.h"
#include "operations/optionvalue.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace oxp {
namespace {

using Kind = JobOption::Kind;

constexpr qint64 LongestTimer = 2'147'483'647; // ms; Node's timers know no longer one
constexpr const char *AsWorker = QT_TRANSLATE_NOOP("Operations", "as the worker says");
constexpr const char *Everything = QT_TRANSLATE_NOOP("Operations", "all");
constexpr const char *No = QT_TRANSLATE_NOOP("Operations", "no");
constexpr const char *TracesTitle = QT_TRANSLATE_NOOP("Operations", "Stack traces kept");

std::vector<JobOption> makeOptions() {
  std::vector<JobOption> all;
  all.push_back({"attempts", "attempts", QT_TRANSLATE_NOOP("Operations", "Attempts"),
                 QT_TRANSLATE_NOOP("Operations", "How often it is tried at most, the first time included."),
                 QT_TRANSLATE_NOOP("Operations", "once")});
  all.push_back({"backoff", "backoff", QT_TRANSLATE_NOOP("Operations", "Backoff"),
                 QT_TRANSLATE_NOOP("Operations", "The wait before it is tried again."),
                 QT_TRANSLATE_NOOP("Operations", "at once"), Kind::Backoff});
  all.back().amount = QT_TRANSLATE_NOOP("Operations", "Backoff delay");
  all.push_back({"removeOnComplete", "removeOnComplete", QT_TRANSLATE_NOOP("Operations", "When completed"),
                 QT_TRANSLATE_NOOP("Operations", "What becomes of it and of the completed jobs before it."),
                 AsWorker, Kind::Keep});
  all.back().amount = QT_TRANSLATE_NOOP("Operations", "Completed jobs kept");
  all.back().age = QT_TRANSLATE_NOOP("Operations", "Completed jobs kept for");
  all.push_back({"removeOnFail", "removeOnFail", QT_TRANSLATE_NOOP("Operations", "When failed"),
                 QT_TRANSLATE_NOOP("Operations", "What becomes of it and of the failed jobs before it."),
                 AsWorker, Kind::Keep});
  all.back().amount = QT_TRANSLATE_NOOP("Operations", "Failed jobs kept");
  all.back().age = QT_TRANSLATE_NOOP("Operations", "Failed jobs kept for");
  all.push_back({"keepLogs", "kl", QT_TRANSLATE_NOOP("Operations", "Log lines kept"),
                 QT_TRANSLATE_NOOP("Operations", "The newest lines of its log that are kept."), Everything,
                 Kind::Count, AnyMq, 1});
  all.push_back({"stackTraceLimit", "stackTraceLimit", TracesTitle,
                 QT_TRANSLATE_NOOP("Operations", "The newest stack traces that are kept; 0 keeps none."),
                 Everything, Kind::Count, Mq5Or6, 0});
  all.push_back({"stackTraceLimit", "stackTraceLimit", TracesTitle,
                 QT_TRANSLATE_NOOP("Operations", "The oldest stack traces that are kept."), Everything,
                 Kind::Count, Mq4, 1});
  all.push_back({"stackTraceLimit", "stackTraceLimit", TracesTitle,
                 QT_TRANSLATE_NOOP("Operations", "The newest stack traces that are kept."), Everything,
                 Kind::Count, Bull4Only, 1});
  all.push_back({"lifo", "lifo", QT_TRANSLATE_NOOP("Operations", "Retried first"),
                 QT_TRANSLATE_NOOP("Operations",
                                   "A retry without a wait puts it in front of the others, not behind them."),
                 No, Kind::Flag});
  all.push_back({"timeout", "timeout", QT_TRANSLATE_NOOP("Operations", "Timeout"),
                 QT_TRANSLATE_NOOP("Operations", "Milliseconds after which a run of it has failed."),
                 QT_TRANSLATE_NOOP("Operations", "none"), Kind::Count, Bull4Only, 1, LongestTimer});
  all.push_back({"preventParsingData", "preventParsingData", QT_TRANSLATE_NOOP("Operations", "Data as text"),
                 QT_TRANSLATE_NOOP("Operations", "The worker gets its data as text and not as JSON."), No,
                 Kind::Flag, Bull4Only});
  all.push_back({"failParentOnFailure", "fpof", QT_TRANSLATE_NOOP("Operations", "Fails its parent"),
                 QT_TRANSLATE_NOOP("Operations", "When it fails, its parent has failed too."), No, Kind::Flag,
                 Mq4});
  all.push_back({"removeDependencyOnFailure", "rdof", QT_TRANSLATE_NOOP("Operations", "Frees its parent"),
                 QT_TRANSLATE_NOOP("Operations", "When it fails, its parent waits for it no more."), No,
                 Kind::Flag, Mq4});
  return all;
}

struct Kept {
  const char *name;  ///< as documented
  const char *brief; ///< as BullMQ stores it
  OptionBar bar;
};
constexpr Kept KeptOptions[] = {
    {"delay", "delay", OptionBar::OwnField},
    {"priority", "priority", OptionBar::OwnField},
    {"parent", "parent", OptionBar::OwnField},
    {"deduplication", "de", OptionBar::OwnField},
    {"debounce", "debounce", OptionBar::OwnField},
    {"failParentOnFailure", "fpof", OptionBar::OwnField},
    {"continueParentOnFailure", "cpof", OptionBar::OwnField},
    {"ignoreDependencyOnFailure", "idof", OptionBar::OwnField},
    {"removeDependencyOnFailure", "rdof", OptionBar::OwnField},
    {"sizeLimit", "sizeLimit", OptionBar::AtAdding},
    {"jobId", "jobId", OptionBar::AtAdding},
    {"timestamp", "timestamp", OptionBar::AtAdding},
    {"repeat", "repeat", OptionBar::OfScheduler},
    {"repeatJobKey", "repeatJobKey", OptionBar::OfScheduler},
    {"prevMillis", "prevMillis", OptionBar::OfScheduler},
    {"telemetry metadata", "tm", OptionBar::OfTrace},
    {"telemetry omitContext", "omc", OptionBar::OfTrace},
};

bool isNamed(const JobOption &option, const QByteArray &name) {
  return option.id == name || option.brief == name;
}

OptionRow otherRow(const QByteArray &name, const QByteArray &value) {
  const auto kept = std::find_if(std::begin(KeptOptions), std::end(KeptOptions),
                                 [&](const Kept &one) { return name == one.name || name == one.brief; });
  if (kept != std::end(KeptOptions))
    return {kept->name, value, nullptr, kept->bar};
  const std::vector<JobOption> &all = jobOptions();
  const auto elsewhere =
      std::find_if(all.begin(), all.end(), [&](const JobOption &option) { return isNamed(option, name); });
  if (elsewhere != all.end())
    return {elsewhere->id, value, nullptr, OptionBar::NotHere};
  return {name, value, nullptr, OptionBar::Unknown};
}

OptionRow offeredRow(const JobOption &option, const ObjectText &opts) {
  OptionRow row{option.id, optionvalue::rawOf(option, opts), &option};
  const int times = opts.count(option.id) + (option.brief == option.id ? 0 : opts.count(option.brief));
  if (times > 1)
    row.bar = OptionBar::Twice;
  else if (!optionvalue::read(option, row.value))
    row.bar = OptionBar::OtherForm;
  return row;
}

} // namespace

const std::vector<JobOption> &jobOptions() {
  static const std::vector<JobOption> all = makeOptions();
  return all;
}

const JobOption *findOption(const QByteArray &name, Family family) {
  const int wanted = allThatMayBe(family);
  const std::vector<JobOption> &all = jobOptions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const JobOption &option) {
    return isNamed(option, name) && (option.families & wanted) == wanted;
  });
  return found == all.end() ? nullptr : &*found;
}

std::vector<OptionRow> optionRows(const QByteArray &opts, Family family) {
  const ObjectText text(opts);
  if (!text.isObject())
    return {};
  std::vector<OptionRow> rows;
  for (const JobOption &option : jobOptions())
    if (findOption(option.id, family) == &option)
      rows.push_back(offeredRow(option, text));
  for (const QByteArray &name : text.keys()) {
    const OptionRow other = otherRow(name, text.value(name));
    const auto isThere = [&](const OptionRow &row) { return row.name == other.name; };
    if (std::none_of(rows.begin(), rows.end(), isThere))
      rows.push_back(other);
  }
  return rows;
}

bool isHandedOn(const QByteArray &opts, JobState state) {
  const bool waits =
      state == JobState::Waiting || state == JobState::Delayed || state == JobState::Prioritized;
  return waits && ObjectText(opts).count("repeat") > 0;
}

} // namespace oxp
