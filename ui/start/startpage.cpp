// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "base/certificateproblem.h"
#include "base/clock.h"
#include "models/prefixesmodel.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/errortext.h"
#include "ui/start/connectiondetails.h"
#include "ui/start/connectionedit.h"
#include "ui/start/connectionentry.h"
#include "ui/start/passphraserow.h"
#include "ui/theme/style.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"
#include "workspace/workspace.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace oxp {

namespace {

/// It is for a client certificate to be named, or for another one.
bool isForCertificate(const Error &error) {
  return error.code == "CERT-WANTED" || error.code == "CERT-FILE" || error.code == "KEY-FILE" ||
         error.code == "KEY-MISMATCH";
}

} // namespace

StartPage::StartPage(Workspace &workspace, QWidget *parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_entry(new ConnectionEntry)
    , m_details(new ConnectionDetails)
    , m_result(new Strip)
    , m_passphrase(new PassphraseRow)
    , m_prefixes(new PrefixesModel(this))
    , m_prefixView(new QTableView)
    , m_test(new TestConnection(this)) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Connect to a Redis"));
  setWidget(makeBlock());
  setFocusProxy(m_entry->edit());
  connect(m_entry, &ConnectionEntry::changed, this, &StartPage::readEntry);
  connect(m_entry, &ConnectionEntry::submitted, this, &StartPage::submit);
  const auto form = [this] { emit formWanted(chosenProfile(), m_draft.password); };
  connect(m_entry, &ConnectionEntry::formWanted, this, form);
  connect(m_details, &ConnectionDetails::formWanted, this, form);
  setupTest();
  readEntry();
}

void StartPage::setupTest() {
  m_result->setAccessibleName(tr("Result"));
  m_result->setObjectName(QStringLiteral("Result"));
  m_result->setWrapping();
  connect(m_result, &Strip::linkActivated, this, [this] {
    if (const auto follow = m_follow) // it may be another one meanwhile
      follow();
  });
  connect(m_passphrase, &PassphraseRow::submitted, this, &StartPage::submit);
  connect(m_passphrase, &PassphraseRow::edited, this, [this] {
    if (m_test->running()) // with another one
      forgetResult();
  });
  connect(m_test, &TestConnection::done, this, &StartPage::takeReport);
  connect(m_test, &TestConnection::failed, this, &StartPage::takeError);
}

void StartPage::focusField() {
  m_entry->edit()->setFocus();
}

/// Another text is another server: nothing that was found counts for it.
void StartPage::readEntry() {
  m_storePassword = true;
  m_draft = draftProfile(m_entry->line());
  if (m_entry->isEmpty())
    m_ownName = m_ownEnvironment = m_ownRole = false;
  m_passphrase->clear();
  forgetResult();
  fillTraits();
  showParts();
}

void StartPage::forgetResult() {
  m_test->cancel();
  m_then = Then::Stay;
  m_report.reset();
  m_follow = {};
  m_prefixes->clear();
  m_result->hide();
  m_prefixView->hide();
}

void StartPage::fillTraits() {
  const QSignalBlocker quietName(m_name), quietEnvironment(m_environment), quietRole(m_role);
  if (!m_ownName)
    m_name->setText(m_draft.profile.name);
  if (!m_ownEnvironment)
    m_environment->setCurrentIndex(m_environment->findData(int(m_draft.profile.environment)));
  const bool production = m_environment->currentData().toInt() == int(Environment::Production);
  const Role role = m_entry->line().role.value_or(production ? Role::Viewer : Role::Operator);
  if (!m_ownRole)
    m_role->button(int(role))->setChecked(true);
  showGuess();
}

/// Why this environment, and what the role means.
void StartPage::showGuess() {
  const QString environment = m_environment->currentText();
  QString why;
  if (!m_ownEnvironment) {
    switch (m_draft.basis) {
    case EnvironmentBasis::Said:
      break;
    case EnvironmentBasis::NodeEnv:
      why = tr("%1 was taken from the environment setting beside it.").arg(environment);
      break;
    case EnvironmentBasis::HostName:
      why = tr("%1 was guessed from the host's name.").arg(environment);
      break;
    case EnvironmentBasis::Loopback:
      why = tr("%1, as it is this machine.").arg(environment);
      break;
    case EnvironmentBasis::Careful:
      why = tr("Nothing says what it is used for: %1 is the careful guess.").arg(environment);
      break;
    }
  }
  const QString role = m_role->checkedId() == int(Role::Viewer)
                           ? tr("A viewer writes nothing; change it here at any time.")
                           : tr("An operator can change jobs; nothing is written until you save.");
  m_guess->setText(why.isEmpty() ? role : why + u' ' + role);
}

/// One that has not answered yet counts.
bool StartPage::hasKeychain() const {
  return m_workspace.secrets().availability() != SecretStore::Availability::None;
}

void StartPage::showParts() {
  const ConnectionLine &line = m_entry->line();
  const bool understood = !m_entry->isEmpty() && !line.problem;
  if (understood)
    m_details->show(line, m_draft.profile, hasKeychain());
  m_details->setVisible(understood);
  m_traits->setVisible(line.isUsable());
  m_guess->setVisible(line.isUsable());
  m_connect->setEnabled(line.isUsable());
  m_testButton->setEnabled(line.isUsable());
}

Profile StartPage::chosenProfile() const {
  Profile profile = m_draft.profile;
  const QString name = m_name->text().trimmed();
  profile.name = name.isEmpty() ? profile.name : name;
  profile.environment = static_cast<Environment>(m_environment->currentData().toInt());
  profile.role = static_cast<Role>(m_role->checkedId());
  if (const QList<QByteArray> ticked = m_prefixes->ticked(); !ticked.isEmpty())
    profile.prefixes = ticked;
  return profile;
}

/// Return: first it is tested, then, unchanged, connected to.
void StartPage::submit() {
  if (!m_entry->line().isUsable() || m_test->running())
    return;
  if (isTested())
    connectNow();
  else
    test(Then::Stay);
}

void StartPage::test(Then then) {
  if (!m_entry->line().isUsable())
    return;
  forgetResult();
  m_then = then;
  showResult(NoticeKind::Info, {}, tr("Trying %1…").arg(m_draft.profile.endpoint().display()));
  m_test->start(m_draft.profile, m_draft.password, m_passphrase->passphrase(),
                TestConnection::Look::Prefixes);
}

void StartPage::takeReport(const ConnectionReport &report) {
  m_report = report;
  m_passphrase->hide();
  m_prefixes->setPrefixes(report.prefixes, wallClockMs() + report.clockOffsetMs, m_entry->line().prefixes);
  if (std::exchange(m_then, Then::Stay) == Then::Connect && !report.warns())
    return connectNow();
  showResult(report.warns() ? NoticeKind::Warn : NoticeKind::Ok, {}, report.line());
  m_result->setToolTip(report.text());
  m_prefixView->setVisible(!report.prefixes.empty());
  fitPrefixes();
  m_connect->setFocus();
  ensureWidgetVisible(m_connect);
}

void StartPage::takeError(const Error &error) {
  m_then = Then::Stay;
  const ErrorText words = errorText(error, Doing::Testing);
  if (error.code == "KEY-LOCKED" || error.code == "KEY-PASSPHRASE")
    return askPassphrase(words);
  m_passphrase->hide();
  if (error.kind == ErrorKind::Auth) {
    const bool refused = !m_draft.password.isEmpty();
    return showResult(NoticeKind::Err, refused ? words.headline : tr("Redis asks for a password."), {},
                      tr("Enter password…"), [this, refused] { askPassword(refused); });
  }
  if (const auto problem = error.certificate) {
    showResult(NoticeKind::Err, words.headline, words.remedy, tr("Look at the certificate…"),
               [this, problem] { lookAtCertificate(*problem); });
    return lookAtCertificate(*problem);
  }
  if (error.code == "SPEAKS-TLS")
    return showResult(NoticeKind::Err, tr("This port speaks TLS."),
                      tr("It closed the connection at the first plain byte."), tr("Try with TLS"),
                      [this] { tryTls(true); });
  if (error.code == "NO-TLS")
    return showResult(NoticeKind::Err, words.headline, words.remedy, tr("Try without TLS"),
                      [this] { tryTls(false); });
  if (isForCertificate(error))
    return showResult(NoticeKind::Err, words.headline, words.remedy, tr("Name the certificate…"),
                      [this] { emit certificateWanted(chosenProfile(), m_draft.password); });
  showResult(NoticeKind::Err, words.headline, words.remedy, tr("Test again"), [this] { test(Then::Stay); });
}

void StartPage::showResult(NoticeKind kind, const QString &head, const QString &text, const QString &link,
                           std::function<void()> follow) {
  m_result->setContent(kind, text, link);
  const bool bad = kind == NoticeKind::Err;
  if (bad || !head.isEmpty())
    m_result->setHead(head, IconId::Failed, Tint::Err);
  else
    m_result->setHead({},
                      kind == NoticeKind::Ok     ? IconId::Check
                      : kind == NoticeKind::Warn ? IconId::Warn
                                                 : IconId::Info,
                      kind == NoticeKind::Ok     ? Tint::Ok
                      : kind == NoticeKind::Warn ? Tint::Warn
                                                 : Tint::Accent);
  m_result->setToolTip(head.isEmpty() ? text : head + u' ' + text);
  m_follow = std::move(follow);
  m_result->show();
}

void StartPage::tryTls(bool on) {
  if (on)
    m_draft.profile.tls.emplace();
  else
    m_draft.profile.tls.reset();
  showParts();
  test(Then::Stay);
}

void StartPage::askPassword(bool refused) {
  const bool keychain = m_workspace.secrets().availability() == SecretStore::Availability::Available;
  auto *dialog = new PasswordDialog(SecretKind::Password, chosenProfile(), refused, keychain, window());
  connect(dialog, &PasswordDialog::entered, this, [this](const SecretString &password, bool store) {
    m_draft.password = password;
    m_storePassword = store;
    test(Then::Stay);
  });
  dialog->open();
}

/// What is typed there goes with the next test, and with the connection.
void StartPage::askPassphrase(const ErrorText &words) {
  showResult(NoticeKind::Err, words.headline, words.remedy, tr("Test again"), [this] { test(Then::Stay); });
  m_passphrase->ask(hasKeychain());
  ensureWidgetVisible(m_passphrase);
}

/// What is decided of it counts for this connection, and is tried at once.
void StartPage::lookAtCertificate(const CertificateProblem &problem) {
  auto *dialog = new CertificateDialog(chosenProfile(), problem, window());
  connect(dialog, &CertificateDialog::decided, this, [this](const TlsOptions &tls) {
    m_draft.profile.tls = tls;
    showParts();
    test(Then::Stay);
  });
  dialog->open();
}

void StartPage::connectNow() {
  const Profile profile = chosenProfile();
  if (!m_draft.password.isEmpty())
    m_workspace.secrets().savePassword(profile.id, m_draft.password, m_storePassword, this,
                                       [](const Result<bool> &) {});
  if (const SecretString passphrase = m_passphrase->passphrase(); !passphrase.isEmpty())
    m_workspace.secrets().save(SecretKind::KeyPassphrase, profile.id, passphrase, true, this,
                               [](const Result<bool> &) {});
  m_workspace.profiles().save(profile);
  m_entry->setText({}); // the password stays nowhere else
  emit connectWanted(profile.id);
}

} // namespace oxp
