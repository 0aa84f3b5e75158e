// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

namespace oxp::bench {

std::vector<Row> allRows(Stage &stage) {
  std::vector<Row> all;
  for (const auto &part : {referenceRows, listRows, searchRows, sortRows, exportRows, failureRows,
                           payloadRows, bulkRows, idleRows, startRows, scaleRows})
    for (Row &row : part(stage))
      all.push_back(std::move(row));
  return all;
}

} // namespace oxp::bench
