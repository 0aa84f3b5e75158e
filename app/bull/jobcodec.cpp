// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/jobcodec.h"

#include "bull/fieldtext.h"
#include "bull/jobopts.h"

namespace oxp::jobcodec {

namespace {

using fieldtext::number;

using Set = void (*)(JobRow &, const QByteArray &);

/// One hash field: which column needs it (0 = every row), and what it says.
struct Field {
  const char *name;
  JobFields columns;
  Set set;
};

constexpr JobFields bit(JobField field) {
  return static_cast<JobFields>(field);
}

/// attemptsMade stands after atm: where both are there, the first name's value counts.
constexpr Field Fields[] = {
    {"defa", 0, [](JobRow &row, const QByteArray &) { row.willFail = true; }},
    {"name", bit(JobField::Name),
     [](JobRow &row, const QByteArray &value) { row.name = fieldtext::cutUtf8(value, ListTextLimit); }},
    {"timestamp", bit(JobField::Created),
     [](JobRow &row, const QByteArray &value) { row.created = number(value); }},
    {"processedOn", bit(JobField::Processed),
     [](JobRow &row, const QByteArray &value) { row.processed = number(value); }},
    {"finishedOn", bit(JobField::Finished),
     [](JobRow &row, const QByteArray &value) { row.finished = number(value); }},
    {"atm", bit(JobField::Attempts),
     [](JobRow &row, const QByteArray &value) { row.attemptsMade = int(number(value)); }},
    {"attemptsMade", bit(JobField::Attempts),
     [](JobRow &row, const QByteArray &value) { row.attemptsMade = int(number(value)); }},
    {"opts", bit(JobField::Attempts),
     [](JobRow &row, const QByteArray &value) {
       row.attemptsMax = int(jobopts::number(value, {"attempts"}));
     }},
    {"priority", bit(JobField::Priority),
     [](JobRow &row, const QByteArray &value) { row.priority = number(value); }},
    {"progress", bit(JobField::Progress),
     [](JobRow &row, const QByteArray &value) { row.progress = fieldtext::cutUtf8(value, ListTextLimit); }},
    {"failedReason", bit(JobField::Error),
     [](JobRow &row, const QByteArray &value) { row.error = fieldtext::cutUtf8(value, ListTextLimit); }},
};

bool isNeeded(const Field &field, JobFields fields) {
  return field.columns == 0 || (field.columns & fields);
}

} // namespace

std::vector<QByteArray> hashFields(JobFields fields) {
  std::vector<QByteArray> names;
  for (const Field &field : Fields) {
    if (isNeeded(field, fields))
      names.emplace_back(field.name);
  }
  return names;
}

JobRow row(const QByteArray &id, JobState state, JobFields fields, const std::vector<QByteArray> &values) {
  JobRow row;
  row.id = id;
  row.state = state;
  size_t at = 0;
  for (const Field &field : Fields) {
    if (!isNeeded(field, fields))
      continue;
    if (at < values.size() && !values[at].isNull())
      field.set(row, values[at]);
    ++at;
  }
  return row;
}

} // namespace oxp::jobcodec
