// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectionsdialog.h"

#include "models/format.h"
#include "models/roles.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/tlsfields.h"
#include "ui/errortext.h"
#include "ui/start/connectionentry.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitarea.h"
#include "ui/widgets/profilelistdelegate.h"
#include "workspace/profiledraft.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int ListWidth = 232;
constexpr int IdRole = PrivateRole;

QToolButton *listButton(IconId id, const QString &name) {
  auto *button = new QToolButton;
  button->setIcon(icon(id));
  button->setAutoRaise(true);
  button->setAccessibleName(name);
  button->setToolTip(name);
  return button;
}

QPushButton *named(const QString &text, ButtonKind kind) {
  auto *button = new QPushButton(text);
  button->setAccessibleName(text);
  button->setObjectName(text);
  button->setAutoDefault(false);
  setButtonKind(button, kind);
  return button;
}

QFrame *line(QFrame::Shape shape) {
  auto *rule = new QFrame;
  rule->setFrameShape(shape);
  if (shape == QFrame::HLine)
    rule->setFixedHeight(1);
  else
    rule->setFixedWidth(1);
  return rule;
}

} // namespace

ConnectionsDialog::ConnectionsDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_list(new QListWidget)
    , m_entry(new ConnectionEntry)
    , m_form(new ProfileForm)
    , m_result(new Banner)
    , m_test(new TestConnection(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(tr("Connections"));
  setAccessibleName(tr("Connections"));
  resize(800, 572);
  setupList();
  setupLayout();
  setupTest();
  m_form->setKeychain(workspace.secrets().availability() != SecretStore::Availability::None);
  rebuildList({});
  if (m_list->count() == 0)
    addProfile();
}

void ConnectionsDialog::setupList() {
  m_list->setAccessibleName(tr("Profiles"));
  m_list->setObjectName(QStringLiteral("Profiles"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new ProfileListDelegate(m_list));
  m_list->setFixedWidth(ListWidth);
  connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsDialog::showProfile);
  connect(m_form, &ProfileForm::edited, this, &ConnectionsDialog::updateButtons);
  m_entry->setFormOffered(false);
  connect(m_entry, &ConnectionEntry::changed, this, &ConnectionsDialog::takePasted);
  connect(m_entry, &ConnectionEntry::submitted, this, &ConnectionsDialog::test);
}

void ConnectionsDialog::setupLayout() {
  auto *left = new QVBoxLayout;
  left->setSpacing(0);
  left->addWidget(m_list, 1);
  left->addWidget(line(QFrame::HLine));
  auto *tools = new QHBoxLayout;
  tools->setContentsMargins(8, 4, 8, 4);
  QToolButton *add = listButton(IconId::Plus, tr("Add connection"));
  QToolButton *copy = listButton(IconId::Copy, tr("Duplicate profile"));
  QToolButton *remove = listButton(IconId::Trash, tr("Remove profile"));
  connect(add, &QToolButton::clicked, this, &ConnectionsDialog::addProfile);
  connect(copy, &QToolButton::clicked, this, &ConnectionsDialog::duplicateProfile);
  connect(remove, &QToolButton::clicked, this, &ConnectionsDialog::removeProfile);
  for (QToolButton *button : {add, copy, remove})
    tools->addWidget(button);
  tools->addStretch();
  left->addLayout(tools);
  auto *right = new QVBoxLayout;
  right->setContentsMargins(0, 0, 0, 0);
  auto *entry = new QVBoxLayout;
  entry->setContentsMargins(24, 16, 24, 0);
  entry->addWidget(m_entry);
  right->addLayout(entry);
  right->addWidget(new FitArea(m_form), 1);
  right->addWidget(m_result);
  auto *body = new QHBoxLayout;
  body->setSpacing(0);
  body->addLayout(left);
  body->addWidget(line(QFrame::VLine));
  body->addLayout(right, 1);
  auto *footer = new QHBoxLayout;
  footer->setContentsMargins(16, 12, 16, 12);
  footer->setSpacing(8);
  setupButtons(footer);
  auto *outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  outer->addLayout(body, 1);
  outer->addWidget(line(QFrame::HLine));
  outer->addLayout(footer);
}

void ConnectionsDialog::setupButtons(QHBoxLayout *footer) {
  m_testButton = named(tr("Test connection"), ButtonKind::Normal);
  QPushButton *close = named(tr("Close"), ButtonKind::Normal);
  m_save = named(tr("Save profile"), ButtonKind::Normal);
  m_connect = named(tr("Connect"), ButtonKind::Main);
  m_connect->setDefault(true);
  footer->addWidget(m_testButton);
  footer->addStretch();
  footer->addWidget(close);
  footer->addWidget(m_save);
  footer->addWidget(m_connect);
  connect(m_testButton, &QPushButton::clicked, this, &ConnectionsDialog::test);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, &ConnectionsDialog::saveProfile);
  connect(m_connect, &QPushButton::clicked, this, [this] {
    if (!saveProfile())
      return;
    emit connectWanted(m_current.id);
    accept();
  });
}

void ConnectionsDialog::setupTest() {
  connect(m_test, &TestConnection::done, this, [this](const ConnectionReport &report) {
    const bool warns = report.facts.evicts() || report.access != ConnectionReport::Access::Write;
    Notice notice;
    notice.id = "test";
    notice.kind = warns ? NoticeKind::Warn : NoticeKind::Ok;
    notice.what = report.text().section(u'\n', 0, 0);
    notice.detail = report.text().section(u'\n', 1).replace(u'\n', u' ');
    m_result->post(notice);
    m_result->setToolTip(report.text());
  });
  connect(m_test, &TestConnection::failed, this, &ConnectionsDialog::tellTestFailed);
}

void ConnectionsDialog::tellTestFailed(const Error &error) {
  const ErrorText text = errorText(error, Doing::Testing);
  Notice notice;
  notice.id = "test";
  notice.kind = NoticeKind::Err;
  notice.what = text.headline;
  notice.detail = text.remedy;
  if (const auto problem = error.certificate)
    notice.buttons = {{tr("Look at the certificate…"), [this, problem] { lookAtCertificate(*problem); }}};
  m_result->post(notice);
  m_result->setToolTip(error.detail.isEmpty() ? text.oneLine()
                                              : format::boundedTip(text.oneLine() + u'\n' + error.detail));
  if (error.certificate)
    lookAtCertificate(*error.certificate);
}

/// What is decided goes into the form, as if it had been typed, and is tried.
void ConnectionsDialog::lookAtCertificate(const CertificateProblem &problem) {
  auto *dialog = new CertificateDialog(m_form->profile(m_current), problem, this);
  connect(dialog, &CertificateDialog::decided, this, [this](const TlsOptions &tls) {
    m_form->tlsFields()->setTls(tls);
    test();
  });
  dialog->open();
}

void ConnectionsDialog::rebuildList(const QString &current) {
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  int row = 0;
  for (const Profile &profile : m_workspace.profiles().profiles()) {
    const ProfileSession *session = m_workspace.session(profile.id);
    const bool connected = session && session->isConnected();
    auto *item = new QListWidgetItem(profile.name);
    item->setData(IdRole, profile.id);
    item->setData(EnvironmentRole, int(profile.environment));
    item->setData(ConnectedRole, connected);
    item->setData(DetailRole, connected ? tr("%1, connected").arg(profile.address()) : profile.address());
    m_list->addItem(item);
    if (profile.id == current)
      row = m_list->count() - 1;
  }
  if (m_list->count() == 0)
    return;
  m_list->setCurrentRow(row);
  showProfile(row);
}

void ConnectionsDialog::showProfile(int row) {
  const QListWidgetItem *item = m_list->item(row);
  const Profile *profile = item ? m_workspace.profiles().find(item->data(IdRole).toString()) : nullptr;
  if (!profile)
    return;
  m_test->cancel();
  m_result->clear();
  m_current = *profile;
  m_entry->setText({});
  m_form->setProfile(m_current, false);
  showKnownSecrets();
  updateButtons();
}

void ConnectionsDialog::showKnownSecrets() {
  const QString id = m_current.id;
  m_workspace.secrets().requestPassword(
      id, this, [this, id](const Result<SecretStore::MaybeSecret> &password) {
        if (id == m_current.id && password && *password && !m_form->passwordTouched())
          m_form->setPasswordKnown(true);
      });
  if (!m_current.tls || m_current.tls->certificateFile.isEmpty())
    return;
  m_workspace.secrets().request(
      SecretKind::KeyPassphrase, id, this, [this, id](const Result<SecretStore::MaybeSecret> &passphrase) {
        if (id == m_current.id && passphrase && *passphrase && !m_form->tlsFields()->passphraseTouched())
          m_form->tlsFields()->setPassphraseKnown(true);
      });
}

void ConnectionsDialog::select(const QString &profileId) {
  rebuildList(profileId);
}

void ConnectionsDialog::addProfile() {
  m_test->cancel();
  m_result->clear();
  m_list->setCurrentRow(-1);
  m_current = newProfile();
  m_entry->setText({});
  m_form->setProfile(m_current, false);
  m_entry->setFocus();
  updateButtons();
}

void ConnectionsDialog::fill(const Profile &profile, const SecretString &password) {
  addProfile();
  m_current = profile;
  m_form->setProfile(profile, false);
  m_form->setPassword(password);
  m_form->focusName();
  updateButtons();
}

void ConnectionsDialog::focusCertificate() {
  m_form->tlsFields()->focusCertificate();
}

/// What was pasted goes into the form. The name, the environment and the role that somebody gave a profile
/// stay as they are.
void ConnectionsDialog::takePasted() {
  const ConnectionLine &line = m_entry->line();
  if (m_entry->isEmpty() || line.problem)
    return;
  m_test->cancel();
  m_result->clear();
  const ProfileDraft draft = draftProfile(line);
  Profile profile = draft.profile;
  profile.id = m_current.id;
  if (const Profile *known = m_workspace.profiles().find(m_current.id)) {
    profile.name = known->name;
    profile.environment = known->environment;
    profile.role = known->role;
    profile.stored = known->stored;
    if (!line.says(LineField::Prefix))
      profile.prefixes = known->prefixes;
  }
  m_form->setProfile(profile, false);
  m_form->setPassword(draft.password);
  updateButtons();
}

void ConnectionsDialog::duplicateProfile() {
  Profile copy = m_form->profile(m_current);
  copy.id = newProfile().id;
  copy.stored = true;
  copy.name = tr("%1 copy").arg(copy.name);
  m_list->setCurrentRow(-1);
  m_current = copy;
  m_form->setProfile(copy, false);
  m_form->focusName();
  updateButtons();
}

void ConnectionsDialog::removeProfile() {
  const QString id = m_current.id;
  if (!m_workspace.profiles().find(id))
    return addProfile();
  Notice ask;
  ask.id = "remove";
  ask.kind = NoticeKind::Warn;
  ask.what = tr("Remove %1?").arg(m_current.name);
  ask.detail = tr("The queues in Redis stay as they are.");
  ask.buttons = {{tr("Remove profile"), [this, id] {
                    m_workspace.close(id);
                    m_workspace.secrets().forget(id);
                    m_workspace.profiles().remove(id);
                    m_result->clear();
                    rebuildList({});
                    if (m_list->count() == 0)
                      addProfile();
                  }}};
  m_result->post(ask);
}

bool ConnectionsDialog::saveProfile() {
  Profile profile = m_form->profile(m_current);
  profile.stored = true;
  const QList<QByteArray> problems = profileProblems(profile);
  m_form->showProblems(problems);
  if (!problems.isEmpty())
    return false;
  if (m_form->passwordTouched())
    m_workspace.secrets().savePassword(profile.id, m_form->password(), true, this,
                                       [](const Result<bool> &) {});
  if (m_form->tlsFields()->passphraseTouched())
    m_workspace.secrets().save(SecretKind::KeyPassphrase, profile.id, m_form->tlsFields()->passphrase(), true,
                               this, [](const Result<bool> &) {});
  m_workspace.profiles().save(profile);
  m_current = profile;
  rebuildList(profile.id);
  return true;
}

void ConnectionsDialog::test() {
  // The button stays on, as the focus is on it: with the next Return it would go to another one.
  if (m_test->running())
    return;
  const Profile profile = m_form->profile(m_current);
  QList<QByteArray> problems = profileProblems(profile);
  problems.removeAll("name");
  m_form->showProblems(problems);
  if (!problems.isEmpty())
    return;
  Notice notice;
  notice.id = "test";
  notice.what = tr("Trying…");
  notice.closable = false;
  m_result->post(notice);
  if (m_form->passwordTouched())
    return startTest(profile, m_form->password());
  m_workspace.secrets().requestPassword(profile.id, this,
                                        [this, profile](const Result<SecretStore::MaybeSecret> &known) {
                                          startTest(profile, known && *known ? **known : SecretString());
                                        });
}

/// With the passphrase of the key, where there is a key.
void ConnectionsDialog::startTest(const Profile &profile, const SecretString &password) {
  if (!profile.tls || profile.tls->certificateFile.isEmpty())
    return m_test->start(profile, password);
  if (m_form->tlsFields()->passphraseTouched())
    return m_test->start(profile, password, m_form->tlsFields()->passphrase());
  m_workspace.secrets().request(SecretKind::KeyPassphrase, profile.id, this,
                                [this, profile, password](const Result<SecretStore::MaybeSecret> &known) {
                                  m_test->start(profile, password,
                                                known && *known ? **known : SecretString());
                                });
}

void ConnectionsDialog::updateButtons() {
  const Profile edited = m_form->profile(m_current);
  const bool known = m_workspace.profiles().find(m_current.id) != nullptr;
  m_save->setEnabled(!known || !(edited == m_current) || m_form->passwordTouched() ||
                     m_form->tlsFields()->passphraseTouched());
}

} // namespace oxp
