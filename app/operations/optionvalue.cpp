// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/optionvalue.h"

#include "operations/objecttext.h"
#include "json/diff.h"
#include "json/fields.h"
#include "json/splice.h"

#include <QtGlobal>

#include <algorithm>

namespace oxp {
namespace optionvalue {
namespace {

using Kind = JobOption::Kind;
using Argument = ArgumentSpec::Kind;

constexpr qint64 LongestWait = 31'536'000'000; // ms: a year
constexpr qint64 LongestKeep = 315'360'000;    // s: ten years

// Words of the choices.
const QByteArray None = "none", Fixed = "fixed", Exponential = "exponential", Own = "own";
const QByteArray AsWorker = "worker", KeepAll = "keep", RemoveAll = "remove", KeepSome = "some";

QByteArray delayOf(const JobOption &option) {
  return option.id + ".delay";
}
QByteArray countOf(const JobOption &option) {
  return option.id + ".count";
}
QByteArray ageOf(const JobOption &option) {
  return option.id + ".age";
}

/// Digits, as a field shows them: 5.0 and 1e3 are numbers too, but other bytes.
std::optional<qint64> wholeNumber(const QByteArray &raw) {
  bool isNumber = false;
  const qint64 number = raw.toLongLong(&isNumber);
  return isNumber && QByteArray::number(number) == raw ? std::optional(number) : std::nullopt;
}

std::optional<Arguments> readCount(const JobOption &option, const QByteArray &raw) {
  if (!raw.isEmpty() && !wholeNumber(raw))
    return std::nullopt;
  return Arguments{{option.id, raw}};
}

std::optional<Arguments> readFlag(const JobOption &option, const QByteArray &raw) {
  if (raw == "true")
    return Arguments{{option.id, "1"}};
  return raw.isEmpty() || raw == "false" ? std::optional(Arguments{{option.id, {}}}) : std::nullopt;
}

Arguments backoff(const JobOption &option, const QByteArray &type, const QByteArray &delay = {}) {
  return {{option.id, type}, {delayOf(option), delay}};
}

std::optional<Arguments> readBackoff(const JobOption &option, const QByteArray &raw) {
  if (raw.isEmpty())
    return backoff(option, None);
  if (const auto ms = wholeNumber(raw))
    return *ms >= 0 ? std::optional(backoff(option, Fixed, raw)) : std::nullopt;
  const ObjectText object(raw);
  const QByteArray type = object.value("type"), delay = object.value("delay");
  if (!type.startsWith('"') || object.count("type") > 1 || object.count("delay") > 1)
    return std::nullopt;
  const QByteArray word = json::unescapeUtf8(type);
  if (word != Fixed && word != Exponential)
    return backoff(option, Own);
  const auto ms = wholeNumber(delay);
  return ms && *ms >= 0 ? std::optional(backoff(option, word, delay)) : std::nullopt;
}

Arguments keep(const JobOption &option, const QByteArray &word, const QByteArray &count = {},
               const QByteArray &age = {}) {
  return {{option.id, word}, {countOf(option), count}, {ageOf(option), age}};
}

/// 0 keeps none, and below 0 all are kept.
std::optional<Arguments> readKeptCount(const JobOption &option, qint64 count, const QByteArray &raw,
                                       const QByteArray &age) {
  if (count == 0)
    return keep(option, RemoveAll);
  if (count > 0)
    return keep(option, KeepSome, raw, age);
  return age.isEmpty() ? std::optional(keep(option, KeepAll)) : std::nullopt;
}

std::optional<Arguments> readKeep(const JobOption &option, const QByteArray &raw) {
  if (raw.isEmpty())
    return keep(option, AsWorker);
  if (raw == "true" || raw == "false")
    return keep(option, raw == "true" ? RemoveAll : KeepAll);
  if (const auto count = wholeNumber(raw))
    return readKeptCount(option, *count, raw, {});
  const ObjectText object(raw);
  const QByteArray count = object.value("count"), age = object.value("age");
  const auto jobs = wholeNumber(count), seconds = wholeNumber(age);
  const bool odd = (!count.isEmpty() && !jobs) || (!age.isEmpty() && (!seconds || *seconds < 0)) ||
                   object.count("count") > 1 || object.count("age") > 1;
  if (!object.isObject() || odd || (!jobs && !seconds))
    return std::nullopt;
  return jobs ? readKeptCount(option, *jobs, count, age) : std::optional(keep(option, KeepSome, {}, age));
}

QByteArray writeBackoff(const JobOption &option, const Arguments &given, const QByteArray &raw) {
  const QByteArray type = given.value(option.id), delay = given.value(delayOf(option));
  if (type == None)
    return {};
  if (type == Own)
    return raw;
  if (type == Fixed && wholeNumber(raw))
    return delay;
  ObjectText object(raw.startsWith('{') ? raw : QByteArrayLiteral("{}"));
  object.set("type", json::escapeUtf8(type));
  object.set("delay", delay);
  return object.bytes();
}

QByteArray writeKeep(const JobOption &option, const Arguments &given, const QByteArray &raw) {
  const QByteArray word = given.value(option.id);
  if (word == AsWorker)
    return {};
  if (word != KeepSome)
    return word == RemoveAll ? "true" : "false";
  const QByteArray count = given.value(countOf(option)), age = given.value(ageOf(option));
  if (age.isEmpty() && !raw.startsWith('{'))
    return count;
  ObjectText object(raw.startsWith('{') ? raw : QByteArrayLiteral("{}"));
  for (const auto &[key, value] : {std::pair("age", age), std::pair("count", count)}) {
    if (value.isEmpty())
      object.remove(key);
    else
      object.set(key, value);
  }
  return object.bytes();
}

ArgumentSpec plain(const JobOption &option, Argument kind) {
  ArgumentSpec spec{.id = option.id, .title = option.title, .help = option.help, .kind = kind};
  if (kind == Argument::Integer) {
    spec.least = option.least;
    spec.most = option.most;
    spec.unset = option.unset;
  }
  return spec;
}

ArgumentSpec part(const QByteArray &id, const char *title, const char *help, qint64 least, qint64 most,
                  const JobOption &option, std::vector<QByteArray> words) {
  ArgumentSpec spec{.id = id, .title = title, .help = help, .kind = Argument::Integer};
  spec.least = least;
  spec.most = most;
  spec.shownBy = option.id;
  spec.shownFor = std::move(words);
  return spec;
}

std::vector<ArgumentSpec> backoffArguments(const JobOption &option, bool own) {
  ArgumentSpec type = plain(option, Argument::Choice);
  type.choices = {{None, QT_TRANSLATE_NOOP("Operations", "At once")},
                  {Fixed, QT_TRANSLATE_NOOP("Operations", "The same each time")},
                  {Exponential, QT_TRANSLATE_NOOP("Operations", "Twice as long each time")}};
  if (own)
    type.choices.push_back({Own, QT_TRANSLATE_NOOP("Operations", "By a strategy of the worker's own")});
  return {type, part(delayOf(option), option.amount, QT_TRANSLATE_NOOP("Operations", "Milliseconds."), 0,
                     LongestWait, option, {Fixed, Exponential})};
}

std::vector<ArgumentSpec> keepArguments(const JobOption &option) {
  ArgumentSpec what = plain(option, Argument::Choice);
  what.choices = {{AsWorker, QT_TRANSLATE_NOOP("Operations", "As the worker says")},
                  {KeepAll, QT_TRANSLATE_NOOP("Operations", "Keep")},
                  {RemoveAll, QT_TRANSLATE_NOOP("Operations", "Remove at once")},
                  {KeepSome, QT_TRANSLATE_NOOP("Operations", "Keep the newest")}};
  ArgumentSpec count = part(countOf(option), option.amount,
                            QT_TRANSLATE_NOOP("Operations", "The newest of the queue's, so many."), 1,
                            1'000'000'000, option, {KeepSome});
  count.unset = QT_TRANSLATE_NOOP("Operations", "any number");
  ArgumentSpec age = part(ageOf(option), option.age,
                          QT_TRANSLATE_NOOP("Operations", "Seconds; those that ended earlier are removed."),
                          1, LongestKeep, option, {KeepSome});
  age.unset = QT_TRANSLATE_NOOP("Operations", "any time");
  return {what, count, age};
}

} // namespace

std::vector<ArgumentSpec> arguments(const JobOption &option, const QByteArray &raw) {
  const Arguments now = read(option, raw).value_or(Arguments());
  std::vector<ArgumentSpec> specs;
  switch (option.kind) {
  case Kind::Count:
    specs = {plain(option, Argument::Integer)};
    break;
  case Kind::Flag:
    specs = {plain(option, Argument::Bool)};
    break;
  case Kind::Backoff:
    specs = backoffArguments(option, now.value(option.id) == Own);
    break;
  case Kind::Keep:
    specs = keepArguments(option);
    break;
  }
  for (ArgumentSpec &spec : specs)
    spec.fallback = now.value(spec.id);
  return specs;
}

std::optional<Arguments> read(const JobOption &option, const QByteArray &raw) {
  switch (option.kind) {
  case Kind::Count:
    return readCount(option, raw);
  case Kind::Flag:
    return readFlag(option, raw);
  case Kind::Backoff:
    return readBackoff(option, raw);
  case Kind::Keep:
    break;
  }
  return readKeep(option, raw);
}

QByteArray write(const JobOption &option, const Arguments &given, const QByteArray &raw) {
  if (given == read(option, raw))
    return raw; // another spelling of the same is no change
  switch (option.kind) {
  case Kind::Count:
    return given.value(option.id);
  case Kind::Flag:
    return isTicked(given, option.id) ? "true" : raw.isEmpty() ? "" : "false";
  case Kind::Backoff:
    return writeBackoff(option, given, raw);
  case Kind::Keep:
    break;
  }
  return writeKeep(option, given, raw);
}

QByteArray rawOf(const JobOption &option, const ObjectText &opts) {
  const QByteArray brief = opts.value(option.brief);
  return brief.isEmpty() ? opts.value(option.id) : brief;
}

} // namespace optionvalue

namespace {

auto refusal(const char *code, const QByteArray &option) {
  return fail(ErrorKind::Invalid, QString::fromUtf8(option), QByteArray(code));
}

bool isOffered(const OptionRow &row) {
  return row.option && row.bar == OptionBar::None;
}

/// What its fields hold after the change; nothing where none of them was changed.
std::optional<Arguments> changedFields(const OptionRow &row, const Arguments &changed) {
  Arguments fields = *optionvalue::read(*row.option, row.value);
  bool any = false;
  for (auto field = fields.begin(); field != fields.end(); ++field) {
    const auto now = changed.find(field.key());
    if (now == changed.end() || *now == *field)
      continue;
    *field = *now;
    any = true;
  }
  return any ? std::optional(fields) : std::nullopt;
}

Result<void> checkFields(const OptionRow &row, const Arguments &fields) {
  bool some = false, parts = false; // whether one of those that may be empty is filled
  for (const ArgumentSpec &spec : optionvalue::arguments(*row.option, row.value)) {
    if (!isShown(spec, fields))
      continue;
    if (faultIn(spec, fields.value(spec.id)) != ArgumentFault::Right)
      return refusal(BadOption, row.name);
    if (!spec.shownBy.isEmpty()) {
      parts = true;
      some = some || !fields.value(spec.id).isEmpty();
    }
  }
  if (parts && !some)
    return refusal(NothingKept, row.name);
  return {};
}

/// Whether a form could have made this of that.
Result<void> checkChange(const JobOption &option, const QByteArray &before, const QByteArray &after) {
  const auto fields = optionvalue::read(option, after);
  if (!fields)
    return refusal(BadOption, option.id);
  if (auto fits = checkFields({option.id, before, &option}, *fields); !fits)
    return fits;
  const QByteArray made = optionvalue::write(option, *fields, before);
  const bool same = made.isEmpty() || after.isEmpty() ? made == after : json::diff(made, after).empty();
  return same ? Result<void>() : refusal(BadOption, option.id);
}

/// The name under which it stands there, else the one that the library stores.
QByteArray storedName(const JobOption &option, const ObjectText &opts, Family family) {
  if (opts.count(option.brief) > 0 || (opts.count(option.id) == 0 && family != Family::Bull4))
    return option.brief;
  return option.id;
}

/// White space and spelling of all else stay as they are.
Result<QByteArray> spliced(const QByteArray &before, const QByteArray &after) {
  const auto splices = json::splicesFor(before, after);
  if (!splices)
    return fail(splices.error());
  return json::apply(before, *splices);
}

} // namespace

std::vector<ArgumentSpec> optionArguments(const QByteArray &opts, Family family) {
  std::vector<ArgumentSpec> all;
  for (const OptionRow &row : optionRows(opts, family))
    if (isOffered(row))
      for (ArgumentSpec &spec : optionvalue::arguments(*row.option, row.value))
        all.push_back(std::move(spec));
  return all;
}

Result<QByteArray> withOptions(const QByteArray &opts, Family family, const Arguments &changed) {
  ObjectText edited(opts);
  for (const OptionRow &row : optionRows(opts, family)) {
    const auto fields = isOffered(row) ? changedFields(row, changed) : std::nullopt;
    if (!fields)
      continue;
    if (auto fits = checkFields(row, *fields); !fits)
      return fail(fits.error());
    const QByteArray name = storedName(*row.option, edited, family);
    if (const QByteArray value = optionvalue::write(*row.option, *fields, row.value); value.isEmpty())
      edited.remove(name);
    else
      edited.set(name, value);
  }
  return spliced(opts, edited.bytes());
}

namespace {

using Argument = ArgumentSpec::Kind;

const QByteArray Leave = "leave";

ArgumentSpec leaving(ArgumentSpec spec) {
  if (spec.kind == Argument::Integer) {
    if (spec.shownBy.isEmpty())
      spec.unset = QT_TRANSLATE_NOOP("Operations", "as it is");
    return spec;
  }
  if (spec.kind == Argument::Bool)
    spec.choices = {{"1", QT_TRANSLATE_NOOP("Operations", "Yes")},
                    {"0", QT_TRANSLATE_NOOP("Operations", "No")}};
  spec.kind = Argument::Choice;
  spec.choices.insert(spec.choices.begin(), {Leave, QT_TRANSLATE_NOOP("Operations", "As it is")});
  spec.fallback = Leave;
  return spec;
}

/// Parts that were left empty are meant to be so.
Arguments wholeFields(Family family, const Arguments &fields) {
  Arguments whole = fields;
  for (const ArgumentSpec &spec : optionArgumentsForMany(family))
    if (isShown(spec, fields) && !spec.shownBy.isEmpty() && !fields.contains(spec.id))
      whole.insert(spec.id, {});
  return whole;
}

QByteArray optionOf(const QByteArray &field) {
  const qsizetype dot = field.indexOf('.');
  return dot < 0 ? field : field.first(dot);
}

} // namespace

std::vector<ArgumentSpec> optionArgumentsForMany(Family family) {
  std::vector<ArgumentSpec> all;
  for (const ArgumentSpec &spec : optionArguments("{}", family)) {
    ArgumentSpec made = leaving(spec);
    if (made.kind != Argument::Choice)
      made.fallback = {};
    all.push_back(std::move(made));
  }
  return all;
}

Result<void> checkFieldsOfMany(Family family, const Arguments &fields) {
  if (fields.isEmpty())
    return refusal(BadOption, {});
  const std::vector<ArgumentSpec> all = optionArgumentsForMany(family);
  for (auto field = fields.begin(); field != fields.end(); ++field) {
    const auto spec =
        std::find_if(all.begin(), all.end(), [&](const ArgumentSpec &one) { return one.id == field.key(); });
    if (spec == all.end() || faultIn(*spec, *field) != ArgumentFault::Right || !isShown(*spec, fields))
      return refusal(BadOption, field.key());
  }
  const auto made = withOptions("{}", family, wholeFields(family, fields));
  return made ? Result<void>() : fail(made.error());
}

Result<QByteArray> withOptionsOfMany(const QByteArray &opts, Family family, const Arguments &fields) {
  const std::vector<OptionRow> rows = optionRows(opts, family);
  for (auto field = fields.begin(); field != fields.end(); ++field) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const OptionRow &one) {
      return one.option && one.name == optionOf(field.key());
    });
    if (row == rows.end() || row->bar != OptionBar::None)
      return refusal(BadOption, field.key());
  }
  return withOptions(opts, family, wholeFields(family, fields));
}

Result<void> checkOptions(const QByteArray &before, const QByteArray &after, Family family, bool anyValue) {
  const ObjectText was(before), is(after);
  if (!was.isObject() || !is.isObject())
    return refusal(BadOption, {});
  std::vector<QByteArray> names = was.keys();
  for (const QByteArray &name : is.keys())
    names.push_back(name);
  for (const QByteArray &name : names) {
    if (was.value(name) == is.value(name) && was.count(name) == is.count(name))
      continue;
    const JobOption *option = findOption(name, family);
    if (!option || was.count(name) > 1 || is.count(name) > 1)
      return refusal(BadOption, name);
    if (anyValue)
      continue;
    if (auto fits = checkChange(*option, optionvalue::rawOf(*option, was), optionvalue::rawOf(*option, is));
        !fits)
      return fits;
  }
  return {};
}

} // namespace oxp
