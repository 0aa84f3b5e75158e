// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter above the list, and which columns it shows.
#include "ui/views/joblistpanel.h"

#include "models/format.h"
#include "models/jobtablemodel.h"
#include "ui/flows/errornotice.h"
#include "ui/views/columnstore.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "workspace/settings.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

namespace oxp {
namespace {

constexpr int FilterDelayMs = 250;

} // namespace

void JobListPanel::setupFilter() {
  m_filter->field()->setAccessibleName(tr("Search jobs"));
  m_filter->field()->setObjectName(QStringLiteral("Search jobs"));
  m_filter->field()->setPlaceholderText(tr("Filter by id, name or error among the newest %1 jobs")
                                            .arg(format::number(m_settings.value(setting::FilterLimit))));
  m_filterDelay.setSingleShot(true);
  m_filterDelay.setInterval(FilterDelayMs);
  connect(&m_filterDelay, &QTimer::timeout, this, &JobListPanel::startFilter);
  connect(m_filter, &SearchBox::textEdited, &m_filterDelay, qOverload<>(&QTimer::start));
  connect(m_filter, &SearchBox::submitted, this, [this] {
    m_filterDelay.stop();
    startFilter();
  });
  connect(m_filter, &SearchBox::cancelled, this, &JobListPanel::stopFilter);
}

void JobListPanel::startFilter() {
  stopFilter();
  if (!m_shown.session)
    return;
  const QString text = m_filter->text().trimmed();
  if (text.isEmpty()) {
    load();
    return;
  }
  FilterRequest request;
  request.queue = m_shown.queue;
  request.state = stateOf(m_shown.tab);
  request.text = text;
  request.reversed = m_model->reversed();
  request.limit = m_settings.value(setting::FilterLimit);
  request.fields = m_model->fields();
  const quint64 number = ++m_filterNumber;
  m_model->setList({}, kind());
  m_filter->setRunning(-1, tr("Looking…"));
  const auto progress = [this, number](const FilterResult &result) {
    if (number == m_filterNumber)
      applyFilterResult(result);
  };
  m_filterRequest = m_shown.session->requestFilter(
      request, this, progress, [this, number](const Result<FilterResult> &result) {
        if (number != m_filterNumber)
          return;
        m_filter->setIdle();
        if (result)
          return applyFilterResult(*result);
        if (result.error().kind != ErrorKind::Cancelled)
          m_banner->post(errorNotice(result.error(), Doing::Reading, "read"));
      });
}

void JobListPanel::stopFilter() {
  ++m_filterNumber;
  m_filterRequest.cancel();
  m_filter->setIdle();
}

void JobListPanel::applyFilterResult(const FilterResult &result) {
  m_model->setList(result.rows, kind());
  const qint64 bound = std::min<qint64>(result.total, m_settings.value(setting::FilterLimit));
  if (!result.complete)
    m_filter->setRunning(bound > 0 ? double(result.looked) / double(bound) : -1,
                         tr("%n found", nullptr, int(result.rows.size())));
  showEmptyWords();
}

void JobListPanel::focusFilter() {
  m_filter->field()->setFocus();
  m_filter->field()->selectAll();
}

void JobListPanel::chooseColumns(const QPoint &place) {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const std::vector<JobColumn> shown = shownColumns();
  for (const JobColumnSpec &spec : jobColumns()) {
    if (spec.column == JobColumn::Id)
      continue;
    QAction *action = menu->addAction(spec.translatedTitle());
    action->setCheckable(true);
    action->setChecked(std::find(shown.begin(), shown.end(), spec.column) != shown.end());
    connect(action, &QAction::toggled, this, [this, column = spec.column](bool on) {
      ColumnStore(m_settings).setShown(kind(), column, on);
      applyColumns();
    });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
    ColumnStore(m_settings).clear(kind());
    applyColumns();
  });
  menu->popup(m_table->horizontalHeader()->mapToGlobal(place));
}

void JobListPanel::applyColumns() {
  m_applyingWidths = true;
  ColumnStore store(m_settings);
  QHeaderView *header = m_table->horizontalHeader();
  store.restoreOrder(kind(), header);
  const std::vector<JobColumn> shown = shownColumns();
  // What takes the rest: numbers at the far right would be hard to read along.
  const bool hasError = std::find(shown.begin(), shown.end(), JobColumn::Error) != shown.end();
  const JobColumn wide = hasError ? JobColumn::Error : JobColumn::Name;
  for (const JobColumnSpec &spec : jobColumns()) {
    const int section = int(spec.column);
    const bool visible = std::find(shown.begin(), shown.end(), spec.column) != shown.end();
    m_table->setColumnHidden(section, !visible);
    header->setSectionResizeMode(section,
                                 spec.column == wide ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (visible && spec.column != wide)
      header->resizeSection(section, store.width(kind(), spec.column));
  }
  header->setStretchLastSection(!hasError &&
                                std::find(shown.begin(), shown.end(), JobColumn::Name) == shown.end());
  m_applyingWidths = false;
  m_model->setShownColumns(shown);
}

void JobListPanel::saveWidths() {
  if (!m_applyingWidths)
    ColumnStore(m_settings).save(kind(), m_table->horizontalHeader());
}

std::vector<JobColumn> JobListPanel::shownColumns() const {
  return ColumnStore(m_settings).shown(kind());
}

} // namespace oxp
