// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rawfieldsmodel.h"

#include "models/fieldwords.h"
#include "models/format.h"
#include "models/roles.h"

namespace oxp {

RawFieldsModel::RawFieldsModel(QObject *parent)
    : MergedTable(parent) {}

void RawFieldsModel::apply(const Fields &fields, const std::vector<Elided> &elided) {
  std::vector<detail::RawRow> rows;
  for (const auto &[field, value] : fields)
    rows.push_back({field, value, m_mask ? m_mask(field, value) : value, value.size(), false});
  for (const Elided &field : elided)
    rows.push_back({field.field, {}, {}, field.size, true});
  std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.field < b.field; });
  merge(rows, [](const detail::RawRow &row) { return row.field; });
}

QByteArray RawFieldsModel::fieldAt(int row) const {
  return row >= 0 && row < rowCount() ? m_rows[size_t(row)].field : QByteArray();
}

QByteArray RawFieldsModel::valueAt(int row) const {
  return row >= 0 && row < rowCount() ? m_rows[size_t(row)].shown : QByteArray();
}

bool RawFieldsModel::elidedAt(int row) const {
  return row >= 0 && row < rowCount() && m_rows[size_t(row)].elided;
}

int RawFieldsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int RawFieldsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant RawFieldsModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const detail::RawRow &row = m_rows[size_t(index.row())];
  const int column = index.column();
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (column == Size ? Qt::AlignRight : Qt::AlignLeft));
  if (column == Field && (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)) {
    const QString meaning = fieldMeaning(row.field);
    if (role == Qt::AccessibleDescriptionRole || !meaning.isEmpty())
      return role == Qt::ToolTipRole ? format::safeText(row.field) + u'\n' + meaning : meaning;
  }
  if (role == Qt::ToolTipRole || role == ExactTextRole)
    return column == Size    ? format::exactSize(row.size)
           : column == Value ? format::tipText(row.shown)
                             : format::tipText(row.field);
  if (role != Qt::DisplayRole)
    return {};
  switch (column) {
  case Field:
    return format::safeText(row.field);
  case Value:
    return row.elided ? tr("%1, not loaded").arg(format::sizeText(row.size)) : format::safeText(row.shown);
  case Size:
    return format::sizeText(row.size);
  default:
    return {};
  }
}

QVariant RawFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (section == Size ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Field:
    return tr("Field");
  case Value:
    return tr("Value");
  case Size:
    return tr("Size");
  default:
    return {};
  }
}

} // namespace oxp
