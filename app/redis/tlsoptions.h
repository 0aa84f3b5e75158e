// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace oxp {

/// The one certificate that a profile takes, whatever else is wrong with it.
struct CertificatePin {
  QByteArray sha256;      ///< 32 bytes, over the certificate's DER
  qint64 notAfterMs = -1; ///< when it ends, ms since the epoch; -1 = not known

  bool operator==(const CertificatePin &) const = default;
};

/// How TLS is spoken with a server. Paths and names only: the files are read at each connection, so that
/// renewed ones count at once, and what unlocks the key stands in Credentials.
struct TlsOptions {
  QString caFile;          ///< authorities that are trusted beside the system's, PEM
  QString certificateFile; ///< what is shown to a server that asks for it, with its chain, PEM
  QString keyFile;         ///< of that certificate, PEM; empty = it stands in certificateFile
  QString serverName;      ///< which server is asked for (SNI); empty = the host, where that is a name
  QString verifyName;      ///< name or address that the certificate must be for; empty = the host
  std::optional<CertificatePin> pin;

  bool operator==(const TlsOptions &) const = default;
};

} // namespace oxp
