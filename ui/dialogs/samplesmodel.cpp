// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/samplesmodel.h"

#include "models/format.h"
#include "ui/dialogs/outcomelook.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <utility>

namespace oxp {

void SamplesModel::setReport(std::shared_ptr<const TrialReport> report) {
  m_report = std::move(report);
  show();
}

void SamplesModel::setFilter(const TrialFilter &filter) {
  m_filter = filter;
  show();
}

/// The same rows with other words keep what is selected.
void SamplesModel::show() {
  std::vector<size_t> shown;
  for (size_t i = 0; m_report && i < m_report->rows.size(); ++i)
    if (m_filter.takes(m_report->rows[i]))
      shown.push_back(i);
  if (shown == m_shown) {
    if (!shown.empty())
      emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    return;
  }
  beginResetModel();
  m_shown = std::move(shown);
  endResetModel();
}

int SamplesModel::rowOf(const QByteArray &id) const {
  const auto found =
      std::find_if(m_shown.begin(), m_shown.end(), [&](size_t job) { return m_report->rows[job].id == id; });
  return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int SamplesModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_shown.size());
}

int SamplesModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString SamplesModel::text(const TrialRow &row, int column) const {
  switch (column) {
  case Id:
    return format::safeText(row.id);
  case Name:
    return row.name;
  case Outcome:
    return row.kind == edits::TrialOutcome::Kind::Changes ? tr("%n change(s)", nullptr, row.changes)
                                                          : outcomelook::word(row.kind);
  default:
    return row.what;
  }
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const {
  const TrialRow &row = m_report->rows[jobAt(index.row())];
  switch (role) {
  case Qt::DisplayRole:
  case Qt::AccessibleTextRole:
    return text(row, index.column());
  case Qt::ToolTipRole:
    return format::boundedTip(text(row, index.column()));
  case Qt::FontRole:
    return index.column() == Id ? fonts::monoId() : QVariant();
  case Qt::DecorationRole:
    return index.column() == Outcome ? icon(outcomelook::iconOf(row.kind), outcomelook::tintOf(row.kind))
                                     : QVariant();
  case Qt::ForegroundRole:
    return index.column() == Outcome
               ? tokens().tint(row.kind == edits::TrialOutcome::Kind::Changes ? Tint::Text
                                                                              : outcomelook::tintOf(row.kind))
           : index.column() == What ? tokens().text2
                                    : QVariant();
  default:
    return {};
  }
}

QVariant SamplesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Id:
    return tr("Id");
  case Name:
    return tr("Name");
  case Outcome:
    return tr("Outcome");
  default:
    return tr("What");
  }
}

} // namespace oxp
