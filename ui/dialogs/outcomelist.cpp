// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/outcomelist.h"

#include "models/format.h"
#include "ui/dialogs/outcomedelegate.h"
#include "ui/dialogs/outcomelook.h"

#include <QKeyEvent>
#include <QStandardItemModel>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

using Kind = edits::TrialOutcome::Kind;

constexpr int ShownRows = 6; ///< then it is scrolled

} // namespace

OutcomeList::OutcomeList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this)) {
  setAccessibleName(tr("Outcome of the trial"));
  setObjectName(QStringLiteral("Outcome of the trial"));
  setModel(m_model);
  setItemDelegate(new OutcomeDelegate(this));
  setEditTriggers(NoEditTriggers);
  setUniformItemSizes(true);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const auto want = [this](const QModelIndex &index) { emit filterWanted(m_filters[size_t(index.row())]); };
  connect(this, &QListView::clicked, this, want);
  connect(this, &QListView::activated, this, want);
}

QSize OutcomeList::sizeHint() const {
  return {200, ShownRows * OutcomeDelegate::RowHeight + 2 * frameWidth()};
}

void OutcomeList::setSum(const std::optional<edits::TrialSum> &sum) {
  m_model->clear();
  m_filters.clear();
  if (!sum)
    return;
  add(Kind::Changes, sum->changes);
  add(Kind::Stays, sum->stay);
  add(Kind::Refused, sum->refused);
  for (int i = 0; i < int(sum->reasons.size()); ++i)
    addReason(*sum, i);
}

void OutcomeList::add(Kind kind, int jobs) {
  auto *item = new QStandardItem(outcomelook::words(kind));
  item->setData(jobs, OutcomeDelegate::JobsRole);
  item->setData(int(outcomelook::iconOf(kind)), OutcomeDelegate::IconRole);
  item->setData(int(outcomelook::tintOf(kind)), OutcomeDelegate::TintRole);
  item->setData(u"%1 %2"_s.arg(format::number(jobs), item->text()), Qt::AccessibleTextRole);
  m_model->appendRow(item);
  m_filters.push_back({kind});
}

void OutcomeList::addReason(const edits::TrialSum &sum, int reason) {
  const edits::TrialSum::Reason &one = sum.reasons[size_t(reason)];
  auto *item = new QStandardItem(reasonText(one));
  item->setData(one.jobs, OutcomeDelegate::JobsRole);
  item->setData(u"%1 %2"_s.arg(format::number(one.jobs), item->text()), Qt::AccessibleTextRole);
  item->setToolTip(format::boundedTip(item->text()));
  m_model->appendRow(item);
  m_filters.push_back({Kind::Refused, reason});
}

/// Return is meant for the row, and not for the dialog's default button too.
void OutcomeList::keyPressEvent(QKeyEvent *event) {
  QListView::keyPressEvent(event);
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    event->accept();
}

/// Its height is made of the frame's.
void OutcomeList::changeEvent(QEvent *event) {
  QListView::changeEvent(event);
  if (event->type() == QEvent::StyleChange)
    updateGeometry();
}

} // namespace oxp
