// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Plain unix sockets, for peers that have to misbehave in ways that no library offers.
namespace oxp::test {

int newUnixSocket();
/// A socket that listens at this path.
int listenAt(const QString &path);
/// A socket that is connected to this path, -1 when nobody listens there.
int connectTo(const QString &path);
void closeDescriptor(int &descriptor);

} // namespace oxp::test
