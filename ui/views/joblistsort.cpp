// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistsort.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/jobtablemodel.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/flows/errornotice.h"
#include "ui/views/searchpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <utility>

namespace oxp {
namespace {

using search::Field;

constexpr int LongMs = 1'000; ///< a sort that Activity lists

/// What the jobs of a state are sorted by when a header is clicked; nothing for the column that says the same
/// of all of them.
std::optional<Field> sortField(JobColumn column) {
  return column == JobColumn::State ? std::nullopt : fieldOf(column);
}

Qt::SortOrder orderOf(bool descending) {
  return descending ? Qt::DescendingOrder : Qt::AscendingOrder;
}

} // namespace

JobListSort::JobListSort(const JobListPlace &place, const Parts &parts, QWidget *panel)
    : QObject(panel)
    , m_place(place)
    , m_parts(parts)
    , m_panel(panel) {
  m_parts.table->horizontalHeader()->setSectionsClickable(true);
  connect(m_parts.table->horizontalHeader(), &QHeaderView::sectionClicked, this, &JobListSort::headerClicked);
}

void JobListSort::leave() {
  cancel();
  m_order.reset();
}

void JobListSort::addToMenu(QMenu *menu) {
  if (isPossible())
    connect(menu->addAction(tr("Sort by a field…")), &QAction::triggered, this, &JobListSort::askField);
}

/// Up, down, and back to the state's own order. The view has moved its mark already: it tells the order that
/// is shown, and not one that is only asked for and may never come.
void JobListSort::headerClicked(int section) {
  mark();
  const std::optional<JobColumn> own = orderColumn(m_place.tab);
  if (m_place.tab == StateTab::Latest)
    return orderLatestBy(JobColumn(section));
  const std::optional<Field> field = own ? sortField(JobColumn(section)) : std::nullopt;
  if (own && int(*own) == section)
    return m_order ? returnToOwn() : reverse();
  if (!field)
    return;
  const search::Path by{*field, {}};
  if (!m_order || m_order->by != by)
    return sortBy(by, false);
  if (!m_order->descending)
    return sortBy(by, true);
  returnToOwn();
}

/// One way, the other, and back to the newest first.
void JobListSort::orderLatestBy(JobColumn column) {
  const JobOrder now = m_parts.model->listOrder();
  const JobOrder first{column, jobColumn(column).firstOrder() == Qt::DescendingOrder};
  if (now.by != column)
    m_parts.model->setListOrder(first);
  else
    m_parts.model->setListOrder(now == first ? JobOrder{column, !first.descending} : JobOrder());
  mark();
}

void JobListSort::reverse() {
  if (m_order)
    return sortBy(m_order->by, !m_order->descending);
  JobTableModel *model = m_parts.model;
  if (m_place.tab == StateTab::Latest)
    model->setListOrder({model->listOrder().by, !model->listOrder().descending});
  else if (model->mode() == JobTableModel::Mode::State)
    model->setReversed(!model->reversed());
  mark();
}

bool JobListSort::isPossible() const {
  return !m_place.covered && m_place.state().has_value();
}

void JobListSort::askField() {
  auto *dialog = new GoToDialog(tr("Sort by a field"), tr("Field, such as data.amount:"), m_panel);
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
    m_parts.banner->post(notice);
  });
  dialog->open();
}

void JobListSort::sortBy(const search::Path &by, bool descending) {
  const std::optional<JobState> state = m_place.state();
  if (!m_place.session || !state)
    return;
  m_request.cancel();
  SortRequest request;
  request.queue = m_place.queue;
  request.state = *state;
  request.by = by;
  request.descending = descending;
  const quint64 number = ++m_number;
  m_parts.banner->withdraw("unsorted");
  if (m_row > 0)
    end(tr("The order stays."), ErrorKind::Cancelled); // the one before
  m_time.start();
  progress({});
  m_request = m_place.session->longReads().requestSort(
      request, this,
      [this, number](const SortProgress &so) {
        if (number == m_number)
          progress(so);
      },
      [this, number, request](Result<SortedIds> ids) {
        if (number == m_number)
          take(request, std::move(ids));
      });
}

void JobListSort::progress(const SortProgress &so) {
  m_running = true;
  if (!m_parts.results->isRunning())
    m_parts.box->setRunning(so.total > 0 ? double(so.looked) / double(so.total) : -1, tr("Sorting…"));
  ActivityModel &activity = m_parts.activity;
  if (m_row == 0 && m_time.elapsed() > LongMs)
    m_row = activity.begin(tr("Sort %1").arg(format::safeText(m_place.queue.id.name, 40)), tr("jobs"),
                           [sort = QPointer(this)] {
                             if (sort)
                               sort->cancel();
                           });
  if (m_row > 0)
    activity.progress(m_row, so.looked, so.total);
}

void JobListSort::end(const QString &note, std::optional<ErrorKind> failed) {
  using Status = ActivityModel::Status;
  m_running = false;
  if (const int row = std::exchange(m_row, 0); row > 0)
    m_parts.activity.end(row,
                         !failed                           ? Status::Done
                         : *failed == ErrorKind::Cancelled ? Status::Cancelled
                                                           : Status::Failed,
                         note);
  if (!m_parts.results->isRunning())
    m_parts.box->setIdle();
}

void JobListSort::takeLine() {
  if (m_running)
    progress({});
  else
    m_parts.box->setIdle();
}

void JobListSort::tellFailed(const SortRequest &request, const Error &error) {
  if (error.kind == ErrorKind::Cancelled)
    return;
  Notice notice = errorNotice(error, Doing::Reading, "unsorted");
  if (error.code == "MASKED") {
    notice.what =
        tr("Your role may not see %1, so nothing can be sorted by it either.").arg(request.by.toString());
    notice.detail = tr("The order stays.");
  }
  m_parts.banner->post(notice);
}

void JobListSort::take(const SortRequest &request, Result<SortedIds> ids) {
  if (!ids) {
    end(tr("The order stays."), ids.error().kind);
    return tellFailed(request, ids.error());
  }
  end(tr("Sorted by %1.").arg(request.by.toString()), {});
  m_order = Order{request.by, request.descending, QTime::currentTime()};
  emit made(request.state, std::make_shared<const SortedIds>(std::move(*ids)));
  mark();
  tell();
}

void JobListSort::tell() {
  if (!m_order || m_place.covered)
    return m_parts.banner->withdraw("sorted");
  Notice notice;
  notice.id = "sorted";
  notice.kind = NoticeKind::Info;
  notice.what = tr("Sorted by %1.").arg(m_order->by.toString());
  notice.detail = tr("As of %1; newer jobs are not in it.").arg(format::timeOfDay(m_order->at));
  notice.buttons = {{tr("Sort again"), [this] { sortBy(m_order->by, m_order->descending); }},
                    {tr("Own order"), [this] { returnToOwn(); }}};
  m_parts.banner->post(notice);
}

/// Also ends the making of another order.
void JobListSort::returnToOwn() {
  cancel();
  if (!m_order)
    return;
  m_order.reset();
  m_parts.banner->withdraw("sorted");
  m_parts.banner->withdraw("unsorted");
  emit ownOrderWanted();
}

void JobListSort::cancel() {
  ++m_number;
  m_request.cancel();
  end(tr("The order stays."), ErrorKind::Cancelled);
}

void JobListSort::mark() {
  if (m_order)
    return markMade();
  const JobTableModel *model = m_parts.model;
  QHeaderView *header = m_parts.table->horizontalHeader();
  const std::optional<JobColumn> order = orderColumn(m_place.tab);
  header->setSortIndicatorShown(order.has_value());
  if (!order)
    return;
  if (m_place.tab == StateTab::Latest)
    return header->setSortIndicator(int(model->listOrder().by), orderOf(model->listOrder().descending));
  // completed and failed begin with the newest, everything else with what comes next.
  const bool newestFirst = m_place.tab == StateTab::Completed || m_place.tab == StateTab::Failed;
  header->setSortIndicator(int(*order), orderOf(newestFirst != model->reversed()));
}

/// A field inside the payload has no column.
void JobListSort::markMade() {
  int section = -1;
  for (int i = 0; i < JobColumnCount && m_order->by.steps.empty(); ++i)
    if (sortField(JobColumn(i)) == m_order->by.root)
      section = i;
  QHeaderView *header = m_parts.table->horizontalHeader();
  header->setSortIndicatorShown(section >= 0);
  header->setSortIndicator(section, orderOf(m_order->descending));
}

} // namespace oxp
