// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/recordcodec.h"
#include "audit/redaction.h"
#include "json/scannedtext.h"

/// What of a payload a record keeps. Pure; any thread.
namespace oxp::audit {

struct KeepRules {
  qint64 wholeBytesLimit = 1'000'000;
  SensitiveKey sensitive;
  bool canSeal = false;
};

/// A payload ready to be stored, and whether it has to be sealed.
struct Keeping {
  Payload payload;
  bool seal = false;
};

/// Takes whole `before` and `after` with the splices between them. Above the limit only what changed stays;
/// without a key the values of sensitive fields are left out, and the splices stay, in positions of what is
/// left, where none of those values was changed. `scanned`: the bytes before with their token table, where
/// somebody has them: then a large payload is not read again.
Keeping keep(Payload whole, const KeepRules &rules, const json::ScannedText *scanned = nullptr);

} // namespace oxp::audit
