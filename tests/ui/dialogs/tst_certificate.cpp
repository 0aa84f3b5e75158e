// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/certificatetext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace oxp;

namespace {

constexpr qint64 DayMs = 24LL * 60 * 60 * 1'000;

const QByteArray Shown =
    QByteArray::fromHex("7a1c904e5bd23308af619ec47720b51de8035f964abc12d960278bf13c45aa0e");

CertificateProblem unknownIssuer() {
  CertificateProblem problem;
  problem.certificate.subject = u"CN=redis-internal.shop.example, O=Shop GmbH"_qs;
  problem.certificate.issuer = u"CN=Shop Internal CA 2, O=Shop GmbH"_qs;
  problem.certificate.issuerName = problem.authority = u"Shop Internal CA 2"_qs;
  problem.certificate.names = {u"redis-internal.shop.example"_qs};
  problem.certificate.notBeforeMs = 1'764'720'000'000;
  problem.certificate.notAfterMs = 1'796'342'340'000; // 2026-12-03 23:59
  problem.certificate.sha256 = Shown;
  problem.certificate.key = u"RSA 3072"_qs;
  problem.certificate.digest = u"SHA-256"_qs;
  problem.issuer = IssuerFinding::Unknown;
  problem.expectedName = u"redis-eu-1"_qs;
  problem.tlsVersion = u"TLS 1.3"_qs;
  problem.answered = std::chrono::microseconds(900);
  problem.seenMs = problem.certificate.notAfterMs - 11 * DayMs - 5'000;
  return problem;
}

CertificateProblem otherName() {
  CertificateProblem problem = unknownIssuer();
  problem.issuer = IssuerFinding::Known;
  problem.name = NameFinding::Other;
  return problem;
}

Profile profileIn(Environment environment) {
  Profile profile = newProfile();
  profile.name = u"shop"_qs;
  profile.host = u"redis-eu-1"_qs;
  profile.port = 6380;
  profile.environment = environment;
  profile.tls.emplace().serverName = u"eu.example"_qs;
  return profile;
}

} // namespace

/// What stands in the dialog, which ways it offers, and what comes of each.
class TestCertificate : public QObject {
  Q_OBJECT

private slots:
  void cleanup() { m_dialog.reset(); }
  void showsAllChecks();
  void choosesNothingByItself();
  void cancelsByReturn();
  void pinsByTypedBytes();
  void pinsLocallyAtOnce();
  void offersTheNameWhereThatHelps_data();
  void offersTheNameWhereThatHelps();
  void verifiesTheName();
  void trustsAnAuthority();
  void comparesWithThePinnedOne();
  void unpinsWhatIsSound();
  void keepsStrangersTextsHarmless();
  void copiesItsDetails();
  void saysWhatWasFound_data();
  void saysWhatWasFound();

private:
  void show(const CertificateProblem &problem, Environment environment = Environment::Production);
  QAbstractButton *button(const QString &name) const;
  void choose(const QString &way) { button(way)->click(); }

  std::unique_ptr<CertificateDialog> m_dialog;
};

void TestCertificate::show(const CertificateProblem &problem, Environment environment) {
  m_dialog = std::make_unique<CertificateDialog>(profileIn(environment), problem);
  m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
  m_dialog->show();
}

QAbstractButton *TestCertificate::button(const QString &name) const {
  for (auto *found : m_dialog->findChildren<QAbstractButton *>())
    if (found->accessibleName() == name)
      return found;
  return nullptr;
}

void TestCertificate::showsAllChecks() {
  show(unknownIssuer());
  QCOMPARE(m_dialog->accessibleName(), u"Certificate problem"_qs);
  const auto *checks = m_dialog->findChild<QTableWidget *>(u"Checks"_qs);
  QStringList rows;
  for (int row = 0; row < checks->rowCount(); ++row)
    rows += checks->item(row, 0)->text() + u'|' + checks->item(row, 1)->text() + u'|' +
            checks->item(row, 2)->text();
  QCOMPARE(rows, (QStringList{
                     u"Issuer|failed|not known here: “Shop Internal CA 2” is no root of this system"_qs,
                     u"Name|passed|it is for redis-eu-1"_qs,
                     u"Dates|passed|in its time, 11 d are left"_qs,
                     u"Key|passed|RSA 3072, SHA-256, meant for servers"_qs,
                 }));
}

void TestCertificate::choosesNothingByItself() {
  show(otherName());
  for (const auto *way : m_dialog->findChildren<QRadioButton *>())
    QVERIFY(!way->isChecked());
  QVERIFY(!button(u"Choose CA file…"_qs)->isEnabled());
}

void TestCertificate::cancelsByReturn() {
  show(unknownIssuer());
  QSignalSpy decided(m_dialog.get(), &CertificateDialog::decided);
  choose(u"Pin exactly this certificate"_qs);
  QTest::keyClick(m_dialog.get(), Qt::Key_Return);
  QVERIFY(!m_dialog->isVisible());
  QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
  QCOMPARE(decided.size(), 0);
}

void TestCertificate::pinsByTypedBytes() {
  show(unknownIssuer());
  QSignalSpy decided(m_dialog.get(), &CertificateDialog::decided);
  choose(u"Pin exactly this certificate"_qs);
  auto *field = m_dialog->findChild<QLineEdit *>(u"Last 4 bytes of the fingerprint"_qs);
  QVERIFY(field->isVisible());
  QAbstractButton *pin = button(u"Pin certificate"_qs);
  for (const QString &typed :
       {u""_qs, u"3C:45:AA"_qs, u"7A:1C:90:4E"_qs, u"3C:45:AA:0F"_qs, u"3C45AA0E0"_qs, u"xx3C45AA0E"_qs}) {
    field->setText(typed);
    QVERIFY2(!pin->isEnabled(), qPrintable(typed));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
  }
  for (const QString &typed : {u"3c45aa0e"_qs, u"3C 45 AA 0E"_qs, u"3C:45:AA:0E"_qs}) {
    field->setText(typed);
    QVERIFY2(pin->isEnabled(), qPrintable(typed));
  }
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(decided.size(), 1);
  const auto tls = decided[0][0].value<TlsOptions>();
  QCOMPARE(tls.pin, (CertificatePin{Shown, unknownIssuer().certificate.notAfterMs}));
  QCOMPARE(tls.serverName, u"eu.example"_qs);
}

void TestCertificate::pinsLocallyAtOnce() {
  show(unknownIssuer(), Environment::Local);
  QSignalSpy decided(m_dialog.get(), &CertificateDialog::decided);
  QVERIFY(!m_dialog->findChild<QLineEdit *>(u"Last 4 bytes of the fingerprint"_qs));
  choose(u"Pin exactly this certificate"_qs);
  button(u"Pin certificate"_qs)->click();
  QCOMPARE(decided.size(), 1);
}

void TestCertificate::offersTheNameWhereThatHelps_data() {
  QTest::addColumn<IssuerFinding>("issuer");
  QTest::addColumn<NameFinding>("name");
  QTest::addColumn<DatesFinding>("dates");
  QTest::addColumn<KeyFinding>("key");
  QTest::addColumn<QStringList>("names");
  QTest::addColumn<bool>("offered");
  using I = IssuerFinding;
  using N = NameFinding;
  using D = DatesFinding;
  using K = KeyFinding;
  const QStringList names{u"a.example"_qs}, wild{u"*.example"_qs};
  QTest::newRow("the name alone") << I::Known << N::Other << D::Within << K::Sound << names << true;
  QTest::newRow("name and issuer") << I::Unknown << N::Other << D::Within << K::Sound << names << true;
  QTest::newRow("the issuer alone") << I::Unknown << N::Fits << D::Within << K::Sound << names << false;
  QTest::newRow("ended too") << I::Known << N::Other << D::Ended << K::Sound << names << false;
  QTest::newRow("a weak key too") << I::Known << N::Other << D::Within << K::Weak << names << false;
  QTest::newRow("a forged one") << I::Unsound << N::Other << D::Within << K::Sound << names << false;
  QTest::newRow("a wildcard alone") << I::Known << N::Other << D::Within << K::Sound << wild << false;
}

void TestCertificate::offersTheNameWhereThatHelps() {
  CertificateProblem problem = unknownIssuer();
  QFETCH(QStringList, names);
  problem.certificate.names = names;
  QFETCH(IssuerFinding, issuer);
  problem.issuer = issuer;
  QFETCH(NameFinding, name);
  problem.name = name;
  QFETCH(DatesFinding, dates);
  problem.dates = dates;
  QFETCH(KeyFinding, key);
  problem.key = key;
  show(problem);
  QTEST(button(u"Verify the name"_qs) != nullptr, "offered");
}

void TestCertificate::verifiesTheName() {
  CertificateProblem problem = otherName();
  problem.certificate.names = {u"10.20.3.17"_qs, u"*.shop.example"_qs, u"redis-internal.shop.example"_qs};
  show(problem);
  QSignalSpy decided(m_dialog.get(), &CertificateDialog::decided);
  QCOMPARE(button(u"Verify the name"_qs)->text(), u"Verify the name redis-internal.shop.example"_qs);
  choose(u"Verify the name"_qs);
  button(u"Verify this name"_qs)->click();
  const auto tls = decided.value(0).value(0).value<TlsOptions>();
  QCOMPARE(tls.verifyName, u"redis-internal.shop.example"_qs);
  QVERIFY(!tls.pin);
}

void TestCertificate::trustsAnAuthority() {
  const QTemporaryDir folder;
  QFile file(folder.filePath(u"ca.pem"_qs));
  QVERIFY(file.open(QFile::WriteOnly));
  show(unknownIssuer());
  QSignalSpy decided(m_dialog.get(), &CertificateDialog::decided);
  choose(u"Trust a certificate authority of your own"_qs);
  button(u"Choose CA file…"_qs)->click();
  QPointer<QFileDialog> files = m_dialog->findChild<QFileDialog *>();
  QTRY_VERIFY(files && files->isVisible());
  QCOMPARE(decided.size(), 0);
  files->setDirectory(folder.path());
  files->findChild<QLineEdit *>(u"fileNameEdit"_qs)->setText(file.fileName());
  QTest::keyClick(files, Qt::Key_Return);
  QTRY_COMPARE(decided.size(), 1);
  QCOMPARE(decided[0][0].value<TlsOptions>().caFile, file.fileName());
  QVERIFY(!m_dialog->isVisible());
}

void TestCertificate::comparesWithThePinnedOne() {
  CertificateProblem problem = unknownIssuer();
  QByteArray pinned = Shown;
  pinned[1] = char(0x1d);
  problem.pinned = pinned;
  show(problem);
  QStringList fingerprints;
  for (const auto *label : m_dialog->findChildren<QLabel *>())
    if (label->textFormat() == Qt::RichText)
      fingerprints += label->text();
  QCOMPARE(fingerprints.size(), 2);
  QCOMPARE(fingerprints.filter(u"<b style"_qs).size(), 2);
  QVERIFY(fingerprints[0].contains(u">1C</b>"_qs) && fingerprints[1].contains(u">1D</b>"_qs));
  QCOMPARE(fingerprints[0].count(u"<b style"_qs), 1);
  QVERIFY(button(u"Trust a certificate authority of your own"_qs));
}

void TestCertificate::unpinsWhatIsSound() {
  CertificateProblem problem = unknownIssuer();
  problem.issuer = IssuerFinding::Known;
  problem.pinned = QByteArray(32, 'p');
  show(problem);
  QSignalSpy decided(m_dialog.get(), &CertificateDialog::decided);
  choose(u"Pin nothing any more"_qs);
  button(u"Pin nothing"_qs)->click();
  QCOMPARE(decided.size(), 1);
  QVERIFY(!decided[0][0].value<TlsOptions>().pin);
}

void TestCertificate::keepsStrangersTextsHarmless() {
  CertificateProblem problem = otherName();
  problem.authority = u"<b>x</b>\u202e\n"_qs;
  problem.certificate.subject = u"<img src=x>\u202e"_qs;
  problem.certificate.names = {QString(100'000, u'n')};
  show(problem);
  for (const auto *label : m_dialog->findChildren<QLabel *>()) {
    QVERIFY(!label->text().contains(QChar(0x202e)));
    QVERIFY(label->text().size() < 2'000);
    QVERIFY(label->textFormat() != Qt::AutoText);
  }
}

void TestCertificate::copiesItsDetails() {
  show(unknownIssuer());
  button(u"Copy details"_qs)->click();
  const QString text = QGuiApplication::clipboard()->text();
  QVERIFY(text.startsWith(u"redis-eu-1:6380, TLS 1.3"_qs));
  QVERIFY(text.contains(u"Valid: 2025-12-03 until 2026-12-03 23:59 UTC"_qs));
  QVERIFY(text.contains(u"SHA-256: 7A:1C:90:4E"_qs));
  QVERIFY(m_dialog->isVisible());
}

void TestCertificate::saysWhatWasFound_data() {
  QTest::addColumn<int>("row");
  QTest::addColumn<CertificateProblem>("problem");
  QTest::addColumn<QString>("finding");
  CertificateProblem problem = unknownIssuer();
  problem.issuer = IssuerFinding::SelfSigned;
  QTest::newRow("self-signed") << 0 << problem << u"signed by itself"_qs;
  problem.dates = DatesFinding::Ended;
  problem.seenMs = problem.certificate.notAfterMs + 12 * DayMs + 3 * 60 * 60 * 1'000;
  QTest::newRow("ended") << 2 << problem << u"ended 12 d ago, on 2026-12-03"_qs;
  problem.dates = DatesFinding::NotYet;
  problem.seenMs = problem.certificate.notBeforeMs - 2 * DayMs;
  QTest::newRow("not yet") << 2 << problem << u"begins in 2 d, on 2025-12-03"_qs;
  problem.name = NameFinding::Other;
  problem.certificate.names = {u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs};
  QTest::newRow("names") << 1 << problem << u"it is for a, b, c and 2 more, not for redis-eu-1"_qs;
  problem.key = KeyFinding::OtherPurpose;
  QTest::newRow("purpose") << 3 << problem << u"RSA 3072, SHA-256, not meant for servers"_qs;
}

void TestCertificate::saysWhatWasFound() {
  QFETCH(int, row);
  QFETCH(CertificateProblem, problem);
  QTEST(checkTexts(problem, false)[size_t(row)].finding, "finding");
  QVERIFY(!checkTexts(problem, false)[size_t(row)].passed);
}

QTEST_MAIN(TestCertificate)
#include "tst_certificate.moc"
