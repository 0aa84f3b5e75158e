// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"

#include <QString>

#include <tl/expected.hpp>

namespace oxp::edits {

/// Changes as JSON: `[{"change":"set","path":"customer.city","value":"Bern"}, …]`. Values stand in it byte
/// for byte. This is what a run's record keeps, what a recipe is exported as, and what a person may write.
QByteArray toJson(const std::vector<Change> &changes);

/// Why a text is no list of changes.
struct CodecFault {
  int change = 0;    ///< from 0; -1: the text as a whole
  QByteArray member; ///< the one that is wrong or missing
  bool operator==(const CodecFault &) const = default;
};
tl::expected<std::vector<Change>, CodecFault> fromJson(const QByteArray &json);

/// A path below the payload as a person writes it: `items[*].sku`, `"odd key"[0]`; empty = the whole.
std::optional<std::vector<search::Step>> pathFrom(const QString &text);

} // namespace oxp::edits
