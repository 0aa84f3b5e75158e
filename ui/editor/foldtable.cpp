// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/foldtable.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace oxp {

FoldTable::FoldTable(QByteArrayView text, const json::Scan &scan) {
  qint32 line = 0;
  qsizetype at = 0;
  int depth = 0;
  m_depths.push_back(0);
  std::vector<size_t> open; // indexes into m_folds
  const auto advance = [&](qsizetype to) {
    while (const void *found = at < to ? memchr(text.data() + at, '\n', size_t(to - at)) : nullptr) {
      at = static_cast<const char *>(found) - text.data() + 1;
      ++line;
      m_depths.push_back(quint16(std::min<int>(depth, std::numeric_limits<quint16>::max())));
    }
    at = to;
  };
  for (quint32 i = 0; i < scan.tokens.size(); ++i) {
    const json::Token &token = scan.tokens[i];
    advance(token.offset);
    if (token.opens()) {
      open.push_back(m_folds.size());
      m_folds.push_back({line, line, i});
      ++depth;
    } else if (token.closes() && !open.empty()) {
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

std::vector<FoldTable::Fold> FoldTable::around(long line) const {
  std::vector<Fold> found;
  auto at = std::lower_bound(m_folds.begin(), m_folds.end(), line,
                             [](const Fold &fold, long wanted) { return fold.first < wanted; });
  while (at != m_folds.begin()) {
    --at;
    if (at->last >= line)
      found.push_back(*at);
  }
  return found;
}

int FoldTable::depth(long line) const {
  return line >= 0 && size_t(line) < m_depths.size() ? m_depths[size_t(line)] : 0;
}

void FoldTable::shift(long line, bool atLineStart, long delta) {
  const auto moved = [=](qint32 old, bool opening) {
    const bool after = old > line || (old == line && (atLineStart || !opening));
    if (!after)
      return old;
    return qint32(delta > 0 ? old + delta : std::max(line, old + delta));
  };
  for (Fold &fold : m_folds) {
    fold.first = moved(fold.first, true);
    fold.last = moved(fold.last, false);
  }
  std::erase_if(m_folds, [](const Fold &fold) { return fold.last <= fold.first; });
  const auto place = m_depths.begin() + std::min<qsizetype>(line + 1, qsizetype(m_depths.size()));
  if (delta > 0)
    m_depths.insert(place, size_t(delta), quint16(depth(line)));
  else
    m_depths.erase(place, place + std::min<qsizetype>(-delta, m_depths.end() - place));
}

} // namespace oxp
