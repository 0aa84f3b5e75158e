// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

namespace oxp::test {

class RedisServer;

/// Every key of a server as text that can be compared: streams by their entries, hashes by sorted fields,
/// all others by DUMP; each with its time of expiry.
using Keys = QMap<QByteArray, QByteArray>;

Keys keysOf(RedisServer &server);
/// Keys that differ between two moments.
QList<QByteArray> differing(const Keys &before, const Keys &after);

} // namespace oxp::test
