// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/alertrulerow.h"

#include "models/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace oxp {

using alerts::AlertKind;
using alerts::AlertRule;

namespace {

constexpr int KindWidth = 224, NumberWidth = 128, MinutesWidth = 104, QueueWidth = 200; // px
constexpr int MostJobs = 10'000'000;

void name(QWidget *widget, const QString &text) {
  widget->setAccessibleName(text);
  widget->setObjectName(text);
}

} // namespace

AlertRuleRow::AlertRuleRow(const AlertRule &rule, const std::vector<QueueInfo> &queues, QWidget *parent)
    : QWidget(parent)
    , m_on(new QCheckBox)
    , m_kind(new QComboBox)
    , m_limit(new QSpinBox)
    , m_within(new TextLabel(tr("within"), Tint::Text2))
    , m_minutes(new QSpinBox)
    , m_queue(new QComboBox) {
  name(this, tr("Rule"));
  name(m_on, tr("Rule is on"));
  m_on->setToolTip(m_on->accessibleName());
  m_on->setChecked(rule.on);
  setupKind(rule.kind);
  setupNumbers(rule);
  setupQueues(rule, queues);
  auto *remove = new QToolButton;
  name(remove, tr("Remove rule"));
  remove->setToolTip(remove->accessibleName());
  remove->setIcon(icon(IconId::Trash));
  remove->setAutoRaise(true);
  connect(remove, &QToolButton::clicked, this, &AlertRuleRow::removeWanted);
  auto *line = new QHBoxLayout(this);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  for (QWidget *part : std::initializer_list<QWidget *>{m_on, m_kind, m_limit, m_within, m_minutes})
    line->addWidget(part);
  line->addStretch(1);
  line->addWidget(new TextLabel(tr("in"), Tint::Text2));
  line->addWidget(m_queue);
  line->addWidget(remove);
  showFields();
}

void AlertRuleRow::setupKind(AlertKind kind) {
  name(m_kind, tr("When"));
  m_kind->setFixedWidth(KindWidth);
  const std::pair<AlertKind, QString> words[] = {{AlertKind::FailedRises, tr("Failed jobs rise by")},
                                                 {AlertKind::WaitingAbove, tr("More jobs wait than")},
                                                 {AlertKind::OldestWaiting, tr("A job waits longer than")},
                                                 {AlertKind::NoWorker, tr("No worker listens for")},
                                                 {AlertKind::Stalled, tr("Stalled jobs rise by")}};
  for (const auto &[value, text] : words)
    m_kind->addItem(text, int(value));
  m_kind->setCurrentIndex(m_kind->findData(int(kind)));
  connect(m_kind, &QComboBox::currentIndexChanged, this, &AlertRuleRow::showFields);
}

void AlertRuleRow::setupNumbers(const AlertRule &rule) {
  name(m_limit, tr("Jobs"));
  m_limit->setRange(1, MostJobs);
  m_limit->setGroupSeparatorShown(true);
  m_limit->setSuffix(tr(" jobs"));
  m_limit->setFixedWidth(NumberWidth);
  m_limit->setValue(int(std::min<qint64>(rule.limit, MostJobs)));
  name(m_minutes, tr("Minutes"));
  m_minutes->setRange(1, AlertRule::MostMinutes);
  m_minutes->setSuffix(tr(" min"));
  m_minutes->setFixedWidth(MinutesWidth);
  m_minutes->setValue(rule.minutes);
}

/// A queue that is not there now keeps its rule.
void AlertRuleRow::setupQueues(const AlertRule &rule, const std::vector<QueueInfo> &queues) {
  name(m_queue, tr("Queue"));
  m_queue->setFixedWidth(QueueWidth);
  m_queues.push_back(std::nullopt);
  for (const QueueInfo &queue : queues)
    m_queues.push_back(queue.id);
  if (std::find(m_queues.begin(), m_queues.end(), rule.queue) == m_queues.end())
    m_queues.push_back(rule.queue);
  const bool severalPrefixes = std::any_of(queues.begin(), queues.end(), [&](const QueueInfo &queue) {
    return queue.id.prefix != queues.front().id.prefix;
  });
  for (const std::optional<QueueId> &queue : m_queues)
    m_queue->addItem(!queue            ? tr("each queue")
                     : severalPrefixes ? format::safeText(queue->base(), 200)
                                       : format::safeText(queue->name, 200));
  const auto chosen = std::find(m_queues.begin(), m_queues.end(), rule.queue);
  m_queue->setCurrentIndex(int(chosen - m_queues.begin()));
}

AlertKind AlertRuleRow::kind() const {
  return AlertKind(m_kind->currentData().toInt());
}

void AlertRuleRow::showFields() {
  const bool limit = alerts::usesLimit(kind()), minutes = alerts::usesMinutes(kind());
  m_limit->setVisible(limit);
  m_minutes->setVisible(minutes);
  m_within->setVisible(limit && minutes);
}

void AlertRuleRow::focusFirst() {
  m_kind->setFocus();
}

AlertRule AlertRuleRow::rule() const {
  AlertRule rule;
  rule.kind = kind();
  rule.queue = m_queues[size_t(m_queue->currentIndex())];
  rule.limit = m_limit->value();
  rule.minutes = m_minutes->value();
  rule.on = m_on->isChecked();
  return rule;
}

} // namespace oxp
