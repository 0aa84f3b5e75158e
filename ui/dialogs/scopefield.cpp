// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/scopefield.h"

#include "models/jobcolumns.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QTimer>

#include <limits>

namespace oxp {
namespace {

constexpr int PauseMs = 400; // after the last key
constexpr int FirstCount = 100, CountWidth = 96;

/// Their sets are ordered by when they finished (BullMQ 4 to 6, Bull 4).
bool isFinished(JobState state) {
  return state == JobState::Completed || state == JobState::Failed;
}

} // namespace

ScopeField::ScopeField(JobState state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_which(new QComboBox)
    , m_count(new QSpinBox)
    , m_jobs(new TextLabel(tr("jobs")))
    , m_before(new QDateTimeEdit(QDateTime::currentDateTime().addDays(-1))) {
  m_which->setObjectName(QStringLiteral("Which"));
  m_which->setAccessibleName(tr("Which"));
  add(All, tr("All %1 jobs").arg(stateTitle(state)));
  add(Newest, state == JobState::Delayed ? tr("The next due") : tr("The newest"));
  if (isFinished(state)) {
    add(Oldest, tr("The oldest"));
    add(Before, tr("Finished before"));
  }
  m_count->setObjectName(QStringLiteral("Jobs to take"));
  m_count->setAccessibleName(tr("Jobs to take"));
  m_count->setRange(1, std::numeric_limits<int>::max());
  m_count->setValue(FirstCount);
  m_count->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_count->setFixedWidth(CountWidth);
  m_before->setObjectName(QStringLiteral("Finished before"));
  m_before->setAccessibleName(tr("Finished before"));
  m_before->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  m_before->setCalendarPopup(true);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  for (QWidget *field : {static_cast<QWidget *>(m_which), static_cast<QWidget *>(m_count),
                         static_cast<QWidget *>(m_jobs), static_cast<QWidget *>(m_before)})
    row->addWidget(field);
  row->addStretch(1);
  auto *pause = new QTimer(this);
  pause->setSingleShot(true);
  pause->setInterval(PauseMs);
  connect(pause, &QTimer::timeout, this, &ScopeField::changed);
  const auto typed = [this, pause] {
    pause->start();
    emit touched();
  };
  connect(m_count, &QSpinBox::valueChanged, this, typed);
  connect(m_before, &QDateTimeEdit::dateTimeChanged, this, typed);
  connect(m_which, &QComboBox::currentIndexChanged, this, [this, pause] {
    pause->stop();
    showFields();
    emit touched();
    emit changed();
  });
  showFields();
}

void ScopeField::add(Which which, const QString &words) {
  m_which->addItem(words, int(which));
}

ScopeField::Which ScopeField::which() const {
  return Which(m_which->currentData().toInt());
}

void ScopeField::showFields() {
  const bool counted = which() == Newest || which() == Oldest;
  m_count->setVisible(counted);
  m_jobs->setVisible(counted);
  m_before->setVisible(which() == Before);
}

Selection::WholeState ScopeField::scope() const {
  Selection::WholeState scope;
  scope.state = m_state;
  if (which() == Newest || which() == Oldest)
    scope.limit = m_count->value();
  scope.oldest = which() == Oldest;
  if (which() == Before)
    scope.max = '(' + QByteArray::number(m_before->dateTime().toMSecsSinceEpoch());
  return scope;
}

} // namespace oxp
