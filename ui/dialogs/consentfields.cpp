// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/consentfields.h"

#include "models/format.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

using policy::Requirement;
using policy::RunningWord;

/// What somebody says by a tick; a word that rules brought stands for itself.
QString tickText(const QByteArray &word) {
  return word == RunningWord ? ConsentFields::tr("The job is running") : format::safeText(word, 100);
}

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
    , m_typed(namedField(tr("Type to confirm")))
    , m_reason(namedField(tr("Reason"))) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setLabelAlignment(Qt::AlignRight);
  m_form->setSpacing(8);
  m_reason->setToolTip(tr("Kept in History together with your name and both versions."));
  tickOf(RunningWord);
  m_form->addRow(tr("Type to confirm"), m_typed);
  m_form->addRow(tr("Reason"), m_reason);
  for (QLineEdit *field : fields())
    connect(field, &QLineEdit::textChanged, this, &ConsentFields::changed);
  setDecision({});
}

QCheckBox *ConsentFields::tickOf(const QByteArray &word) {
  for (const auto &[known, box] : m_ticks)
    if (known == word)
      return box;
  auto *box = new QCheckBox(tickText(word));
  box->setAccessibleName(box->text());
  box->setObjectName(word == RunningWord ? QStringLiteral("The job is running") : box->text());
  m_form->insertRow(int(m_ticks.size()), QString(), box);
  if (!m_ticks.empty())
    QWidget::setTabOrder(m_ticks.back().second, box);
  m_ticks.emplace_back(word, box);
  connect(box, &QCheckBox::toggled, this, &ConsentFields::changed);
  return box;
}

bool ConsentFields::isTicked(const QByteArray &word) const {
  return std::any_of(m_ticks.begin(), m_ticks.end(),
                     [&](const auto &tick) { return tick.first == word && tick.second->isChecked(); });
}

QByteArray ConsentFields::toType() const {
  const Requirement *typed = m_decision.find(Requirement::Kind::TypeText);
  return typed ? typed->text : QByteArray();
}

bool ConsentFields::wantsReason() const {
  return m_decision.find(Requirement::Kind::Reason);
}

void ConsentFields::setDecision(const policy::Decision &decision) {
  m_decision = decision;
  for (const Requirement &asked : decision.requirements)
    if (asked.kind == Requirement::Kind::Tick)
      tickOf(asked.text);
  bool any = !toType().isEmpty() || wantsReason();
  for (const auto &[word, box] : m_ticks) {
    const bool shown = decision.needs({Requirement::Kind::Tick, word});
    m_form->setRowVisible(box, shown);
    any |= shown;
  }
  m_typed->setPlaceholderText(format::safeText(toType(), 100));
  m_form->setRowVisible(m_typed, !toType().isEmpty());
  m_form->setRowVisible(m_reason, wantsReason());
  setVisible(any);
  emit changed();
}

void ConsentFields::setReason(const QString &reason) {
  m_reason->setText(reason);
}

void ConsentFields::forgetConsent() {
  for (const auto &[word, box] : m_ticks)
    box->setChecked(false);
  m_typed->clear();
}

void ConsentFields::setLabelWidth(int width) {
  for (QLineEdit *field : fields()) {
    auto *label = qobject_cast<QLabel *>(m_form->labelForField(field));
    label->setMinimumWidth(width);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
}

QString ConsentFields::missing() const {
  for (const Requirement &asked : m_decision.requirements)
    if (asked.kind == Requirement::Kind::Tick && !isTicked(asked.text))
      return asked.text == RunningWord ? tr("Tick that the job is running")
                                       : tr("Tick %1 first").arg(tickText(asked.text));
  if (!toType().isEmpty() && m_typed->text().toUtf8() != toType())
    return tr("Type %1 first").arg(format::safeText(toType(), 100));
  if (wantsReason() && m_reason->text().trimmed().isEmpty())
    return tr("Give a reason first");
  return {};
}

Answer ConsentFields::answer() const {
  Answer answer;
  for (const Requirement &asked : m_decision.requirements)
    if (asked.kind == Requirement::Kind::Tick && isTicked(asked.text))
      answer.ticked.push_back(asked.text);
  if (!toType().isEmpty())
    answer.typed = m_typed->text().toUtf8();
  if (wantsReason())
    answer.reason = m_reason->text();
  return answer;
}

void ConsentFields::focusFirst() {
  if (!toType().isEmpty())
    m_typed->setFocus();
}

void addNotes(QVBoxLayout *place, const QStringList &notes) {
  for (const QString &note : notes) {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = new TextLabel(note);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop); // in line with its icon, however high the row is
    row->addWidget(new IconLabel(IconId::Warn, Tint::Warn), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    place->addLayout(row);
  }
}

} // namespace oxp
