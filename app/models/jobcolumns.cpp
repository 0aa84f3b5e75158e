// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcolumns.h"

#include "models/format.h"

#include <QCoreApplication>

namespace oxp {
namespace {

constexpr JobFields bit(JobField field) {
  return static_cast<JobFields>(field);
}

constexpr quint32 in(std::initializer_list<JobListKind> kinds) {
  quint32 bits = 0;
  for (const JobListKind kind : kinds)
    bits |= 1U << static_cast<int>(kind);
  return bits;
}
using K = JobListKind;
constexpr quint32 Everywhere = (1U << static_cast<int>(K::Count)) - 1;

QVariant timeValue(qint64 ms) {
  return ms > 0 ? QVariant(ms) : QVariant();
}

QVariant idValue(const JobRow &row) {
  return format::safeText(row.id);
}
QVariant nameValue(const JobRow &row) {
  return format::safeText(row.name);
}
QVariant stateValue(const JobRow &row) {
  return stateTitle(row.state);
}
QVariant changedValue(const JobRow &row) {
  return timeValue(row.changed());
}
QVariant createdValue(const JobRow &row) {
  return timeValue(row.created);
}
QVariant processedValue(const JobRow &row) {
  return timeValue(row.processed);
}
QVariant finishedValue(const JobRow &row) {
  return timeValue(row.finished);
}
QVariant dueValue(const JobRow &row) {
  return timeValue(row.due);
}
QVariant attemptsValue(const JobRow &row) {
  return qint64(row.attemptsMade);
}
QVariant priorityValue(const JobRow &row) {
  return row.priority;
}
QVariant progressValue(const JobRow &row) {
  return format::safeText(row.progress, 200);
}
QVariant sizeValue(const JobRow &row) {
  return row.size >= 0 ? QVariant(row.size) : QVariant();
}
QVariant errorValue(const JobRow &row) {
  return row.error.isEmpty() ? QVariant() : QVariant(format::safeText(row.error, 1'000));
}

QString idText(const JobRow &row, qint64) {
  return format::safeText(row.id);
}
QString nameText(const JobRow &row, qint64) {
  return format::safeText(row.name);
}
QString stateText(const JobRow &row, qint64) {
  return row.unheld ? QCoreApplication::translate("JobColumns", "%1, no worker").arg(stateTitle(row.state))
                    : stateTitle(row.state);
}
QString changedText(const JobRow &row, qint64 now) {
  return format::pastTime(row.changed(), now);
}
QString createdText(const JobRow &row, qint64 now) {
  return format::pastTime(row.created, now);
}
QString processedText(const JobRow &row, qint64 now) {
  return format::pastTime(row.processed, now);
}
QString finishedText(const JobRow &row, qint64 now) {
  return format::pastTime(row.finished, now);
}
QString dueText(const JobRow &row, qint64 now) {
  return format::relativeTime(row.due, now);
}

QString attemptsText(const JobRow &row, qint64) {
  const QString made = format::number(row.attemptsMade);
  return row.attemptsMax > 0 ? made + u'/' + format::number(row.attemptsMax) : made;
}

/// 0 is "none", and most jobs have none: blank, so that the others stand out.
QString priorityText(const JobRow &row, qint64) {
  return row.priority == 0 ? QString() : format::number(row.priority);
}

QString progressText(const JobRow &row, qint64) {
  return row.unheld ? QCoreApplication::translate("JobColumns", "no worker")
                    : format::progressText(row.progress);
}

QString sizeTextOf(const JobRow &row, qint64) {
  return format::sizeText(row.size);
}
QString errorText(const JobRow &row, qint64) {
  return format::safeText(row.error, 1'000);
}

using C = JobColumn;
using F = JobField;
constexpr std::array<JobColumnSpec, JobColumnCount> Columns = {{
    {C::Id, "id", QT_TRANSLATE_NOOP("JobColumns", "Id"), CellKind::Id, 0, 80, Everywhere, idValue, idText},
    {C::Name, "name", QT_TRANSLATE_NOOP("JobColumns", "Name"), CellKind::Text, bit(F::Name), 108, Everywhere,
     nameValue, nameText},
    {C::State, "state", QT_TRANSLATE_NOOP("JobColumns", "State"), CellKind::State, 0, 144, in({K::Latest}),
     stateValue, stateText},
    {C::Changed, "changed", QT_TRANSLATE_NOOP("JobColumns", "Changed"), CellKind::Time,
     F::Created | F::Processed | F::Finished, 96, in({K::Latest}), changedValue, changedText,
     QT_TRANSLATE_NOOP("JobColumns", "The last of the times at which it was added, picked up or finished")},
    {C::Created, "created", QT_TRANSLATE_NOOP("JobColumns", "Created"), CellKind::Time, bit(F::Created), 96,
     in({K::Waiting, K::Active, K::Delayed, K::Prioritized, K::WaitingChildren}), createdValue, createdText},
    {C::Processed, "processed", QT_TRANSLATE_NOOP("JobColumns", "Processed"), CellKind::Time,
     bit(F::Processed), 96, in({K::Active}), processedValue, processedText},
    {C::Finished, "finished", QT_TRANSLATE_NOOP("JobColumns", "Finished"), CellKind::Time, bit(F::Finished),
     96, in({K::Completed, K::Failed}), finishedValue, finishedText},
    {C::Due, "due", QT_TRANSLATE_NOOP("JobColumns", "Due"), CellKind::Time, bit(F::Due), 96, in({K::Delayed}),
     dueValue, dueText, QT_TRANSLATE_NOOP("JobColumns", "When it may run")},
    {C::Attempts, "attempts", QT_TRANSLATE_NOOP("JobColumns", "Attempts"), CellKind::Number, bit(F::Attempts),
     72, in({K::Waiting, K::Active, K::Delayed, K::Prioritized, K::WaitingChildren, K::Completed, K::Failed}),
     attemptsValue, attemptsText,
     QT_TRANSLATE_NOOP("JobColumns", "Attempts made, and how many there may be")},
    {C::Priority, "priority", QT_TRANSLATE_NOOP("JobColumns", "Priority"), CellKind::Number, bit(F::Priority),
     64, in({K::Prioritized, K::Waiting, K::Delayed}), priorityValue, priorityText,
     QT_TRANSLATE_NOOP("JobColumns", "The lower the number, the sooner it runs; none runs before all")},
    {C::Progress, "progress", QT_TRANSLATE_NOOP("JobColumns", "Progress"), CellKind::Number, bit(F::Progress),
     72, in({K::Active}), progressValue, progressText,
     QT_TRANSLATE_NOOP("JobColumns", "What the worker has told of its progress")},
    {C::Size, "size", QT_TRANSLATE_NOOP("JobColumns", "Size"), CellKind::Size, bit(F::Size), 72,
     in({K::Waiting, K::Active, K::Delayed, K::Prioritized, K::WaitingChildren, K::Completed}), sizeValue,
     sizeTextOf, QT_TRANSLATE_NOOP("JobColumns", "Bytes of its data")},
    {C::Error, "error", QT_TRANSLATE_NOOP("JobColumns", "Error"), CellKind::Error, bit(F::Error), 240,
     in({K::Failed, K::Latest}), errorValue, errorText},
}};

constexpr bool inOrder() {
  for (size_t i = 0; i < Columns.size(); ++i)
    if (Columns[i].column != static_cast<JobColumn>(i))
      return false;
  return true;
}
static_assert(inOrder(), "a column's row stands at its number");

} // namespace

JobListKind listKind(JobState state) {
  return state == JobState::Unknown ? JobListKind::Latest : static_cast<JobListKind>(state);
}

bool JobColumnSpec::numeric() const {
  return cell == CellKind::Time || cell == CellKind::Number || cell == CellKind::Size;
}

Qt::SortOrder JobColumnSpec::firstOrder() const {
  const bool largest = (cell == CellKind::Time && column != JobColumn::Due) || cell == CellKind::Size ||
                       column == JobColumn::Attempts;
  return largest ? Qt::DescendingOrder : Qt::AscendingOrder;
}

QString JobColumnSpec::translatedTitle() const {
  return QCoreApplication::translate("JobColumns", title);
}

const std::array<JobColumnSpec, JobColumnCount> &jobColumns() {
  return Columns;
}

const JobColumnSpec &jobColumn(JobColumn column) {
  return Columns[static_cast<size_t>(column)];
}

QString stateTitle(JobState state) {
  switch (state) {
  case JobState::Waiting:
    return QCoreApplication::translate("JobState", "waiting");
  case JobState::Active:
    return QCoreApplication::translate("JobState", "active");
  case JobState::Delayed:
    return QCoreApplication::translate("JobState", "delayed");
  case JobState::Prioritized:
    return QCoreApplication::translate("JobState", "prioritized");
  case JobState::WaitingChildren:
    return QCoreApplication::translate("JobState", "waiting-children");
  case JobState::Completed:
    return QCoreApplication::translate("JobState", "completed");
  case JobState::Failed:
    return QCoreApplication::translate("JobState", "failed");
  case JobState::Unknown:
    break;
  }
  return QCoreApplication::translate("JobState", "unknown");
}

std::optional<search::Field> fieldOf(JobColumn column) {
  return search::fieldNamed(QString::fromLatin1(jobColumn(column).key));
}

} // namespace oxp
