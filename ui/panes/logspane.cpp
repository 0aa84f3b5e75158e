// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/logspane.h"

#include "models/logmodel.h"
#include "ui/errortext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/loglinesdelegate.h"
#include "ui/widgets/longclipboard.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int PageLines = 500;

} // namespace

LogsPane::LogsPane(QWidget *parent)
    : JobTab(parent)
    , m_model(new LogModel(this))
    , m_view(new QListView)
    , m_count(new QLabel)
    , m_all(new QPushButton(tr("Show all")))
    , m_more(new QPushButton(tr("Load more"))) {
  setupView();
  setupActions();
  auto *footer = new QHBoxLayout;
  footer->setContentsMargins(12, 8, 12, 8);
  m_count->setFont(fonts::small());
  setButtonKind(m_more, ButtonKind::Flat);
  setButtonKind(m_all, ButtonKind::Flat);
  m_all->setAccessibleName(m_all->text());
  m_all->setToolTip(tr("All loaded lines as one text, to find something in it (Ctrl+F)"));
  footer->addWidget(m_count, 1);
  footer->addWidget(m_all);
  footer->addWidget(m_more);
  connect(m_all, &QPushButton::clicked, this, &LogsPane::showAll);
  connect(m_more, &QPushButton::clicked, this, [this] { load(m_model->rowCount()); });
  auto *page = new QWidget;
  auto *column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_view, 1);
  column->addLayout(footer);
  m_place = new FullTextPlace(page);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_place);
}

LogsPane::~LogsPane() {
  m_request.cancel();
}

void LogsPane::setupView() {
  m_view->setAccessibleName(tr("Log lines"));
  m_view->setModel(m_model);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setFont(fonts::monoId());
  m_view->setItemDelegate(new LogLinesDelegate(m_view));
  m_view->setLayoutMode(QListView::Batched);
  m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->setMouseTracking(true);
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) { showLine(index.row()); });
}

void LogsPane::setupActions() {
  auto *show = new QAction(tr("Show all of this line"), m_view);
  connect(show, &QAction::triggered, this, [this] { showLine(m_view->currentIndex().row()); });
  auto *find = new QAction(tr("Find in all loaded lines"), m_view);
  find->setShortcut(QKeySequence::Find);
  find->setShortcutContext(Qt::WidgetShortcut);
  connect(find, &QAction::triggered, this, [this] {
    showAll();
    m_place->panel()->openFind();
  });
  auto *copyLines = new QAction(tr("Copy lines"), m_view);
  copyLines->setShortcut(QKeySequence::Copy);
  copyLines->setShortcutContext(Qt::WidgetShortcut);
  connect(copyLines, &QAction::triggered, this, [this] { copy(false); });
  auto *copyAll = new QAction(tr("Copy all loaded lines"), m_view);
  connect(copyAll, &QAction::triggered, this, [this] { copy(true); });
  m_view->addActions({show, find, copyLines, copyAll});
  m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void LogsPane::copy(bool all) const {
  if (all) {
    QGuiApplication::clipboard()->setMimeData(new LongClipboard(m_model->all()));
    return;
  }
  QModelIndexList rows = m_view->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QByteArrayList lines;
  for (const QModelIndex &row : rows)
    lines.append(m_model->lineAt(row.row()));
  QGuiApplication::clipboard()->setMimeData(new LongClipboard(lines.join('\n')));
}

void LogsPane::showLine(int row) {
  if (row >= 0)
    m_place->open(tr("Log line %1").arg(QLocale().toString(row + 1)), m_model->lineAt(row),
                  tr("log line %1").arg(row + 1) + QStringLiteral(".txt"));
}

void LogsPane::showAll() {
  m_place->open(tr("Log"), m_model->all(), tr("log") + QStringLiteral(".txt"));
}

void LogsPane::setJob(const JobContext &context, const JobDetail &detail) {
  clearJob();
  m_context = context;
  m_known = detail.logCount;
  m_stale = true;
  if (isVisible())
    activated();
  updateFooter();
}

void LogsPane::updateJob(const JobDetail &detail) {
  if (detail.logCount == m_known)
    return;
  m_known = detail.logCount;
  // Only what is new: the lines that are there already stay, and so does the scroll position.
  if (isVisible() && !m_stale)
    load(detail.logCount < m_model->rowCount() ? 0 : m_model->rowCount());
  else
    m_stale = true;
}

void LogsPane::clearJob() {
  m_request.cancel();
  m_context = {};
  m_model->clear();
  m_place->back();
  m_known = 0;
  m_stale = false;
  m_busy = false;
  updateFooter();
}

void LogsPane::activated() {
  if (m_stale && !m_context.isNull())
    load(m_model->rowCount());
}

void LogsPane::load(qint64 offset) {
  if (m_busy || m_context.isNull())
    return;
  m_stale = false;
  m_busy = true;
  const JobContext asked = m_context;
  m_request = m_context.session->jobs().requestLogs(
      asked.queue, asked.jobId, offset, PageLines, this, [this, asked](const Result<reader::LogPage> &page) {
        if (!m_context.sameJob(asked))
          return;
        m_busy = false;
        if (!page) {
          if (page.error().kind != ErrorKind::Cancelled)
            m_count->setText(errorText(page.error(), Doing::Reading).headline);
          m_stale = true;
          return;
        }
        QScrollBar *bar = m_view->verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum() && m_model->rowCount() > 0;
        m_model->applyPage(page->offset, page->total, page->rows);
        if (atEnd)
          m_view->scrollToBottom();
        updateFooter();
      });
}

void LogsPane::updateFooter() {
  m_more->setVisible(m_model->more());
  m_all->setVisible(m_model->rowCount() > 0);
  m_count->setText(m_model->more() ? tr("%1 of %n line(s)", nullptr, int(m_model->total()))
                                         .arg(QLocale().toString(m_model->rowCount()))
                                   : tr("%n line(s)", nullptr, m_model->rowCount()));
}

} // namespace oxp
