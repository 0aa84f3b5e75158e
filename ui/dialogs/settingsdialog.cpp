// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"
#include "workspace/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

namespace oxp {
namespace {

template <typename W>
W *named(W *widget, const QString &name) {
  widget->setAccessibleName(name);
  widget->setObjectName(name);
  return widget;
}

QComboBox *choiceBox(const QString &name, const QStringList &words, int current) {
  auto *box = named(new QComboBox, name);
  box->addItems(words);
  box->setCurrentIndex(current);
  return box;
}

QSpinBox *numberBox(const QString &name, const Setting<int> &setting, int current, const QString &suffix) {
  auto *box = named(new QSpinBox, name);
  box->setRange(setting.least, setting.most);
  box->setValue(current);
  box->setSuffix(suffix);
  box->setGroupSeparatorShown(true);
  return box;
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(tr("Settings"));
  setMinimumWidth(520);
  auto *form = new QFormLayout(this);
  form->setContentsMargins(16, 16, 16, 12);
  form->setSpacing(8);
  form->setLabelAlignment(Qt::AlignRight);
  setupLook(form);
  setupWork(form);
  setupRecords(form);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Save settings"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  setButtonKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::Main);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    for (const std::function<void()> &write : m_writers)
      write();
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  form->addRow(buttons);
}

void SettingsDialog::setupLook(QFormLayout *form) {
  QComboBox *theme = choiceBox(tr("Theme"), {tr("As the system"), tr("Light"), tr("Dark")},
                               m_settings.value(setting::Theme));
  form->addRow(tr("Theme"), theme);
  m_writers.push_back([this, theme] { m_settings.set(setting::Theme, theme->currentIndex()); });

  const QStringList codes{QString(), QStringLiteral("en"), QStringLiteral("zh_CN")};
  const qsizetype language = std::max<qsizetype>(0, codes.indexOf(m_settings.value(setting::Language)));
  QComboBox *words =
      choiceBox(tr("Language"), {tr("As the system"), QStringLiteral("English"), QStringLiteral("简体中文")},
                int(language));
  form->addRow(tr("Language"), words);
  form->addRow(QString(), new TextLabel(tr("Another language is there at the next start."), Tint::Text2));
  m_writers.push_back(
      [this, words, codes] { m_settings.set(setting::Language, codes.at(words->currentIndex())); });

  QComboBox *place = choiceBox(tr("Job pane"), {tr("Automatic"), tr("Right"), tr("Below")},
                               m_settings.value(setting::PanePosition));
  form->addRow(tr("Job pane"), place);
  m_writers.push_back([this, place] { m_settings.set(setting::PanePosition, place->currentIndex()); });

  auto *compact = named(new QCheckBox(tr("Compact rows")), tr("Compact rows"));
  compact->setChecked(m_settings.value(setting::CompactRows));
  form->addRow(QString(), compact);
  m_writers.push_back([this, compact] { m_settings.set(setting::CompactRows, compact->isChecked()); });
}

void SettingsDialog::setupWork(QFormLayout *form) {
  QComboBox *review = choiceBox(tr("Review before saving"),
                                {tr("Always"), tr("Staging and production"), tr("Sensitive values only")},
                                m_settings.value(setting::ReviewBefore));
  form->addRow(tr("Review before saving"), review);
  m_writers.push_back([this, review] { m_settings.set(setting::ReviewBefore, review->currentIndex()); });

  QSpinBox *poll =
      numberBox(tr("Refresh every"), setting::PollSeconds, m_settings.value(setting::PollSeconds), tr(" s"));
  form->addRow(tr("Refresh every"), poll);
  m_writers.push_back([this, poll] { m_settings.set(setting::PollSeconds, poll->value()); });

  QSpinBox *queues = numberBox(tr("Look for new queues every"), setting::RediscoverSeconds,
                               m_settings.value(setting::RediscoverSeconds), tr(" s"));
  form->addRow(tr("Look for new queues every"), queues);
  m_writers.push_back([this, queues] { m_settings.set(setting::RediscoverSeconds, queues->value()); });

  QSpinBox *filter = numberBox(tr("Filter looks at"), setting::FilterLimit,
                               m_settings.value(setting::FilterLimit), tr(" newest jobs"));
  form->addRow(tr("Filter looks at"), filter);
  m_writers.push_back([this, filter] { m_settings.set(setting::FilterLimit, filter->value()); });
}

void SettingsDialog::setupRecords(QFormLayout *form) {
  QSpinBox *days = numberBox(tr("Keep records for"), setting::RecordDays,
                             m_settings.value(setting::RecordDays), tr(" days"));
  form->addRow(tr("Keep records for"), days);
  m_writers.push_back([this, days] { m_settings.set(setting::RecordDays, days->value()); });

  QSpinBox *space = numberBox(tr("Records take at most"), setting::RecordMegabytes,
                              m_settings.value(setting::RecordMegabytes), tr(" MB"));
  form->addRow(tr("Records take at most"), space);
  m_writers.push_back([this, space] { m_settings.set(setting::RecordMegabytes, space->value()); });

  QSpinBox *whole = numberBox(tr("Keep payloads whole up to"), setting::RecordWholeKilobytes,
                              m_settings.value(setting::RecordWholeKilobytes), tr(" KB"));
  whole->setToolTip(tr("Of larger ones only the changed places are kept."));
  form->addRow(tr("Keep payloads whole up to"), whole);
  m_writers.push_back([this, whole] { m_settings.set(setting::RecordWholeKilobytes, whole->value()); });
}

} // namespace oxp
