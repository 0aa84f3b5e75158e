// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/certificatefacts.h"

#include <QDateTime>
#include <QHostAddress>

#include <openssl/evp.h>

#include <algorithm>

namespace oxp::redis {

namespace {

/// A certificate may hold megabytes of names; nobody reads more than this.
constexpr qsizetype LongestText = 500;
constexpr int MostNames = 50;

QString textOf(const ASN1_STRING *string) {
  unsigned char *utf8 = nullptr;
  const int size = string ? ASN1_STRING_to_UTF8(&utf8, string) : -1;
  if (size < 0)
    return {};
  const QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), size).left(LongestText);
  OPENSSL_free(utf8);
  return text;
}

/// `CN=redis.example, O=Shop`: the common name, which stands last in most certificates, first.
QString fullName(const X509_NAME *name) {
  const OpenSslPtr<BIO> memory(BIO_new(BIO_s_mem()));
  const unsigned long flags = XN_FLAG_SEP_CPLUS_SPC | XN_FLAG_DN_REV | XN_FLAG_FN_SN | ASN1_STRFLGS_ESC_CTRL |
                              ASN1_STRFLGS_UTF8_CONVERT;
  X509_NAME_print_ex(memory.get(), name, 0, flags);
  char *bytes = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &bytes);
  return size > 0 ? QString::fromUtf8(bytes, size).left(LongestText) : QString();
}

qint64 msOf(const ASN1_TIME *time) {
  tm parts{};
  if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
    return 0;
  return qint64(timegm(&parts)) * 1'000;
}

QString addressText(const ASN1_OCTET_STRING *bytes) {
  const unsigned char *data = ASN1_STRING_get0_data(bytes);
  switch (ASN1_STRING_length(bytes)) {
  case 4:
    return QHostAddress((quint32(data[0]) << 24) | (quint32(data[1]) << 16) | (quint32(data[2]) << 8) |
                        data[3])
        .toString();
  case 16:
    return QHostAddress(data).toString();
  default:
    return {};
  }
}

/// Without any, a server's common name counts as its name.
QStringList namesOf(X509 *certificate) {
  QStringList names;
  const OpenSslPtr<GENERAL_NAMES> found(
      static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  const int count = found ? std::min(sk_GENERAL_NAME_num(found.get()), MostNames) : 0;
  for (int i = 0; i < count; ++i) {
    const GENERAL_NAME *name = sk_GENERAL_NAME_value(found.get(), i);
    if (name->type == GEN_DNS)
      names += textOf(name->d.dNSName);
    else if (name->type == GEN_IPADD)
      names += addressText(name->d.iPAddress);
  }
  if (names.isEmpty())
    names += shortName(X509_get_subject_name(certificate));
  names.removeAll(QString());
  return names;
}

QString keyOf(X509 *certificate) {
  EVP_PKEY *key = X509_get0_pubkey(certificate);
  if (!key)
    return {};
  const char *type = EVP_PKEY_get0_type_name(key);
  const QString name = QString::fromLatin1(type ? type : OBJ_nid2sn(EVP_PKEY_get_base_id(key)));
  const bool hasSizes = name == u"RSA" || name == u"RSA-PSS" || name == u"EC" || name == u"DSA";
  return hasSizes ? QStringLiteral("%1 %2").arg(name).arg(EVP_PKEY_get_bits(key)) : name;
}

/// Empty for keys that sign without one (Ed25519).
QString digestOf(X509 *certificate) {
  int digest = NID_undef;
  if (X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr) != 1 || digest == NID_undef)
    return {};
  QString name = QString::fromLatin1(OBJ_nid2sn(digest));
  if (name.startsWith(QLatin1StringView("SHA")) && name.size() > 3 && name[3].isDigit())
    name.insert(3, u'-');
  return name;
}

} // namespace

QString shortName(const X509_NAME *name) {
  const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  const QString common = at < 0 ? QString() : textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  return common.isEmpty() ? fullName(name) : common;
}

QByteArray sha256Of(const X509 *certificate) {
  QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
  unsigned size = 0;
  if (X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(digest.data()), &size) != 1)
    return {};
  digest.truncate(size);
  return digest;
}

CertificateFacts certificateFacts(X509 *certificate) {
  CertificateFacts facts;
  facts.subject = fullName(X509_get_subject_name(certificate));
  facts.issuer = fullName(X509_get_issuer_name(certificate));
  facts.issuerName = shortName(X509_get_issuer_name(certificate));
  facts.names = namesOf(certificate);
  facts.notBeforeMs = msOf(X509_get0_notBefore(certificate));
  facts.notAfterMs = msOf(X509_get0_notAfter(certificate));
  facts.sha256 = sha256Of(certificate);
  facts.key = keyOf(certificate);
  facts.digest = digestOf(certificate);
  return facts;
}

} // namespace oxp::redis
