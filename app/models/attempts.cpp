// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attempts.h"

#include "models/format.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <optional>

namespace oxp {
namespace {

/// The strings of a JSON array of strings; nothing when it is anything else.
std::optional<std::vector<QByteArray>> stringsOf(const QByteArray &text) {
  const json::Scan scan = json::scan(text);
  if (!scan.valid() || scan.tokens.front().kind != json::TokenKind::ArrayBegin)
    return {};
  std::vector<QByteArray> strings;
  for (size_t i = 1; i + 1 < scan.tokens.size(); ++i) {
    if (scan.tokens[i].kind != json::TokenKind::String)
      return {};
    strings.push_back(json::unescapeUtf8(json::tokenText(text, scan.tokens[i])));
  }
  return strings;
}

AttemptSection sectionOf(const QByteArray &text, int number) {
  format::ErrorParts parts = format::errorParts(text);
  return {number, std::move(parts.className), std::move(parts.message), format::safeText(text, -1, true)};
}

} // namespace

std::vector<AttemptSection> attemptSections(const QByteArray &stacktrace, const QByteArray &failedReason,
                                            int attemptsMade) {
  std::vector<AttemptSection> sections;
  const std::optional<std::vector<QByteArray>> traces = stringsOf(stacktrace);
  if (traces) {
    int number = std::max(attemptsMade, int(traces->size()));
    for (auto trace = traces->rbegin(); trace != traces->rend(); ++trace)
      sections.push_back(sectionOf(*trace, number--));
  } else if (!stacktrace.isEmpty()) {
    sections.push_back(sectionOf(stacktrace, 0));
  }
  if (sections.empty() && !failedReason.isEmpty())
    sections.push_back(sectionOf(failedReason, 0));
  return sections;
}

} // namespace oxp
