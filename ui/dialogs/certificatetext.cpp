// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/certificatetext.h"

#include "models/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace oxp {
namespace {

constexpr qint64 DayMs = 24LL * 60 * 60 * 1'000;
constexpr int NamesShown = 3;
constexpr int BytesALine = 16;

/// Names these texts for the translation.
struct CertificateText {
  Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

/// Of a stranger.
QString safe(const QString &text) {
  return format::safeText(text.toUtf8(), 200);
}

/// Whole days where there are some: nobody asks for the hours of a month.
QString span(qint64 ms) {
  return format::duration(ms >= DayMs ? ms - ms % DayMs : ms);
}

QString namesText(const QStringList &names) {
  const QString shown = safe(format::listed(names.mid(0, NamesShown)));
  const int more = int(names.size()) - NamesShown;
  return more > 0 ? CertificateText::tr("%1 and %n more", nullptr, more).arg(shown) : shown;
}

QString issuerText(const CertificateProblem &problem, bool ownAuthority) {
  switch (problem.issuer) {
  case IssuerFinding::Known:
    return CertificateText::tr("issued by “%1”, which is trusted here")
        .arg(safe(problem.certificate.issuerName));
  case IssuerFinding::SelfSigned:
    return CertificateText::tr("signed by itself");
  case IssuerFinding::Unsound:
    return CertificateText::tr("a signature on the way to its authority does not hold");
  case IssuerFinding::Unknown:
    break;
  }
  return ownAuthority
             ? CertificateText::tr("not known here: “%1” is no root of this system or of the CA file")
                   .arg(safe(problem.authority))
             : CertificateText::tr("not known here: “%1” is no root of this system")
                   .arg(safe(problem.authority));
}

QString nameText(const CertificateProblem &problem) {
  if (problem.name == NameFinding::Fits)
    return CertificateText::tr("it is for %1").arg(safe(problem.expectedName));
  return CertificateText::tr("it is for %1, not for %2")
      .arg(namesText(problem.certificate.names), safe(problem.expectedName));
}

QString datesText(const CertificateProblem &problem) {
  const CertificateFacts &facts = problem.certificate;
  switch (problem.dates) {
  case DatesFinding::Within:
    return CertificateText::tr("in its time, %1 are left").arg(span(facts.notAfterMs - problem.seenMs));
  case DatesFinding::NotYet:
    return CertificateText::tr("begins in %1, on %2")
        .arg(span(facts.notBeforeMs - problem.seenMs), certificateDate(facts.notBeforeMs));
  case DatesFinding::Ended:
    return CertificateText::tr("ended %1 ago, on %2")
        .arg(span(problem.seenMs - facts.notAfterMs), certificateDate(facts.notAfterMs));
  case DatesFinding::IssuerOutside:
    break;
  }
  return CertificateText::tr("the certificate of an authority above it is outside of its time");
}

QString keyText(const CertificateProblem &problem) {
  const CertificateFacts &facts = problem.certificate;
  const QString kind = format::joined({facts.key, facts.digest});
  switch (problem.key) {
  case KeyFinding::Sound:
    return CertificateText::tr("%1, meant for servers").arg(kind);
  case KeyFinding::Weak:
    return CertificateText::tr("%1: a key or a digest in its chain is too weak").arg(kind);
  case KeyFinding::OtherPurpose:
    break;
  }
  return CertificateText::tr("%1, not meant for servers").arg(kind);
}

} // namespace

std::array<CheckText, 4> checkTexts(const CertificateProblem &problem, bool ownAuthority) {
  return {{{CertificateText::tr("Issuer"), problem.issuer == IssuerFinding::Known,
            issuerText(problem, ownAuthority)},
           {CertificateText::tr("Name"), problem.name == NameFinding::Fits, nameText(problem)},
           {CertificateText::tr("Dates"), problem.dates == DatesFinding::Within, datesText(problem)},
           {CertificateText::tr("Key"), problem.key == KeyFinding::Sound, keyText(problem)}}};
}

std::array<CertificateFactText, 4> factTexts(const CertificateFacts &facts) {
  const QString end = QDateTime::fromMSecsSinceEpoch(facts.notAfterMs, Qt::UTC)
                          .toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
  return {{{CertificateText::tr("Subject"), safe(facts.subject)},
           {CertificateText::tr("Issued by"), safe(facts.issuer)},
           {CertificateText::tr("Valid"),
            CertificateText::tr("%1 until %2").arg(certificateDate(facts.notBeforeMs), end)},
           {CertificateText::tr("Names"), safe(format::listed(facts.names))}}};
}

QStringList fingerprintLines(const QByteArray &sha256) {
  QStringList lines;
  for (qsizetype at = 0; at < sha256.size(); at += BytesALine)
    lines += QString::fromLatin1(sha256.mid(at, BytesALine).toHex(':').toUpper());
  return lines;
}

QString certificateDate(qint64 ms) {
  return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
}

QString certificateDetails(const CertificateProblem &problem, const QString &server, bool ownAuthority) {
  QStringList lines{format::joined({server, problem.tlsVersion}), QString()};
  const auto say = [&](const QString &label, const QString &text) {
    lines += QStringLiteral("%1: %2").arg(label, text);
  };
  for (const CheckText &check : checkTexts(problem, ownAuthority))
    say(check.check,
        format::joined(
            {check.passed ? CertificateText::tr("passed") : CertificateText::tr("failed"), check.finding}));
  lines += QString();
  for (const CertificateFactText &fact : factTexts(problem.certificate))
    say(fact.label, fact.text);
  say(QStringLiteral("SHA-256"), fingerprintLines(problem.certificate.sha256).join(u':'));
  if (problem.pinned)
    say(CertificateText::tr("Pinned"), fingerprintLines(*problem.pinned).join(u':'));
  return lines.join(u'\n');
}

} // namespace oxp
