// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "json/scanner.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oxp::json {

/// Replaces `removed` bytes at `offset` of the old text by `inserted`.
struct Splice {
  qsizetype offset = 0;
  qsizetype removed = 0;
  QByteArray inserted;

  bool operator==(const Splice &) const = default;
};

/// The text with all splices carried out. They are ordered by offset and do not overlap. Call it as
/// json::apply: by its arguments alone std::apply would be found too.
QByteArray apply(QByteArrayView text, const std::vector<Splice> &splices);

/// What has to change in the stored bytes so that they say what the edited text says, token for token.
/// Untouched tokens and the white space between them stay as stored; a difference in white space alone
/// gives no splice; new members and elements take the style of their neighbours. When the stored bytes
/// are not valid JSON, the edited text goes in as it stands. An edited text that is not valid JSON fails
/// with Invalid and its offset. Any thread; near linear.
Result<std::vector<Splice>> splicesFor(QByteArrayView stored, QByteArrayView edited);

/// The same for texts that have been scanned.
Result<std::vector<Splice>> splicesFor(QByteArrayView stored, const Scan &storedScan, QByteArrayView edited,
                                       const Scan &editedScan);

} // namespace oxp::json
