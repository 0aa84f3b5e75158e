// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/foldtable.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace oxp {
namespace {

bool opens(json::TokenKind kind) {
  return kind == json::TokenKind::ObjectBegin || kind == json::TokenKind::ArrayBegin;
}
bool closes(json::TokenKind kind) { return kind == json::TokenKind::ObjectEnd || kind == json::TokenKind::ArrayEnd; }

} // namespace

FoldTable::FoldTable(QByteArrayView text, const json::Scan &scan) {
  qint32 line = 0;
  qsizetype at = 0;
  int depth = 0;
  m_depths.push_back(0);
  std::vector<size_t> open; // index into m_folds
  const auto advance = [&](qsizetype to) {
    while (at < to) {
      const void *found = memchr(text.data() + at, '\n', size_t(to - at));
      if (!found) {
        at = to;
        return;
      }
      at = static_cast<const char *>(found) - text.data() + 1;
      ++line;
      m_depths.push_back(quint16(std::min<int>(depth, std::numeric_limits<quint16>::max())));
    }
  };
  for (const json::Token &token : scan.tokens) {
    advance(token.offset);
    if (opens(token.kind)) {
      open.push_back(m_folds.size());
      m_folds.push_back({line, line});
      ++depth;
    } else if (closes(token.kind) && !open.empty()) {
      m_folds[open.back()].last = line;
      open.pop_back();
      --depth;
    }
  }
  advance(text.size());
  std::erase_if(m_folds, [](const Fold &fold) { return fold.last <= fold.first; });
}

const FoldTable::Fold *FoldTable::opening(long line) const {
  const auto found = std::lower_bound(m_folds.begin(), m_folds.end(), line,
                                      [](const Fold &fold, long wanted) { return fold.first < wanted; });
  return found != m_folds.end() && found->first == line ? &*found : nullptr;
}

int FoldTable::depth(long line) const {
  return line >= 0 && size_t(line) < m_depths.size() ? m_depths[size_t(line)] : 0;
}

} // namespace oxp
