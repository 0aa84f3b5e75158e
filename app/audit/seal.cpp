// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/seal.h"

#include <sodium.h>

namespace oxp::audit {
namespace {

constexpr qsizetype Nonce = crypto_secretbox_NONCEBYTES, Mac = crypto_secretbox_MACBYTES;
static_assert(Seal::KeyBytes == crypto_secretbox_KEYBYTES);

unsigned char *bytes(QByteArray &array) {
  return reinterpret_cast<unsigned char *>(array.data());
}
const unsigned char *bytes(const QByteArray &array) {
  return reinterpret_cast<const unsigned char *>(array.constData());
}

} // namespace

Seal::Seal(QByteArray key) {
  if (key.size() != KeyBytes || sodium_init() < 0)
    return;
  m_key = std::move(key);
  m_key.detach(); // so that the destructor wipes bytes that are ours alone
}

Seal &Seal::operator=(Seal &&other) noexcept {
  m_key.swap(other.m_key);
  return *this;
}

Seal::~Seal() {
  if (!m_key.isEmpty())
    sodium_memzero(m_key.data(), static_cast<size_t>(m_key.size()));
}

QByteArray Seal::close(const QByteArray &plain) const {
  Q_ASSERT(hasKey());
  QByteArray sealed(Nonce + Mac + plain.size(), Qt::Uninitialized);
  randombytes_buf(sealed.data(), static_cast<size_t>(Nonce));
  crypto_secretbox_easy(bytes(sealed) + Nonce, bytes(plain), static_cast<unsigned long long>(plain.size()),
                        bytes(sealed), bytes(m_key));
  return sealed;
}

std::optional<QByteArray> Seal::open(const QByteArray &sealed) const {
  if (!hasKey() || sealed.size() < Nonce + Mac)
    return std::nullopt;
  QByteArray plain(sealed.size() - Nonce - Mac, Qt::Uninitialized);
  const int failed = crypto_secretbox_open_easy(bytes(plain), bytes(sealed) + Nonce,
                                                static_cast<unsigned long long>(sealed.size() - Nonce),
                                                bytes(sealed), bytes(m_key));
  if (failed)
    return std::nullopt;
  return plain;
}

} // namespace oxp::audit
