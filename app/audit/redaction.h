// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/splice.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

/// Finds and leaves out the values of sensitive fields. Pure; any thread.
namespace oxp::audit {

/// Whether the value under an unescaped key is sensitive. A null function: every key is.
using SensitiveKey = std::function<bool(const QByteArray &key)>;

/// Bytes [begin, end) of a text.
struct Span {
  qsizetype begin = 0, end = 0;
  bool operator==(const Span &) const = default;
};

/// Whether any text, JSON or half of it, has a sensitive key. Rather says yes once too often.
bool holdsSensitive(const QByteArray &text, const SensitiveKey &sensitive);
/// The same of valid JSON that has been scanned.
bool holdsSensitive(QByteArrayView text, const json::Scan &scan, const SensitiveKey &sensitive);
/// The outermost values under sensitive keys, in order. Nothing when the text is not valid JSON.
std::optional<std::vector<Span>> sensitiveSpans(const QByteArray &text, const SensitiveKey &sensitive);
/// The text with those values replaced by "[left out]"; the rest byte for byte. Nothing when it is not JSON.
std::optional<QByteArray> withoutSensitive(const QByteArray &text, const SensitiveKey &sensitive);

/// Splices of a text as splices of what withoutSensitive() makes of it. `spans` are the text's. Nothing when
/// a splice touches a sensitive value.
std::optional<std::vector<json::Splice>> toRedacted(std::vector<json::Splice> splices,
                                                    const std::vector<Span> &spans);
/// The other way round; the values under `spans` stay as they are in the text.
std::optional<std::vector<json::Splice>> fromRedacted(std::vector<json::Splice> splices,
                                                      const std::vector<Span> &spans);

} // namespace oxp::audit
