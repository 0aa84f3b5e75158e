// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tallylist.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/tallydelegate.h"

#include <QStandardItemModel>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

TallyList::TallyList(const QString &name, QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this)) {
  setAccessibleName(name);
  setObjectName(name);
  setModel(m_model);
  setItemDelegate(new TallyDelegate(this));
  setEditTriggers(NoEditTriggers);
  setSelectionMode(NoSelection);
  setUniformItemSizes(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TallyList::sizeHint() const {
  return {160, m_model->rowCount() * fonts::rowHeight(font())};
}

/// Lines stay where they are: somebody may be reading them.
void TallyList::setTally(const Tally &tally, qint64 total, const QString &more) {
  const int lines = int(tally.top.size()) + (tally.others > 0 ? 1 : 0);
  const bool otherHeight = lines != m_model->rowCount();
  m_model->setRowCount(lines);
  m_model->setColumnCount(1);
  for (int row = 0; row < int(tally.top.size()); ++row)
    setLine(row, tally.top[size_t(row)].words, tally.top[size_t(row)].jobs, total);
  if (tally.others > 0)
    setLine(lines - 1, more, tally.otherJobs, total);
  if (otherHeight)
    updateGeometry();
}

void TallyList::setLine(int row, const QString &words, qint64 jobs, qint64 total) {
  const QModelIndex line = m_model->index(row, 0);
  if (line.data().toString() == words && line.data(TallyDelegate::JobsRole).toLongLong() == jobs &&
      line.data(TallyDelegate::TotalRole).toLongLong() == total)
    return;
  auto *item = new QStandardItem(words);
  item->setData(jobs, TallyDelegate::JobsRole);
  item->setData(total, TallyDelegate::TotalRole);
  item->setData(u"%1 %2"_s.arg(words, format::number(jobs)), Qt::AccessibleTextRole);
  item->setToolTip(format::boundedTip(words));
  m_model->setItem(row, item);
}

} // namespace oxp
