// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace oxp::redis {

/// What the client had to show when a handshake failed: an alert alone says little.
struct ClientCertificateUse {
  bool asked = false; ///< the server asked for a certificate
  bool shown = false; ///< and there was one to show
};

/// OpenSSL's latest complaint in words, for logs.
QString openSslReason();
/// The latest complaint as an Error of kind Tls: CERT-WANTED (the server wants a client certificate),
/// CERT-REFUSED (not this one), TLS-VERSION (no version in common), NO-TLS (the other side does not speak
/// it), else HANDSHAKE.
Error tlsError(const ClientCertificateUse &use);

} // namespace oxp::redis
