// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"
#include "samples.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/changeslistdelegate.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/profilelistdelegate.h"
#include "ui/widgets/statetabbar.h"

#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace oxp;

namespace {

QTableView *changes() {
  auto *table = new QTableView;
  table->setModel(sampleChanges(table));
  table->setItemDelegate(new ChangesListDelegate(table));
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setShowGrid(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(28);
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
  const int widths[] = {104, 168, 190, 200, 110};
  for (int i = 0; i < 5; ++i)
    table->setColumnWidth(i, widths[i]);
  table->selectRow(0);
  return table;
}

StateTabBar *tabs(int width) {
  auto *bar = new StateTabBar;
  const qint64 counts[] = {35, 3, 14, 0, 2, 100'000, 1'284};
  for (int i = 0; i < 6; ++i)
    bar->setCount(tabOf(ShownStates[size_t(i)]), counts[i]);
  bar->setFixedWidth(width);
  return bar;
}

} // namespace

QWidget *listsPage() {
  auto *page = new QWidget;
  auto *lines = new QVBoxLayout(page);
  lines->addWidget(changes());
  auto *list = new QListView;
  list->setModel(sampleProfiles(list));
  list->setItemDelegate(new ProfileListDelegate(list));
  list->setCurrentIndex(list->model()->index(2, 0));
  lines->addWidget(list);
  for (const int width : {1180, 1060, 990, 860, 760, 500})
    lines->addWidget(tabs(width));
  page->resize(1210, 640);
  return page;
}

QWidget *emptyPage() {
  auto *page = new EmptyPlace;
  page->setDrawing(IconId::Bird);
  page->setHeadline(u"No connection yet"_s);
  page->setSentence(
      u"Oxpecker shows and edits the BullMQ queues in a Redis that you name. It listens on no port, and "
      "it writes nothing until you save."_s);
  page->addButton(u"Add connection…"_s, ButtonKind::Main)->setIcon(icon(IconId::Plus, Tint::OnAccent));
  page->addButton(u"Open the demo"_s, ButtonKind::Normal)->setIcon(icon(IconId::Database));
  page->addButton(u"Import profiles…"_s, ButtonKind::Flat);
  page->addShortcut(u"Ctrl+N"_s, u"Add connection"_s);
  page->addShortcut(u"Ctrl+K"_s, u"Find any action, queue or job"_s);
  page->addShortcut(u"F1"_s, u"All keyboard shortcuts"_s);
  page->setFootnote(u"The demo runs inside Oxpecker with made-up jobs; no Redis is needed."_s);
  page->resize(880, 646);
  return page;
}
