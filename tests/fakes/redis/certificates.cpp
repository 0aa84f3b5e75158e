// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/certificates.h"

#include <QCryptographicHash>
#include <QFile>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace oxp::test {

namespace {

struct Deleter {
  void operator()(X509 *certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
  void operator()(BIO *bio) const { BIO_free_all(bio); }
};
template <typename T>
using Ptr = std::unique_ptr<T, Deleter>;

Ptr<BIO> open(const QString &path, const char *mode) {
  return Ptr<BIO>(BIO_new_file(QFile::encodeName(path).constData(), mode));
}

bool extend(X509 *certificate, X509 *issuer, int id, const QByteArray &value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.constData());
  const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return added;
}

bool fill(X509 *certificate, const CertificateWish &wish, EVP_PKEY *key) {
  quint32 serial = 0;
  RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
  constexpr long Day = 24 * 60 * 60;
  X509_NAME *name = X509_get_subject_name(certificate);
  return X509_set_version(certificate, X509_VERSION_3) == 1 &&
         ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial >> 1) == 1 &&
         X509_gmtime_adj(X509_getm_notBefore(certificate), wish.fromDay * Day) &&
         X509_gmtime_adj(X509_getm_notAfter(certificate), wish.untilDay * Day) &&
         X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char *>("Shop GmbH"), -1, -1, 0) == 1 &&
         X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char *>(wish.subject.constData()), -1, -1,
                                    0) == 1 &&
         X509_set_pubkey(certificate, key) == 1;
}

bool extendAll(X509 *certificate, X509 *issuer, const CertificateWish &wish) {
  const QByteArray constraints = wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE";
  return extend(certificate, issuer, NID_basic_constraints, constraints) &&
         (wish.names.isEmpty() || extend(certificate, issuer, NID_subject_alt_name, wish.names)) &&
         (wish.purpose.isEmpty() || extend(certificate, issuer, NID_ext_key_usage, wish.purpose));
}

bool write(const QString &certificatePath, const QString &keyPath, X509 *certificate, EVP_PKEY *key,
           const QByteArray &passphrase) {
  const EVP_CIPHER *cipher = passphrase.isEmpty() ? nullptr : EVP_aes_256_cbc();
  return PEM_write_bio_X509(open(certificatePath, "w").get(), certificate) == 1 &&
         PEM_write_bio_PKCS8PrivateKey(open(keyPath, "w").get(), key, cipher, passphrase.constData(),
                                       static_cast<int>(passphrase.size()), nullptr, nullptr) == 1;
}

} // namespace

Certificates::Certificates() = default;

bool Certificates::make(const CertificateWish &wish) {
  const Ptr<EVP_PKEY> key(wish.rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned>(wish.rsaBits))
                                           : EVP_EC_gen("P-256"));
  const Ptr<X509> certificate(X509_new());
  if (!key || !certificate || !fill(certificate.get(), wish, key.get()))
    return false;
  Ptr<X509> issuer;
  Ptr<EVP_PKEY> issuerKey;
  if (!wish.issuer.isEmpty()) {
    issuer.reset(
        PEM_read_bio_X509(open(this->certificate(wish.issuer), "r").get(), nullptr, nullptr, nullptr));
    issuerKey.reset(
        PEM_read_bio_PrivateKey(open(this->key(wish.issuer), "r").get(), nullptr, nullptr, nullptr));
    if (!issuer || !issuerKey)
      return false;
  }
  X509 *by = issuer ? issuer.get() : certificate.get();
  return X509_set_issuer_name(certificate.get(), X509_get_subject_name(by)) == 1 &&
         extendAll(certificate.get(), by, wish) &&
         X509_sign(certificate.get(), issuerKey ? issuerKey.get() : key.get(), EVP_sha256()) > 0 &&
         write(this->certificate(wish.file), this->key(wish.file), certificate.get(), key.get(),
               wish.passphrase);
}

bool Certificates::makeUsual() {
  CertificateWish authority{.file = QStringLiteral("ca"), .subject = "Shop Internal CA"};
  authority.authority = true;
  CertificateWish server{.file = QStringLiteral("server"), .subject = "redis.shop.example"};
  server.issuer = authority.file;
  server.names = "DNS:localhost,DNS:redis.shop.example,IP:127.0.0.1,IP:::1";
  return make(authority) && make(server);
}

QByteArray Certificates::sha256(const QString &file) const {
  const Ptr<X509> certificate(
      PEM_read_bio_X509(open(this->certificate(file), "r").get(), nullptr, nullptr, nullptr));
  unsigned char *der = nullptr;
  const int size = i2d_X509(certificate.get(), &der);
  const QByteArray bytes(reinterpret_cast<const char *>(der), size);
  OPENSSL_free(der);
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QStringList Certificates::serverArguments(const QString &file) const {
  return {QStringLiteral("--tls-cert-file"),    certificate(file),
          QStringLiteral("--tls-key-file"),     key(file),
          QStringLiteral("--tls-ca-cert-file"), certificate(QStringLiteral("ca")),
          QStringLiteral("--tls-auth-clients"), QStringLiteral("no")};
}

} // namespace oxp::test
