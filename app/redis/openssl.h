// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

namespace oxp::redis {

/// Ends OpenSSL's objects. For .cpp files and headers of the TLS part alone: no other file sees OpenSSL.
struct OpenSslDeleter {
  void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
  void operator()(SSL *ssl) const { SSL_free(ssl); }
  void operator()(X509 *certificate) const { X509_free(certificate); }
  void operator()(X509_STORE *store) const { X509_STORE_free(store); }
  void operator()(BIO *bio) const { BIO_free_all(bio); }
  void operator()(BIO_METHOD *method) const { BIO_meth_free(method); }
  void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }
};
template <typename T>
using OpenSslPtr = std::unique_ptr<T, OpenSslDeleter>;

} // namespace oxp::redis
