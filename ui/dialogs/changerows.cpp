// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changerows.h"

#include "models/format.h"
#include "ui/dialogs/changerow.h"
#include "ui/dialogs/changewords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int LeastHeight = 120; // px

} // namespace

ChangeRows::ChangeRows(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea) {
  setupList();
  setupKeys();
  add({}, 0);
}

void ChangeRows::setupList() {
  auto *inside = new QWidget;
  inside->setBackgroundRole(QPalette::Base);
  m_list = new QVBoxLayout(inside);
  m_list->setContentsMargins(0, 0, 0, 0);
  m_list->setSpacing(0);
  m_list->addLayout(makeFoot());
  m_list->addStretch(1);
  m_scroll->setAccessibleName(tr("Changes to make"));
  m_scroll->setObjectName(QStringLiteral("Changes to make"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setMinimumHeight(LeastHeight);
  m_scroll->setWidget(inside);
  auto *all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(m_scroll);
}

QLayout *ChangeRows::makeFoot() {
  m_add = new QPushButton(icon(IconId::Plus, Tint::Accent), tr("Add change"));
  m_add->setAccessibleName(tr("Add change"));
  m_add->setObjectName(QStringLiteral("Add change"));
  m_add->setAutoDefault(false);
  setButtonKind(m_add, ButtonKind::Flat);
  connect(m_add, &QPushButton::clicked, this, [this] {
    add({}, int(m_rows.size()))->focusFirst();
    emit changed();
  });
  auto *order = new TextLabel(tr("made in this order"), Tint::Text2);
  order->setFont(fonts::small());
  order->setToolTip(tr("Alt+Up and Alt+Down move a change"));
  auto *foot = new QHBoxLayout;
  foot->setContentsMargins(8, 4, 8, 4);
  foot->addWidget(m_add);
  foot->addStretch(1);
  foot->addWidget(order);
  return foot;
}

void ChangeRows::setupKeys() {
  for (const auto &[key, step] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
    auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, step] { move(step); });
  }
}

std::vector<edits::Draft> ChangeRows::drafts() const {
  std::vector<edits::Draft> drafts;
  for (const ChangeRow *row : m_rows)
    drafts.push_back(row->draft());
  return drafts;
}

void ChangeRows::setDrafts(const std::vector<edits::Draft> &drafts) {
  while (!m_rows.isEmpty())
    delete m_rows.takeLast();
  for (const edits::Draft &draft : drafts)
    add(draft, int(m_rows.size()));
  if (m_rows.isEmpty())
    add({}, 0);
  emit changed();
}

std::optional<std::vector<edits::Change>> ChangeRows::whole() const {
  std::vector<edits::Change> changes;
  for (const ChangeRow *row : m_rows)
    if (row->change())
      changes.push_back(*row->change());
  return changes;
}

QString ChangeRows::missing() const {
  bool any = false;
  for (int i = 0; i < m_rows.size(); ++i) {
    const auto &change = m_rows[i]->change();
    const edits::Draft draft = m_rows[i]->draft();
    any = any || change.has_value();
    if (change || draft.isEmpty())
      continue;
    const QString number = format::number(i + 1);
    return change.error().code == edits::DraftFault::Code::Missing
               ? tr("Change %1 lacks %2").arg(number, changewords::missing(draft.kind, change.error().field))
               : tr("Change %1 is wrong").arg(number);
  }
  return any ? QString() : tr("No change yet");
}

bool ChangeRows::isUntouched() const {
  return std::all_of(m_rows.begin(), m_rows.end(),
                     [](const ChangeRow *row) { return row->draft().isEmpty(); });
}

void ChangeRows::setPaths(const search::FieldPaths &paths) {
  m_paths = paths;
  for (ChangeRow *row : m_rows)
    row->setPaths(paths);
}

void ChangeRows::focusFirst() {
  if (!m_rows.isEmpty())
    m_rows.first()->focusFirst();
}

ChangeRow *ChangeRows::add(const edits::Draft &draft, int at) {
  auto *row = new ChangeRow(draft);
  row->setPaths(m_paths);
  m_rows.insert(at, row);
  m_list->insertWidget(at, row);
  row->show(); // at once, so that it can take the focus
  orderTabs();
  connect(row, &ChangeRow::changed, this, &ChangeRows::changed);
  connect(row, &ChangeRow::removeWanted, this, [this, row] { remove(row); });
  return row;
}

/// The focus goes to the row that takes its place, so that one can go on by keyboard.
void ChangeRows::remove(ChangeRow *row) {
  const int at = int(m_rows.indexOf(row));
  m_rows.removeOne(row);
  m_list->removeWidget(row);
  row->hide();
  row->deleteLater(); // its button is still at work
  if (m_rows.isEmpty())
    add({}, 0);
  m_rows[std::min<qsizetype>(at, m_rows.size() - 1)]->focusFirst();
  emit changed();
}

int ChangeRows::indexOfFocus() const {
  const QWidget *focus = QApplication::focusWidget();
  const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                [focus](const ChangeRow *one) { return focus && one->isAncestorOf(focus); });
  return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

void ChangeRows::move(int step) {
  const int from = indexOfFocus(), to = from + step;
  if (from < 0 || to < 0 || to >= m_rows.size())
    return;
  m_rows.move(from, to);
  m_list->removeWidget(m_rows[to]);
  m_list->insertWidget(to, m_rows[to]);
  orderTabs();
  m_scroll->ensureWidgetVisible(m_rows[to]);
  emit changed();
}

/// Tab goes from row to row as they stand now, and from the last one to the button.
void ChangeRows::orderTabs() {
  QWidget *before = nullptr;
  for (const ChangeRow *row : m_rows)
    for (QWidget *stop : row->stops()) {
      if (before)
        setTabOrder(before, stop);
      before = stop;
    }
  if (before)
    setTabOrder(before, m_add);
}

} // namespace oxp
