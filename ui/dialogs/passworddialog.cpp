// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/passworddialog.h"

#include "ui/theme/style.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

namespace {

QString question(SecretKind kind, bool refused) {
  if (kind == SecretKind::KeyPassphrase)
    return refused ? PasswordDialog::tr("The passphrase does not unlock the key of the client certificate.")
                   : PasswordDialog::tr("The key of the client certificate is encrypted.");
  return refused ? PasswordDialog::tr("The server refused the password.")
                 : PasswordDialog::tr("The server asks for a password.");
}

} // namespace

PasswordDialog::PasswordDialog(SecretKind kind, const Profile &profile, bool refused, bool keychain,
                               QWidget *parent)
    : QDialog(parent)
    , m_secret(new QLineEdit)
    , m_store(new QCheckBox(tr("Keep it in the system's keychain"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  const QString name = kind == SecretKind::Password ? tr("Password") : tr("Key passphrase");
  setWindowTitle(name);
  setMinimumWidth(440);
  auto *band = new EnvironmentBand;
  band->setEnvironment(profile.environment, profile.name, profile.address());
  auto *words = new TextLabel(question(kind, refused), refused ? Tint::Err : Tint::Text2);
  m_secret->setEchoMode(QLineEdit::Password);
  m_secret->setAccessibleName(name);
  m_secret->setObjectName(QStringLiteral("Password"));
  m_store->setChecked(keychain && profile.stored);
  m_store->setVisible(keychain && profile.stored);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Connect"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  setButtonKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::Main);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    emit entered(SecretString(m_secret->text().toUtf8()), m_store->isVisible() && m_store->isChecked());
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *form = new QFormLayout;
  form->setContentsMargins(16, 12, 16, 12);
  form->setSpacing(8);
  form->addRow(words);
  if (kind == SecretKind::KeyPassphrase && profile.tls)
    form->addRow(tr("Client key"), new TextLabel(profile.tls->keyFile));
  else if (!profile.user.isEmpty())
    form->addRow(tr("User"), new TextLabel(profile.user));
  form->addRow(name, m_secret);
  form->addRow(QString(), m_store);
  if (!keychain) {
    auto *note =
        new TextLabel(tr("There is no keychain: it is kept in memory until the window closes."), Tint::Text2);
    note->setWordWrap(true);
    form->addRow(QString(), note);
  }
  form->addRow(buttons);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(band);
  layout->addLayout(form);
  m_secret->setFocus();
}

} // namespace oxp
