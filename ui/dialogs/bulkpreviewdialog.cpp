// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulkpreviewdialog.h"

#include "models/format.h"
#include "ui/dialogs/argumentform.h"
#include "ui/dialogs/forecastmodel.h"
#include "ui/dialogs/samplechanges.h"
#include "ui/dialogs/scopefield.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>

namespace oxp {
namespace {

constexpr int Width = 880;
constexpr int LabelWidth = 104, SpeedWidth = 88; // px
constexpr int OutcomeWidth = 176, JobsWidth = 88;
constexpr int MostRows = 8;
constexpr int FastestSpeed = 100'000; // jobs a second

/// The label of a row, in one column with those of the other rows.
QLabel *rowLabel(const QString &text) {
  auto *label = new QLabel(text);
  label->setFixedWidth(LabelWidth);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

} // namespace

BulkPreviewDialog::BulkPreviewDialog(const DialogSubject &subject, const BulkWords &words,
                                     const std::vector<ArgumentSpec> &arguments, int jobsPerSecond,
                                     QWidget *parent)
    : DialogFrame(subject, parent)
    , m_environment(subject.environment)
    , m_words(words)
    , m_model(new ForecastModel(words.done, this))
    , m_table(new JobTableView)
    , m_counting(new ProgressLine(Width - 32))
    , m_sample(new SampleChanges)
    , m_arguments(new ArgumentForm(arguments, words.given))
    , m_speed(new QSpinBox)
    , m_time(new TextLabel({}, Tint::Text2))
    , m_room(new TextLabel({}, Tint::Text2))
    , m_consent(new ConsentFields) {
  setMinimumWidth(std::min(Width, 640));
  resize(Width, 480);
  setupTable();
  content()->addWidget(m_sample);
  setupScope();
  setupForm(arguments, jobsPerSecond);
  content()->addStretch(1);
  setupButtons();
  setCounting(0);
}

void BulkPreviewDialog::setupTable() {
  m_table->setAccessibleName(tr("What becomes of them"));
  m_table->setObjectName(QStringLiteral("What becomes of them"));
  m_table->setModel(m_model);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  QHeaderView *header = m_table->horizontalHeader();
  header->resizeSection(ForecastModel::Outcome, OutcomeWidth);
  header->resizeSection(ForecastModel::Jobs, JobsWidth);
  header->setSectionResizeMode(ForecastModel::Why, QHeaderView::Stretch);
  content()->addWidget(m_table);
  content()->addWidget(m_counting);
}

void BulkPreviewDialog::setupScope() {
  if (!m_words.wholeState)
    return;
  m_scope = new ScopeField(*m_words.wholeState);
  connect(m_scope, &ScopeField::touched, this, &BulkPreviewDialog::leaveScope);
  connect(m_scope, &ScopeField::changed, this, [this] {
    m_choosingScope = false;
    emit scopeChanged(m_scope->scope());
  });
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(rowLabel(tr("Which")));
  row->addWidget(m_scope, 1);
  content()->addLayout(row);
}

/// Other jobs are meant: what is known of those before, and what was agreed to, is of no matter.
void BulkPreviewDialog::leaveScope() {
  m_choosingScope = true;
  m_done = -1;
  m_counting->show();
  m_sample->hide();
  m_consent->forgetConsent();
  setCounting(0);
}

void BulkPreviewDialog::setupForm(const std::vector<ArgumentSpec> &arguments, int jobsPerSecond) {
  m_arguments->setVisible(!arguments.empty());
  connect(m_arguments, &ArgumentForm::changed, this, &BulkPreviewDialog::updateMain);
  content()->addWidget(m_arguments);

  m_speed->setObjectName(QStringLiteral("Speed"));
  m_speed->setAccessibleName(tr("Speed"));
  m_speed->setRange(0, FastestSpeed);
  m_speed->setSpecialValueText(tr("no limit"));
  m_speed->setValue(jobsPerSecond);
  m_speed->setFixedWidth(SpeedWidth);
  m_speed->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_speed->setToolTip(tr("For all writes through this profile together, from now on. 0 is no limit."));
  m_time->setFont(fonts::small());
  connect(m_speed, &QSpinBox::valueChanged, this, &BulkPreviewDialog::updateTime);
  auto *speed = new QHBoxLayout;
  speed->setSpacing(8);
  speed->addWidget(rowLabel(tr("Speed")));
  speed->addWidget(m_speed);
  speed->addWidget(new TextLabel(tr("jobs a second")));
  speed->addWidget(m_time, 1);
  content()->addLayout(speed);

  auto *undo = new QHBoxLayout;
  undo->setSpacing(8);
  auto *words = new TextLabel(m_words.undo);
  words->setWordWrap(true);
  undo->addWidget(rowLabel(tr("Undo")));
  undo->addWidget(new IconLabel(m_words.undoable ? IconId::Undo : IconId::Warn,
                                m_words.undoable ? Tint::Text2 : Tint::Warn));
  undo->addWidget(words, 1);
  m_room->setFont(fonts::small());
  undo->addWidget(m_room);
  content()->addLayout(undo);

  m_consent->setLabelWidth(LabelWidth);
  content()->addWidget(m_consent);
  connect(m_consent, &ConsentFields::changed, this, &BulkPreviewDialog::updateMain);
}

void BulkPreviewDialog::setupButtons() {
  m_cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(m_words.title, m_words.destructive ? ButtonKind::Danger : ButtonKind::Main,
                     QDialogButtonBox::AcceptRole);
  connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit agreed(m_consent->answer(), m_arguments->values(), m_speed->value());
    accept();
  });
  setDefault(m_cancel);
  for (QLineEdit *field : m_consent->fields() + m_arguments->lines())
    setConfirmField(field, m_main);
}

void BulkPreviewDialog::setCounting(qint64 jobs) {
  m_refusal.clear();
  m_table->show();
  m_model->setCounting(jobs);
  setNote(tr("Looking at each job. Nothing has been written."), {});
  fitTable();
  updateMain();
}

void BulkPreviewDialog::setForecast(const Forecast &forecast, const policy::Decision &decision,
                                    const policy::SharedRules &rules, const QDateTime &at) {
  if (m_choosingScope)
    return;
  m_done = forecast.done;
  m_counting->hide();
  m_table->show();
  m_model->setForecast(forecast);
  m_sample->setSamples(forecast.samples, forecast.done, rules, rules->masksValues(m_environment));
  m_room->setText(tr("needs about %1 of %2 in the local store")
                      .arg(format::sizeText(forecast.bytes), format::sizeText(forecast.room)));
  m_consent->setDecision(decision);
  m_main->setText(tr("%1 %Ln job(s)", nullptr, int(std::min<qint64>(m_done, INT_MAX))).arg(m_words.title));
  setNote(tr("Chosen at %1. Jobs that come later are not touched.").arg(at.toString(u"HH:mm:ss"_qs)), {});
  fitTable();
  updateTime();
  updateMain();
  if (m_words.undoable && !decision.cancelIsDefault && m_main->isEnabled())
    setDefault(m_main);
  if (!m_scope || !m_scope->isAncestorOf(focusWidget())) // somebody may be typing there
    m_consent->focusFirst();
}

void BulkPreviewDialog::setRefusal(const QString &sentence) {
  m_refusal = sentence;
  m_counting->hide();
  m_table->hide();
  setNote(sentence, IconId::Warn);
  updateMain();
}

void BulkPreviewDialog::fitTable() {
  const int rows = std::clamp(m_model->rowCount(), 1, MostRows);
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                          rows * m_table->verticalHeader()->defaultSectionSize() + 2);
}

/// How long it takes, as far as the limit alone says.
void BulkPreviewDialog::updateTime() {
  const int speed = m_speed->value(), usual = m_words.usualSpeed;
  const bool fast = usual > 0 && (speed == 0 || speed > usual);
  QStringList words;
  if (speed > 0 && m_done > 0)
    words << tr("about %1").arg(format::duration(m_done * 1'000 / speed));
  if (fast)
    words << tr("more than the %1 that are usual here").arg(format::number(usual));
  m_time->setText(format::joined(words));
  m_time->setTint(fast ? Tint::Warn : Tint::Text2);
}

void BulkPreviewDialog::updateMain() {
  QString missing = m_arguments->isComplete() ? m_consent->missing() : m_arguments->missing();
  if (!m_refusal.isEmpty())
    missing = m_refusal;
  else if (m_done < 0)
    missing = tr("The jobs are being looked at");
  else if (m_done == 0)
    missing = tr("There is no job that it could be done to");
  m_main->setEnabled(missing.isEmpty());
  m_main->setToolTip(missing);
}

} // namespace oxp
