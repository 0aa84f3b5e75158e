// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"

namespace oxp::audit {

/// The part of a record that holds payload bytes, as one blob: it is sealed as a whole or not at all.
struct Payload {
  std::optional<KeptBytes> before, after;
  std::vector<json::Splice> splices;
  bool operator==(const Payload &) const = default;
};

QByteArray encode(const Payload &payload);
/// Nothing when the blob is damaged or of a format that is not known.
std::optional<Payload> decode(const QByteArray &blob);

} // namespace oxp::audit
