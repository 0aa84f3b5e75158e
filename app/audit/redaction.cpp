// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/redaction.h"

#include "json/fields.h"
#include "json/scanner.h"

namespace oxp::audit {
namespace {

constexpr qsizetype LongestKey = 200; // further back than that before a colon is no key of a person's

const QByteArray LeftOut = QByteArrayLiteral("\"[left out]\"");

/// A sensitive value where it stands, and where the same value stands in the other text.
struct Place {
  Span from, to;
};

std::vector<Place> places(const std::vector<Span> &spans, bool toRedacted) {
  std::vector<Place> all;
  qsizetype shift = 0; // of the redacted text against the whole
  for (const Span &whole : spans) {
    const Span redacted{whole.begin + shift, whole.begin + shift + LeftOut.size()};
    all.push_back(toRedacted ? Place{whole, redacted} : Place{redacted, whole});
    shift += LeftOut.size() - (whole.end - whole.begin);
  }
  return all;
}

/// Positions counted anew from text to text; between the values both are the same.
std::optional<std::vector<json::Splice>> moved(std::vector<json::Splice> splices,
                                               const std::vector<Place> &places) {
  auto place = places.begin();
  qsizetype shift = 0;
  for (json::Splice &splice : splices) {
    for (; place != places.end() && place->from.end <= splice.offset; ++place)
      shift = place->to.end - place->from.end;
    const qsizetype end = splice.offset + splice.removed;
    if (place != places.end() && (place->from.begin < splice.offset || place->from.begin < end))
      return std::nullopt;
    splice.offset += shift;
  }
  return splices;
}

bool matches(const SensitiveKey &sensitive, const QByteArray &key) {
  return !sensitive || sensitive(key);
}

bool endsKey(char c) {
  return c == '"' || c == '\'' || c == '`' || c == '{' || c == '}' || c == '[' || c == ']' || c == ',' ||
         c == ':' || static_cast<unsigned char>(c) <= ' ';
}

/// The run of bytes before a colon that may be its key, with or without quotes.
QByteArray keyBefore(const QByteArray &text, qsizetype colon) {
  qsizetype end = colon;
  while (end > 0 && endsKey(text[end - 1]) && text[end - 1] != ':' && text[end - 1] != ',')
    --end;
  qsizetype begin = end;
  while (begin > 0 && end - begin < LongestKey && !endsKey(text[begin - 1]))
    --begin;
  const QByteArray raw = text.mid(begin, end - begin);
  return raw.contains('\\') ? json::unescapeUtf8(QByteArray('"' + raw + '"')) : raw;
}

} // namespace

bool holdsSensitive(QByteArrayView text, const json::Scan &scan, const SensitiveKey &sensitive) {
  return json::anyKey(text, scan, [&](const QByteArray &key) { return matches(sensitive, key); });
}

bool holdsSensitive(const QByteArray &text, const SensitiveKey &sensitive) {
  if (const json::Scan scan = json::scan(text); scan.valid())
    return holdsSensitive(text, scan, sensitive);
  for (qsizetype colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (const QByteArray key = keyBefore(text, colon); !key.isEmpty() && matches(sensitive, key))
      return true;
  }
  return false;
}

std::optional<std::vector<Span>> sensitiveSpans(const QByteArray &text, const SensitiveKey &sensitive) {
  const json::Scan scan = json::scan(text);
  if (!scan.valid())
    return std::nullopt;
  std::vector<Span> spans;
  const quint32 count = static_cast<quint32>(scan.tokens.size());
  for (quint32 i = 0; i < count; ++i) {
    const json::Token &token = scan.tokens[i];
    if (token.kind != json::TokenKind::Key ||
        !matches(sensitive, json::unescapeUtf8(json::tokenText(text, token))))
      continue;
    const quint32 next = json::skipValue(scan, i + 1);
    spans.push_back({scan.tokens[i + 1].offset, scan.tokens[next - 1].end()});
    i = next - 1;
  }
  return spans;
}

std::optional<QByteArray> withoutSensitive(const QByteArray &text, const SensitiveKey &sensitive) {
  const auto spans = sensitiveSpans(text, sensitive);
  if (!spans)
    return std::nullopt;
  std::vector<json::Splice> splices;
  for (const Span &span : *spans)
    splices.push_back({span.begin, span.end - span.begin, LeftOut});
  return json::apply(text, splices);
}

std::optional<std::vector<json::Splice>> toRedacted(std::vector<json::Splice> splices,
                                                    const std::vector<Span> &spans) {
  return moved(std::move(splices), places(spans, true));
}

std::optional<std::vector<json::Splice>> fromRedacted(std::vector<json::Splice> splices,
                                                      const std::vector<Span> &spans) {
  return moved(std::move(splices), places(spans, false));
}

} // namespace oxp::audit
