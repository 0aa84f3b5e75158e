// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/certificatejudge.h"

#include "redis/certificatefacts.h"

#include <openssl/x509_vfy.h>

namespace oxp::redis {

namespace {

/// OpenSSL writes `TLSv1.3`.
QString versionText(const SSL *ssl) {
  return QString::fromLatin1(SSL_get_version(ssl))
      .replace(QLatin1StringView("TLSv"), QLatin1StringView("TLS "));
}

} // namespace

CertificateJudge::CertificateJudge(const TlsOptions &options, QString expectedName)
    : m_pin(options.pin) {
  m_found.expectedName = std::move(expectedName);
}

int CertificateJudge::verify(X509_STORE_CTX *chain, void *judge) {
  if (static_cast<CertificateJudge *>(judge)->accepts(chain))
    return 1;
  // Decides which alert the server gets.
  if (X509_STORE_CTX_get_error(chain) == X509_V_OK)
    X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REJECTED);
  return 0;
}

bool CertificateJudge::accepts(X509_STORE_CTX *chain) {
  X509 *certificate = X509_STORE_CTX_get0_cert(chain);
  const QByteArray fingerprint = sha256Of(certificate);
  if (m_pin && !fingerprint.isEmpty() && fingerprint == m_pin->sha256)
    return true;
  X509_STORE_CTX_set_app_data(chain, this);
  X509_STORE_CTX_set_verify_cb(chain, &CertificateJudge::note);
  const bool sound = X509_verify_cert(chain) == 1;
  // One that fails without a fault that was noted is not accepted either.
  if (!sound && !m_found.failed())
    m_found.issuer = IssuerFinding::Unsound;
  if (!m_found.failed() && !m_pin)
    return true;
  m_problem = m_found;
  if (m_pin)
    m_problem->pinned = m_pin->sha256;
  m_problem->certificate = certificateFacts(certificate);
  m_problem->answered = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - m_started);
  m_problem->seenMs = wallClockMs();
  const void *ssl = X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx());
  m_problem->tlsVersion = versionText(static_cast<const SSL *>(ssl));
  return false;
}

int CertificateJudge::note(int fine, X509_STORE_CTX *chain) {
  if (fine != 1)
    static_cast<CertificateJudge *>(X509_STORE_CTX_get_app_data(chain))
        ->take(X509_STORE_CTX_get_error(chain), X509_STORE_CTX_get_error_depth(chain),
               X509_STORE_CTX_get_current_cert(chain));
  return 1; // the next fault, please
}

void CertificateJudge::take(int error, int depth, X509 *certificate) {
  switch (error) {
  case X509_V_ERR_HOSTNAME_MISMATCH:
  case X509_V_ERR_IP_ADDRESS_MISMATCH:
    m_found.name = NameFinding::Other;
    break;
  case X509_V_ERR_CERT_HAS_EXPIRED:
  case X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD:
    if (depth == 0)
      m_found.dates = DatesFinding::Ended;
    else if (m_found.dates == DatesFinding::Within)
      m_found.dates = DatesFinding::IssuerOutside;
    break;
  case X509_V_ERR_CERT_NOT_YET_VALID:
  case X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD:
    if (depth == 0)
      m_found.dates = DatesFinding::NotYet;
    else if (m_found.dates == DatesFinding::Within)
      m_found.dates = DatesFinding::IssuerOutside;
    break;
  case X509_V_ERR_EE_KEY_TOO_SMALL:
  case X509_V_ERR_CA_KEY_TOO_SMALL:
  case X509_V_ERR_CA_MD_TOO_WEAK:
    m_found.key = KeyFinding::Weak;
    break;
  case X509_V_ERR_INVALID_PURPOSE:
    if (depth == 0)
      m_found.key = KeyFinding::OtherPurpose;
    else
      takeIssuer(IssuerFinding::Unsound, certificate);
    break;
  case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    takeIssuer(IssuerFinding::SelfSigned, certificate);
    break;
  case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
  case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
  case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
  case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
  case X509_V_ERR_CERT_UNTRUSTED:
    takeIssuer(IssuerFinding::Unknown, certificate);
    break;
  default:
    takeIssuer(IssuerFinding::Unsound, certificate);
    break;
  }
}

/// What is said of the issuer later never makes it better: a chain that leads nowhere is followed by the
/// complaint that its first signature cannot be checked.
void CertificateJudge::takeIssuer(IssuerFinding finding, const X509 *certificate) {
  const bool first = m_found.issuer == IssuerFinding::Known;
  if (!first && finding != IssuerFinding::Unsound)
    return;
  m_found.issuer = finding;
  if (first && certificate)
    m_found.authority = shortName(X509_get_issuer_name(certificate));
}

} // namespace oxp::redis
