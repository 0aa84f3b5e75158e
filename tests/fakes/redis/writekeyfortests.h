// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/writekey.h"

namespace oxp {

/// Lets a test write without the runner.
struct WriteKeyForTests {
  static WriteKey make() { return WriteKey(); }
};

} // namespace oxp
