// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace oxp::audit {

/// libsodium's secretbox (XSalsa20-Poly1305) with a random nonce in front. Any thread.
class Seal {
public:
  static constexpr int KeyBytes = 32;

  Seal() = default;
  /// A key of another length counts as none.
  explicit Seal(QByteArray key);
  Seal(const Seal &) = delete;
  Seal &operator=(const Seal &) = delete;
  Seal(Seal &&other) noexcept { m_key.swap(other.m_key); }
  Seal &operator=(Seal &&other) noexcept;
  ~Seal();

  bool hasKey() const { return !m_key.isEmpty(); }
  /// Only with a key.
  QByteArray close(const QByteArray &plain) const;
  /// Nothing without the right key, and for bytes that were changed.
  std::optional<QByteArray> open(const QByteArray &sealed) const;

private:
  QByteArray m_key;
};

} // namespace oxp::audit
