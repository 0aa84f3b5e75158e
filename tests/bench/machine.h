// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/redis/redisserver.h"

#include <utility>
#include <vector>

namespace oxp::bench {

/// What the figures were made on: name and value, such as {"Redis", "7.0.15"}.
std::vector<std::pair<QString, QString>> describeMachine(test::RedisServer &server);
/// Processes that wanted a core in the last minute: more than the benchmark's own two, and the figures are
/// worth little.
QString load();

} // namespace oxp::bench
