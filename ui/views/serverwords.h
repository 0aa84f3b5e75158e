// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QString>

#include <optional>
#include <vector>

namespace oxp {

struct ServerFacts;
struct ServerLook;

/// One thing that a server says of itself.
struct ServerWord {
  QString label;              ///< `memory`; may be empty
  QString value;              ///< `1.82 of 4.00 GB`
  std::optional<IconId> icon; ///< before the value
  Tint tint = Tint::Text2;
  bool trouble = false; ///< it wants a hand
  QString meaning = {}; ///< a sentence for what is a trouble
  bool operator==(const ServerWord &) const = default;
};

/// What is worth a line of the overview, troubles in their usual places: what was said at connect, and what
/// is known by now, if anything. `clockOffset` is the server's clock minus this machine's, ms.
std::vector<ServerWord> serverWords(const ServerFacts &facts, const std::optional<ServerLook> &look,
                                    qint64 now, qint64 clockOffset);

} // namespace oxp
