// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prefixesmodel.h"

#include "models/familytext.h"
#include "models/format.h"

#include <algorithm>

namespace oxp {

namespace {

/// `BullMQ 5.81, 6.7`: the product's name once.
QString libraryText(const PrefixSummary &summary) {
  QStringList kinds;
  for (const QueueInfo &queue : summary.kinds)
    if (const QString kind = familyText(queue); !kinds.contains(kind))
      kinds << kind;
  std::sort(kinds.begin(), kinds.end());
  for (qsizetype i = 1; i < kinds.size(); ++i)
    if (kinds[i].section(u' ', 0, 0) == kinds[0].section(u' ', 0, 0))
      kinds[i] = kinds[i].section(u' ', 1);
  return format::listed(kinds);
}

QString newestText(const PrefixSummary &summary, qint64 now) {
  if (summary.newestMs <= 0)
    return format::missing();
  QStringList words;
  for (const QByteArray &queue : summary.newestQueues)
    words << format::safeText(queue, 60);
  words << format::pastTime(summary.newestMs, now);
  return format::joined(words);
}

} // namespace

void PrefixesModel::setPrefixes(std::vector<PrefixSummary> prefixes, qint64 now,
                                const QList<QByteArray> &wanted) {
  beginResetModel();
  m_prefixes = std::move(prefixes);
  m_now = now;
  m_ticked.clear();
  for (const PrefixSummary &summary : m_prefixes)
    m_ticked.push_back(wanted.isEmpty() ? now - summary.newestMs <= RecentMs
                                        : wanted.contains(summary.prefix));
  // Old jobs only: better all of them than nothing.
  if (wanted.isEmpty() && std::find(m_ticked.begin(), m_ticked.end(), true) == m_ticked.end())
    m_ticked.assign(m_ticked.size(), true);
  endResetModel();
  emit tickedChanged();
}

QList<QByteArray> PrefixesModel::ticked() const {
  QList<QByteArray> prefixes;
  for (size_t i = 0; i < m_prefixes.size(); ++i)
    if (m_ticked[i])
      prefixes += m_prefixes[i].prefix;
  return prefixes;
}

int PrefixesModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_prefixes.size());
}

int PrefixesModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString PrefixesModel::text(const PrefixSummary &summary, int column) const {
  switch (column) {
  case PrefixColumn:
    return format::safeText(summary.prefix);
  case QueuesColumn:
    return format::number(summary.queues);
  case LibraryColumn:
    return libraryText(summary);
  case JobsColumn:
    return format::number(summary.jobs);
  default:
    return newestText(summary, m_now);
  }
}

QVariant PrefixesModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
    return {};
  const PrefixSummary &summary = m_prefixes[size_t(index.row())];
  const bool figure = index.column() == QueuesColumn || index.column() == JobsColumn;
  switch (role) {
  case Qt::DisplayRole:
    return text(summary, index.column());
  case Qt::ToolTipRole:
    return index.column() == NewestColumn && summary.newestMs > 0 ? format::exactTime(summary.newestMs)
                                                                  : text(summary, index.column());
  case Qt::TextAlignmentRole:
    return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  case Qt::CheckStateRole:
    return index.column() == PrefixColumn
               ? QVariant(m_ticked[size_t(index.row())] ? Qt::Checked : Qt::Unchecked)
               : QVariant();
  default:
    return {};
  }
}

bool PrefixesModel::setData(const QModelIndex &index, const QVariant &value, int role) {
  if (!index.isValid() || index.column() != PrefixColumn || role != Qt::CheckStateRole)
    return false;
  m_ticked[size_t(index.row())] = value.toInt() == Qt::Checked;
  emit dataChanged(index, index, {Qt::CheckStateRole});
  emit tickedChanged();
  return true;
}

QVariant PrefixesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  const bool figure = section == QueuesColumn || section == JobsColumn;
  if (role == Qt::TextAlignmentRole)
    return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case PrefixColumn:
    return tr("Prefix");
  case QueuesColumn:
    return tr("Queues");
  case LibraryColumn:
    return tr("Library");
  case JobsColumn:
    return tr("Jobs");
  default:
    return tr("Newest");
  }
}

Qt::ItemFlags PrefixesModel::flags(const QModelIndex &index) const {
  if (!index.isValid())
    return Qt::NoItemFlags;
  const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  return index.column() == PrefixColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace oxp
