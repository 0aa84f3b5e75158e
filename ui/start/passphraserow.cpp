// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/passphraserow.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace oxp {

namespace {

constexpr int FieldWidth = 240, Spacing = 8; // px

} // namespace

PassphraseRow::PassphraseRow(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_note(new TextLabel({}, Tint::Text2)) {
  m_field->setEchoMode(QLineEdit::Password);
  m_field->setAccessibleName(tr("Passphrase"));
  m_field->setObjectName(QStringLiteral("Passphrase"));
  m_field->setFixedWidth(FieldWidth);
  m_note->setFont(fonts::small());
  m_note->setWordWrap(true);
  setFocusProxy(m_field);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(Spacing);
  row->addWidget(new TextLabel(m_field->accessibleName()));
  row->addWidget(m_field);
  row->addWidget(m_note, 1);
  hide();
  connect(m_field, &QLineEdit::textEdited, this, &PassphraseRow::edited);
  connect(m_field, &QLineEdit::returnPressed, this, &PassphraseRow::submitted);
}

void PassphraseRow::ask(bool keychain) {
  m_note->setText(keychain ? tr("goes to the keychain with the connection") : tr("kept in memory only"));
  show();
  m_field->selectAll();
  m_field->setFocus();
}

SecretString PassphraseRow::passphrase() const {
  return SecretString(m_field->text().toUtf8());
}

void PassphraseRow::clear() {
  m_field->clear();
  hide();
}

} // namespace oxp
