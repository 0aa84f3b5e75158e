// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/certificateproblem.h"
#include "redis/openssl.h"

namespace oxp::redis {

/// What a certificate says of itself, for a person to read. No text in it is longer than a screen.
CertificateFacts certificateFacts(X509 *certificate);
/// The common name of a subject or issuer; all of it where it has none.
QString shortName(const X509_NAME *name);
/// SHA-256 over the DER: what a pin compares.
QByteArray sha256Of(const X509 *certificate);

} // namespace oxp::redis
