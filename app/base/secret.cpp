// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <cstring>

namespace oxp {

SecretString &SecretString::operator=(const SecretString &other) {
  if (this != &other) {
    wipe();
    m_bytes = other.m_bytes;
  }
  return *this;
}

SecretString &SecretString::operator=(SecretString &&other) noexcept {
  if (this != &other) {
    wipe();
    m_bytes = std::move(other.m_bytes);
  }
  return *this;
}

void SecretString::wipe() {
  // Only the last owner may overwrite: QByteArray shares its bytes between copies.
  if (!m_bytes.isEmpty() && m_bytes.isDetached())
    explicit_bzero(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
  m_bytes.clear();
}

QDebug operator<<(QDebug debug, const SecretString &secret) {
  QDebugStateSaver saver(debug);
  debug.nospace() << (secret.isEmpty() ? "(none)" : "***");
  return debug;
}

} // namespace oxp
