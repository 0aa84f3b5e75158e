// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

namespace oxp::json {

/// A scanned text with a hash for each value, so that equal parts of two texts are found quickly. Keeps
/// a view: the bytes have to outlive it. For use inside this layer.
class Tree {
public:
  explicit Tree(QByteArrayView text);
  /// Of a text that has been scanned; the scan has to outlive it. Has no hashes before hashTokens().
  Tree(QByteArrayView text, const Scan &scan)
      : m_text(text)
      , m_scan(&scan) {}
  Tree(const Tree &) = delete;
  Tree &operator=(const Tree &) = delete;

  bool valid() const { return m_scan->valid(); }
  QByteArrayView text() const { return m_text; }
  const Scan &scan() const { return *m_scan; }
  quint32 count() const { return quint32(m_scan->tokens.size()); }
  const Token &token(quint32 i) const { return m_scan->tokens[i]; }
  QByteArrayView tokenText(quint32 i) const { return json::tokenText(m_text, m_scan->tokens[i]); }

  /// Hash of the value (of a key: of the key alone) at a token. Equal hashes are a hint, not a proof.
  quint64 hash(quint32 i) const { return m_hashes[i - m_hashedFrom]; }
  /// Gives these tokens, and no others, their hashes. A run of whole values and members.
  void hashTokens(quint32 from, quint32 to);

  /// Unescaped content of a key; shares the text's bytes where nothing is escaped.
  QByteArray key(quint32 i) const;

  /// Bytes from the end of token i - 1 to token i: white space and punctuation.
  QByteArrayView gapBefore(quint32 i) const;

  /// JSON of the value at a token without white space.
  QByteArray minified(quint32 i) const;

private:
  QByteArrayView m_text;
  Scan m_own; ///< unless it was given
  const Scan *m_scan;
  quint32 m_hashedFrom = 0;
  std::vector<quint64> m_hashes;
};

/// Whether two values have the same tokens, byte for byte.
bool sameValue(const Tree &a, quint32 i, const Tree &b, quint32 j);

/// How many children at both ends of two containers are known to be the same, byte for byte.
struct KnownEnds {
  quint32 head = 0, tail = 0;
};

/// Where two texts part: the innermost container around all that differs, which begins with the same token in
/// both, and what of it is the same.
struct Parting {
  quint32 container = NoToken; ///< NoToken: the texts have no container in common
  KnownEnds ends;
  bool same = false; ///< they do not part at all
};

/// Compares two valid texts token by token, from both ends. Needs no hashes, and gives them to what lies
/// between the known ends.
Parting part(Tree &a, Tree &b);

} // namespace oxp::json
