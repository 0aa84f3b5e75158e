// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace oxp {

/// What tells one version of a payload from another: 20 raw bytes of SHA-1, as JobSnapshot::sha1.
inline QByteArray sha1Of(const QByteArray &data) {
  return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

} // namespace oxp
