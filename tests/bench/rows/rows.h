// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stage.h"

/// The rows, in the order of the table. A new row: a function of its own here, and its place in allRows().
namespace oxp::bench {

std::vector<Row> referenceRows(Stage &stage); ///< redis-benchmark
std::vector<Row> listRows(Stage &stage);      ///< queues and pages
std::vector<Row> searchRows(Stage &stage);
std::vector<Row> sortRows(Stage &stage);
std::vector<Row> exportRows(Stage &stage);
std::vector<Row> failureRows(Stage &stage);
std::vector<Row> payloadRows(Stage &stage); ///< open and save
std::vector<Row> bulkRows(Stage &stage);    ///< runs over many jobs
std::vector<Row> idleRows(Stage &stage);
std::vector<Row> startRows(Stage &stage); ///< cold start, memory
std::vector<Row> scaleRows(Stage &stage); ///< many queues, many keys, ten million jobs, leaks

std::vector<Row> allRows(Stage &stage);

} // namespace oxp::bench
