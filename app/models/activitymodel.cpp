// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activitymodel.h"

#include "base/clock.h"
#include "models/format.h"

namespace oxp {
namespace {
constexpr qint64 RepaintMs = 500;
/// A rate or a time left from less than this would only flicker.
constexpr qint64 RateAfterMs = 1'000;
} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : QAbstractListModel(parent) {}

int ActivityModel::begin(const QString &title, const QString &unit, std::function<void()> cancel) {
  Entry entry;
  entry.id = m_nextId++;
  entry.title = format::bounded(title, format::LineLimit);
  entry.unit = unit;
  entry.startedAt = wallClockMs();
  entry.cancel = std::move(cancel);
  const int id = entry.id;
  beginInsertRows({}, 0, 0);
  m_rows.insert(m_rows.begin(), std::move(entry));
  endInsertRows();
  dropOldest();
  emit runningChanged(runningCount());
  return id;
}

void ActivityModel::dropOldest() {
  while (rowCount() > KeptRows && m_rows.back().status != Status::Running) {
    beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
    m_rows.pop_back();
    endRemoveRows();
  }
}

void ActivityModel::progress(int id, qint64 done, qint64 total, const QString &note) {
  const int row = rowOf(id);
  if (row < 0 || m_rows[size_t(row)].status != Status::Running)
    return;
  Entry &entry = m_rows[size_t(row)];
  entry.done = done;
  entry.total = total;
  entry.note = format::bounded(note, format::LineLimit);
  if (wallClockMs() - entry.paintedAt < RepaintMs)
    return;
  entry.paintedAt = wallClockMs();
  emit dataChanged(index(row), index(row));
}

void ActivityModel::end(int id, Status status, const QString &note) {
  const int row = rowOf(id);
  if (row < 0 || m_rows[size_t(row)].status != Status::Running)
    return;
  Entry &entry = m_rows[size_t(row)];
  entry.status = status;
  entry.note = format::bounded(note, format::LineLimit);
  entry.endedAt = wallClockMs();
  entry.cancel = {};
  emit dataChanged(index(row), index(row));
  emit runningChanged(runningCount());
}

void ActivityModel::note(const QString &title, const QString &note) {
  end(begin(title, {}), Status::Done, note);
}

void ActivityModel::cancel(int row) {
  if (row < 0 || row >= rowCount())
    return;
  // A copy: what it does may end the row and with it the function.
  if (const auto cancel = m_rows[size_t(row)].cancel)
    cancel();
}

void ActivityModel::setOpener(int id, std::function<void()> open) {
  if (const int row = rowOf(id); row >= 0)
    m_rows[size_t(row)].open = std::move(open);
}

bool ActivityModel::open(int row) {
  if (row < 0 || row >= rowCount() || !m_rows[size_t(row)].open)
    return false;
  const auto open = m_rows[size_t(row)].open; // a copy, as above
  open();
  return true;
}

int ActivityModel::runningCount() const {
  return int(std::count_if(m_rows.begin(), m_rows.end(),
                           [](const Entry &e) { return e.status == Status::Running; }));
}

int ActivityModel::rowOf(int id) const {
  for (size_t i = 0; i < m_rows.size(); ++i)
    if (m_rows[i].id == id)
      return int(i);
  return -1;
}

QString ActivityModel::rateText(const Entry &entry) const {
  const qint64 took = (entry.endedAt ? entry.endedAt : wallClockMs()) - entry.startedAt;
  if (took < RateAfterMs || entry.done <= 0 || entry.unit.isEmpty())
    return {};
  return tr("%1 %2/s", "a number and a unit: 12,000 keys/s")
      .arg(format::number(entry.done * 1'000 / took), entry.unit);
}

QString ActivityModel::leftText(const Entry &entry) const {
  const qint64 took = wallClockMs() - entry.startedAt;
  if (entry.status != Status::Running || entry.unit.isEmpty() || took < RateAfterMs || entry.done <= 0 ||
      entry.total <= entry.done)
    return {};
  const double left = double(took) * double(entry.total - entry.done) / double(entry.done);
  return tr("%1 left").arg(format::duration(qint64(left / 1'000 + 1) * 1'000));
}

QString ActivityModel::statusText(Status status) {
  switch (status) {
  case Status::Running:
    return tr("running");
  case Status::Done:
    return tr("done");
  case Status::Failed:
    return tr("failed");
  case Status::Cancelled:
    return tr("cancelled");
  }
  return {};
}

int ActivityModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Entry &entry = m_rows[size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return entry.title;
  case Qt::AccessibleTextRole:
    return format::joined({entry.title, statusText(entry.status), entry.note});
  case Qt::ToolTipRole:
    return format::boundedTip(entry.note);
  case NoteRole:
    return entry.note;
  case ProgressRole:
    return entry.total > 0 ? QVariant(std::clamp(double(entry.done) / double(entry.total), 0.0, 1.0))
                           : QVariant();
  case StatusRole:
    return int(entry.status);
  case RateRole:
    return rateText(entry);
  case LeftRole:
    return leftText(entry);
  case CancellableRole:
    return entry.status == Status::Running && entry.cancel;
  default:
    return {};
  }
}

} // namespace oxp
