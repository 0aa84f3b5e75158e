// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failuregroupsmodel.h"

#include "base/clock.h"
#include "models/format.h"
#include "models/roles.h"

#include <algorithm>

namespace oxp {
namespace {

CellKind kindOf(int column) {
  switch (column) {
  case FailureGroupsModel::Count:
    return CellKind::Number;
  case FailureGroupsModel::Reason:
    return CellKind::Error;
  case FailureGroupsModel::Frame:
    return CellKind::Code;
  case FailureGroupsModel::First:
  case FailureGroupsModel::Last:
    return CellKind::Time;
  case FailureGroupsModel::Course:
    return CellKind::Course;
  default:
    return CellKind::Text;
  }
}

bool isRight(int column) {
  const CellKind kind = kindOf(column);
  return kind == CellKind::Number || kind == CellKind::Time;
}

constexpr qsizetype MostNames = 100; // in a tool tip

QString queueNames(const FailureGroup &group, qsizetype most) {
  QStringList names;
  for (const QueueId &queue : group.queues)
    if (names.size() < most)
      names << format::safeText(queue.name, 60);
  if (qsizetype(group.queues.size()) > most)
    names << u"…"_qs;
  return format::listed(names);
}

qint64 sortValue(const FailureGroup &group, int column) {
  return column == FailureGroupsModel::First  ? group.first
         : column == FailureGroupsModel::Last ? group.last
                                              : group.count;
}

QString messageText(const Fingerprint &print) {
  return print.message.isEmpty() && print.errorClass.isEmpty() ? FailureGroupsModel::tr("no reason is told")
                                                               : format::safeText(print.message);
}

} // namespace

QString failureText(const Fingerprint &print) {
  const QString name = format::safeText(print.errorClass, 100), message = messageText(print);
  return name.isEmpty() || message.isEmpty() ? name + message : name + u": "_qs + message;
}

FailureGroupsModel::FailureGroupsModel(QObject *parent)
    : MergedTable(parent) {}

void FailureGroupsModel::apply(const FailureReport &report) {
  m_from = report.from;
  m_to = report.to;
  merge(ordered(report.groups), [](const FailureGroup &group) -> const Fingerprint & { return group.print; });
}

void FailureGroupsModel::clear() {
  apply({});
}

const FailureGroup *FailureGroupsModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

bool FailureGroupsModel::sorts(int column) {
  return column == Count || column == First || column == Last;
}

std::vector<FailureGroup> FailureGroupsModel::ordered(std::vector<FailureGroup> groups) const {
  std::stable_sort(groups.begin(), groups.end(), [this](const FailureGroup &a, const FailureGroup &b) {
    const qint64 left = sortValue(a, m_sortColumn), right = sortValue(b, m_sortColumn);
    return m_sortOrder == Qt::AscendingOrder ? left < right : left > right;
  });
  return groups;
}

void FailureGroupsModel::sort(int column, Qt::SortOrder order) {
  if (!sorts(column))
    return;
  m_sortColumn = column;
  m_sortOrder = order;
  merge(ordered(m_rows), [](const FailureGroup &group) -> const Fingerprint & { return group.print; });
}

int FailureGroupsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int FailureGroupsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString FailureGroupsModel::text(const FailureGroup &group, int column) const {
  switch (column) {
  case Count:
    return format::number(group.count);
  case Reason:
    return failureText(group.print);
  case Frame:
    return group.print.frame.isEmpty() ? format::missing() : format::safeText(group.print.frame, 300);
  case Queues:
    return queueNames(group, 3);
  case First:
    return format::pastTime(group.first, wallClockMs() + m_clockOffset);
  case Last:
    return format::pastTime(group.last, wallClockMs() + m_clockOffset);
  default:
    return {};
  }
}

/// For the tool tip and for who cannot see the bars.
QString FailureGroupsModel::courseText(const FailureGroup &group) const {
  const auto most = std::max_element(group.course.begin(), group.course.end());
  const qint64 part = (m_to - m_from) / qint64(FailureGroup::Buckets);
  const qint64 at = m_from + part * (most - group.course.begin());
  return tr("From %1 to %2; most of them (%3) from %4 on.")
      .arg(format::exactTime(m_from), format::exactTime(m_to), format::number(*most), format::exactTime(at));
}

QString FailureGroupsModel::tip(const FailureGroup &group, int column) const {
  switch (column) {
  case First:
    return format::exactTime(group.first);
  case Last:
    return format::exactTime(group.last);
  case Queues:
    return format::boundedTip(queueNames(group, MostNames));
  case Course:
    return courseText(group);
  case Frame:
    return format::tipText(group.print.frame);
  default:
    return format::boundedTip(text(group, column));
  }
}

QVariant FailureGroupsModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const FailureGroup &group = m_rows[size_t(index.row())];
  const int column = index.column();
  switch (role) {
  case Qt::DisplayRole:
    return text(group, column);
  case Qt::AccessibleTextRole:
    return column == Course ? courseText(group) : text(group, column);
  case ExactTextRole:
  case Qt::ToolTipRole:
    return tip(group, column);
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (isRight(column) ? Qt::AlignRight : Qt::AlignLeft));
  case CellKindRole:
    return int(kindOf(column));
  case SortValueRole:
    return sorts(column) ? QVariant(sortValue(group, column)) : QVariant();
  case ErrorClassRole:
    return format::safeText(group.print.errorClass, 100);
  case ErrorMessageRole:
    return messageText(group.print);
  case CourseRole:
    return column == Course ? QVariant::fromValue(QList<qint64>(group.course.begin(), group.course.end()))
                            : QVariant();
  default:
    return {};
  }
}

QVariant FailureGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft));
  if (role == Qt::ToolTipRole)
    return section == Frame    ? tr("Where it failed: the first line of the stack outside of libraries")
           : section == Course ? tr("How often it failed in each part of the time that was looked at")
                               : QString();
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Count:
    return tr("Jobs");
  case Reason:
    return tr("Error");
  case Frame:
    return tr("Top frame");
  case Queues:
    return tr("Queues");
  case First:
    return tr("First seen");
  case Last:
    return tr("Last seen");
  case Course:
    return tr("Over time");
  default:
    return {};
  }
}

} // namespace oxp
