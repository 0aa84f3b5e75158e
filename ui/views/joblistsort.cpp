// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A state in another order than its own: made in the background, and said so above the list.
#include "ui/views/joblistpanel.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/jobtablemodel.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/flows/errornotice.h"
#include "ui/views/searchpanel.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "workspace/sortedpagesource.h"

#include <QHeaderView>

namespace oxp {
namespace {

using search::Field;

constexpr int LongMs = 1'000; ///< a sort that Activity lists

/// What the jobs of a state are sorted by when a header is clicked; nothing for the column that says the same
/// of all of them.
std::optional<Field> sortField(JobColumn column) {
  return column == JobColumn::State ? std::nullopt : fieldOf(column);
}

} // namespace

/// Up, down, and back to the state's own order. The view has moved its mark already: it tells the order that
/// is shown, and not one that is only asked for and may never come.
void JobListPanel::headerClicked(int section) {
  markOrder();
  const std::optional<JobColumn> own = orderColumn(m_shown.tab);
  if (m_shown.tab == StateTab::Latest)
    return orderLatestBy(JobColumn(section));
  const std::optional<Field> field = own ? sortField(JobColumn(section)) : std::nullopt;
  if (own && int(*own) == section) {
    if (m_sort)
      leaveSort();
    else
      reverse();
    return;
  }
  if (!field)
    return;
  const search::Path by{*field, {}};
  if (!m_sort || m_sort->by != by)
    return sortBy(by, false);
  if (!m_sort->descending)
    return sortBy(by, true);
  leaveSort();
}

/// One way, the other, and back to the newest first.
void JobListPanel::orderLatestBy(JobColumn column) {
  const JobOrder now = m_model->listOrder();
  const JobOrder first{column, jobColumn(column).firstOrder() == Qt::DescendingOrder};
  if (now.by != column)
    m_model->setListOrder(first);
  else
    m_model->setListOrder(now == first ? JobOrder{column, !first.descending} : JobOrder());
  markOrder();
}

bool JobListPanel::maySort() const {
  return !m_searching && stateOf(m_shown.tab).has_value();
}

void JobListPanel::askSortField() {
  auto *dialog = new GoToDialog(tr("Sort by a field"), tr("Field, such as data.amount:"), this);
  connect(dialog, &GoToDialog::entered, this, [this](const QString &text) {
    const auto path = search::parsePath(text.trimmed());
    if (path)
      return sortBy(*path, false);
    Notice notice;
    notice.id = "unsorted";
    notice.kind = NoticeKind::Err;
    notice.what = tr("%1 is no field.").arg(text);
    notice.detail =
        tr("Write data.amount, data.items[0].sku, opts.attempts or result.total. The order stays.");
    m_banner->post(notice);
  });
  dialog->open();
}

void JobListPanel::sortBy(const search::Path &by, bool descending) {
  const std::optional<JobState> state = stateOf(m_shown.tab);
  if (!m_shown.session || !state)
    return;
  m_sortRequest.cancel();
  SortRequest request;
  request.queue = m_shown.queue;
  request.state = *state;
  request.by = by;
  request.descending = descending;
  const quint64 number = ++m_sortNumber;
  m_banner->withdraw("unsorted");
  if (m_sortRow > 0)
    endSorting(tr("The order stays."), ErrorKind::Cancelled); // the one before
  m_sortTime.start();
  tellSorting({});
  m_sortRequest = m_shown.session->requestSort(
      request, this,
      [this, number](const SortProgress &so) {
        if (number == m_sortNumber)
          tellSorting(so);
      },
      [this, number, request](Result<SortedIds> ids) {
        if (number == m_sortNumber)
          takeSorted(request, std::move(ids));
      });
}

/// A search that runs has the line to itself.
void JobListPanel::tellSorting(const SortProgress &so) {
  m_sorting = true;
  if (!m_results->isRunning())
    m_searchBox->setRunning(so.total > 0 ? double(so.looked) / double(so.total) : -1, tr("Sorting…"));
  if (m_sortRow == 0 && m_sortTime.elapsed() > LongMs)
    m_sortRow = m_activity.begin(tr("Sort %1").arg(format::safeText(m_shown.queue.id.name, 40)), tr("jobs"),
                                 [panel = QPointer(this)] {
                                   if (panel)
                                     panel->cancelSort();
                                 });
  if (m_sortRow > 0)
    m_activity.progress(m_sortRow, so.looked, so.total);
}

void JobListPanel::endSorting(const QString &note, std::optional<ErrorKind> failed) {
  using Status = ActivityModel::Status;
  m_sorting = false;
  if (const int row = std::exchange(m_sortRow, 0); row > 0)
    m_activity.end(row,
                   !failed                           ? Status::Done
                   : *failed == ErrorKind::Cancelled ? Status::Cancelled
                                                     : Status::Failed,
                   note);
  if (!m_results->isRunning())
    m_searchBox->setIdle();
}

void JobListPanel::tellSortFailed(const SortRequest &request, const Error &error) {
  if (error.kind == ErrorKind::Cancelled)
    return;
  Notice notice = errorNotice(error, Doing::Reading, "unsorted");
  if (error.code == "MASKED") {
    notice.what =
        tr("Your role may not see %1, so nothing can be sorted by it either.").arg(request.by.toString());
    notice.detail = tr("The order stays.");
  }
  m_banner->post(notice);
}

void JobListPanel::takeSorted(const SortRequest &request, Result<SortedIds> ids) {
  if (!ids) {
    endSorting(tr("The order stays."), ids.error().kind);
    return tellSortFailed(request, ids.error());
  }
  endSorting(tr("Sorted by %1.").arg(request.by.toString()), {});
  m_sort = Sort{request.by, request.descending, {}};
  const auto order = std::make_shared<const SortedIds>(std::move(*ids));
  const qint64 total = order->size();
  m_model->setSource(std::make_shared<SortedPageSource>(m_shown.session, m_shown.queue, request.state, order),
                     request.state, total, false);
  markOrder();
  showEmptyWords();
  m_sort->at = QTime::currentTime();
  tellSort();
}

/// Above the list only: results of a search have an order of their own.
void JobListPanel::tellSort() {
  if (!m_sort || m_searching)
    return m_banner->withdraw("sorted");
  Notice notice;
  notice.id = "sorted";
  notice.kind = NoticeKind::Info;
  notice.what = tr("Sorted by %1.").arg(m_sort->by.toString());
  notice.detail = tr("As of %1; newer jobs are not in it.").arg(format::timeOfDay(m_sort->at));
  notice.buttons = {{tr("Sort again"), [this] { sortBy(m_sort->by, m_sort->descending); }},
                    {tr("Own order"), [this] { leaveSort(); }}};
  m_banner->post(notice);
}

/// Also ends one that is still under way.
void JobListPanel::leaveSort() {
  cancelSort();
  if (!m_sort)
    return;
  forgetSort();
  load();
}

void JobListPanel::cancelSort() {
  ++m_sortNumber;
  m_sortRequest.cancel();
  endSorting(tr("The order stays."), ErrorKind::Cancelled);
}

void JobListPanel::forgetSort() {
  m_sort.reset();
  m_banner->withdraw("sorted");
  m_banner->withdraw("unsorted");
}

void JobListPanel::markOrder() {
  QHeaderView *header = m_table->horizontalHeader();
  if (m_sort) {
    int section = -1;
    for (int i = 0; i < JobColumnCount && m_sort->by.steps.empty(); ++i)
      if (sortField(JobColumn(i)) == m_sort->by.root)
        section = i;
    header->setSortIndicatorShown(section >= 0);
    header->setSortIndicator(section, m_sort->descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    return;
  }
  const std::optional<JobColumn> order = orderColumn(m_shown.tab);
  header->setSortIndicatorShown(order.has_value());
  if (!order)
    return;
  if (m_shown.tab == StateTab::Latest) {
    const JobOrder &list = m_model->listOrder();
    header->setSortIndicator(int(list.by), list.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    return;
  }
  // completed and failed begin with the newest, everything else with what comes next.
  const bool newestFirst = m_shown.tab == StateTab::Completed || m_shown.tab == StateTab::Failed;
  header->setSortIndicator(int(*order),
                           newestFirst != m_model->reversed() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace oxp
