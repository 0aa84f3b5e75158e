// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the Error tab and how they hang together.
#include "ui/panes/errorpane.h"

#include "ui/panes/attemptsview.h"
#include "ui/panes/errorhead.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/findline.h"
#include "ui/widgets/fitarea.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/fulltextview.h"
#include "ui/widgets/rowwidgets.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int BarHeight = 40, KeepsHeight = 28;
constexpr int LeastPages = 84; // px: an attempt and two of its frames

} // namespace

void ErrorPane::setupBar() {
  m_view->addPart(tr("Own frames"));
  m_view->addPart(tr("All frames"));
  m_view->addPart(tr("Raw text"));
  m_view->setAccessibleName(tr("What is shown of the traces"));
  connect(m_view, &Segment::currentChanged, this, &ErrorPane::showView);
  m_counts->setFont(fonts::small());
  m_counts->setElide(Qt::ElideRight);
  m_find->setIcon(icon(IconId::Search));
  m_find->setAutoRaise(true);
  m_find->setFixedSize(28, 28);
  m_find->setAccessibleName(tr("Find in the traces"));
  m_find->setToolTip(tr("Find in the traces (Ctrl+F)"));
  connect(m_find, &QToolButton::clicked, this, &ErrorPane::find);
  m_copyAll->setAccessibleName(m_copyAll->text());
  m_copyAll->setObjectName(QStringLiteral("Copy all"));
  m_copyAll->setIcon(icon(IconId::Copy, Tint::Accent));
  m_copyAll->setIconSize({StripIcon, StripIcon});
  m_copyAll->setAutoDefault(false);
  setButtonKind(m_copyAll, ButtonKind::Flat);
  connect(m_copyAll, &QPushButton::clicked, this, &ErrorPane::copyAll);
  auto *row = new QHBoxLayout(m_bar);
  row->setContentsMargins(12, 0, 4, 0);
  row->setSpacing(8);
  row->addWidget(m_view);
  row->addWidget(m_counts, 1);
  row->addWidget(m_find);
  row->addWidget(m_copyAll);
  m_bar->setFixedHeight(BarHeight);
}

void ErrorPane::setupPages() {
  m_nothing->setContentsMargins(12, 12, 12, 12);
  m_nothing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_nothing->setObjectName(QStringLiteral("No trace"));
  m_pages->addWidget(new RowWidgetsFrame(m_attempts));
  m_pages->addWidget(m_raw);
  m_pages->addWidget(m_nothing);
  m_findLine->setContentsMargins(12, 4, 4, 4);
  m_findLine->hide();
  m_keeps->setFont(fonts::small());
  m_keeps->setContentsMargins(12, 0, 12, 0);
  m_keeps->setFixedHeight(qMax(KeepsHeight, m_keeps->fontMetrics().height() + 8));
  m_keeps->setElide(Qt::ElideRight);
  m_keeps->setBackgroundRole(QPalette::Window);
  m_keeps->setAutoFillBackground(true);
}

void ErrorPane::setupLayout() {
  auto *page = new QWidget;
  auto *column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_head);
  column->addWidget(m_bar);
  column->addWidget(m_pages, 1);
  column->addWidget(m_findLine);
  column->addWidget(m_bounds);
  column->addWidget(m_keeps);
  m_pages->setMinimumHeight(LeastPages);
  m_place =
      new FullTextPlace(new FitArea(page)); // in a low pane the head keeps its lines, and the rest scrolls
  setFocusProxy(m_attempts);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_place);
}

void ErrorPane::setupAttempts() {
  connect(m_head, &ErrorHead::valueWanted, this, &ErrorPane::valueWanted);
  connect(m_head, &ErrorHead::copyWanted, this, [this] { copy(m_attempts->story().reason); });
  connect(m_head, &ErrorHead::fullTextWanted, this,
          [this] { openFull(tr("Why it failed"), m_attempts->story().reason); });
  connect(m_attempts, &AttemptsView::copyWanted, this, &ErrorPane::copy);
  connect(m_attempts, &AttemptsView::fullTextWanted, this, &ErrorPane::openFull);
  connect(m_attempts, &AttemptsView::saveWanted, this, &ErrorPane::saveLine);
  connect(m_bounds, &Strip::linkActivated, this, [this] { m_view->setCurrent(RawText); });
  connect(m_findLine, &FindLine::wanted, this, &ErrorPane::findNext);
  connect(m_findLine, &FindLine::closed, this, [this] {
    m_findLine->hide();
    m_pages->currentWidget()->setFocus();
  });
  connect(m_raw, &FullTextView::findWanted, this, &ErrorPane::find);
  connect(m_raw, &FullTextView::findFinished, this, [this](bool found, bool wrapped) {
    m_findLine->tell(FindLine::resultWords(found, wrapped), found);
  });
}

} // namespace oxp
