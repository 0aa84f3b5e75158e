// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/tlserror.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>

namespace oxp::redis {

namespace {

/// Reasons that are alerts of the other side lie from here on: the alert's number is added.
constexpr int FirstAlert = SSL_AD_REASON_OFFSET;

bool isVersionTrouble(int reason) {
  switch (reason) {
  case SSL_R_UNSUPPORTED_PROTOCOL:
  case SSL_R_NO_PROTOCOLS_AVAILABLE:
  case SSL_R_VERSION_TOO_LOW:
  case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
    return true;
  default:
    return false;
  }
}

/// Records that are none: the other side speaks something else.
bool isOtherLanguage(int reason) {
  return reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_HTTP_REQUEST;
}

QByteArray codeOf(int reason, const ClientCertificateUse &use) {
  if (isVersionTrouble(reason))
    return "TLS-VERSION";
  if (isOtherLanguage(reason))
    return "NO-TLS";
  if (reason == SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED)
    return "CERT-WANTED";
  if (reason > FirstAlert && use.asked)
    return use.shown ? "CERT-REFUSED" : "CERT-WANTED";
  return "HANDSHAKE";
}

} // namespace

QString openSslReason() {
  const unsigned long error = ERR_peek_last_error();
  std::array<char, 256> text{};
  ERR_error_string_n(error, text.data(), text.size());
  const char *reason = ERR_reason_error_string(error);
  return QString::fromUtf8(reason ? reason : text.data());
}

Error tlsError(const ClientCertificateUse &use) {
  const int reason = ERR_GET_REASON(ERR_peek_last_error());
  return Error{ErrorKind::Tls, codeOf(reason, use), openSslReason()};
}

} // namespace oxp::redis
