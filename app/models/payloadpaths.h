// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QString>

#include <vector>

namespace oxp {

/// A word of an error's message that may be a path in the job's payload.
struct PathMention {
  qsizetype start = 0, length = 0;     ///< in the message, UTF-16
  QString text;                        ///< as it stands there
  std::vector<json::Pointer> readings; ///< what it may mean, the likeliest first

  bool operator==(const PathMention &) const = default;
};

/// `data.lines[3].sku`, `lines[3].sku`, `lines.3.sku`, `/lines/3/sku`, and single names in quotes. The first
/// ones of a message; pure.
std::vector<PathMention> pathMentions(const QString &message);

/// A mention that is there.
struct FoundPath {
  PathMention mention;
  json::Pointer pointer;
  qint64 line = 0; ///< of the text that was looked through, from 1

  bool operator==(const FoundPath &) const = default;
};

/// Those that are values of `text` (valid JSON, with its scan). Takes as long as walking to them does.
std::vector<FoundPath> foundPaths(const std::vector<PathMention> &mentions, const QByteArray &text,
                                  const json::Scan &scan);

} // namespace oxp
