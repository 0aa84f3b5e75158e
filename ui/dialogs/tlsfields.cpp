// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tlsfields.h"

#include "ui/dialogs/certificatetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace oxp {
namespace {

QLabel *rowLabel(const QString &text, int width) {
  auto *label = new QLabel(text);
  label->setMinimumWidth(width);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

} // namespace

TlsFields::TlsFields(int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_labelWidth(labelWidth)
    , m_form(new QFormLayout(this))
    , m_on(new QCheckBox(tr("Encrypt with TLS, and verify the server"))) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setHorizontalSpacing(12);
  m_form->setVerticalSpacing(8);
  m_form->setLabelAlignment(Qt::AlignRight);
  m_on->setAccessibleName(tr("TLS"));
  m_on->setObjectName(QStringLiteral("TLS"));
  m_form->addRow(rowLabel(tr("TLS"), m_labelWidth), m_on);
  m_caFile = field(tr("CA file"), tr("beside the system's authorities, PEM"));
  m_certificateFile = field(tr("Client certificate"), tr("only where the server asks for one"));
  m_keyFile = field(tr("Client key"), tr("in the certificate's file"));
  addFile(m_form, tr("CA file"), m_caFile, tr("Choose CA file"));
  addFile(m_form, tr("Certificate"), m_certificateFile, tr("Choose client certificate"));
  addFile(m_form, tr("Key"), m_keyFile, tr("Choose client key"));
  m_passphrase = field(tr("Key passphrase"), {});
  m_passphrase->setEchoMode(QLineEdit::Password);
  m_form->addRow(rowLabel(tr("Passphrase"), m_labelWidth), m_passphrase);
  setupNames(m_form);
  setupPin(m_form);
  connect(m_passphrase, &QLineEdit::textChanged, this, [this] { m_passphraseTouched = true; });
  connect(m_on, &QCheckBox::toggled, this, [this] {
    updateRows();
    emit edited();
  });
  connect(m_certificateFile, &QLineEdit::textChanged, this, &TlsFields::updateRows);
  updateRows();
}

QLineEdit *TlsFields::field(const QString &name, const QString &placeholder) {
  auto *edit = new QLineEdit;
  edit->setAccessibleName(name);
  edit->setObjectName(name);
  edit->setPlaceholderText(placeholder);
  connect(edit, &QLineEdit::textChanged, this, &TlsFields::edited);
  return edit;
}

void TlsFields::addFile(QFormLayout *form, const QString &name, QLineEdit *edit, const QString &chooserName) {
  auto *choose = new QPushButton(tr("Choose…"));
  choose->setAccessibleName(chooserName);
  choose->setObjectName(chooserName);
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, [this, edit, chooserName] { chooseFile(edit, chooserName); });
  auto *row = new QWidget;
  auto *line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  line->addWidget(edit, 1);
  line->addWidget(choose);
  form->addRow(rowLabel(name, m_labelWidth), row);
}

void TlsFields::setupNames(QFormLayout *form) {
  m_serverName = field(tr("Server name"), tr("asked for (SNI): the host"));
  m_verifyName = field(tr("Name to verify"), tr("in the certificate: the host"));
  form->addRow(rowLabel(tr("Server name"), m_labelWidth), m_serverName);
  form->addRow(rowLabel(tr("Verify name"), m_labelWidth), m_verifyName);
}

void TlsFields::setupPin(QFormLayout *form) {
  m_pinText = new TextLabel;
  m_pinText->setElide(Qt::ElideRight);
  auto *remove = new QPushButton(tr("Remove pin"));
  remove->setAccessibleName(tr("Remove pin"));
  remove->setObjectName(QStringLiteral("Remove pin"));
  remove->setAutoDefault(false);
  connect(remove, &QPushButton::clicked, this, [this] {
    m_pin.reset();
    showPin();
    m_verifyName->setFocus(); // the button is gone
    emit edited();
  });
  m_pinRow = new QWidget;
  auto *line = new QHBoxLayout(m_pinRow);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  line->addWidget(m_pinText, 1);
  line->addWidget(remove);
  form->addRow(rowLabel(tr("Pinned"), m_labelWidth), m_pinRow);
}

void TlsFields::chooseFile(QLineEdit *into, const QString &title) {
  auto *dialog = new QFileDialog(window(), title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  if (const QString known = into->text(); !known.isEmpty())
    dialog->setDirectory(QFileInfo(known).absolutePath());
  connect(dialog, &QFileDialog::fileSelected, into, &QLineEdit::setText);
  dialog->open();
}

/// Without its key a passphrase has no meaning; without a pin there is no row for it.
void TlsFields::updateRows() {
  const bool on = m_on->isChecked();
  for (int row = 1; row < m_form->rowCount(); ++row)
    m_form->setRowVisible(row, on);
  const bool presents = on && !m_certificateFile->text().trimmed().isEmpty();
  m_form->setRowVisible(m_keyFile->parentWidget(), presents);
  m_form->setRowVisible(m_passphrase, presents);
  m_form->setRowVisible(m_pinRow, on && m_pin.has_value());
}

void TlsFields::showPin() {
  if (m_pin) {
    const QString fingerprint = QString::fromLatin1(m_pin->sha256.toHex(':').toUpper());
    m_pinText->setText(m_pin->notAfterMs < 0
                           ? fingerprint
                           : tr("until %1, %2").arg(certificateDate(m_pin->notAfterMs), fingerprint));
  }
  updateRows();
}

void TlsFields::setTls(const std::optional<TlsOptions> &tls) {
  const TlsOptions known = tls.value_or(TlsOptions());
  m_on->setChecked(tls.has_value());
  m_caFile->setText(known.caFile);
  m_certificateFile->setText(known.certificateFile);
  m_keyFile->setText(known.keyFile);
  m_serverName->setText(known.serverName);
  m_verifyName->setText(known.verifyName);
  m_pin = known.pin;
  setKeyInvalid(false);
  showPin();
}

std::optional<TlsOptions> TlsFields::tls() const {
  if (!m_on->isChecked())
    return std::nullopt;
  TlsOptions tls;
  tls.caFile = m_caFile->text().trimmed();
  tls.certificateFile = m_certificateFile->text().trimmed();
  tls.keyFile = m_keyFile->text().trimmed();
  tls.serverName = m_serverName->text().trimmed();
  tls.verifyName = m_verifyName->text().trimmed();
  tls.pin = m_pin;
  return tls;
}

void TlsFields::setPassphraseKnown(bool known) {
  m_passphrase->clear();
  m_passphrase->setPlaceholderText(known ? QStringLiteral("••••••••")
                                         : tr("only where the key is encrypted"));
  m_passphraseTouched = false;
}

void TlsFields::focusCertificate() {
  m_certificateFile->setFocus();
}

SecretString TlsFields::passphrase() const {
  return SecretString(m_passphrase->text().toUtf8());
}

void TlsFields::setKeyInvalid(bool invalid) {
  setFieldInvalid(m_certificateFile, invalid);
}

} // namespace oxp
