// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/optionsmodel.h"

#include "models/format.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace oxp {
namespace {

QString words(const char *source) {
  return QCoreApplication::translate("Operations", source);
}

QString reason(OptionBar bar) {
  switch (bar) {
  case OptionBar::None:
    break;
  case OptionBar::AtAdding:
    return OptionsModel::tr("Read only when a job is added.");
  case OptionBar::OwnField:
    return OptionsModel::tr("A field of the job decides, and not this.");
  case OptionBar::OfScheduler:
    return OptionsModel::tr("Belongs to the scheduler that made the job.");
  case OptionBar::OfTrace:
    return OptionsModel::tr("Belongs to the trace of whoever added the job.");
  case OptionBar::NotHere:
    return OptionsModel::tr("The workers of this queue do not obey it, or not all alike.");
  case OptionBar::Unknown:
    return OptionsModel::tr("No worker reads it.");
  case OptionBar::OtherForm:
    return OptionsModel::tr("Its value has a form that is only shown.");
  case OptionBar::Twice:
    return OptionsModel::tr("It stands there more than once.");
  }
  return {};
}

QString textOf(const OptionRow &row, int column) {
  switch (column) {
  case OptionsModel::Option:
    return row.option ? words(row.option->title) : format::safeText(row.name, 200);
  case OptionsModel::Value:
    return row.value.isEmpty() && row.option ? OptionsModel::tr("not set: %1").arg(words(row.option->unset))
                                             : format::safeText(row.value, 400);
  case OptionsModel::Meaning:
    return row.bar == OptionBar::None ? words(row.option->help) : reason(row.bar);
  default:
    return {};
  }
}

} // namespace

OptionsModel::OptionsModel(QObject *parent)
    : MergedTable(parent) {}

void OptionsModel::apply(std::vector<OptionRow> rows) {
  if (m_mask)
    for (OptionRow &row : rows)
      if (!row.value.isEmpty())
        row.value = m_mask(row.name, row.value);
  merge(rows, [](const OptionRow &row) { return row.name; });
}

const OptionRow *OptionsModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

bool OptionsModel::isOffered(int row) const {
  const OptionRow *option = at(row);
  return option && option->bar == OptionBar::None;
}

int OptionsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int OptionsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant OptionsModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const OptionRow &row = m_rows[size_t(index.row())];
  const QString text = textOf(row, index.column());
  switch (role) {
  case Qt::DisplayRole:
    return text;
  case Qt::ToolTipRole:
  case ExactTextRole:
    return format::boundedTip(index.column() == Option ? format::safeText(row.name, 200) : text);
  case Qt::AccessibleDescriptionRole:
    return textOf(row, Meaning);
  default:
    return {};
  }
}

QVariant OptionsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Option:
    return tr("Option");
  case Value:
    return tr("Value");
  case Meaning:
    return tr("What it does");
  default:
    return {};
  }
}

} // namespace oxp
