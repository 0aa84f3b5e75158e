// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "redis/openssl.h"
#include "redis/tlsoptions.h"

namespace oxp::redis {

/// The settings of one connection: TLS 1.2 at least, the system's authorities and the profile's own, the
/// client's certificate. Made anew for each, so that renewed files of a profile count at once; the system's
/// bundle is read once a start. Tls with CA-FILE, CERT-FILE, KEY-FILE, KEY-LOCKED (a passphrase is
/// wanted), KEY-PASSPHRASE (it does not fit) or KEY-MISMATCH.
Result<OpenSslPtr<SSL_CTX>> makeTlsContext(const TlsOptions &options, const SecretString &keyPassphrase);

} // namespace oxp::redis
