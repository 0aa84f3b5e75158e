// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/tree.h"

#include "json/fields.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <algorithm>
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
    , m_own(json::scan(text))
    , m_scan(&m_own) {
  if (valid())
    hashTokens(0, count());
}

/// From the back to the front each container's children are ready before it is reached.
void Tree::hashTokens(quint32 from, quint32 to) {
  m_hashedFrom = from;
  m_hashes.assign(to - from, 0);
  for (quint32 i = to; i-- > from;) {
    const Token &token = m_scan->tokens[i];
    if (token.closes())
      continue;
    quint64 &hash = m_hashes[i - from];
    hash = token.opens() ? mix(hash + quint64(token.kind) + 1) : hashBytes(tokenText(i));
    if (token.parent != NoToken && token.parent >= from)
      m_hashes[token.parent - from] = m_hashes[token.parent - from] * Prime + hash;
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
  return layOutValue(m_text, *m_scan, i, Style::minified());
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

namespace {

bool sameToken(const Tree &a, const Token &x, const Tree &b, const Token &y) {
  if (x.kind != y.kind || x.length != y.length)
    return false;
  return x.opens() || x.closes() ||
         std::memcmp(a.text().data() + x.offset, b.text().data() + y.offset, x.length) == 0;
}

quint32 commonHead(const Tree &a, const Tree &b) {
  const quint32 most = std::min(a.count(), b.count());
  quint32 head = 0;
  while (head < most && sameToken(a, a.token(head), b, b.token(head)))
    ++head;
  return head;
}

/// As far as it goes, over the common head if need be.
quint32 commonTail(const Tree &a, const Tree &b) {
  const quint32 most = std::min(a.count(), b.count());
  quint32 tail = 0;
  while (tail < most && sameToken(a, a.token(a.count() - 1 - tail), b, b.token(b.count() - 1 - tail)))
    ++tail;
  return tail;
}

/// The container that is open where the common head ends, or the one around it that both texts close in their
/// common tail.
quint32 containerAround(const Tree &a, const Tree &b, quint32 head, quint32 tail) {
  if (head == 0)
    return NoToken;
  quint32 at = a.token(head - 1).opens() ? head - 1 : a.token(head - 1).parent;
  while (at != NoToken) {
    const quint32 behind = a.count() - a.token(at).partner;
    if (behind == b.count() - b.token(at).partner && behind <= tail)
      break;
    at = a.token(at).parent;
  }
  return at;
}

quint32 childrenInHead(const Tree &tree, const std::vector<quint32> &all, quint32 head) {
  const auto end = std::partition_point(all.begin(), all.end(),
                                        [&](quint32 child) { return skipValue(tree.scan(), child) <= head; });
  return quint32(end - all.begin());
}

quint32 childrenInTail(const Tree &tree, const std::vector<quint32> &all, quint32 tail) {
  const auto first = std::partition_point(all.begin(), all.end(),
                                          [&](quint32 child) { return tree.count() - child > tail; });
  return quint32(all.end() - first);
}

void hashBetween(Tree &tree, quint32 container, const std::vector<quint32> &all, const KnownEnds &ends) {
  const quint32 close = tree.token(container).partner;
  const size_t last = all.size() - ends.tail;
  tree.hashTokens(ends.head < all.size() ? all[ends.head] : close, last < all.size() ? all[last] : close);
}

} // namespace

Parting part(Tree &a, Tree &b) {
  Parting parting;
  const quint32 head = commonHead(a, b);
  parting.same = head == a.count() && head == b.count();
  if (parting.same)
    return parting;
  const quint32 tail = commonTail(a, b);
  parting.container = containerAround(a, b, head, tail);
  if (parting.container == NoToken)
    return parting;
  const std::vector<quint32> inA = children(a.scan(), parting.container);
  const std::vector<quint32> inB = children(b.scan(), parting.container);
  const quint32 shorter = quint32(std::min(inA.size(), inB.size()));
  parting.ends.head = childrenInHead(a, inA, head);
  parting.ends.tail = std::min(childrenInTail(a, inA, tail), shorter - parting.ends.head);
  hashBetween(a, parting.container, inA, parting.ends);
  hashBetween(b, parting.container, inB, parting.ends);
  return parting;
}

} // namespace oxp::json
