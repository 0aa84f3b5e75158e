// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/record.h"

#include "json/scanner.h"

namespace oxp::audit {

bool holdsPreImage(const Record &record) {
  if (!record.before || !record.after)
    return false;
  const KeptBytes &before = *record.before, &after = *record.after;
  if (before.left || after.left)
    return before.left && after.left && !record.splices.empty();
  if (before.ranges || before.bytes.isEmpty()) // nothing is put back as {}
    return before.ranges || after.bytes != "{}";
  return json::scan(before.bytes).valid(); // what workers cannot read is not written
}

bool revertible(const Record &record) {
  const bool written = record.outcome == Outcome::Done || record.outcome == Outcome::Unknown;
  return written && holdsPreImage(record);
}

} // namespace oxp::audit
