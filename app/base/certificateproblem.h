// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace oxp {

/// What a certificate says of itself. Texts of a stranger: they go through format::safeText.
struct CertificateFacts {
  QString subject;        ///< `CN=redis.shop.example, O=Shop GmbH`
  QString issuer;         ///< likewise
  QString issuerName;     ///< the issuer's common name, or all of it where it has none
  QStringList names;      ///< names and addresses that it is for
  qint64 notBeforeMs = 0; ///< ms since the epoch
  qint64 notAfterMs = 0;
  QByteArray sha256; ///< 32 bytes, over its DER
  QString key;       ///< `RSA 3072`
  QString digest;    ///< of its signature, `SHA-256`

  bool operator==(const CertificateFacts &) const = default;
};

enum class IssuerFinding {
  Known,      ///< it leads to an authority that is trusted here
  Unknown,    ///< none that is trusted here has signed it
  SelfSigned, ///< signed by itself alone
  Unsound,    ///< a signature does not hold, or who signed may not
};

enum class NameFinding { Fits, Other };

enum class DatesFinding {
  Within,
  NotYet,
  Ended,
  IssuerOutside, ///< an authority between it and the root is outside of its own time
};

enum class KeyFinding {
  Sound,
  Weak,         ///< too short, or signed by way of a broken digest
  OtherPurpose, ///< not meant for servers
};

/// Why the certificate that a server showed was not accepted: always all four checks, so that nothing has to
/// be guessed from silence. Whoever the server is, it was sent no user, no password, no certificate and no
/// command. Carried by an Error of kind Tls (`CERTIFICATE`).
struct CertificateProblem {
  CertificateFacts certificate;
  IssuerFinding issuer = IssuerFinding::Known;
  NameFinding name = NameFinding::Fits;
  DatesFinding dates = DatesFinding::Within;
  KeyFinding key = KeyFinding::Sound;
  QString authority;                ///< the issuer at which the chain ends, where it is not known here
  QString expectedName;             ///< what the name was compared with
  std::optional<QByteArray> pinned; ///< SHA-256 of the only one that the profile takes: it is not this one
  QString tlsVersion;               ///< `TLS 1.3`
  std::chrono::microseconds answered{0}; ///< from the first byte sent to the certificate
  qint64 seenMs = 0;                     ///< when it was judged, ms since the epoch

  bool failed() const {
    return issuer != IssuerFinding::Known || name != NameFinding::Fits || dates != DatesFinding::Within ||
           key != KeyFinding::Sound;
  }

  bool operator==(const CertificateProblem &) const = default;
};

} // namespace oxp
