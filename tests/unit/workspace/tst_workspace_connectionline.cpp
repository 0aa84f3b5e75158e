// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionline.h"
#include "workspace/connectionwords.h"
#include "workspace/lineurl.h"
#include "workspace/profiledraft.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Password = u"s3cr3t-PW"_qs;

QString fact(const char *name, const QString &value) {
  return value.isEmpty() ? QString() : u" %1=%2"_qs.arg(QLatin1StringView(name), value);
}

/// What was understood, in one line that a table can hold.
QString dump(const ConnectionLine &line) {
  static const char *const forms[] = {"nothing", "unknown", "url", "address", "cli", "object", "settings"};
  QString text = QLatin1StringView(forms[int(line.form)]);
  if (line.says(LineField::Socket))
    text += u" socket="_qs + line.endpoint.socketPath;
  else
    text += u' ' + line.endpoint.display();
  if (line.endpoint.database != 0)
    text += fact("db", QString::number(line.endpoint.database));
  text += fact("user", line.credentials.user);
  text += fact("password", QString::fromUtf8(line.credentials.password.reveal()));
  if (const auto &tls = line.endpoint.tls)
    text += u" tls"_qs + fact("ca", tls->caFile) + fact("cert", tls->certificateFile) +
            fact("key", tls->keyFile) + fact("sni", tls->serverName) + fact("verify", tls->verifyName);
  for (const QByteArray &prefix : line.prefixes)
    text += fact("prefix", QString::fromUtf8(prefix));
  text += fact("name", line.name);
  if (line.environment)
    text += fact("environment", QString::number(int(*line.environment)));
  for (const LeftOut &left : line.leftOut)
    text += (left.why == LeftOut::Why::NotKnownHere ? u" ?"_qs : u" -"_qs) + left.name;
  if (line.problem)
    text += u" !%1@%2"_qs.arg(int(line.problem->kind)).arg(line.problem->where.start + 1);
  return text;
}

QStringList sentencesOf(const QString &text, const ConnectionLine &line) {
  QStringList sentences = connectionwords::leftOut(line);
  sentences << connectionwords::understood(line.form) << connectionwords::missing(line);
  if (line.problem)
    sentences << connectionwords::problem(text, *line.problem) << connectionwords::repair(*line.problem);
  return sentences;
}

} // namespace

class TestConnectionLine : public QObject {
  Q_OBJECT

private slots:
  void understands_data();
  void understands();
  void becomesAUrl_data() { understands_data(); }
  void becomesAUrl();
  void namesWhatIsWrong_data();
  void namesWhatIsWrong();
  void repairsAreUnderstood();
  void masksWhileItIsTyped();
  void masksWhatIsWrong();
  void saysWhatIsMissing();
  void neverTellsThePassword();
};

void TestConnectionLine::understands_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("expected");
  const auto row = [](const char *name, const QString &text, const QString &expected) {
    QTest::newRow(name) << QString(text).replace(u"PW"_qs, Password)
                        << QString(expected).replace(u"PW"_qs, Password);
  };
#include "connectionlines.inc"
}

void TestConnectionLine::understands() {
  QFETCH(QString, text);
  QFETCH(QString, expected);
  const ConnectionLine line = readConnectionLine(text);
  QCOMPARE(dump(line), expected);
  QVERIFY(!maskedText(text, line.secrets).contains(Password));
  QVERIFY(!sentencesOf(text, line).join(u'\n').contains(Password));
}

/// On the command line it goes on as a URL, which says the same.
void TestConnectionLine::becomesAUrl() {
  QFETCH(QString, text);
  const ConnectionLine line = readConnectionLine(text);
  const Result<QString> url = urlOfLine(text);
  if (url && *url == text)
    return; // one already
  QCOMPARE(url.has_value(), line.isUsable());
  if (!url) {
    QVERIFY(!url.error().detail.isEmpty() && !url.error().detail.contains(Password));
    return;
  }
  const Result<ConnectionUrl> read = parseConnectionUrl(*url);
  QVERIFY2(read, qPrintable(*url));
  QCOMPARE(read->endpoint.display(), line.endpoint.display());
  QCOMPARE(read->endpoint.database, line.endpoint.database);
  QCOMPARE(read->endpoint.tls.has_value(), line.endpoint.tls.has_value());
  if (const auto &tls = read->endpoint.tls) {
    QCOMPARE(tls->serverName, line.endpoint.tls->serverName);
    QCOMPARE(tls->caFile, wholePath(line.endpoint.tls->caFile));
  }
  QCOMPARE(read->credentials.user, line.credentials.user);
  QCOMPARE(read->credentials.password.reveal(), line.credentials.password.reveal());
  QCOMPARE(QList<QByteArray>(read->prefixes.begin(), read->prefixes.end()), line.prefixes);
  QCOMPARE(read->name, line.name);
  QCOMPARE(read->environment.has_value(), line.environment.has_value());
}

void TestConnectionLine::namesWhatIsWrong_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("sentence");
  QTest::addColumn<QString>("repair");
  QTest::newRow("raw #") << u"rediss://oxpecker:abc#def@redis-eu-1:6380"_qs
                         << u"Column 22: the password has a raw #, which ends a URL. Write %23."_qs
                         << u"rediss://oxpecker:abc%23def@redis-eu-1:6380"_qs;
  QTest::newRow("raw ?") << u"redis://:ab?cd@h:6379/1"_qs
                         << u"Column 12: the password has a raw ?, which ends a URL. Write %3F."_qs
                         << u"redis://:ab%3Fcd@h:6379/1"_qs;
  QTest::newRow("raw /") << u"redis://:ab/cd@h"_qs
                         << u"Column 12: the password has a raw /, which ends a URL. Write %2F."_qs
                         << u"redis://:ab%2Fcd@h"_qs;
  QTest::newRow("raw space") << u"redis://:ab cd@h"_qs
                             << u"Column 12: the password has a raw space, which ends a URL. Write %20."_qs
                             << u"redis://:ab%20cd@h"_qs;
  QTest::newRow("raw %")
      << u"redis://:10%off@h"_qs
      << u"Column 12: the password has a raw %, which begins a code in a URL. Write %25."_qs
      << u"redis://:10%25off@h"_qs;
  QTest::newRow("two raw") << u"redis://:a#b/c@h"_qs
                           << u"Column 11: the password has a raw #, which ends a URL. Write %23."_qs
                           << u"redis://:a%23b%2Fc@h"_qs;
  QTest::newRow("port") << u"redis.example.net:70000"_qs
                        << u"Column 19: a port is a number from 1 to 65535. Behind a password stands @ and "
                           "the host."_qs
                        << QString();
  QTest::newRow("database") << u"redis://h:6379/zero"_qs << u"Column 16: a database is a number from 0."_qs
                            << QString();
  QTest::newRow("IPv6") << u"redis://fe80::1:6379/2"_qs
                        << u"Column 9: an IPv6 address stands in brackets: [::1]:6379."_qs
                        << u"redis://[fe80::1]:6379/2"_qs;
  QTest::newRow("other scheme")
      << u"postgres://u:p@h/db"_qs
      << u"Column 1: postgres:// is no address of a Redis. It begins with redis://, "
         "rediss:// or unix://."_qs
      << QString();
  QTest::newRow("REST") << u"https://eu1-fit-cat-31234.upstash.io"_qs
                        << u"Column 1: this is the address for REST. Workers use the one that begins with "
                           "rediss://."_qs
                        << QString();
  QTest::newRow("environment") << u"redis://h?environment=prd"_qs
                               << u"Column 23: the environment is local, staging or production, the role "
                                  "viewer or operator."_qs
                               << QString();
  QTest::newRow("quote") << u"redis-cli -h h -a 'abc"_qs << u"Column 19: the quotation mark is not closed."_qs
                         << u"redis-cli -h h -a 'abc'"_qs;
  QTest::newRow("bracket") << u"{ host: 'h', port: 6380"_qs << u"Column 1: the bracket is not closed."_qs
                           << u"{ host: 'h', port: 6380}"_qs;
  QTest::newRow("no value") << u"redis-cli -h"_qs << u"Column 11: -h has no value behind it."_qs << QString();
  QTest::newRow("no server") << u"{ maxRetriesPerRequest: null }"_qs
                             << u"Column 1: no server is named in it: a host, a socket or a URL."_qs
                             << QString();
  QTest::newRow("sentinels")
      << u"{ sentinels: [{ host: 's1', port: 26379 }], name: 'mymaster' }"_qs
      << u"Column 14: these are sentinels. Name the primary itself, by host and port."_qs << QString();
  QTest::newRow("mask") << u"redis://default:••••••••@h:6379"_qs
                        << u"Column 17: the password is only a mask. Copy the password itself."_qs
                        << QString();
  QTest::newRow("on a later line")
      << u"REDIS_HOST=h\nREDIS_PORT=many"_qs
      << u"Line 2, column 12: a port is a number from 1 to 65535. Behind a password stands @ and the host."_qs
      << QString();
  QTest::newRow("something else")
      << u"what is my redis?"_qs
      << u"Column 6: this is no URL, host:port, redis-cli line, connection object or REDIS_URL=… line."_qs
      << QString();
}

void TestConnectionLine::namesWhatIsWrong() {
  QFETCH(QString, text);
  QFETCH(QString, sentence);
  QFETCH(QString, repair);
  const ConnectionLine line = readConnectionLine(text);
  QVERIFY(line.problem.has_value());
  QVERIFY(!line.isUsable());
  QCOMPARE(connectionwords::problem(text, *line.problem), sentence);
  QCOMPARE(line.problem->repaired, repair);
  QCOMPARE(connectionwords::repair(*line.problem).isEmpty(), repair.isEmpty());
}

void TestConnectionLine::repairsAreUnderstood() {
  const ConnectionLine raw = readConnectionLine(u"rediss://oxpecker:abc#def@redis-eu-1:6380"_qs);
  const ConnectionLine mended = readConnectionLine(raw.problem->repaired);
  QCOMPARE(dump(mended), u"url redis-eu-1:6380 user=oxpecker password=abc#def tls"_qs);
  QCOMPARE(dump(readConnectionLine(readConnectionLine(u"redis://2001:db8::7:6379"_qs).problem->repaired)),
           u"url [2001:db8::7]:6379"_qs);
  QCOMPARE(dump(readConnectionLine(readConnectionLine(u"redis-cli -h h -a 'abc"_qs).problem->repaired)),
           u"cli h:6379 password=abc"_qs);
  QCOMPARE(dump(readConnectionLine(readConnectionLine(u"{ a: { host: 'h', port: 63"_qs).problem->repaired)),
           u"object h:63"_qs);
}

/// From its first letter on, before anybody can know where it ends.
void TestConnectionLine::masksWhileItIsTyped() {
  for (const QString &whole : {u"redis://default:s3cr3t-PW"_qs, u"redis://:s3cr3t-PW"_qs,
                               u"redis://oxpecker:xs3cr3t-PW"_qs, u"redis-cli -h h -a s3cr3t-PW"_qs,
                               u"REDIS_PASSWORD=s3cr3t-PW"_qs, u"{ host: 'h', password: 's3cr3t-PW"_qs}) {
    const qsizetype begin = whole.indexOf(u"s3cr3t");
    for (qsizetype length = begin + 1; length <= whole.size(); ++length) {
      const QString text = whole.left(length);
      const QString masked = maskedText(text, readConnectionLine(text).secrets);
      QVERIFY2(!masked.sliced(begin).contains(u's'), qPrintable(masked));
    }
  }
}

void TestConnectionLine::masksWhatIsWrong() {
  const auto masked = [](const QString &text) { return maskedText(text, readConnectionLine(text).secrets); };
  QCOMPARE(masked(u"rediss://oxpecker:abc#def@redis-eu-1:6380"_qs),
           u"rediss://oxpecker:•••#•••@redis-eu-1:6380"_qs);
  QCOMPARE(masked(u"redis://u:abc@h:port"_qs), u"redis://u:•••@h:port"_qs);
  QCOMPARE(masked(u"redis-cli -a abc -p x"_qs), u"redis-cli -a ••• -p x"_qs);
  QCOMPARE(masked(u"DATABASE_URL=postgres://u:abc@db/x\nREDIS_URL=redis://h\nJWT_SECRET=abc"_qs),
           u"DATABASE_URL=postgres://•••••@db/x\nREDIS_URL=redis://h\nJWT_SECRET=•••"_qs);
  QCOMPARE(masked(u"http://localhost:6379"_qs), u"http://localhost:6379"_qs);
  QCOMPARE(masked(u"https://eu1.upstash.io"_qs), u"https://eu1.upstash.io"_qs);
  QCOMPARE(masked(u"https://eu1.upstash.io?token=abc"_qs), u"https://eu1.upstash.io••••••••••"_qs);
  QCOMPARE(masked(u"postgres://u:abc@db/x"_qs), u"postgres://•••••@db••"_qs);
  QCOMPARE(masked(u"https://u:abc"_qs), u"https://•••••"_qs);
  QCOMPARE(masked(u"redis://h?family=6&other=abc"_qs), u"redis://h?family=6&other=•••"_qs);
  QCOMPARE(masked(u"redis://h?family=abc"_qs), u"redis://h?family=•••"_qs);
  const QString huge = u"REDIS_PASSWORD="_qs + QString(70'000, u'x');
  QVERIFY(!masked(huge).contains(u'x'));
}

void TestConnectionLine::saysWhatIsMissing() {
  const ConnectionLine line =
      readConnectionLine(u"const connection = {\n  host: process.env.REDIS_HOST,\n  port: 6380, password: "
                         "\"abc\", tls: {},\n  maxRetriesPerRequest: null,\n}"_qs);
  QVERIFY(!line.isUsable());
  QCOMPARE(connectionwords::missing(line),
           u"Understood except the host: process.env.REDIS_HOST has no value here. Fill it in the form."_qs);
  QCOMPARE(connectionwords::leftOut(line),
           QStringList{u"Left out, only for workers: maxRetriesPerRequest"_qs});
  QVERIFY(readConnectionLine(u"{ host: 'h', password: process.env.PASS }"_qs).isUsable());
}

/// Pieces of all forms thrown together: it neither crashes nor tells the password, and what is marked lies
/// within the text.
void TestConnectionLine::neverTellsThePassword() {
  static const QStringList pieces{u"redis://"_qs,    u"rediss://"_qs,
                                  u"user"_qs,        u":"_qs,
                                  u"@"_qs,           u"host"_qs,
                                  u"/"_qs,           u"?"_qs,
                                  u"#"_qs,           u"%"_qs,
                                  u"="_qs,           u" "_qs,
                                  u"\n"_qs,          u"'"_qs,
                                  u"\""_qs,          u"`"_qs,
                                  u"{"_qs,           u"}"_qs,
                                  u"["_qs,           u"]"_qs,
                                  u"("_qs,           u")"_qs,
                                  u","_qs,           u"\\"_qs,
                                  u"$"_qs,           u"${"_qs,
                                  u"redis-cli"_qs,   u"-a"_qs,
                                  u"-h"_qs,          u"-u"_qs,
                                  u"6379"_qs,        u"host:"_qs,
                                  u"tls:"_qs,        u"password:"_qs,
                                  u"connection:"_qs, u"REDIS_URL="_qs,
                                  u"REDIS_HOST="_qs, u"REDIS_PASSWORD="_qs,
                                  u"new Redis("_qs,  u"//"_qs,
                                  u"/*"_qs,          u"process.env.X"_qs,
                                  u"||"_qs,          u"…"_qs,
                                  u"::1"_qs,         u"😀"_qs,
                                  u"db"_qs,          u"prefix=a"_qs};
  QRandomGenerator random(20261130);
  for (int round = 0; round < 20'000; ++round) {
    QString text;
    for (quint32 left = random.bounded(1u, 14u); left > 0; --left)
      text += pieces[random.bounded(int(pieces.size()))];
    const ConnectionLine line = readConnectionLine(text);
    const QString password = QString::fromUtf8(line.credentials.password.reveal());
    qsizetype end = 0;
    for (const TextRange &secret : line.secrets) {
      QVERIFY2(secret.start >= end && secret.length > 0 && secret.end() <= text.size(), qPrintable(text));
      end = secret.end();
    }
    if (line.problem)
      QVERIFY2(line.problem->where.start >= 0 && line.problem->where.end() <= text.size() + 1,
               qPrintable(text));
    sentencesOf(text, line);
  }
  // A password of its own kind at a random place of each form.
  const QStringList forms{u"redis://u:%1@h%2"_qs,     u"redis-cli %2 -h h -a %1 %2"_qs,
                          u"REDIS_PASSWORD=%1 %2"_qs, u"{ password: '%1', %2 }"_qs,
                          u"%2 redis://:%1@h"_qs,     u"h:6380,password=%1,%2"_qs};
  for (int round = 0; round < 20'000; ++round) {
    QString noise;
    for (quint32 left = random.bounded(6u); left > 0; --left)
      noise += pieces[random.bounded(int(pieces.size()))];
    const QString text =
        QString(forms[round % forms.size()]).replace(u"%2"_qs, noise).replace(u"%1"_qs, Password);
    const ConnectionLine line = readConnectionLine(text);
    for (const QString &sentence : sentencesOf(text, line))
      QVERIFY2(!sentence.contains(Password), qPrintable(text + u" → "_qs + sentence));
  }
}

QTEST_GUILESS_MAIN(TestConnectionLine)
#include "tst_workspace_connectionline.moc"
