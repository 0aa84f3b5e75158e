// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/receiptsmodel.h"

#include "models/receipttext.h"

#include <algorithm>

namespace oxp {

ReceiptsModel::ReceiptsModel(QObject *parent)
    : QAbstractListModel(parent) {}

void ReceiptsModel::add(const Receipt &receipt) {
  for (int row = rowCount() - 1; row >= 0; --row)
    if (at(row).isReplacedBy(receipt))
      dismiss(row);
  if (rowCount() >= KeptRows)
    dismiss(rowCount() - 1);
  beginInsertRows({}, 0, 0);
  m_rows.insert(m_rows.begin(), receipt);
  endInsertRows();
  if (receipt.where.kind != Whereabouts::Kind::Looking)
    emit spoke(0);
}

void ReceiptsModel::dismiss(int row) {
  if (row < 0 || row >= rowCount())
    return;
  beginRemoveRows({}, row, row);
  m_rows.erase(m_rows.begin() + row);
  endRemoveRows();
}

void ReceiptsModel::dismissAll() {
  if (m_rows.empty())
    return;
  beginRemoveRows({}, 0, rowCount() - 1);
  m_rows.clear();
  endRemoveRows();
}

void ReceiptsModel::update(const std::function<bool(Receipt &)> &change) {
  for (int row = 0; row < rowCount(); ++row) {
    Receipt &receipt = m_rows[size_t(row)];
    const Receipt before = receipt;
    if (!change(receipt))
      continue;
    emit dataChanged(index(row), index(row));
    if (receipt.where.kind != Whereabouts::Kind::Looking &&
        receipttext::word(before) != receipttext::word(receipt))
      emit spoke(row);
  }
}

int ReceiptsModel::followedCount() const {
  return int(std::count_if(m_rows.begin(), m_rows.end(),
                           [](const Receipt &receipt) { return receipt.isOfJob() && !receipt.isFinal(); }));
}

int ReceiptsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReceiptsModel::data(const QModelIndex &index, int role) const {
  if (!index.isValid() || index.row() >= rowCount())
    return {};
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
    return receipttext::line(at(index.row()), now(at(index.row())));
  return {};
}

} // namespace oxp
