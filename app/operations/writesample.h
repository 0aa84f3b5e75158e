// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace oxp {

/// One write that an operation makes, as a command that ACL DRYRUN can judge: its verb and the key's suffix.
/// Of the scripts of the libraries it is what they send (BullMQ 4 to 6, Bull 4), less what only jobs of
/// flows, debounced and rate-limited ones need.
struct WriteSample {
  int families; ///< FamilySet
  const char *verb;
  const char *suffix; ///< `#` is the job's own key
  std::vector<const char *> rest;
  bool ofPriority = false; ///< only for jobs that have one
};

} // namespace oxp
