// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

namespace oxp {

/// What the open job's poll found; payload bytes stay where they are.
struct JobPulse {
  JobDetail detail; ///< exists = false: the job is gone. Read anew when the pulse moved, else as it was
  /// 20 bytes over `data`; empty when the field is missing or over 64 KB: compare sizes then.
  QByteArray sha1;
  bool operator==(const JobPulse &) const = default;
};

} // namespace oxp
