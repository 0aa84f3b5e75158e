// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "policy/decision.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/fitarea.h"
#include "ui/widgets/textlabel.h"
#include "workspace/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int ChoiceWidth = 220, NumberWidth = 160, NoteWidth = 400; // px

/// The words of a label without the letter that Alt reaches it by.
QString plain(const QString &label) {
  static const QRegularExpression letter(QStringLiteral("\\(&.\\)|&"));
  return QString(label).remove(letter);
}

QComboBox *choiceBox(const QStringList &words, int current) {
  auto *box = new QComboBox;
  box->addItems(words);
  box->setCurrentIndex(current);
  box->setMinimumWidth(ChoiceWidth);
  return box;
}

QSpinBox *numberBox(const Setting<int> &setting, int current, const QString &suffix) {
  auto *box = new QSpinBox;
  box->setRange(setting.least, setting.most);
  box->setValue(current);
  box->setSuffix(suffix);
  box->setGroupSeparatorShown(true);
  box->setMinimumWidth(NumberWidth); // a long unit may need more
  return box;
}

TextLabel *noteLabel(const QString &text) {
  auto *note = new TextLabel(text, Tint::Text2);
  note->setFont(fonts::small());
  note->setWordWrap(true);
  note->setMinimumWidth(NoteWidth);
  return note;
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_page(new QWidget)
    , m_form(new QFormLayout(m_page)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(tr("Settings"));
  setAccessibleName(tr("Settings"));
  m_form->setContentsMargins(16, 8, 16, 16);
  m_form->setHorizontalSpacing(12);
  m_form->setVerticalSpacing(8);
  m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
  setupLook();
  setupSaving();
  setupLists();
  setupRecords();
  auto *outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  outer->addWidget(new FitArea(m_page), 1);
  setupButtons(outer);
}

void SettingsDialog::setupButtons(QVBoxLayout *outer) {
  auto *rule = new QFrame;
  rule->setFrameShape(QFrame::HLine);
  rule->setFixedHeight(1);
  outer->addWidget(rule);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->setContentsMargins(16, 12, 16, 12);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Save settings"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  setButtonKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::Main);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    for (const std::function<void()> &write : m_writers)
      write();
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  outer->addWidget(buttons);
}

void SettingsDialog::addGroup(const QString &title) {
  auto *heading = new TextLabel(title);
  heading->setFont(fonts::uiBold());
  heading->setContentsMargins(0, 8, 0, 0);
  m_form->addRow(heading);
}

void SettingsDialog::addRow(const QString &label, QWidget *field) {
  field->setAccessibleName(plain(label));
  field->setObjectName(plain(label));
  m_form->addRow(label, field);
}

QComboBox *SettingsDialog::addChoice(const QString &label, const Setting<int> &setting,
                                     const QStringList &words) {
  QComboBox *box = choiceBox(words, m_settings.value(setting));
  addRow(label, box);
  m_writers.push_back([this, box, setting] { m_settings.set(setting, box->currentIndex()); });
  return box;
}

void SettingsDialog::addNumber(const QString &label, const Setting<int> &setting, const QString &suffix) {
  QSpinBox *box = numberBox(setting, m_settings.value(setting), suffix);
  addRow(label, box);
  m_writers.push_back([this, box, setting] { m_settings.set(setting, box->value()); });
}

void SettingsDialog::setupLook() {
  addGroup(tr("Appearance"));
  addChoice(tr("&Theme"), setting::Theme, {tr("As the system"), tr("Light"), tr("Dark")});
  const QStringList codes{QString(), QStringLiteral("en"), QStringLiteral("zh_CN")};
  const qsizetype language = std::max<qsizetype>(0, codes.indexOf(m_settings.value(setting::Language)));
  QComboBox *words =
      choiceBox({tr("As the system"), QStringLiteral("English"), QStringLiteral("简体中文")}, int(language));
  addRow(tr("&Language"), words);
  m_form->addRow(QString(), noteLabel(tr("Takes effect when Oxpecker is started again.")));
  m_writers.push_back(
      [this, words, codes] { m_settings.set(setting::Language, codes.at(words->currentIndex())); });
  addChoice(tr("Job pa&ne"), setting::PanePosition, {tr("Automatic"), tr("Right"), tr("Below")});
  auto *compact = new QCheckBox(tr("&Compact rows"));
  compact->setAccessibleName(plain(compact->text()));
  compact->setObjectName(compact->accessibleName());
  compact->setChecked(m_settings.value(setting::CompactRows));
  m_form->addRow(QString(), compact);
  // Untouched it stays unsaid: a small window then has compact rows by itself.
  m_writers.push_back([this, compact, before = compact->isChecked()] {
    if (compact->isChecked() != before)
      m_settings.set(setting::CompactRows, compact->isChecked());
  });
}

void SettingsDialog::setupSaving() {
  addGroup(tr("Saving"));
  QComboBox *review = addChoice(tr("&Review before saving"), setting::ReviewBefore,
                                {tr("Always"), tr("Staging and production"), tr("Sensitive values only")});
  TextLabel *note = noteLabel({});
  m_form->addRow(QString(), note);
  const auto say = [note](int choice) {
    const bool risky = policy::ReviewSetting(choice) == policy::ReviewSetting::SensitiveOnly;
    note->setTint(risky ? Tint::Warn : Tint::Text2);
    note->setText(risky ? tr("Production too then saves at once, unless a sensitive value changes.")
                  : policy::ReviewSetting(choice) == policy::ReviewSetting::Always
                      ? tr("Local profiles too show the changes before they are written.")
                      : tr("Local profiles save at once, unless a sensitive value changes."));
  };
  connect(review, &QComboBox::currentIndexChanged, note, say);
  say(review->currentIndex());
}

void SettingsDialog::setupLists() {
  addGroup(tr("Queues and jobs"));
  addNumber(tr("C&heck for changes every"), setting::PollSeconds, tr(" s"));
  m_form->addRow(QString(),
                 noteLabel(tr("Events show most changes at once. This is for those that have none.")));
  addNumber(tr("Look for new &queues every"), setting::RediscoverSeconds, tr(" s"));
  addNumber(tr("Search looks &at"), setting::SearchLimit, tr(" newest jobs a state"));
}

void SettingsDialog::setupRecords() {
  addGroup(tr("Record of changes"));
  addNumber(tr("&Keep records for"), setting::RecordDays, tr(" days"));
  addNumber(tr("Records take at &most"), setting::RecordMegabytes, tr(" MB"));
  addNumber(tr("Keep &payloads whole up to"), setting::RecordWholeKilobytes, tr(" KB"));
  m_form->addRow(QString(), noteLabel(tr("Of larger payloads only the changed places are kept.")));
}

} // namespace oxp
