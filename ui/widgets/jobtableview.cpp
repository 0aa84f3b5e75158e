// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobtableview.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/jobtabledelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QHoverEvent>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {
constexpr int LoadingDelay = 150; ///< ms until a fetch is worth showing
constexpr int HeaderMinimum = 40, HeaderDefault = 100;
} // namespace

JobTableView::JobTableView(QWidget *parent)
    : QTableView(parent)
    , m_delegate(new JobTableDelegate(this)) {
  setObjectName(u"Jobs"_s);
  setAccessibleName(tr("Jobs"));
  setItemDelegate(m_delegate);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setHorizontalScrollMode(ScrollPerPixel);
  setContextMenuPolicy(Qt::CustomContextMenu);
  viewport()->setAttribute(Qt::WA_Hover);
  setupHeaders();
  setCompact(false);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JobTableView::updateHold);
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &JobTableView::updateHold);
  m_loadingDelay.setSingleShot(true);
  m_loadingDelay.setInterval(LoadingDelay);
  connect(&m_loadingDelay, &QTimer::timeout, this, [this] {
    m_delegate->setShowLoading(true);
    viewport()->update();
  });
}

void JobTableView::setupHeaders() {
  QHeaderView *columns = horizontalHeader();
  // The minimum first: Qt raises it to the default otherwise.
  columns->setMinimumSectionSize(HeaderMinimum);
  columns->setDefaultSectionSize(HeaderDefault);
  columns->setHighlightSections(false);
  columns->setStretchLastSection(true);
  columns->setSectionsMovable(true);
  columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  columns->setTextElideMode(Qt::ElideRight);
  columns->setContextMenuPolicy(Qt::CustomContextMenu);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void JobTableView::setCompact(bool compact) {
  const int height = fonts::rowHeight(fonts::ui(), compact);
  verticalHeader()->setMinimumSectionSize(height);
  verticalHeader()->setDefaultSectionSize(height);
}

std::pair<int, int> JobTableView::visibleRows() const {
  const int rows = model() ? model()->rowCount() : 0;
  if (rows == 0)
    return {0, -1};
  const int first = rowAt(0);
  const int last = rowAt(viewport()->height() - 1);
  return {qMax(0, first), last < 0 ? rows - 1 : last};
}

void JobTableView::refreshVisible() {
  viewport()->update();
}

void JobTableView::paintEvent(QPaintEvent *event) {
  m_delegate->takeSawLoading();
  QTableView::paintEvent(event);
  if (m_delegate->takeSawLoading()) {
    if (!m_delegate->showsLoading() && !m_loadingDelay.isActive())
      m_loadingDelay.start();
  } else if (event->rect().contains(viewport()->rect())) {
    // Everything that is seen is there: the next wait starts anew.
    m_loadingDelay.stop();
    m_delegate->setShowLoading(false);
  }
}

bool JobTableView::viewportEvent(QEvent *event) {
  switch (event->type()) {
  case QEvent::HoverMove:
  case QEvent::HoverEnter:
    setHoveredRow(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
    break;
  case QEvent::HoverLeave:
    setHoveredRow(-1);
    break;
  default:
    break;
  }
  return QTableView::viewportEvent(event);
}

void JobTableView::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  updateHover();
}

void JobTableView::updateHover() {
  if (viewport()->underMouse())
    setHoveredRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void JobTableView::setHoveredRow(int row) {
  const int before = m_delegate->hoveredRow();
  if (row == before)
    return;
  m_delegate->setHoveredRow(row);
  updateHold();
  for (const int changed : {before, row}) {
    if (changed >= 0)
      viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
  }
}

/// Where no row is the current one Qt takes the first, which would open a job because a menu was closed: only
/// the keys that lead here may.
void JobTableView::focusInEvent(QFocusEvent *event) {
  const Qt::FocusReason reason = event->reason();
  if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || currentIndex().isValid())
    QTableView::focusInEvent(event);
  else
    QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void JobTableView::focusOutEvent(QFocusEvent *event) {
  QTableView::focusOutEvent(event);
  viewport()->update();
}

} // namespace oxp
