// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/stringedit.h"

#include "ui/editor/analysis.h"
#include "json/fields.h"

#include <algorithm>
#include <vector>

namespace oxp {
namespace {

/// Offset in the token of each UTF-16 unit of its content, and of the closing quote. Units that share their
/// bytes (an astral character that is not escaped) have the same offset.
std::vector<qsizetype> unitOffsets(const QByteArray &token) {
  std::vector<qsizetype> offsets;
  for (qsizetype at = 1; at < token.size() - 1;) {
    offsets.push_back(at);
    const uchar lead = uchar(token[at]);
    if (lead == '\\') {
      at += token[at + 1] == 'u' ? 6 : 2;
      continue;
    }
    if (lead >= 0xF0)
      offsets.push_back(at);
    at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
  offsets.push_back(token.size() - 1);
  return offsets;
}

} // namespace

QByteArray changedString(const QByteArray &token, const QString &text) {
  const QString old = json::unescape(token);
  if (text == old)
    return token;
  const std::vector<qsizetype> offsets = unitOffsets(token);
  if (qsizetype(offsets.size()) != old.size() + 1)
    return escapeMarks(json::escape(text));
  const qsizetype shorter = std::min(old.size(), text.size());
  qsizetype head = std::mismatch(old.cbegin(), old.cbegin() + shorter, text.cbegin()).first - old.cbegin();
  qsizetype tail = 0;
  while (tail < shorter - head && old[old.size() - 1 - tail] == text[text.size() - 1 - tail])
    ++tail;
  const auto splits = [](const QString &in, qsizetype at) {
    return at > 0 && at < in.size() && in[at].isLowSurrogate() && in[at - 1].isHighSurrogate();
  };
  while (head > 0 && (splits(old, head) || splits(text, head)))
    --head;
  while (tail > 0 && (splits(old, old.size() - tail) || splits(text, text.size() - tail)))
    --tail;
  const QByteArray between = json::escape(QStringView(text).sliced(head, text.size() - head - tail));
  return token.first(offsets[size_t(head)]) + escapeMarks(between.sliced(1, between.size() - 2)) +
         token.sliced(offsets[size_t(old.size() - tail)]);
}

} // namespace oxp
