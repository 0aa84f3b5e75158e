// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "models/format.h"
#include "models/roles.h"

namespace oxp {
namespace {
constexpr qsizetype ShownBytes = 2'000;

/// Some workers end their lines with a line break.
QByteArray withoutBreak(QByteArray line) {
  if (line.size() <= ShownBytes)
    while (line.endsWith('\n') || line.endsWith('\r'))
      line.chop(1);
  return line;
}
} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractListModel(parent) {}

void LogModel::clear() {
  if (!m_lines.empty()) {
    beginRemoveRows({}, 0, int(m_lines.size()) - 1);
    m_lines.clear();
    endRemoveRows();
  }
  m_total = 0;
}

void LogModel::applyPage(qint64 offset, qint64 total, const std::vector<QByteArray> &lines) {
  if (total < qint64(m_lines.size()))
    dropFrom(int(total));
  m_total = total;
  const int first = int(offset);
  if (first > rowCount())
    return; // A page further on than what is there: a gap cannot be shown.
  for (int i = 0; i < int(lines.size()) && first + i < rowCount(); ++i)
    replace(first + i, lines[size_t(i)]);
  const int known = rowCount() - first;
  if (known >= int(lines.size()))
    return;
  beginInsertRows({}, rowCount(), first + int(lines.size()) - 1);
  m_lines.insert(m_lines.end(), lines.begin() + known, lines.end());
  endInsertRows();
}

void LogModel::dropFrom(int row) {
  beginRemoveRows({}, row, rowCount() - 1);
  m_lines.resize(size_t(row));
  endRemoveRows();
}

void LogModel::replace(int row, const QByteArray &line) {
  if (m_lines[size_t(row)] == line)
    return;
  m_lines[size_t(row)] = line;
  emit dataChanged(index(row), index(row));
}

QByteArray LogModel::lineAt(int row) const {
  return row >= 0 && row < rowCount() ? m_lines[size_t(row)] : QByteArray();
}

QByteArray LogModel::all() const {
  QByteArray text;
  for (const QByteArray &line : m_lines)
    text += line + '\n';
  return text;
}

int LogModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const QByteArray &line = m_lines[size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return format::safeText(withoutBreak(line), ShownBytes, true);
  case CutRole:
    return line.size() > ShownBytes;
  case SizeRole:
    return line.size();
  case ExactTextRole:
  case Qt::ToolTipRole:
    return format::tipText(line);
  default:
    return {};
  }
}

} // namespace oxp
