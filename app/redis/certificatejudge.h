// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/certificateproblem.h"
#include "base/clock.h"
#include "redis/openssl.h"
#include "redis/tlsoptions.h"

#include <optional>

namespace oxp::redis {

/// Decides on a server's certificate in the middle of the handshake, before anything but a greeting was sent.
/// OpenSSL finds the faults; it goes on after the first one, so that all are known. Of one connection.
class CertificateJudge {
public:
  CertificateJudge(const TlsOptions &options, QString expectedName);

  /// For SSL_CTX_set_cert_verify_callback, with the judge as the argument.
  static int verify(X509_STORE_CTX *chain, void *judge);

  /// Call it when the first byte goes out.
  void start() { m_started = SteadyClock::now(); }
  /// Why the certificate was not accepted; nothing as long as none was refused.
  const std::optional<CertificateProblem> &problem() const { return m_problem; }

private:
  bool accepts(X509_STORE_CTX *chain);
  static int note(int fine, X509_STORE_CTX *chain);
  void take(int error, int depth, X509 *certificate);
  void takeIssuer(IssuerFinding finding, const X509 *certificate);

  std::optional<CertificatePin> m_pin;
  CertificateProblem m_found;
  std::optional<CertificateProblem> m_problem;
  SteadyTime m_started = SteadyClock::now();
};

} // namespace oxp::redis
