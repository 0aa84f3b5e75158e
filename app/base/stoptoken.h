// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <stop_token>

namespace oxp {

/// Waits on a worker thread; false when `stop` ended it early.
bool pause(std::chrono::milliseconds time, const std::stop_token &stop);

} // namespace oxp
