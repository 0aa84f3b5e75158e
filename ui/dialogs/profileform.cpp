// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profileform.h"

#include "ui/dialogs/tlsfields.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

namespace oxp {
namespace {

constexpr int LabelWidth = 88;

QByteArrayList splitPrefixes(const QString &text) {
  QByteArrayList prefixes;
  for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
    if (const QByteArray prefix = part.trimmed().toUtf8(); !prefix.isEmpty())
      prefixes << prefix;
  if (prefixes.isEmpty())
    prefixes << QByteArrayLiteral("*");
  return prefixes;
}

QSpinBox *numberField(const QString &name, int most) {
  auto *box = new QSpinBox;
  box->setAccessibleName(name);
  box->setObjectName(name);
  box->setRange(0, most);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return box;
}

QLabel *fieldLabel(const QString &text) {
  auto *label = new QLabel(text);
  label->setMinimumWidth(LabelWidth);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

QHBoxLayout *pair(QWidget *wide, const QString &word, QWidget *narrow, int narrowWidth) {
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(wide, 1);
  row->addWidget(new QLabel(word));
  narrow->setFixedWidth(narrowWidth);
  row->addWidget(narrow);
  return row;
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent) {
  auto *form = new QFormLayout(this);
  form->setContentsMargins(24, 20, 24, 8);
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(8);
  form->setLabelAlignment(Qt::AlignRight);
  setupAddress(form);
  setupAccess(form);
  setupKind(form);
  m_problem = new TextLabel({}, Tint::Err);
  m_problem->setWordWrap(true);
  m_problem->hide();
  form->addRow(QString(), m_problem);
}

QLineEdit *ProfileForm::field(const QString &name) {
  auto *edit = new QLineEdit;
  edit->setAccessibleName(name);
  edit->setObjectName(name);
  connect(edit, &QLineEdit::textChanged, this, &ProfileForm::edited);
  return edit;
}

void ProfileForm::setupAddress(QFormLayout *form) {
  m_name = field(tr("Name"));
  m_host = field(tr("Host"));
  m_port = numberField(tr("Port"), 65535);
  m_socket = field(tr("Socket"));
  m_socket->setPlaceholderText(tr("instead of host and port: a path"));
  m_database = numberField(tr("Database"), 9999);
  m_user = field(tr("User"));
  connect(m_port, &QSpinBox::valueChanged, this, &ProfileForm::edited);
  connect(m_database, &QSpinBox::valueChanged, this, &ProfileForm::edited);
  form->addRow(fieldLabel(tr("Name")), m_name);
  form->addRow(fieldLabel(tr("Host")), pair(m_host, tr("Port"), m_port, 72));
  form->addRow(fieldLabel(tr("Socket")), m_socket);
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  m_database->setFixedWidth(72);
  row->addWidget(m_database);
  row->addWidget(new QLabel(tr("User")));
  row->addWidget(m_user, 1);
  form->addRow(fieldLabel(tr("Database")), row);
  m_tls = new TlsFields(LabelWidth);
  connect(m_tls, &TlsFields::edited, this, &ProfileForm::edited);
  form->addRow(m_tls);
}

void ProfileForm::setupAccess(QFormLayout *form) {
  m_password = field(tr("Password"));
  m_password->setEchoMode(QLineEdit::Password);
  QAction *show = m_password->addAction(icon(IconId::Eye), QLineEdit::TrailingPosition);
  show->setText(tr("Show the password"));
  show->setCheckable(true);
  connect(show, &QAction::toggled, this, [this, show](bool on) {
    m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    show->setIcon(icon(on ? IconId::EyeOff : IconId::Eye));
  });
  connect(m_password, &QLineEdit::textChanged, this, [this] {
    m_passwordTouched = true;
    emit edited();
  });
  m_passwordNote = new TextLabel({}, Tint::Text2);
  m_passwordNote->setFont(fonts::small());
  m_prefixes = field(tr("Prefixes"));
  m_prefixes->setPlaceholderText(QStringLiteral("*"));
  auto *prefixNote = new TextLabel(tr("Separated by commas. Empty: Oxpecker looks for them."), Tint::Text2);
  prefixNote->setFont(fonts::small());
  form->addRow(fieldLabel(tr("Password")), m_password);
  form->addRow(QString(), m_passwordNote);
  form->addRow(fieldLabel(tr("Prefixes")), m_prefixes);
  form->addRow(QString(), prefixNote);
}

void ProfileForm::setupKind(QFormLayout *form) {
  m_environment = new QComboBox;
  m_environment->setAccessibleName(tr("Environment"));
  m_environment->setObjectName(QStringLiteral("Environment"));
  m_environment->addItem(icon(IconId::Circle, Tint::Completed), tr("Local"), int(Environment::Local));
  m_environment->addItem(icon(IconId::Diamond, Tint::Delayed), tr("Staging"), int(Environment::Staging));
  m_environment->addItem(icon(IconId::Square, Tint::Failed), tr("Production"), int(Environment::Production));
  m_environment->setFixedWidth(180);
  m_environmentNote = new TextLabel({}, Tint::Text2);
  m_environmentNote->setFont(fonts::small());
  connect(m_environment, &QComboBox::currentIndexChanged, this, [this] {
    updateEnvironmentNote();
    emit edited();
  });
  auto *environment = new QHBoxLayout;
  environment->setSpacing(12);
  environment->addWidget(m_environment);
  environment->addWidget(m_environmentNote, 1);
  form->addRow(fieldLabel(tr("Environment")), environment);

  m_role = new QButtonGroup(this);
  auto *viewer = new QRadioButton(tr("Viewer, reads only"));
  auto *operatorButton = new QRadioButton(tr("Operator, reads and writes"));
  m_role->addButton(viewer, int(Role::Viewer));
  m_role->addButton(operatorButton, int(Role::Operator));
  connect(m_role, &QButtonGroup::idToggled, this, &ProfileForm::edited); // clicked or by an assistive tool
  auto *roles = new QWidget;
  roles->setAccessibleName(tr("Role"));
  roles->setObjectName(QStringLiteral("Role"));
  auto *row = new QHBoxLayout(roles);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(20);
  row->addWidget(viewer);
  row->addWidget(operatorButton);
  row->addStretch();
  form->addRow(fieldLabel(tr("Role")), roles);
}

void ProfileForm::updateEnvironmentNote() {
  switch (static_cast<Environment>(m_environment->currentData().toInt())) {
  case Environment::Production:
    m_environmentNote->setText(tr("Red band, and writes ask first."));
    break;
  case Environment::Staging:
    m_environmentNote->setText(tr("Amber band, and writes ask first."));
    break;
  case Environment::Local:
    m_environmentNote->setText(tr("Saves at once; sensitive values ask first."));
    break;
  }
}

void ProfileForm::setProfile(const Profile &profile, bool passwordKnown) {
  const QSignalBlocker quiet(this);
  m_name->setText(profile.name);
  m_host->setText(profile.host);
  m_port->setValue(profile.port);
  m_socket->setText(profile.socketPath);
  m_database->setValue(profile.database);
  m_tls->setTls(profile.tls);
  m_tls->setPassphraseKnown(false);
  m_user->setText(profile.user);
  m_password->clear();
  setPasswordKnown(passwordKnown);
  m_passwordTouched = false;
  QByteArrayList prefixes(profile.prefixes.begin(), profile.prefixes.end());
  m_prefixes->setText(prefixes == QByteArrayList{"*"} ? QString() : QString::fromUtf8(prefixes.join(", ")));
  m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
  m_role->button(int(profile.role))->setChecked(true);
  updateEnvironmentNote();
  showProblems({});
}

void ProfileForm::setPasswordKnown(bool known) {
  m_password->setPlaceholderText(known ? QStringLiteral("••••••••") : QString());
}

Profile ProfileForm::profile(const Profile &base) const {
  Profile profile = base;
  profile.name = m_name->text().trimmed();
  profile.host = m_host->text().trimmed();
  profile.port = quint16(m_port->value());
  profile.socketPath = m_socket->text().trimmed();
  profile.database = m_database->value();
  profile.tls = m_tls->tls();
  profile.user = m_user->text();
  profile.prefixes = splitPrefixes(m_prefixes->text());
  profile.environment = static_cast<Environment>(m_environment->currentData().toInt());
  profile.role = static_cast<Role>(m_role->checkedId());
  return profile;
}

SecretString ProfileForm::password() const {
  return SecretString(m_password->text().toUtf8());
}

void ProfileForm::setPassword(const SecretString &password) {
  if (!password.isEmpty())
    m_password->setText(QString::fromUtf8(password.reveal()));
}

void ProfileForm::showProblems(const QList<QByteArray> &problems) {
  setFieldInvalid(m_name, problems.contains("name"));
  setFieldInvalid(m_host, problems.contains("host"));
  setFieldInvalid(m_port, problems.contains("port"));
  setFieldInvalid(m_database, problems.contains("database"));
  m_tls->setKeyInvalid(problems.contains("certificate"));
  setFieldInvalid(m_prefixes, problems.contains("prefixes"));
  m_problem->setVisible(!problems.isEmpty());
  if (problems.isEmpty())
    return;
  const QByteArray &first = problems.front();
  m_problem->setText(first == "name"          ? tr("Give the connection a name.")
                     : first == "host"        ? tr("Name a host, or the path of a socket.")
                     : first == "port"        ? tr("A port is a number from 1 to 65535.")
                     : first == "database"    ? tr("A database is a number from 0.")
                     : first == "certificate" ? tr("A client key needs its certificate.")
                                              : tr("A prefix must not be empty."));
}

void ProfileForm::setKeychain(bool available) {
  m_passwordNote->setText(
      available ? tr("Kept in the system's keychain, never in the profile file.")
                : tr("There is no keychain: asked for at connect, kept in memory, never written."));
}

void ProfileForm::focusName() {
  m_name->setFocus();
  m_name->selectAll();
}

} // namespace oxp
