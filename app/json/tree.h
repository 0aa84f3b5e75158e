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

  bool valid() const { return m_scan.valid(); }
  QByteArrayView text() const { return m_text; }
  const Scan &scan() const { return m_scan; }
  const Token &token(quint32 i) const { return m_scan.tokens[i]; }
  QByteArrayView tokenText(quint32 i) const { return json::tokenText(m_text, m_scan.tokens[i]); }

  /// Hash of the value (of a key: of the key alone) at a token. Equal hashes are a hint, not a proof.
  quint64 hash(quint32 i) const { return m_hashes[i]; }

  /// Unescaped content of a key; shares the text's bytes where nothing is escaped.
  QByteArray key(quint32 i) const;

  /// Bytes from the end of token i - 1 to token i: white space and punctuation.
  QByteArrayView gapBefore(quint32 i) const;

  /// JSON of the value at a token without white space.
  QByteArray minified(quint32 i) const;

private:
  void computeHashes();

  QByteArrayView m_text;
  Scan m_scan;
  std::vector<quint64> m_hashes;
};

/// Whether two values have the same tokens, byte for byte.
bool sameValue(const Tree &a, quint32 i, const Tree &b, quint32 j);

} // namespace oxp::json
