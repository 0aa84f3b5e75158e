// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "base/background.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace oxp {
namespace {

constexpr int Width = 600, LeastNote = 400; // px

constexpr std::array Endings = {".ndjson", ".json", ".csv"}; ///< by ExportFormat

QString ending(ExportFormat format) {
  return QString::fromLatin1(Endings[size_t(format)]);
}

/// The name without an ending of ours.
QString bareName(const QString &name) {
  for (const char *known : Endings)
    if (name.endsWith(QLatin1StringView(known), Qt::CaseInsensitive))
      return name.chopped(qsizetype(qstrlen(known)));
  return name;
}

/// Asks the disk, which may take its time.
ExportPlace placeOf(const QString &path) {
  const QFileInfo file(path), folder(file.absolutePath());
  if (file.isDir())
    return ExportPlace::IsFolder;
  if (!folder.isDir())
    return ExportPlace::NoFolder;
  if (file.exists())
    return file.isWritable() ? ExportPlace::Replaces : ExportPlace::NotWritable;
  return folder.isWritable() ? ExportPlace::Free : ExportPlace::NotWritable;
}

TextLabel *noteLabel(Tint tint) {
  auto *note = new TextLabel({}, tint);
  note->setFont(fonts::small());
  note->setWordWrap(true);
  note->setMinimumWidth(LeastNote);
  return note;
}

} // namespace

ExportDialog::ExportDialog(const DialogSubject &subject, std::vector<ExportChoice> choices, int current,
                           Masks masks, const ExportAnswer &last, const QStringList &folders, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_choices(std::move(choices))
    , m_masks(masks)
    , m_what(new QComboBox)
    , m_format(new QComboBox)
    , m_file(new QLineEdit)
    , m_folders(folders) {
  setMinimumWidth(Width);
  auto *form = new QFormLayout;
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(8);
  form->setLabelAlignment(Qt::AlignRight);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  setupWhat(form, current);
  setupFormat(form, last.format);
  setupFile(form);
  setupMasks(form);
  content()->addLayout(form);
  setupButtons();
  proposeName();
  updateState();
  m_file->setFocus();
}

void ExportDialog::setupWhat(QFormLayout *form, int current) {
  for (const ExportChoice &choice : m_choices)
    m_what->addItem(choice.text);
  m_what->setCurrentIndex(current);
  m_what->setAccessibleName(tr("What"));
  m_what->setObjectName(QStringLiteral("What"));
  form->addRow(tr("&What"), m_what);
  m_remark = noteLabel(Tint::Warn);
  form->addRow(QString(), m_remark);
  connect(m_what, &QComboBox::currentIndexChanged, this, [this] {
    proposeName();
    updateState();
  });
}

void ExportDialog::setupFormat(QFormLayout *form, ExportFormat format) {
  m_format->addItems({tr("NDJSON"), tr("JSON"), tr("CSV")});
  m_format->setCurrentIndex(int(format));
  m_format->setAccessibleName(tr("Format"));
  m_format->setObjectName(QStringLiteral("Format"));
  form->addRow(tr("For&mat"), m_format);
  m_about = noteLabel(Tint::Text2);
  form->addRow(QString(), m_about);
  connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
    const QString name = m_file->text();
    if (bareName(name) != name && !name.trimmed().endsWith(ending(this->format()), Qt::CaseInsensitive))
      setFileText(bareName(name) + ending(this->format()));
    updateState();
  });
}

void ExportDialog::setupFile(QFormLayout *form) {
  m_file->setAccessibleName(tr("File"));
  m_file->setObjectName(QStringLiteral("File"));
  auto *choose = new QPushButton(tr("Choose…"));
  choose->setAccessibleName(tr("Choose file"));
  choose->setObjectName(QStringLiteral("Choose file"));
  choose->setAutoDefault(false);
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_file, 1);
  row->addWidget(choose);
  auto *label = new QLabel(tr("&File"));
  label->setBuddy(m_file);
  form->addRow(label, row);
  connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
  connect(m_file, &QLineEdit::textChanged, this, [this] {
    lookForFile();
    if (m_setting)
      return;
    m_ownName = false;
    followEnding();
  });
}

/// Where nothing is masked there is nothing to tick.
void ExportDialog::setupMasks(QFormLayout *form) {
  if (!m_masks.any)
    return;
  m_withMasked = new QCheckBox(tr("With masked &values"));
  m_withMasked->setAccessibleName(tr("With masked values"));
  m_withMasked->setObjectName(QStringLiteral("With masked values"));
  m_withMasked->setEnabled(m_masks.mayReveal);
  m_withMasked->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  form->addRow(QString(), m_withMasked);
  m_maskNote = noteLabel(Tint::Text2);
  form->addRow(QString(), m_maskNote);
  connect(m_withMasked, &QCheckBox::toggled, this, &ExportDialog::updateState);
}

void ExportDialog::setupButtons() {
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(tr("Export"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit decided({m_choices[size_t(m_what->currentIndex())], format(), typedPath(),
                  m_withMasked && m_withMasked->isChecked()});
    accept();
  });
  setDefault(m_main);
}

ExportFormat ExportDialog::format() const {
  return ExportFormat(m_format->currentIndex());
}

QString ExportDialog::typedPath() const {
  const QString typed = m_file->text().trimmed();
  if (typed.isEmpty())
    return {};
  const bool home = typed == u"~" || typed.startsWith(u"~/");
  return QDir::cleanPath(
      QDir(m_folders.front()).absoluteFilePath(home ? QDir::homePath() + typed.sliced(1) : typed));
}

void ExportDialog::proposeName() {
  if (!m_ownName)
    return;
  const ExportChoice &what = m_choices[size_t(m_what->currentIndex())];
  setFileText(QDir::toNativeSeparators(QDir(m_folders.front()).filePath(what.fileName + ending(format()))));
  m_file->setSelection(0, int(bareName(m_file->text()).size()));
}

/// Not the person's own words: the name may still change with what is chosen.
void ExportDialog::setFileText(const QString &text) {
  m_setting = true;
  m_file->setText(text);
  m_setting = false;
}

void ExportDialog::chooseFile() {
  auto *dialog = new QFileDialog(this, tr("Export to"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is said here, below the field
  const QFileInfo now(typedPath());
  dialog->setDirectory(now.absolutePath());
  dialog->selectFile(now.fileName());
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString &path) { m_file->setText(QDir::toNativeSeparators(path)); });
  dialog->open();
}

/// Who names a file `orders.csv` wants CSV.
void ExportDialog::followEnding() {
  const auto *known = std::find_if(Endings.begin(), Endings.end(), [this](const char *ending) {
    return m_file->text().trimmed().endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
  });
  if (known != Endings.end())
    m_format->setCurrentIndex(int(known - Endings.begin()));
}

void ExportDialog::lookForFile() {
  m_place = ExportPlace::Free;
  updateState();
  const auto look = [path = typedPath()] { return path.isEmpty() ? ExportPlace::Free : placeOf(path); };
  runInBackground<ExportPlace>(this, look, [this, number = ++m_look](ExportPlace place) {
    if (number != m_look)
      return;
    m_place = place;
    if (!tryNextFolder())
      updateState();
  });
}

/// What is proposed is no mistake of the person: where it cannot be, another place is proposed.
bool ExportDialog::tryNextFolder() {
  const bool impossible = m_place == ExportPlace::NoFolder || m_place == ExportPlace::NotWritable;
  if (!m_ownName || !impossible || m_folders.size() < 2)
    return false;
  m_folders.removeFirst();
  proposeName();
  return true;
}

QString ExportDialog::placeNote() const {
  const QString folder = QDir::toNativeSeparators(QFileInfo(typedPath()).absolutePath());
  switch (m_place) {
  case ExportPlace::Free:
    break;
  case ExportPlace::Replaces:
    return tr("The file is there already and will be replaced.");
  case ExportPlace::NoFolder:
    return tr("There is no folder %1.").arg(folder);
  case ExportPlace::NotWritable:
    return tr("Nothing can be written to %1.").arg(folder);
  case ExportPlace::IsFolder:
    return tr("This is a folder. Name a file in it.");
  }
  return {};
}

void ExportDialog::updateState() {
  if (!m_main)
    return;
  const ExportChoice &what = m_choices[size_t(m_what->currentIndex())];
  m_remark->setText(what.parts.empty() ? tr("There are no such jobs.") : what.remark);
  m_remark->setVisible(!m_remark->text().isEmpty());
  const std::array about = {
      tr("One job a line. Data, options and results stand in it byte for byte as they are stored; only line "
         "breaks between tokens go."),
      tr("One array with an object for each job."),
      tr("A line for each job and a column for each field, with data, options and results as JSON text. "
         "Cells "
         "that a spreadsheet would take for a formula are written as they are.")};
  m_about->setText(about[size_t(format())]);
  if (m_withMasked) {
    const bool readable = m_withMasked->isChecked();
    m_maskNote->setTint(readable ? Tint::Warn : Tint::Text2);
    m_maskNote->setText(!m_masks.mayReveal ? tr("Your role may not see them: they stay masked in the file.")
                        : readable         ? tr("Everybody who gets the file can read them.")
                                           : tr("What the window masks is masked in the file, too."));
  }
  const QString note = placeNote();
  setNote(note, note.isEmpty() ? std::nullopt : std::optional(IconId::Warn));
  const bool possible = m_place == ExportPlace::Free || m_place == ExportPlace::Replaces;
  setFieldInvalid(m_file, !possible);
  m_file->setAccessibleDescription(note);
  m_main->setEnabled(!what.parts.empty() && !typedPath().isEmpty() && possible);
  m_main->setToolTip(possible ? QString() : note);
}

} // namespace oxp
