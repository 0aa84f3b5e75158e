// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/certificatejudge.h"
#include "redis/openssl.h"
#include "redis/tlserror.h"
#include "redis/transport.h"

#include <memory>
#include <optional>

namespace oxp::redis {

/// TLS around another transport. OpenSSL reads and writes through that one, so that a stop and a deadline end
/// a handshake as they end everything else, and no signal comes of a broken pipe.
///
/// What is encrypted and not yet sent waits here (`m_out`) and is no concern of OpenSSL's: to it every write
/// succeeds. So a command of which nothing was reported as written is not half inside it, and whoever gives
/// up waiting may write something else next.
class TlsTransport final : public Transport {
public:
  /// `host` is what the certificate must be for and what the server is asked for, unless the options say
  /// otherwise.
  TlsTransport(std::unique_ptr<Transport> inner, TlsOptions options, QString host,
               SecretString keyPassphrase);
  ~TlsTransport() override;

  /// Also Tls; with the certificate's problem where that is why.
  Result<void> open(const WaitLimits &limits) override;
  Result<qsizetype> readSome(std::span<char> into) override;
  Result<qsizetype> writeSome(QByteArrayView bytes) override;
  Result<Ready> wait(Ready wanted, const WaitLimits &limits) override;
  int descriptor() const override { return m_inner->descriptor(); }
  QString tlsVersion() const override;
  void close() override;

private:
  Result<void> setup();
  Result<void> setupNames();
  Result<void> shakeHands(const WaitLimits &limits);
  Error handshakeError(int why);
  Error endOf(int why);
  Error reasonBehind(const Error &broken);
  Result<void> flush();

  // What OpenSSL calls.
  static const BIO_METHOD *wire();
  static int readWire(BIO *bio, char *into, int size);
  static int writeWire(BIO *bio, const char *bytes, int size);
  static long controlWire(BIO *bio, int command, long number, void *pointer);
  static int askedForCertificate(SSL *ssl, void *self);

  std::unique_ptr<Transport> m_inner;
  const TlsOptions m_options;
  const QString m_host;
  const SecretString m_keyPassphrase;
  std::unique_ptr<CertificateJudge> m_judge;
  OpenSslPtr<SSL_CTX> m_context;
  OpenSslPtr<SSL> m_ssl;
  QByteArray m_out;                ///< encrypted, not yet sent
  std::optional<Error> m_wireRead; ///< why the inner transport gives no more
  std::optional<Error> m_wireWrite;
  std::optional<Error> m_ended; ///< what the next read says
  ClientCertificateUse m_use;
  bool m_established = false;
  bool m_more = false; ///< more may be there without the descriptor telling
};

} // namespace oxp::redis
