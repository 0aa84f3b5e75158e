// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/certificates.h"
#include "ui/window/windowtest.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Passphrase = "open sesame";

} // namespace

/// From a rediss:// line to a saved job, past certificates that prove nothing.
class TestWindowTls : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void pinsAndSaves();
  void pinsFromTheStartPage();
  void unlocksTheKeyOnTheStartPage();
  void namesTheCertificateInTheForm();
  void asksAgainWhenItChanges();
  void triesWhatTheFormSays();
  void connectsByAnAuthority();

private:
  QString url(const WindowTest &t, const char *environment, const QString &more = {}) const;
  static QString saysCertificate(Person &person);
  /// Types it on the start page, and tests it.
  static bool tests(Person &person, const QString &line);
  static bool resultSays(Person &person, const QString &words);
  QString lastBytes(const QString &file) const;
  RedisServerOptions secured() const;
  /// Who shows no certificate is sent away.
  RedisServerOptions closed() const;

  Certificates m_certificates;
};

void TestWindowTls::initTestCase() {
  leaveSessionBus();
  QVERIFY(m_certificates.makeUsual());
  CertificateWish renewed{.file = u"renewed"_qs, .subject = "redis.shop.example"};
  renewed.names = "IP:127.0.0.1";
  QVERIFY(m_certificates.make(renewed));
  CertificateWish client{.file = u"client"_qs, .subject = "worker", .issuer = u"ca"_qs};
  client.passphrase = Passphrase;
  QVERIFY(m_certificates.make(client));
}

RedisServerOptions TestWindowTls::secured() const {
  return {.arguments = m_certificates.serverArguments(u"server"_qs), .tls = true};
}

RedisServerOptions TestWindowTls::closed() const {
  RedisServerOptions options = secured();
  options.arguments += {u"--tls-auth-clients"_qs, u"yes"_qs};
  return options;
}

bool TestWindowTls::tests(Person &person, const QString &line) {
  QWidget *field = person.see(u"Connect to"_qs);
  if (!field)
    return false;
  field->setFocus();
  return person.keys(line) && person.key(Qt::Key_Return);
}

bool TestWindowTls::resultSays(Person &person, const QString &words) {
  return person.waits(qPrintable(words), [&] {
    const auto *strip = person.window()->findChild<QWidget *>(u"Result"_qs);
    return strip && strip->isVisible() && strip->accessibleDescription().contains(words);
  });
}

QString TestWindowTls::url(const WindowTest &t, const char *environment, const QString &more) const {
  return u"rediss://%1/?name=Shop&environment=%2%3"_qs.arg(t.shop.server.tlsEndpoint().display(),
                                                           QLatin1String(environment), more);
}

/// What the status bar says of it.
QString TestWindowTls::saysCertificate(Person &person) {
  const QWidget *piece = person.see(u"Certificate"_qs);
  return piece ? piece->accessibleDescription() : QString();
}

QString TestWindowTls::lastBytes(const QString &file) const {
  return QString::fromLatin1(m_certificates.sha256(file).right(4).toHex());
}

void TestWindowTls::pinsAndSaves() {
  WindowTest t(secured());
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", R"({"to":"12 Long Road"})");
  QVERIFY(t.person.start(url(t, "production"), t.folder.path()));
  Person &person = t.person;
  QWidget *dialog = person.see(u"Certificate problem"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Pin exactly this certificate"_qs, dialog));
  QVERIFY(person.type(u"Last 4 bytes of the fingerprint"_qs, lastBytes(u"server"_qs), dialog));
  QVERIFY(person.press(u"Pin certificate"_qs, dialog));

  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(saysCertificate(person).startsWith(u"TLS 1.3 pinned until 20"));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.press(u"Save changes"_qs, person.see(u"Review changes"_qs)));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), QByteArray(R"({"to":"7 Short Road"})"));
}

/// What is decided there counts for the test that follows, and for the profile that it becomes.
void TestWindowTls::pinsFromTheStartPage() {
  WindowTest t(secured());
  QVERIFY(t.shop.start());
  t.shop.add("failed", "{}");
  QVERIFY(t.person.start({}, t.folder.path()));
  Person &person = t.person;
  auto *field = person.see(u"Connect to"_qs);
  QVERIFY(field);
  field->setFocus();
  QVERIFY(person.keys(u"rediss://"_qs + t.shop.server.tlsEndpoint().display()));
  QVERIFY(person.key(Qt::Key_Return));
  QWidget *dialog = person.see(u"Certificate problem"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Cancel"_qs, dialog));
  const auto result = [&person] {
    const auto *strip = person.window()->findChild<QWidget *>(u"Result"_qs);
    return strip && strip->isVisible() ? strip->accessibleDescription() : QString();
  };
  QVERIFY2(!result().contains(u"1 queue"), qPrintable(result()));
  QVERIFY(person.press(u"Look at the certificate…"_qs));
  dialog = person.see(u"Certificate problem"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Pin exactly this certificate"_qs, dialog));
  QVERIFY(person.press(u"Pin certificate"_qs, dialog));
  QVERIFY(person.waits("the test that follows", [&] { return result().contains(u"1 queue"); }));
  const auto *details = person.see<QListWidget>(u"Connection details"_qs);
  QVERIFY(details);
  QStringList facts;
  for (int row = 0; row < details->count(); ++row)
    facts << details->item(row)->data(Qt::AccessibleTextRole).toString();
  QVERIFY2(facts.contains(u"TLS: on only the pinned certificate is taken"_qs), qPrintable(facts.join(u'\n')));
  QVERIFY(person.press(u"Connect"_qs));
  QVERIFY(person.waits("the pinned connection",
                       [&] { return saysCertificate(person).startsWith(u"TLS 1.3 pinned until 20"); }));
}

/// The field is there when it is wanted, and what is typed there becomes the profile's.
void TestWindowTls::unlocksTheKeyOnTheStartPage() {
  WindowTest t(closed());
  QVERIFY(t.shop.start());
  t.shop.add("failed", "{}");
  QVERIFY(t.person.start({}, t.folder.path()));
  Person &person = t.person;
  QVERIFY(tests(person, u"rediss://%1/?cacert=%2&cert=%3&key=%4"_qs.arg(
                            t.shop.server.tlsEndpoint().display(), m_certificates.certificate(u"ca"_qs),
                            m_certificates.certificate(u"client"_qs), m_certificates.key(u"client"_qs))));
  QVERIFY(resultSays(person, u"is encrypted. Enter its passphrase."_qs));
  auto *field = person.see<QLineEdit>(u"Passphrase"_qs);
  QVERIFY(field);
  QCOMPARE(field->echoMode(), QLineEdit::Password);
  QCOMPARE(QApplication::focusWidget(), field);
  QVERIFY(person.keys(u"a guess"_qs) && person.key(Qt::Key_Return));
  QVERIFY(resultSays(person, u"does not unlock"_qs));
  QCOMPARE(QApplication::focusWidget(), field);
  QVERIFY(person.keys(QString::fromLatin1(Passphrase)) && person.key(Qt::Key_Return));
  QVERIFY(resultSays(person, u"1 queue"_qs));
  QVERIFY(!person.sees(u"Passphrase"_qs));
  QVERIFY(person.press(u"Connect"_qs));
  QVERIFY(person.waits("the connection", [&] { return saysCertificate(person) == u"TLS 1.3"_qs; }));
  QVERIFY(field->text().isEmpty());
}

void TestWindowTls::namesTheCertificateInTheForm() {
  WindowTest t(closed());
  QVERIFY(t.shop.start());
  QVERIFY(t.person.start({}, t.folder.path()));
  Person &person = t.person;
  QVERIFY(tests(person, u"rediss://%1/?cacert=%2"_qs.arg(t.shop.server.tlsEndpoint().display(),
                                                         m_certificates.certificate(u"ca"_qs))));
  QVERIFY(resultSays(person, u"wants to see a client certificate"_qs));
  QVERIFY(person.press(u"Name the certificate…"_qs));
  QWidget *dialog = person.see(u"Connections"_qs);
  QVERIFY(dialog);
  auto *field = person.see<QLineEdit>(u"Client certificate"_qs, dialog);
  QVERIFY(field);
  QVERIFY(
      person.waits("the keyboard at the certificate", [&] { return QApplication::focusWidget() == field; }));
}

/// In the middle of work it is said where the person looks, and typed text stays.
void TestWindowTls::asksAgainWhenItChanges() {
  WindowTest t(secured());
  QVERIFY(t.shop.start());
  QVERIFY(t.person.start(url(t, "local"), t.folder.path()));
  Person &person = t.person;
  QWidget *dialog = person.see(u"Certificate problem"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Pin exactly this certificate"_qs, dialog));
  QVERIFY(person.press(u"Pin certificate"_qs, dialog));
  const QByteArray id = t.shop.add("failed", R"({"to":"12 Long Road"})");
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));

  t.shop.server.setArguments(m_certificates.serverArguments(u"renewed"_qs));
  QVERIFY(t.shop.server.restart());
  QVERIFY(person.reads(u"The server shows another certificate than the pinned one."_qs));
  QVERIFY(!person.sees(u"Certificate problem"_qs));
  QVERIFY(!person.sees(u"Certificate"_qs));
  QVERIFY(person.press(u"Look at the certificate…"_qs));
  dialog = person.see(u"Certificate problem"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Pin exactly this certificate"_qs, dialog));
  QVERIFY(person.press(u"Pin certificate"_qs, dialog));
  QVERIFY(saysCertificate(person).startsWith(u"TLS 1.3 pinned until 20"));
  QVERIFY(person.text().contains("7 Short Road"));
}

void TestWindowTls::triesWhatTheFormSays() {
  WindowTest t(secured());
  QVERIFY(t.shop.start());
  QVERIFY(t.person.start({}, t.folder.path()));
  Person &person = t.person;
  QVERIFY(person.key(Qt::Key_N, Qt::ControlModifier));
  QWidget *dialog = person.see(u"Connections"_qs);
  QVERIFY(dialog);
  auto *port = person.see<QSpinBox>(u"Port"_qs, dialog);
  QVERIFY(port);
  port->setValue(t.shop.server.tlsEndpoint().port);
  QVERIFY(!person.sees(u"CA file"_qs, dialog));
  QVERIFY(person.press(u"Test connection"_qs, dialog));
  QVERIFY(person.waits("that TLS is spoken there", [&] {
    return person.notices().join(u' ').contains(u"The server speaks only TLS on this port."_qs);
  }));
  person.see<QCheckBox>(u"TLS"_qs, dialog)->setChecked(true);
  QVERIFY(person.press(u"Test connection"_qs, dialog));
  QWidget *problem = person.see(u"Certificate problem"_qs);
  QVERIFY(problem);
  QVERIFY(person.press(u"Cancel"_qs, problem));
  auto *file = person.see<QLineEdit>(u"CA file"_qs, dialog);
  QVERIFY(file);
  file->setText(m_certificates.certificate(u"ca"_qs));
  QVERIFY(person.press(u"Test connection"_qs, dialog));
  QVERIFY(person.reads(u"Connected to Redis"_qs));
}

void TestWindowTls::connectsByAnAuthority() {
  WindowTest t(secured());
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", R"({"to":"12 Long Road"})");
  QVERIFY(t.person.start(url(t, "local", u"&cacert="_qs + m_certificates.certificate(u"ca"_qs)),
                         t.folder.path()));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QCOMPARE(saysCertificate(t.person), u"TLS 1.3"_qs);
}

QTEST_MAIN(TestWindowTls)
#include "tst_tls.moc"
