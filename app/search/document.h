// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/leaf.h"
#include "search/matcher.h"
#include "json/scanner.h"

/// The plain evaluation over the token table: what a query means is what this says.
namespace oxp::search {

/// One JSON value of a job. Scanned when first asked; keeps a view.
class Document {
public:
  Document() = default;
  explicit Document(QByteArrayView text)
      : m_text(text) {}

  bool isMissing() const { return m_text.data() == nullptr; }
  QByteArrayView text() const { return m_text; }
  bool isScanned() const { return m_scanned; }
  const json::Scan &scan();
  bool isValid() { return scan().valid(); }

  /// Which of the members with one key count: any, or the one that JSON.parse keeps.
  enum class Duplicates { All, Last };
  /// Tokens of all values at a path, in their order; none in broken JSON.
  std::vector<quint32> find(const std::vector<Step> &steps, Duplicates duplicates = Duplicates::All);

  /// Whether the condition (not its negation) holds for the value at its path.
  bool holds(const Leaf &leaf, const Hides &hides);

  /// Whether anything is hidden below the container at a token.
  bool holdsHidden(quint32 begin, const Hides &hides) const;

private:
  std::vector<quint32> childrenAt(quint32 token, const Step &step) const;
  bool holdsAt(const Leaf &leaf, const Hides &hides, quint32 token);
  bool holdsBelow(const Leaf &leaf, const Hides &hides, quint32 begin) const;
  bool holdsForToken(const Leaf &leaf, const json::Token &token) const;
  bool isKey(const json::Token &token, const QByteArray &key) const;
  QByteArray keyOf(const json::Token &token) const;

  QByteArrayView m_text{};
  json::Scan m_scan;
  bool m_scanned = false;
};

/// A scalar token as conditions see it; `buffer` keeps what had to be unescaped.
Scalar scalarOf(QByteArrayView text, const json::Token &token, QByteArray &buffer);

/// Content of a string or key token; a view of the token itself where nothing is escaped.
QByteArrayView contentOf(QByteArrayView token, QByteArray &buffer);

} // namespace oxp::search
