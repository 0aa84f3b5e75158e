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

#include <algorithm>

namespace oxp {

namespace {

void addOnce(std::vector<JobState> &states, JobState state) {
  if (std::find(states.begin(), states.end(), state) == states.end())
    states.push_back(state);
}

/// Which job it is: another one may take its id.
Selection::Job seen(const JobRow &row) {
  return {row.id, row.state, row.created > 0 ? QByteArray::number(row.created) : QByteArray()};
}

} // namespace

qint64 JobListSelection::count() const {
  if (m_place.covered)
    return m_all ? m_parts.results->foundCount() : m_parts.results->selectedCount();
  const qint64 rows = selectedRowCount(*m_parts.table);
  return m_all ? m_place.count().value_or(rows) : rows;
}

ChosenJobs JobListSelection::chosen() const {
  return m_place.covered ? chosenHits() : chosenRows();
}

ChosenJobs JobListSelection::chosenHits() const {
  ChosenJobs chosen;
  chosen.count = count();
  chosen.isAll = m_all;
  chosen.isRunning = m_all && (m_parts.results->isRunning() || m_parts.results->isPartial());
  chosen.isCutShort = m_parts.results->isCutShort();
  bool isOne = true;
  m_parts.results->visitHits(!m_all, [&](const SearchHit &hit) {
    addOnce(chosen.states, hit.row.state);
    if (!chosen.queue)
      chosen.queue = hit.queue;
    isOne = isOne && chosen.queue->id == hit.queue.id;
  });
  if (!isOne)
    chosen.queue.reset();
  return chosen;
}

ChosenJobs JobListSelection::chosenRows() const {
  ChosenJobs chosen;
  chosen.count = count();
  chosen.isAll = m_all;
  chosen.queue = m_place.queue;
  // Whichever they are: there may be millions of rows.
  if (m_all && (chosen.wholeState = m_place.state())) {
    chosen.states = {*chosen.wholeState};
    return chosen;
  }
  qint64 read = 0;
  visitJobs([&](const JobRow &job) {
    ++read;
    addOnce(chosen.states, job.state);
  });
  chosen.unread = std::max<qint64>(chosen.count - read, 0);
  return chosen;
}

Selection JobListSelection::selection() const {
  const ChosenJobs meant = chosen();
  Selection selection;
  if (!meant.isKnown())
    return selection;
  selection.queue = *meant.queue;
  Selection::Jobs jobs;
  if (m_place.covered)
    m_parts.results->visitHits(!m_all, [&](const SearchHit &hit) { jobs.push_back(seen(hit.row)); });
  else if (!meant.wholeState)
    for (const JobRow &row : this->jobs())
      jobs.push_back(seen(row));
  if (meant.wholeState)
    selection.of = Selection::WholeState{.state = *meant.wholeState};
  else
    selection.of = std::move(jobs);
  return selection;
}

void JobListSelection::visitJobs(const std::function<void(const JobRow &)> &visit) const {
  if (m_place.covered)
    return m_parts.results->visitHits(!m_all, [&visit](const SearchHit &hit) { visit(hit.row); });
  for (const RowRange &range : rowRanges(m_parts.table->selectionModel()->selection()))
    for (int row = range.first; row <= range.last; ++row)
      if (const JobRow *job = m_parts.model->rowAt(row))
        visit(*job);
}

/// A search reads all that there are columns for.
JobFields JobListSelection::knownFields() const {
  return m_place.covered ? AllJobFields : m_parts.model->fields();
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
  if (m_all && m_place.state()) {
    ChosenRows whole;
    whole.state = *m_place.state();
    whole.everything = true;
    return whole;
  }
  return m_parts.model->chosenRows(rowRanges(m_parts.table->selectionModel()->selection()));
}

std::vector<SearchHit> JobListSelection::hits() const {
  return hitsOf(!m_all);
}

std::vector<SearchHit> JobListSelection::found() const {
  return hitsOf(false);
}

std::vector<SearchHit> JobListSelection::hitsOf(bool onlySelected) const {
  std::vector<SearchHit> hits;
  if (m_place.covered)
    m_parts.results->visitHits(onlySelected, [&](const SearchHit &hit) { hits.push_back(hit); });
  return hits;
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
