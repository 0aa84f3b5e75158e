// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <vector>

namespace oxp {

/// For each queue the key of the group that the tree puts it in, empty = none. With several prefixes a group
/// is a prefix; else it is the head of at least two names, up to the first `.` `:` `-` or `_`.
std::vector<QByteArray> queueGroups(const std::vector<QueueInfo> &queues);

} // namespace oxp
