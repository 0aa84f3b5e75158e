// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "redis/session.h"
#include "search/fieldpaths.h"

#include <stop_token>

namespace oxp {

/// The fields of data, opts and result in the newest 30 jobs of each state of a queue. Payloads over 64 KB
/// are left alone. Lane thread.
Result<search::FieldPaths> sampleFieldPaths(ReadSession &session, const QueueInfo &queue,
                                            std::stop_token stop);

} // namespace oxp
