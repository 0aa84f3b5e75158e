// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

namespace oxp {

/// A password or key in memory. Prints as `***`, is overwritten when its last copy goes, and has to be asked
/// for by name (`reveal`), so that it gets into no log by accident.
class SecretString {
public:
  SecretString() = default;
  explicit SecretString(QByteArray utf8)
      : m_bytes(std::move(utf8)) {}
  SecretString(const SecretString &) = default;
  SecretString(SecretString &&) noexcept = default;
  SecretString &operator=(const SecretString &other);
  SecretString &operator=(SecretString &&other) noexcept;
  ~SecretString() { wipe(); }

  bool isEmpty() const { return m_bytes.isEmpty(); }
  const QByteArray &reveal() const { return m_bytes; }

  bool operator==(const SecretString &) const = default;

private:
  void wipe();

  QByteArray m_bytes;
};

QDebug operator<<(QDebug debug, const SecretString &secret);

} // namespace oxp
