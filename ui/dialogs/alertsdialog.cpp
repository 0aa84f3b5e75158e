// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/alertsdialog.h"

#include "ui/dialogs/alertrulerow.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeEdit>

namespace oxp {
namespace {

constexpr int Width = 860, RulesHeight = 220, TimeWidth = 88; // px

DialogSubject subjectOf(const Profile &profile) {
  DialogSubject subject;
  subject.title = AlertsDialog::tr("Alerts");
  subject.environment = profile.environment;
  subject.profile = profile.name;
  subject.sentence = AlertsDialog::tr(
      "While this profile is connected, a message tells when a rule begins to hold, also when the window is "
      "hidden; the queue is marked in the tree, and Activity lists it. Nothing in Redis is changed.");
  return subject;
}

QTimeEdit *timeField(const QString &name, int minutes) {
  auto *field = new QTimeEdit(QTime(minutes / 60, minutes % 60));
  field->setDisplayFormat(QStringLiteral("HH:mm"));
  field->setFixedWidth(TimeWidth);
  field->setAccessibleName(name);
  field->setObjectName(name);
  return field;
}

int minutesOf(const QTimeEdit &field) {
  return field.time().hour() * 60 + field.time().minute();
}

} // namespace

AlertsDialog::AlertsDialog(const Profile &profile, const std::vector<QueueInfo> &queues,
                           const alerts::AlertSettings &alerts, const std::optional<QueueId> &queue,
                           QWidget *parent)
    : DialogFrame(subjectOf(profile), parent)
    , m_queues(queues)
    , m_queue(queue) {
  setMinimumWidth(Width);
  setupRules(alerts);
  setupQuiet(alerts.quiet);
  setupButtons();
}

void AlertsDialog::setupRules(const alerts::AlertSettings &alerts) {
  auto *addButton = new QPushButton(icon(IconId::Plus, Tint::Accent), tr("Add rule"));
  addButton->setAccessibleName(tr("Add rule"));
  addButton->setObjectName(addButton->accessibleName());
  setButtonKind(addButton, ButtonKind::Flat);
  connect(addButton, &QPushButton::clicked, this, [this] {
    alerts::AlertRule rule;
    rule.queue = m_queue;
    addRule(rule)->focusFirst();
  });
  auto *inside = new QWidget;
  m_list = new QVBoxLayout(inside);
  m_list->setContentsMargins(0, 0, 8, 0);
  m_list->setSpacing(8);
  m_none = new TextLabel(tr("No rules yet."), Tint::Text2);
  m_list->addWidget(m_none);
  m_list->addWidget(addButton, 0, Qt::AlignLeft);
  m_list->addStretch(1);
  auto *scroll = new QScrollArea;
  scroll->setAccessibleName(tr("Rules"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setMinimumHeight(RulesHeight);
  scroll->setWidget(inside);
  content()->addWidget(scroll, 1);
  for (const alerts::AlertRule &rule : alerts.rules)
    addRule(rule);
}

AlertRuleRow *AlertsDialog::addRule(const alerts::AlertRule &rule) {
  auto *row = new AlertRuleRow(rule, m_queues);
  connect(row, &AlertRuleRow::removeWanted, this, [this, row] { removeRule(row); });
  m_list->insertWidget(m_list->count() - 2, row); // above the button
  m_rows += row;
  m_none->hide();
  return row;
}

void AlertsDialog::removeRule(AlertRuleRow *row) {
  m_rows.removeOne(row);
  row->hide();
  row->deleteLater(); // its button is still at work
  m_none->setVisible(m_rows.isEmpty());
}

void AlertsDialog::setupQuiet(const alerts::QuietHours &quiet) {
  m_quiet = new QCheckBox(tr("Quiet hours"));
  m_quiet->setAccessibleName(tr("Quiet hours"));
  m_quiet->setObjectName(m_quiet->accessibleName());
  m_quiet->setChecked(quiet.on);
  m_from = timeField(tr("From"), quiet.from);
  m_to = timeField(tr("To"), quiet.to);
  auto *note = new TextLabel(
      tr("Then only in the tree and in Activity; what still holds is told afterwards."), Tint::Text2);
  note->setFont(fonts::small());
  auto *line = new QHBoxLayout;
  line->setSpacing(8);
  line->addWidget(m_quiet);
  line->addWidget(m_from);
  line->addWidget(new TextLabel(tr("to"), Tint::Text2));
  line->addWidget(m_to);
  line->addWidget(note, 1);
  content()->addLayout(line);
  for (QTimeEdit *field : {m_from, m_to}) {
    field->setEnabled(quiet.on);
    connect(m_quiet, &QCheckBox::toggled, field, &QWidget::setEnabled);
  }
}

void AlertsDialog::setupButtons() {
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  QPushButton *save = addButton(tr("Save alerts"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  setDefault(save);
  connect(save, &QPushButton::clicked, this, [this] {
    emit saved(alerts());
    accept();
  });
}

alerts::AlertSettings AlertsDialog::alerts() const {
  alerts::AlertSettings alerts;
  for (const AlertRuleRow *row : m_rows)
    alerts.rules.push_back(row->rule());
  alerts.quiet = {m_quiet->isChecked(), minutesOf(*m_from), minutesOf(*m_to)};
  return alerts;
}

} // namespace oxp
