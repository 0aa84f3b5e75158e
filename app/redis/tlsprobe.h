// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"
#include "redis/transport.h"

namespace oxp::redis {

/// Says why a connection failed where the two sides did not speak the same: Redis hangs up without a word on
/// who speaks plain to its TLS port, and waits in silence on who speaks TLS to its plain one. A second, short
/// connection that tells the server nothing but a greeting finds out which it is: Tls with SPEAKS-TLS or
/// NO-TLS; else the error as it was.
Error explained(const Error &error, const Endpoint &endpoint, const QStringList &addresses,
                const std::stop_token &stop);

} // namespace oxp::redis
