// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "base/certificateproblem.h"

#include <QSet>
#include <QTest>

using namespace oxp;

namespace {

constexpr ErrorKind Kinds[] = {
    ErrorKind::Cancelled,
    ErrorKind::Timeout,
    ErrorKind::Disconnected,
    ErrorKind::Tls,
    ErrorKind::Auth,
    ErrorKind::Protocol,
    ErrorKind::Server,
    ErrorKind::NotFound,
    ErrorKind::WrongState,
    ErrorKind::Conflict,
    ErrorKind::Invalid,
    ErrorKind::Denied,
    ErrorKind::AuditUnavailable,
    ErrorKind::OutcomeUnknown,
    ErrorKind::Unsupported,
    ErrorKind::File,
};
constexpr Doing Doings[] = {Doing::Connecting,    Doing::Reading,       Doing::Writing,
                            Doing::SavingToRetry, Doing::RetryingSaved, Doing::Testing};
const char *const DoingNames[] = {
    "connecting", "reading", "writing", "saving to retry", "retrying what was saved", "testing"};

// With these the server or the operations refuse, and with what a write can be cut off.
const char *const Codes[] = {"",
                             "OOM",
                             "READONLY",
                             "MISCONF",
                             "BUSY",
                             "LOADING",
                             "NOPERM",
                             "NOSCRIPT",
                             "no-eval",
                             "no-multi",
                             "EXECABORT",
                             "Timeout",
                             "Protocol",
                             "Server",
                             "Cancelled",
                             "Disconnected",
                             "reply-bound",
                             "replies-together",
                             "locked",
                             "no-authentication",
                             "no-approval",
                             "gone",
                             "audit-unavailable",
                             "CERTIFICATE",
                             "SPEAKS-TLS",
                             "NO-TLS",
                             "TLS-VERSION",
                             "CERT-WANTED",
                             "CERT-REFUSED",
                             "KEY-LOCKED",
                             "KEY-PASSPHRASE",
                             "KEY-MISMATCH",
                             "KEY-FILE",
                             "CERT-FILE",
                             "CA-FILE",
                             "VERIFY-NAME",
                             "SERVER-NAME",
                             "HANDSHAKE"};

} // namespace

/// Every sentence that can be said of an error, by what was being done: none says more than is known.
class TestErrorText : public QObject {
  Q_OBJECT

private slots:
  void saysNoMoreThanIsKnown_data();
  void saysNoMoreThanIsKnown();
  void unknownOutcomesSayWhatHappened();
  void namesWhoSpeaksNonsense();
  void blamesNobodyForMuch();
  void keepsTheServersWordsWhereItHasNone();
  void saysWhatIsWrongWithALine();
  void saysWhatIsWrongWithTls();
};

void TestErrorText::saysNoMoreThanIsKnown_data() {
  QTest::addColumn<ErrorKind>("kind");
  QTest::addColumn<Doing>("doing");
  for (const ErrorKind kind : Kinds)
    for (size_t i = 0; i < std::size(Doings); ++i)
      QTest::addRow("%s %s", errorKindName(kind), DoingNames[i]) << kind << Doings[i];
}

void TestErrorText::saysNoMoreThanIsKnown() {
  QFETCH(ErrorKind, kind);
  QFETCH(Doing, doing);
  for (const char *code : Codes) {
    const ErrorText text = errorText({kind, code, {}, -1}, doing);
    const QString all = text.oneLine();
    const auto says = [&](const char *words) {
      return all.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    QVERIFY2(!text.headline.isEmpty(), code);
    // What is certain of a write: nothing was done, or nothing is known.
    const bool unknown = kind == ErrorKind::OutcomeUnknown;
    const bool first = doing == Doing::Writing || doing == Doing::SavingToRetry;
    QVERIFY2(says("nothing was changed") == (first && !unknown), qPrintable(all));
    QVERIFY2(says("your changes are saved") == (doing == Doing::RetryingSaved), qPrintable(all));
    const bool knownNotRetried = doing == Doing::SavingToRetry || (doing == Doing::RetryingSaved && !unknown);
    QVERIFY2(says("the job was not retried") == knownNotRetried, qPrintable(all));
    QVERIFY2(says("not known yet") == unknown, qPrintable(all));
    QVERIFY2(says("looking again") == unknown, qPrintable(all));
    // Only connecting is tried again by itself: no save, and no look.
    if (doing != Doing::Connecting)
      QVERIFY2(!says("tries again by itself"), qPrintable(all));
    if (doing == Doing::Testing)
      QVERIFY2(!says("by itself"), qPrintable(all));
  }
}

void TestErrorText::unknownOutcomesSayWhatHappened() {
  const auto headline = [](const char *code) {
    return errorText({ErrorKind::OutcomeUnknown, code, QStringLiteral("ERR secret words"), -1},
                     Doing::Writing)
        .headline;
  };
  QVERIFY(headline("Disconnected").startsWith(u"The connection broke"));
  QVERIFY(headline("Timeout").startsWith(u"Redis did not answer in time"));
  QVERIFY(headline("Protocol").contains(u"makes no sense"));
  QVERIFY(headline("Server").contains(u"with an error"));
  QVERIFY(headline("Cancelled").contains(u"cancelled"));
  // The code of an unknown outcome is what cut it off: no server's word for a refusal.
  QVERIFY(headline("OOM").startsWith(u"The connection broke"));
  for (const char *code : Codes)
    QVERIFY(!headline(code).contains(u"secret"));
}

void TestErrorText::namesWhoSpeaksNonsense() {
  const QString detail = QStringLiteral("127.0.0.1:80, LLEN: *2147483647");
  for (const Doing doing : Doings)
    for (const char *code : {"", "reply-bound", "UNASKED"})
      QVERIFY(errorText({ErrorKind::Protocol, code, detail, -1}, doing).headline.contains(detail));
}

/// All that was said was asked for: nobody has to check host and port.
void TestErrorText::blamesNobodyForMuch() {
  const QString detail = QStringLiteral("127.0.0.1:6379, HMGET: $12582912");
  const ErrorText much = errorText({ErrorKind::Protocol, "replies-together", detail, -1}, Doing::Reading);
  QVERIFY(much.headline.startsWith(u"What was asked for is more than Oxpecker reads at once"));
  QVERIFY(!much.oneLine().contains(u"HMGET") && !much.oneLine().contains(u"host and port"));
  const ErrorText lie = errorText({ErrorKind::Protocol, "reply-bound", detail, -1}, Doing::Reading);
  QVERIFY(lie.headline != much.headline && lie.remedy != much.remedy);
}

void TestErrorText::keepsTheServersWordsWhereItHasNone() {
  const QString words = QStringLiteral("ERR the moon is full");
  QVERIFY(errorText({ErrorKind::Server, "ERR", words, -1}, Doing::Reading).headline.endsWith(words));
  QVERIFY(!errorText({ErrorKind::Server, "OOM", words, -1}, Doing::Reading).headline.contains(words));
}

/// What is wrong with a line is a sentence of its own already.
void TestErrorText::saysWhatIsWrongWithALine() {
  const QString sentence = QStringLiteral("Column 3: a database is a number from 0.");
  const auto headline = [&](const char *code) {
    return errorText({ErrorKind::Invalid, code, sentence, -1}, Doing::Connecting).headline;
  };
  QCOMPARE(headline("line"), sentence);
  QVERIFY(!headline("other").contains(sentence));
}

void TestErrorText::saysWhatIsWrongWithTls() {
  const auto headline = [](const char *code) {
    return errorText({ErrorKind::Tls, code, QStringLiteral("/ca.pem: no such file"), -1}, Doing::Connecting)
        .headline;
  };
  QSet<QString> headlines;
  for (const char *code : {"CERTIFICATE", "SPEAKS-TLS", "NO-TLS", "TLS-VERSION", "CERT-WANTED",
                           "CERT-REFUSED", "KEY-LOCKED", "KEY-PASSPHRASE", "KEY-MISMATCH", "CA-FILE"})
    headlines.insert(headline(code));
  QCOMPARE(headlines.size(), 10);
  QVERIFY(headline("CA-FILE").endsWith(u"/ca.pem: no such file"));
  QVERIFY(!headline("NO-TLS").contains(u"/ca.pem"));
  QVERIFY(headline("HANDSHAKE").contains(u"/ca.pem"));

  auto problem = std::make_shared<CertificateProblem>();
  Error error{ErrorKind::Tls, "CERTIFICATE", {}, -1, problem};
  QVERIFY(errorText(error, Doing::Connecting).headline.contains(u"does not prove"));
  problem->pinned = QByteArray(32, 'p');
  QVERIFY(errorText(error, Doing::Connecting).headline.contains(u"pinned"));
}

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
