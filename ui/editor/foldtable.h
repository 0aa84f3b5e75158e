// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

#include <QByteArrayView>

#include <vector>

namespace oxp {

/// What folding needs, by line: which lines open a container that ends on a later line, and how deep each line
/// begins. Built from the token table, on any thread; immutable.
class FoldTable {
public:
  struct Fold {
    qint32 first = 0, last = 0; ///< lines, from 0; `last` holds the closing bracket
  };

  FoldTable(QByteArrayView text, const json::Scan &scan);

  /// The fold that opens on a line; nullptr when none does. Of several the outermost.
  const Fold *opening(long line) const;
  int depth(long line) const;
  const std::vector<Fold> &folds() const { return m_folds; }

private:
  std::vector<Fold> m_folds;     ///< by first line
  std::vector<quint16> m_depths; ///< open containers at the start of a line
};

} // namespace oxp
