// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

#include <QByteArrayView>

#include <vector>

namespace oxp {

/// What folding needs, by line: which lines open a container that ends on a later line, and how deep each
/// line begins. Built from the token table, on any thread.
class FoldTable {
public:
  struct Fold {
    qint32 first = 0;  ///< line of the opening bracket, from 0
    qint32 last = 0;   ///< line of the closing bracket
    quint32 token = 0; ///< the opening bracket in the token table
  };

  FoldTable() = default;
  FoldTable(QByteArrayView text, const json::Scan &scan);

  /// The fold that opens on a line; nullptr when none does. Of several the outermost.
  const Fold *opening(long line) const;
  /// The folds that hold a line (not by their first line alone), the innermost first.
  std::vector<Fold> around(long line) const;
  int depth(long line) const;
  const std::vector<Fold> &folds() const { return m_folds; }

  /// Moves the lines after an edit along until the text has been scanned again: `delta` lines were inserted
  /// (or, negative, removed) behind the start of `line`, or at it.
  void shift(long line, bool atLineStart, long delta);

private:
  std::vector<Fold> m_folds;     ///< by first line
  std::vector<quint16> m_depths; ///< open containers at the start of a line
};

} // namespace oxp
