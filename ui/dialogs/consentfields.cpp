// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/consentfields.h"

#include "models/format.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace oxp {
namespace {

QLineEdit *namedField(const QString &name) {
  auto *field = new QLineEdit;
  field->setAccessibleName(name);
  field->setObjectName(name);
  return field;
}

} // namespace

ConsentFields::ConsentFields(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_running(new QCheckBox(tr("The job is running")))
    , m_typed(namedField(tr("Type to confirm")))
    , m_reason(namedField(tr("Reason"))) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setLabelAlignment(Qt::AlignRight);
  m_form->setSpacing(8);
  m_running->setAccessibleName(m_running->text());
  m_running->setObjectName(QStringLiteral("The job is running"));
  m_reason->setToolTip(tr("Kept in History together with your name and both versions."));
  m_form->addRow(QString(), m_running);
  m_form->addRow(tr("Type to confirm"), m_typed);
  m_form->addRow(tr("Reason"), m_reason);
  connect(m_running, &QCheckBox::toggled, this, &ConsentFields::changed);
  for (QLineEdit *field : fields())
    connect(field, &QLineEdit::textChanged, this, &ConsentFields::changed);
  setDecision({});
}

void ConsentFields::setDecision(const policy::Decision &decision) {
  m_decision = decision;
  m_typed->setPlaceholderText(format::safeText(decision.typeToConfirm, 100));
  setShown(m_running, decision.runningTick);
  setShown(m_typed, !decision.typeToConfirm.isEmpty());
  setShown(m_reason, decision.reasonWanted);
  setVisible(decision.runningTick || !decision.typeToConfirm.isEmpty() || decision.reasonWanted);
  emit changed();
}

void ConsentFields::setShown(QWidget *field, bool shown) {
  m_form->setRowVisible(field, shown);
}

void ConsentFields::setReason(const QString &reason) {
  m_reason->setText(reason);
}

QString ConsentFields::missing() const {
  if (m_decision.runningTick && !m_running->isChecked())
    return tr("Tick that the job is running");
  if (!m_decision.typeToConfirm.isEmpty() && m_typed->text().toUtf8() != m_decision.typeToConfirm)
    return tr("Type %1 first").arg(format::safeText(m_decision.typeToConfirm, 100));
  if (m_decision.reasonWanted && m_reason->text().trimmed().isEmpty())
    return tr("Give a reason first");
  return {};
}

ReviewAnswer ConsentFields::answer() const {
  ReviewAnswer answer;
  answer.runningTicked = m_decision.runningTick && m_running->isChecked();
  if (!m_decision.typeToConfirm.isEmpty())
    answer.typed = m_typed->text().toUtf8();
  if (m_decision.reasonWanted)
    answer.reason = m_reason->text();
  return answer;
}

void ConsentFields::focusFirst() {
  if (!m_decision.typeToConfirm.isEmpty())
    m_typed->setFocus();
}

void addNotes(QVBoxLayout *place, const QStringList &notes) {
  for (const QString &note : notes) {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = new TextLabel(note);
    label->setWordWrap(true);
    row->addWidget(new IconLabel(IconId::Warn, Tint::Warn), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    place->addLayout(row);
  }
}

} // namespace oxp
