// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistselection.h"

#include "models/jobcells.h"
#include "models/jobtablemodel.h"
#include "ui/views/joblistcolumns.h"
#include "ui/views/searchpanel.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/jobtableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMimeData>

namespace oxp {

int JobListSelection::count() const {
  return m_place.covered ? m_parts.results->selectedCount() : selectedRowCount(*m_parts.table);
}

std::vector<JobRow> JobListSelection::jobs() const {
  if (!m_place.covered)
    return m_parts.model->rowsFor(rowRanges(m_parts.table->selectionModel()->selection()));
  std::vector<JobRow> rows;
  for (const SearchHit &hit : hits())
    rows.push_back(hit.row);
  return rows;
}

ChosenRows JobListSelection::rows() const {
  return m_parts.model->chosenRows(rowRanges(m_parts.table->selectionModel()->selection()));
}

std::vector<SearchHit> JobListSelection::hits() const {
  return m_place.covered ? m_parts.results->selectedHits() : std::vector<SearchHit>();
}

void JobListSelection::copyIds() const {
  QGuiApplication::clipboard()->setText(jobcells::idsText(jobs()));
}

void JobListSelection::copyRows() const {
  const std::vector<JobColumn> columns =
      m_place.covered ? m_parts.results->shownColumns() : m_parts.columns->shown();
  QGuiApplication::clipboard()->setText(jobcells::tableText(jobs(), columns));
}

void JobListSelection::copyJson() const {
  const QByteArray json = jobcells::jsonText(jobs());
  auto *mime = new QMimeData;
  mime->setText(QString::fromUtf8(json));
  mime->setData(QStringLiteral("application/json"), json);
  QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace oxp
