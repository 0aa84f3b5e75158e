// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/thenfield.h"

#include "bulk/followup.h"
#include "models/format.h"
#include "models/jobcolumns.h"
#include "models/operationtitle.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>

#include <set>

namespace oxp {
namespace {

std::set<JobState> statesOf(const Selection &selection) {
  if (const auto *whole = std::get_if<Selection::WholeState>(&selection.of))
    return {whole->state};
  std::set<JobState> states;
  for (const Selection::Job &job : std::get<Selection::Jobs>(selection.of))
    states.insert(job.state);
  return states;
}

QString titlesOf(const std::vector<JobState> &states) {
  QStringList titles;
  for (const JobState state : states)
    titles << stateTitle(state);
  return titles.join(ThenField::tr(" or "));
}

/// Empty where it may follow.
QString whyNot(const OperationSpec &spec, const Selection &selection, policy::Capabilities may) {
  if (!includes(may, spec.needs))
    return ThenField::tr("not allowed to you");
  for (const JobState state : statesOf(selection)) {
    if (offers(spec, selection.queue, state, may, false))
      return {};
  }
  return isSameInAll(spec, selection.queue.family, false)
             ? ThenField::tr("none of these jobs is %1", "states").arg(titlesOf(spec.states))
             : ThenField::tr("the release of BullMQ here is not known for sure");
}

} // namespace

ThenField::ThenField(const Selection &selection, policy::Capabilities may, QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this)) {
  auto *row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(new TextLabel(tr("Then")));
  add(row, tr("Only edit"), {}, {});
  QStringList reasons;
  for (const OperationSpec *spec : followUps()) {
    const QString title = bulkEditTitle(spec->id), why = whyNot(*spec, selection, may);
    add(row, title, spec->id, why);
    if (!why.isEmpty())
      reasons << tr("%1: %2").arg(title, why);
  }
  row->addStretch(1);
  m_choices->buttons().front()->setChecked(true);
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  if (reasons.isEmpty())
    return;
  auto *reason = new TextLabel(format::joined(reasons), Tint::Text2);
  reason->setFont(fonts::small());
  column->addWidget(reason);
}

void ThenField::add(QHBoxLayout *row, const QString &title, const QByteArray &operation,
                    const QString &whyNot) {
  auto *button = new QRadioButton(title);
  button->setObjectName(title);
  button->setAccessibleName(title);
  button->setProperty("operation", operation);
  button->setEnabled(whyNot.isEmpty());
  button->setToolTip(whyNot);
  m_choices->addButton(button);
  row->addWidget(button);
}

QByteArray ThenField::operation() const {
  const QAbstractButton *chosen = m_choices->checkedButton();
  return chosen ? chosen->property("operation").toByteArray() : QByteArray();
}

} // namespace oxp
