// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuetreemodel.h"

namespace oxp {

QueueFilterModel::QueueFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent) {
  setRecursiveFilteringEnabled(true);
}

void QueueFilterModel::setText(const QString &text) {
  if (m_text == text.trimmed())
    return;
  m_text = text.trimmed();
  invalidateRowsFilter();
}

bool QueueFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const {
  if (m_text.isEmpty())
    return true;
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  switch (static_cast<NodeKind>(index.data(NodeKindRole).toInt())) {
  case NodeKind::Profile:
    return true;
  case NodeKind::Runs:
    return false;
  case NodeKind::Group:
    return false; // stays when one of its queues does
  case NodeKind::Queue:
    return index.data().toString().contains(m_text, Qt::CaseInsensitive);
  case NodeKind::State:
  case NodeKind::Schedulers:
    return parent.data().toString().contains(m_text, Qt::CaseInsensitive);
  }
  return true;
}

} // namespace oxp
