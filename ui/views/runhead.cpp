// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/runhead.h"

#include "models/format.h"
#include "models/runtext.h"
#include "operations/operation.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/markcells.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

using audit::ItemState;

constexpr int HeadHeight = 40, ProgressHeight = 24, Margin = 12, BarWidth = 240; // px

QString clockTime(qint64 at) {
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
  const QString clock = format::timeOfDay(time.time());
  return time.date() == QDate::currentDate() ? clock : format::date(at) + u' ' + clock;
}

QString spanOf(const audit::Run &run) {
  const qint64 start = run.begunAt > 0 ? run.begunAt : run.createdAt;
  return run.endedAt > 0 ? RunHead::tr("%1 to %2", "times").arg(clockTime(start), clockTime(run.endedAt))
                         : RunHead::tr("since %1", "a time").arg(clockTime(start));
}

QString factsOf(const RunRow &row) {
  const audit::Run &run = row.run;
  QStringList facts{format::safeText(run.queue.name),
                    RunHead::tr("%Ln job(s)", nullptr, int(run.counts.total())), spanOf(run)};
  if (row.isOver())
    facts << runtext::meanRate(run);
  if (!run.reason.isEmpty())
    facts << RunHead::tr("reason: %1").arg(run.reason);
  facts.removeAll(QString());
  return facts.join(QStringLiteral(" · "));
}

/// Jobs that it was for and has certainly not done: another time must not be the second one.
qint64 restOf(const audit::RunCounts &counts) {
  qint64 rest = 0;
  for (int state = 0; state < audit::ItemStates; ++state)
    if (isUntouched(ItemState(state)))
      rest += counts[ItemState(state)];
  return rest;
}

} // namespace

bool isUntouched(ItemState state) {
  return state == ItemState::Waiting || state == ItemState::Skipped || state == ItemState::Conflict ||
         state == ItemState::Failed;
}

RunOffers offersFor(const RunRow &row, bool may, bool writes) {
  const OperationSpec *spec = findOperation(row.run.operation);
  const bool edits = spec && spec->edits && row.undoes == 0;
  const bool over = row.isOver() && row.stage != RunStage::Undone;
  RunOffers offers;
  offers.undo = writes && may && over && edits && row.run.counts[ItemState::Done] > 0;
  offers.rest = writes && may && over && row.undoes == 0 && restOf(row.run.counts) > 0;
  offers.exported = true;
  offers.pause = row.isUnderWay();
  offers.goOn = may && row.canGoOn();
  offers.cancel = row.isUnderWay() || (may && row.canGoOn());
  return offers;
}

RunHead::RunHead(QWidget *parent)
    : QWidget(parent)
    , m_mark(new IconLabel(IconId::Runs, Tint::Text2))
    , m_title(new TextLabel)
    , m_facts(new TextLabel({}, Tint::Text2)) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto *head = new QWidget;
  head->setFixedHeight(HeadHeight);
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(Margin, 0, Margin, 0);
  row->setSpacing(8);
  m_title->setFont(fonts::uiBold());
  m_title->setObjectName(QStringLiteral("Run"));
  m_facts->setFont(fonts::small());
  m_facts->setElide(Qt::ElideRight);
  row->addWidget(m_mark);
  row->addWidget(m_title);
  row->addWidget(m_facts, 1);
  m_undo = addButton(row, tr("Undo…"), tr("Undo"), &RunHead::undoWanted);
  m_undo->setIcon(icon(IconId::Undo));
  m_rest = addButton(row, tr("Try the rest again…"), tr("Try the rest again"), &RunHead::restWanted);
  m_rest->setIcon(icon(IconId::Retry));
  m_goOn = addButton(row, tr("Resume"), tr("Resume"), &RunHead::goOnWanted);
  m_pause = addButton(row, tr("Pause"), tr("Pause"), &RunHead::pauseWanted);
  m_cancel = addButton(row, tr("Cancel"), tr("Cancel"), &RunHead::cancelWanted);
  m_export = addButton(row, tr("Export…"), tr("Export"), &RunHead::exportWanted);
  m_export->setIcon(icon(IconId::Export));
  m_progress = makeProgress();
  column->addWidget(head);
  column->addWidget(m_progress);
}

QPushButton *RunHead::addButton(QHBoxLayout *row, const QString &words, const QString &name,
                                void (RunHead::*wanted)()) {
  auto *made = new QPushButton(words);
  made->setAccessibleName(name);
  made->setObjectName(name);
  connect(made, &QPushButton::clicked, this, wanted);
  made->hide();
  row->addWidget(made);
  return made;
}

QWidget *RunHead::makeProgress() {
  auto *line = new QWidget;
  line->setFixedHeight(ProgressHeight);
  auto *row = new QHBoxLayout(line);
  row->setContentsMargins(Margin, 0, Margin, 4);
  row->setSpacing(12);
  m_bar = new ProgressLine(BarWidth);
  m_going = new TextLabel({}, Tint::Text2);
  m_going->setFont(fonts::small());
  m_going->setObjectName(QStringLiteral("Run progress"));
  row->addWidget(m_bar);
  row->addWidget(m_going, 1);
  line->hide();
  return line;
}

void RunHead::show(const RunRow &row, const RunOffers &offers) {
  const MarkLook look = lookOf(runtext::markOf(row.stage));
  m_mark->setIcon(look.icon, look.tint);
  m_title->setText(runtext::operation(row));
  m_facts->setText(factsOf(row));
  m_undo->setVisible(offers.undo);
  m_rest->setVisible(offers.rest);
  m_export->setVisible(offers.exported);
  m_pause->setVisible(offers.pause);
  m_goOn->setVisible(offers.goOn);
  m_cancel->setVisible(offers.cancel);
  m_progress->setVisible(!row.isOver());
}

void RunHead::showProgress(double share, const QString &words) {
  m_bar->setShare(share);
  m_going->setText(words);
}

void RunHead::setStopping(bool stopping) {
  m_pause->setDisabled(stopping);
  m_cancel->setDisabled(stopping);
}

} // namespace oxp
