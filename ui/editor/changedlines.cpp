// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/changedlines.h"

#include <QHashFunctions>

#include <algorithm>
#include <cstring>
#include <unordered_set>

namespace oxp {
namespace {

constexpr int MostDifferences = 600;

using Hashes = std::vector<size_t>;

Hashes linesOf(QByteArrayView text) {
  Hashes lines;
  for (qsizetype at = 0; at <= text.size();) {
    const qsizetype end = text.indexOf('\n', at);
    const qsizetype stop = end < 0 ? text.size() : end;
    lines.push_back(qHashBits(text.data() + at, size_t(stop - at)));
    at = stop + 1;
  }
  return lines;
}

/// Myers' greedy search: which lines of `b` belong to no line of `a`. False when they differ too much.
bool shortestScript(const Hashes &a, const Hashes &b, std::vector<bool> &inserted) {
  const int n = int(a.size());
  const int m = int(b.size());
  const int most = std::min(n + m, MostDifferences);
  std::vector<std::vector<int>> trace;
  std::vector<int> reach(size_t(2 * most + 3), 0);
  const auto at = [most](int k) { return size_t(k + most + 1); };
  int found = -1;
  for (int d = 0; d <= most && found < 0; ++d) {
    trace.emplace_back(reach.begin() + (most + 1 - d) - 1, reach.begin() + (most + 1 + d) + 2);
    for (int k = -d; k <= d; k += 2) {
      const bool down = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
      int x = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
      while (x < n && x - k >= 0 && x - k < m && a[size_t(x)] == b[size_t(x - k)])
        ++x;
      reach[at(k)] = x;
      if (x >= n && x - k >= m) {
        found = d;
        break;
      }
    }
  }
  if (found < 0)
    return false;
  int k = n - m;
  for (int d = found; d > 0; --d) {
    const std::vector<int> &before = trace[size_t(d)]; // covers diagonals -d - 1 to d + 1
    const auto old = [&](int diagonal) { return before[size_t(diagonal + d + 1)]; };
    const bool down = k == -d || (k != d && old(k - 1) < old(k + 1));
    k += down ? 1 : -1;
    const int y = old(k) - k;
    if (down && y >= 0 && y < m)
      inserted[size_t(y)] = true;
  }
  return true;
}

} // namespace

std::vector<qint32> changedLines(QByteArrayView base, QByteArrayView text) {
  const qsizetype shorter = std::min(base.size(), text.size());
  qsizetype head = std::mismatch(base.begin(), base.begin() + shorter, text.begin()).first - base.begin();
  if (head == base.size() && head == text.size())
    return {};
  const qsizetype room = shorter - head;
  qsizetype tail = std::mismatch(base.rbegin(), base.rbegin() + room, text.rbegin()).first - base.rbegin();
  // To whole lines: the head ends behind a line break, the tail begins behind one.
  head = base.first(head).lastIndexOf('\n') + 1;
  const qsizetype tailBreak = text.last(tail).indexOf('\n');
  tail = tailBreak < 0 ? 0 : tail - tailBreak;
  const qint32 firstLine = qint32(std::count(text.begin(), text.begin() + head, '\n'));
  const Hashes a = linesOf(base.sliced(head, base.size() - head - tail));
  const Hashes b = linesOf(text.sliced(head, text.size() - head - tail));
  std::vector<bool> inserted(b.size(), false);
  if (!shortestScript(a, b, inserted)) {
    const std::unordered_set<size_t> known(a.begin(), a.end());
    for (size_t i = 0; i < b.size(); ++i)
      inserted[i] = !known.contains(b[i]);
  }
  std::vector<qint32> lines;
  for (size_t i = 0; i < b.size(); ++i) {
    if (inserted[i])
      lines.push_back(firstLine + qint32(i));
  }
  return lines;
}

} // namespace oxp
