// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/certificatedialog.h"

#include "models/format.h"
#include "ui/dialogs/certificatetext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/fingerprintlabel.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int Width = 640;
constexpr int LabelWidth = 88;
constexpr int RowHeight = 24;
constexpr int WayIndent = 24;
constexpr qsizetype TypedBytes = 4;

DialogSubject subjectOf(const Profile &profile, const CertificateProblem &problem) {
  DialogSubject subject;
  subject.title = CertificateDialog::tr("Certificate problem");
  subject.environment = profile.environment;
  subject.profile = profile.name;
  subject.object = profile.endpoint().display();
  subject.mark = IconId::Shield;
  subject.markTint = Tint::Err;
  const double ms = double(problem.answered.count()) / 1'000;
  subject.aside = CertificateDialog::tr("%1, answered in %2 ms")
                      .arg(problem.tlsVersion, QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
  subject.sentence = problem.pinned
                         ? CertificateDialog::tr("The server shows another certificate than the pinned one. "
                                                 "No name, password or command was sent.")
                         : CertificateDialog::tr("The certificate does not prove that this is your server. "
                                                 "No name, password or command was sent.");
  return subject;
}

TextLabel *smallLabel(const QString &text) {
  auto *label = new TextLabel(text, Tint::Text2);
  label->setFont(fonts::small());
  return label;
}

QLabel *factLabel(const QString &text) {
  QLabel *label = smallLabel(text);
  label->setMinimumWidth(LabelWidth);
  label->setAlignment(Qt::AlignRight | Qt::AlignTop);
  return label;
}

QFrame *rule() {
  auto *line = new QFrame;
  line->setFrameShape(QFrame::HLine);
  line->setFixedHeight(1);
  return line;
}

/// A row below a choice, for what that one needs.
QWidget *below(QWidget *label, QWidget *field) {
  auto *row = new QWidget;
  auto *line = new QHBoxLayout(row);
  line->setContentsMargins(WayIndent, 4, 0, 0);
  line->setSpacing(8);
  line->addWidget(label);
  line->addWidget(field);
  line->addStretch();
  return row;
}

/// As certificates have them: no name ends in a digit, or holds a colon.
bool isAddress(const QString &name) {
  return name.contains(u':') || name.back().isDigit();
}

/// What a person typed or pasted: with colons, spaces or neither.
QByteArray bytesOf(const QString &typed) {
  QByteArray digits = typed.toLatin1();
  digits.replace(':', "").replace(' ', "");
  const QByteArray bytes = QByteArray::fromHex(digits);
  return bytes.toHex() == digits.toLower() ? bytes : QByteArray();
}

} // namespace

CertificateDialog::CertificateDialog(const Profile &profile, const CertificateProblem &problem,
                                     QWidget *parent)
    : DialogFrame(subjectOf(profile, problem), parent)
    , m_profile(profile)
    , m_problem(problem)
    , m_ways(new QButtonGroup(this)) {
  resize(Width, Width);
  setupChecks();
  setupFacts();
  content()->addWidget(rule());
  setupWays();
  content()->addStretch();
  setupButtons();
  updateWays();
}

void CertificateDialog::setupChecks() {
  const auto texts = checkTexts(m_problem, m_profile.tls && !m_profile.tls->caFile.isEmpty());
  auto *table = new QTableWidget(int(texts.size()), 3);
  table->setAccessibleName(tr("Checks"));
  table->setObjectName(QStringLiteral("Checks"));
  table->setHorizontalHeaderLabels({tr("Check"), tr("Outcome"), tr("What was found")});
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->setWordWrap(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setMinimumSectionSize(RowHeight);
  table->verticalHeader()->setDefaultSectionSize(RowHeight);
  QHeaderView *header = table->horizontalHeader();
  header->setHighlightSections(false);
  header->setSectionsClickable(false);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->setStretchLastSection(true);
  header->resizeSection(0, 76);
  header->resizeSection(1, 92);
  int row = 0;
  for (const CheckText &text : texts) {
    auto *check = new QTableWidgetItem(text.check);
    check->setFont(fonts::uiBold());
    auto *outcome = new QTableWidgetItem(text.passed ? icon(IconId::Completed, Tint::Ok)
                                                     : icon(IconId::Failed, Tint::Err),
                                         text.passed ? tr("passed") : tr("failed"));
    auto *finding = new QTableWidgetItem(text.finding);
    finding->setToolTip(text.finding);
    table->setItem(row, 0, check);
    table->setItem(row, 1, outcome);
    table->setItem(row++, 2, finding);
  }
  table->setFixedHeight(header->sizeHint().height() + int(texts.size()) * RowHeight +
                        2 * table->frameWidth());
  content()->addWidget(table);
}

void CertificateDialog::setupFacts() {
  auto *grid = new QGridLayout;
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const CertificateFactText &fact : factTexts(m_problem.certificate)) {
    auto *text = new TextLabel(fact.text);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grid->addWidget(factLabel(fact.label), row, 0);
    grid->addWidget(text, row++, 1, 1, 2);
  }
  const QByteArray &shown = m_problem.certificate.sha256;
  auto *copy = new QToolButton;
  copy->setIcon(icon(IconId::Copy));
  copy->setAutoRaise(true);
  copy->setAccessibleName(tr("Copy fingerprint"));
  copy->setToolTip(tr("Copy fingerprint"));
  connect(copy, &QToolButton::clicked, this,
          [shown] { QGuiApplication::clipboard()->setText(fingerprintLines(shown).join(u':')); });
  grid->addWidget(factLabel(QStringLiteral("SHA-256")), row, 0);
  grid->addWidget(new FingerprintLabel(shown, m_problem.pinned.value_or(QByteArray())), row, 1);
  grid->addWidget(copy, row++, 2);
  if (m_problem.pinned) {
    grid->addWidget(factLabel(tr("Pinned")), row, 0);
    grid->addWidget(new FingerprintLabel(*m_problem.pinned, shown), row, 1);
  }
  content()->addLayout(grid);
}

void CertificateDialog::setupWays() {
  auto *place = new QVBoxLayout;
  place->setSpacing(2);
  setupAuthority(place);
  if (nameHelps())
    setupName(place);
  setupPin(place);
  content()->addLayout(place);
  connect(m_ways, &QButtonGroup::idToggled, this, &CertificateDialog::updateWays);
}

QRadioButton *CertificateDialog::addWay(QVBoxLayout *place, Way way, const QString &text,
                                        const QString &note) {
  auto *button = new QRadioButton(text);
  button->setAccessibleName(text);
  button->setAccessibleDescription(note);
  m_ways->addButton(button, way);
  auto *label = smallLabel(note);
  label->setWordWrap(true);
  label->setContentsMargins(WayIndent, 0, 0, 6);
  place->addWidget(button, 0, Qt::AlignLeft); // no wider than what can be pressed
  place->addWidget(label);
  return button;
}

/// A certificate that changed and is sound needs no file; it needs the pin to go.
void CertificateDialog::setupAuthority(QVBoxLayout *place) {
  if (m_problem.pinned && !m_problem.failed())
    addWay(place, Unpin, tr("Pin nothing any more"),
           tr("The certificate passes every check. Renewals go on working."));
  else
    addWay(place, Authority, tr("Trust a certificate authority of your own"),
           m_problem.issuer == IssuerFinding::Unknown
               ? tr("A file with %1, for this profile only. The best way: renewals go on working.")
                     .arg(format::safeText(m_problem.authority.toUtf8(), 100))
               : tr("A file with it, for this profile only. The best way: renewals go on working."));
}

/// Where nothing but the name is wrong, or the name together with the issuer.
bool CertificateDialog::nameHelps() const {
  return m_problem.name != NameFinding::Fits && m_problem.issuer != IssuerFinding::Unsound &&
         m_problem.dates == DatesFinding::Within && m_problem.key == KeyFinding::Sound &&
         !usableNames().isEmpty();
}

/// A wildcard is no name that could be verified. Addresses are offered where there is nothing better.
QStringList CertificateDialog::usableNames() const {
  QStringList names, addresses;
  for (const QString &name : m_problem.certificate.names)
    if (!name.contains(u'*'))
      (isAddress(name) ? addresses : names) += name;
  return names.isEmpty() ? addresses : names;
}

void CertificateDialog::setupName(QVBoxLayout *place) {
  const QStringList names = usableNames();
  const bool alone = m_problem.issuer == IssuerFinding::Known;
  const QString address = m_profile.endpoint().display();
  QRadioButton *way =
      addWay(place, OtherName,
             names.size() == 1 ? tr("Verify the name %1").arg(format::safeText(names.front().toUtf8(), 100))
                               : tr("Verify another name"),
             alone ? tr("The address stays %1.").arg(address)
                   : tr("The address stays %1. Helps with the name only, not with the issuer.").arg(address));
  way->setAccessibleName(tr("Verify the name"));
  m_name = new QComboBox;
  for (const QString &name : names)
    m_name->addItem(format::safeText(name.toUtf8(), 100), name);
  m_name->setAccessibleName(tr("Name to verify"));
  m_name->setObjectName(QStringLiteral("Name to verify"));
  m_nameRow = below(smallLabel(tr("Name to verify")), m_name);
  place->addWidget(m_nameRow);
}

void CertificateDialog::setupPin(QVBoxLayout *place) {
  const QString until = certificateDate(m_problem.certificate.notAfterMs);
  QRadioButton *way =
      addWay(place, Pin, tr("Pin exactly this certificate for this profile"),
             m_problem.dates == DatesFinding::Ended
                 ? tr("Any other is refused, a renewed one too. The pin shows in the status bar.")
                 : tr("Any other is refused, the renewed one of %1 too. The pin shows in the status bar.")
                       .arg(until));
  way->setAccessibleName(tr("Pin exactly this certificate"));
  if (!typesFingerprint())
    return;
  const QString name = tr("Last 4 bytes of the fingerprint");
  m_fingerprint = new QLineEdit;
  m_fingerprint->setAccessibleName(name);
  m_fingerprint->setObjectName(QStringLiteral("Last 4 bytes of the fingerprint"));
  m_fingerprint->setFont(fonts::mono());
  m_fingerprint->setFixedWidth(120);
  m_pinRow = below(smallLabel(tr("Last 4 bytes of the fingerprint, from the server's owner")), m_fingerprint);
  place->addWidget(m_pinRow);
  connect(m_fingerprint, &QLineEdit::textChanged, this, &CertificateDialog::updateWays);
}

void CertificateDialog::setupButtons() {
  QPushButton *copy = addButton(tr("Copy details"), ButtonKind::Normal, QDialogButtonBox::ActionRole);
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(tr("Choose CA file…"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(copy, &QPushButton::clicked, this, [this] {
    QGuiApplication::clipboard()->setText(certificateDetails(
        m_problem, m_profile.endpoint().display(), m_profile.tls && !m_profile.tls->caFile.isEmpty()));
  });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, &CertificateDialog::decide);
  setNote(tr("Asked again when it changes."), IconId::Info);
  setDefault(cancel);
  if (m_fingerprint)
    setConfirmField(m_fingerprint, m_main);
}

/// What the chosen way still wants; empty when it can be gone.
QString CertificateDialog::missing() const {
  if (m_ways->checkedId() < 0)
    return tr("Choose a way first");
  if (m_ways->checkedId() == Pin && m_fingerprint &&
      bytesOf(m_fingerprint->text()) != m_problem.certificate.sha256.right(TypedBytes))
    return tr("Type the last 4 bytes of the fingerprint first");
  return {};
}

void CertificateDialog::updateWays() {
  const int way = m_ways->checkedId();
  if (m_nameRow)
    m_nameRow->setVisible(way == OtherName && m_name->count() > 1);
  if (m_pinRow)
    m_pinRow->setVisible(way == Pin);
  const QString text = way == Pin         ? tr("Pin certificate")
                       : way == OtherName ? tr("Verify this name")
                       : way == Unpin     ? tr("Pin nothing")
                                          : tr("Choose CA file…");
  m_main->setText(text);
  m_main->setAccessibleName(text);
  m_main->setObjectName(text);
  setButtonKind(m_main, way == Pin ? ButtonKind::Danger : ButtonKind::Main);
  m_main->setEnabled(missing().isEmpty());
  m_main->setToolTip(missing());
}

void CertificateDialog::decide() {
  if (!missing().isEmpty())
    return;
  if (m_ways->checkedId() == Authority)
    return chooseAuthority();
  TlsOptions tls = m_profile.tls.value_or(TlsOptions());
  tls.pin.reset();
  if (m_ways->checkedId() == OtherName)
    tls.verifyName = m_name->currentData().toString();
  else if (m_ways->checkedId() == Pin)
    tls.pin = CertificatePin{m_problem.certificate.sha256, m_problem.certificate.notAfterMs};
  emit decided(tls);
  accept();
}

void CertificateDialog::chooseAuthority() {
  auto *dialog = new QFileDialog(this, tr("Certificate authority"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
    TlsOptions tls = m_profile.tls.value_or(TlsOptions());
    tls.pin.reset();
    tls.caFile = file;
    emit decided(tls);
    accept();
  });
  dialog->open();
}

} // namespace oxp
