// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace oxp::test {

/// What a certificate is to say. Days count from now.
struct CertificateWish {
  QString file;       ///< without its ending
  QByteArray subject; ///< its common name
  QString issuer{};   ///< the file of who signs it; empty = itself
  QByteArray names{}; ///< as OpenSSL writes them: `DNS:redis.example,IP:127.0.0.1`
  int fromDay = -1;
  int untilDay = 90;
  bool authority = false;
  QByteArray purpose{};    ///< such as `clientAuth`; empty = any
  QByteArray passphrase{}; ///< encrypts the key
  int rsaBits = 0;         ///< of an RSA key; 0 = P-256
};

/// Certificates of a test's own, made when it runs, in a folder that goes with this object.
class Certificates {
public:
  Certificates();

  /// Writes `<file>.pem` and `<file>.key`.
  [[nodiscard]] bool make(const CertificateWish &wish);
  /// An authority `ca`, and `server` of it, which is good for 127.0.0.1, ::1 and localhost.
  [[nodiscard]] bool makeUsual();

  QString certificate(const QString &file) const { return path(file + QStringLiteral(".pem")); }
  QString key(const QString &file) const { return path(file + QStringLiteral(".key")); }
  QByteArray sha256(const QString &file) const;
  /// What redis-server needs to show this certificate; it asks clients for none.
  QStringList serverArguments(const QString &file) const;

private:
  QString path(const QString &name) const { return m_folder.filePath(name); }

  QTemporaryDir m_folder;
};

} // namespace oxp::test
