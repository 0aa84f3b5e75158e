// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"
#include "samples.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/panetabbar.h"
#include "ui/widgets/queuetreeview.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/statetabbar.h"
#include "ui/widgets/statuspieces.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace oxp;

namespace {

QVBoxLayout *column(QWidget *widget) {
  auto *layout = new QVBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  return layout;
}

QPushButton *button(const QString &text, ButtonKind kind, std::optional<IconId> id = {}) {
  auto *result = new QPushButton(text);
  setButtonKind(result, kind);
  if (id)
    result->setIcon(icon(*id));
  return result;
}

QWidget *left() {
  auto *dock = new QWidget;
  QVBoxLayout *lines = column(dock);
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->setContentsMargins(8, 8, 8, 8);
  auto *filter = new SearchField(FieldFont::Ui);
  filter->setPlaceholderText(u"Filter queues"_s);
  row->addWidget(filter);
  row->addWidget(button({}, ButtonKind::Flat, IconId::Plus));
  lines->addLayout(row);
  auto *tree = new QueueTreeView;
  tree->setModel(sampleTree(tree));
  tree->expandAll();
  tree->collapse(tree->model()->index(0, 0));
  const QModelIndex group = tree->model()->index(0, 0, tree->model()->index(2, 0));
  tree->setCurrentIndex(tree->model()->index(6, 0, tree->model()->index(5, 0, group)));
  lines->addWidget(tree);
  return dock;
}

QLayout *queueHeader() {
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->setContentsMargins(12, 8, 12, 8);
  auto *name = new TextLabel(u"orders"_s);
  name->setFont(fonts::heading());
  auto *facts = new TextLabel(u"shop  ·  BullMQ 5.81  ·  3 workers"_s, Tint::Text2);
  facts->setFont(fonts::small());
  row->addWidget(name);
  row->addWidget(new Tag(IconId::Paused, u"PAUSED"_s, Tint::Paused));
  row->addWidget(facts, 1);
  row->addWidget(button(u"Resume queue"_s, ButtonKind::Normal, IconId::Play));
  row->addWidget(button(u"Add job"_s, ButtonKind::Normal, IconId::Plus));
  row->addWidget(button({}, ButtonKind::Flat, IconId::More));
  return row;
}

StateTabBar *tabs() {
  auto *bar = new StateTabBar;
  const qint64 counts[] = {35, 3, 14, 0, 2, 100'000, 1'284};
  for (int i = 0; i < 7; ++i)
    bar->setCount(tabOf(ShownStates[size_t(i)]), counts[i]);
  bar->setCount(StateTab::Schedulers, 4);
  bar->setCurrentTab(StateTab::Failed);
  return bar;
}

QWidget *middle() {
  auto *part = new QWidget;
  QVBoxLayout *lines = column(part);
  auto *search = new SearchBox;
  search->setText(u"error: card or error: timeout"_s);
  search->setRunning(0.62, u"62 %  ·  412 found"_s);
  auto *wrong = new SearchBox;
  wrong->setText(u"data.amount => 100 and created > -1h"_s);
  wrong->setError(12, 2, u"Column 13: “=>” is no operator. Did you mean “>=”?"_s, u"Showing all jobs"_s);
  lines->addWidget(search);
  lines->addWidget(wrong);
  auto *table = new JobTableView;
  table->setModel(sampleLatest(table));
  table->setSortingEnabled(true);
  table->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
  const int widths[] = {80, 108, 144, 100, 72};
  for (int i = 0; i < 5; ++i)
    table->setColumnWidth(i, widths[i]);
  table->selectRow(7);
  table->setFocus();
  lines->addWidget(table);
  return part;
}

QLayout *jobHeader() {
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->setContentsMargins(12, 6, 12, 6);
  auto *name = new TextLabel(u"refund"_s);
  name->setFont(fonts::title());
  auto *id = new TextLabel(u"#104203"_s, Tint::Text2);
  id->setFont(fonts::monoId());
  auto *facts = new TextLabel(u"failed · attempt 3 of 3 · 3 min ago"_s, Tint::Text2);
  facts->setFont(fonts::small());
  row->addWidget(new IconLabel(IconId::Failed, Tint::Failed));
  row->addWidget(name);
  row->addWidget(id);
  row->addWidget(facts, 1);
  row->addWidget(button(u"Retry"_s, ButtonKind::Normal, IconId::Retry));
  row->addWidget(button({}, ButtonKind::Flat, IconId::More));
  return row;
}

QWidget *right() {
  auto *part = new QWidget;
  QVBoxLayout *lines = column(part);
  lines->addLayout(jobHeader());
  auto *bar = new PaneTabBar;
  for (const char *word : {"Data", "Error", "Result", "Options", "Logs", "Flow", "History", "Raw"})
    bar->addTab(QString::fromLatin1(word));
  bar->setUnsaved(0, true);
  bar->setTabEnabled(5, false);
  auto *tabRow = new QHBoxLayout;
  tabRow->setContentsMargins(4, 0, 0, 0);
  tabRow->addWidget(bar);
  lines->addLayout(tabRow);
  for (const NoticeKind kind : {NoticeKind::Warn, NoticeKind::Info, NoticeKind::Ok, NoticeKind::Err}) {
    auto *banner = new Banner;
    banner->post({"a",
                  kind,
                  u"Changed on the server"_s,
                  u"6 s ago. Your text is kept."_s,
                  {{u"Compare"_s, {}}},
                  kind == NoticeKind::Warn ? std::optional(IconId::Compare) : std::nullopt,
                  true});
    lines->addWidget(banner);
  }
  auto *strip = new Strip;
  strip->setContent(NoticeKind::Err, u"CardError: card expired (card_declined)"_s, u"Stack"_s, true);
  lines->addWidget(strip);
  auto *text = new QPlainTextEdit(u"{\n  \"orderId\": \"ORD-20261122-0417\"\n}"_s);
  text->setFont(fonts::mono());
  text->setFrameShape(QFrame::NoFrame);
  lines->addWidget(text);
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->setContentsMargins(12, 8, 12, 8);
  row->addWidget(button(u"Save"_s, ButtonKind::Main));
  row->addWidget(button(u"Discard"_s, ButtonKind::Normal));
  row->addWidget(button(u"Format"_s, ButtonKind::Flat));
  row->addWidget(button(u"Minify"_s, ButtonKind::Flat));
  row->addStretch();
  row->addWidget(new IconLabel(IconId::Check, Tint::Ok, StripIcon));
  row->addWidget(new TextLabel(u"Valid JSON"_s, Tint::Ok));
  lines->addLayout(row);
  return part;
}

QWidget *status() {
  auto *bar = new QWidget;
  auto *row = new QHBoxLayout(bar);
  row->setContentsMargins(8, 0, 8, 0);
  auto *connection = new StatusPiece(u"Connection"_s);
  connection->setContent(IconId::Plug, Tint::Ok, u"Connected"_s, u"0.3 ms"_s);
  auto *role = new StatusPiece(u"Role"_s);
  role->setContent(IconId::User, Tint::Text2, u"Operator"_s);
  auto *live = new StatusPiece(u"Live"_s);
  live->setContent(IconId::Live, Tint::Text2, u"Live, 12:04:19"_s);
  auto *activity = new ActivityPiece;
  activity->setRunning(u"Retrying  1,204 / 20,000"_s, 0.06, u"2,310/s  ·  8 s left"_s, true);
  row->addWidget(connection);
  row->addWidget(role);
  row->addWidget(live);
  row->addStretch();
  row->addWidget(activity);
  bar->setFixedHeight(26);
  return bar;
}

QWidget *bands() {
  auto *all = new QWidget;
  QVBoxLayout *lines = column(all);
  auto *production = new EnvironmentBand;
  production->setEnvironment(Environment::Production, u"shop production"_s, u"redis-eu-1:6380 / db 0"_s);
  production->setNote(u"writes ask first"_s);
  lines->addWidget(production);
  auto *staging = new EnvironmentBand;
  staging->setEnvironment(Environment::Staging, u"staging"_s, u"redis-staging:6379"_s);
  lines->addWidget(staging);
  auto *local = new EnvironmentBand;
  local->setEnvironment(Environment::Local, u"local"_s, u"127.0.0.1:6379"_s);
  lines->addWidget(local);
  return all;
}

QMenuBar *menus() {
  auto *bar = new QMenuBar;
  for (const char *word : {"&File", "&Edit", "&View", "&Queue", "&Job", "&Tools", "&Help"})
    bar->addMenu(QString::fromLatin1(word))->addAction(u"Nothing"_s);
  return bar;
}

} // namespace

QWidget *windowPage() {
  auto *page = new QWidget;
  QVBoxLayout *lines = column(page);
  lines->addWidget(menus());
  lines->addWidget(bands());
  auto *dock = left();
  auto *work = new QWidget;
  QVBoxLayout *workLines = column(work);
  workLines->addLayout(queueHeader());
  workLines->addWidget(tabs());
  auto *panes = new QSplitter;
  panes->addWidget(middle());
  panes->addWidget(right());
  panes->setSizes({624, 568});
  workLines->addWidget(panes, 1);
  auto *split = new QSplitter;
  split->addWidget(dock);
  split->addWidget(work);
  split->setSizes({248, 1192});
  lines->addWidget(split, 1);
  lines->addWidget(status());
  page->resize(1440, 900);
  return page;
}
