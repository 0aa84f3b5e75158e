// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/tree.h"

#include "json/fields.h"
#include "json/layout.h"

#include <cstring>

namespace oxp::json {

namespace {

constexpr quint64 Prime = 0x9E3779B97F4A7C15;

constexpr quint64 mix(quint64 h) {
  h ^= h >> 32;
  h *= Prime;
  return h ^ h >> 29;
}

quint64 hashBytes(QByteArrayView bytes) {
  quint64 h = quint64(bytes.size()) * Prime;
  const char *p = bytes.data();
  qsizetype left = bytes.size();
  for (; left >= 8; left -= 8, p += 8) {
    quint64 word;
    std::memcpy(&word, p, 8);
    h = mix(h ^ word);
  }
  quint64 word = 0;
  std::memcpy(&word, p, size_t(left));
  return mix(h ^ word);
}

} // namespace

Tree::Tree(QByteArrayView text)
    : m_text(text)
    , m_scan(json::scan(text)) {
  if (valid())
    computeHashes();
}

/// From the back to the front each container's children are ready before it is reached.
void Tree::computeHashes() {
  m_hashes.resize(m_scan.tokens.size());
  for (size_t i = m_scan.tokens.size(); i-- > 0;) {
    const Token &token = m_scan.tokens[i];
    if (token.closes())
      continue;
    m_hashes[i] =
        token.opens() ? mix(m_hashes[i] + quint64(token.kind) + 1) : hashBytes(tokenText(quint32(i)));
    if (token.parent != NoToken)
      m_hashes[token.parent] = m_hashes[token.parent] * Prime + m_hashes[i];
  }
}

QByteArray Tree::key(quint32 i) const {
  const QByteArrayView bytes = tokenText(i);
  if (bytes.contains('\\'))
    return unescapeUtf8(bytes);
  return QByteArray::fromRawData(bytes.data() + 1, bytes.size() - 2);
}

QByteArrayView Tree::gapBefore(quint32 i) const {
  const quint32 from = i == 0 ? 0 : token(i - 1).end();
  return m_text.sliced(from, token(i).offset - from);
}

QByteArray Tree::minified(quint32 i) const {
  return layOutValue(m_text, m_scan, i, Style::minified());
}

bool sameValue(const Tree &a, quint32 i, const Tree &b, quint32 j) {
  if (a.hash(i) != b.hash(j))
    return false;
  const quint32 count = skipValue(a.scan(), i) - i;
  if (count != skipValue(b.scan(), j) - j)
    return false;
  for (quint32 k = 0; k < count; ++k) {
    if (a.token(i + k).kind != b.token(j + k).kind || a.tokenText(i + k) != b.tokenText(j + k))
      return false;
  }
  return true;
}

} // namespace oxp::json
