// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/align.h"

#include "json/pointer.h"

#include <QHash>

#include <algorithm>

namespace oxp::json {

namespace {

constexpr qint64 MostElements = 2'000;
constexpr int MostDifferences = 256;

/// What is left of two sequences between their common head and tail.
struct Middle {
  quint32 head = 0;
  quint32 sizeA = 0;
  quint32 sizeB = 0;
};

template <typename Same>
Middle trim(size_t sizeA, size_t sizeB, Same same) {
  const size_t shorter = std::min(sizeA, sizeB);
  size_t head = 0;
  while (head < shorter && same(head, head))
    ++head;
  size_t tail = 0;
  while (tail < shorter - head && same(sizeA - 1 - tail, sizeB - 1 - tail))
    ++tail;
  return {quint32(head), quint32(sizeA - head - tail), quint32(sizeB - head - tail)};
}

void appendHead(std::vector<IndexPair> &pairs, const Middle &middle) {
  for (quint32 i = 0; i < middle.head; ++i)
    pairs.emplace_back(i, i);
}

void appendTail(std::vector<IndexPair> &pairs, const Middle &middle, size_t sizeA) {
  const quint32 fromB = middle.head + middle.sizeB;
  for (quint32 i = middle.head + middle.sizeA; i < sizeA; ++i)
    pairs.emplace_back(i, fromB + (i - middle.head - middle.sizeA));
}

/// Myers' greedy algorithm ("An O(ND) difference algorithm", 1986), given up after MostDifferences.
class Greedy {
public:
  Greedy(const quint64 *a, int sizeA, const quint64 *b, int sizeB)
      : m_a(a)
      , m_b(b)
      , m_sizeA(sizeA)
      , m_sizeB(sizeB) {}

  /// Appends the pairs, shifted by `shift`; false when there are too many differences.
  bool run(std::vector<IndexPair> &pairs, quint32 shift) {
    std::vector<int> furthest(2 * MostDifferences + 3, 0);
    for (int d = 0; d <= MostDifferences; ++d) {
      if (step(furthest, d)) {
        collect(pairs, d, shift);
        return true;
      }
      m_trace.emplace_back(furthest.begin() + Middle - d, furthest.begin() + Middle + d + 1);
    }
    return false;
  }

private:
  static constexpr int Middle = MostDifferences + 1;

  static bool goesDown(int k, int d, int left, int right) { return k == -d || (k != d && left < right); }

  bool step(std::vector<int> &furthest, int d) const {
    for (int k = -d; k <= d; k += 2) {
      const int left = furthest[size_t(Middle + k - 1)];
      const int right = furthest[size_t(Middle + k + 1)];
      int x = goesDown(k, d, left, right) ? right : left + 1;
      while (x < m_sizeA && x - k < m_sizeB && m_a[x] == m_b[x - k])
        ++x;
      furthest[size_t(Middle + k)] = x;
      if (x >= m_sizeA && x - k >= m_sizeB)
        return true;
    }
    return false;
  }

  void collect(std::vector<IndexPair> &pairs, int d, quint32 shift) const {
    const size_t first = pairs.size();
    int x = m_sizeA;
    int y = m_sizeB;
    const auto followBack = [&](int toX) {
      while (x > toX)
        pairs.emplace_back(shift + quint32(--x), shift + quint32(--y));
    };
    for (; d > 0; --d) {
      const std::vector<int> &before = m_trace[size_t(d - 1)];
      const auto at = [&](int diagonal) {
        return qAbs(diagonal) > d - 1 ? 0 : before[size_t(diagonal + d - 1)];
      };
      const int k = x - y;
      const bool down = goesDown(k, d, at(k - 1), at(k + 1));
      const int from = down ? at(k + 1) : at(k - 1);
      followBack(down ? from : from + 1);
      x = from;
      y = from - (down ? k + 1 : k - 1);
    }
    followBack(0);
    std::reverse(pairs.begin() + qsizetype(first), pairs.end());
  }

  const quint64 *m_a;
  const quint64 *m_b;
  int m_sizeA;
  int m_sizeB;
  std::vector<std::vector<int>> m_trace;
};

/// Indexes of the elements of `a` that `b` has too.
std::vector<quint32> sharedOf(const quint64 *a, quint32 sizeA, const quint64 *b, quint32 sizeB) {
  std::vector<quint64> known(b, b + sizeB);
  std::sort(known.begin(), known.end());
  std::vector<quint32> shared;
  for (quint32 i = 0; i < sizeA; ++i)
    if (std::binary_search(known.begin(), known.end(), a[i]))
      shared.push_back(i);
  return shared;
}

/// Exact longest common subsequence by the full table. What only `a` has is left out of it, as it is in no
/// pair: where every element was changed, nothing is left to be compared.
void exactPairs(const quint64 *a, quint32 sizeA, const quint64 *b, quint32 sizeB, quint32 shift,
                std::vector<IndexPair> &pairs) {
  const std::vector<quint32> shared = sharedOf(a, sizeA, b, sizeB);
  const size_t width = size_t(sizeB) + 1;
  std::vector<quint16> length((shared.size() + 1) * width, 0);
  for (size_t i = shared.size(); i-- > 0;) {
    for (size_t j = sizeB; j-- > 0;) {
      const quint16 skip = std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
      length[i * width + j] = a[shared[i]] == b[j] ? quint16(length[(i + 1) * width + j + 1] + 1) : skip;
    }
  }
  size_t i = 0;
  quint32 j = 0;
  while (i < shared.size() && j < sizeB) {
    if (a[shared[i]] == b[j])
      pairs.emplace_back(shift + shared[i++], shift + j++);
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1])
      ++i;
    else
      ++j;
  }
}

std::vector<quint64> hashesOf(const Tree &tree, const std::vector<quint32> &tokens, quint32 from,
                              quint32 count) {
  std::vector<quint64> hashes;
  hashes.reserve(count);
  for (quint32 i = from; i < from + count; ++i)
    hashes.push_back(tree.hash(tokens[i]));
  return hashes;
}

Middle between(const KnownEnds &ends, size_t sizeA, size_t sizeB) {
  const quint32 both = ends.head + ends.tail;
  return {ends.head, quint32(sizeA) - both, quint32(sizeB) - both};
}

/// For each member after, the member before with the same key and occurrence; in the order after.
std::vector<IndexPair> matchKeys(const Tree &a, const Tree &b, const Alignment &children,
                                 const Middle &middle) {
  constexpr quint32 None = 0xffffffff;
  QHash<QByteArray, quint32> firstFree;
  firstFree.reserve(middle.sizeA);
  std::vector<quint32> next(middle.sizeA, None);
  for (quint32 i = middle.sizeA; i-- > 0;) {
    const QByteArray key = a.key(children.before[middle.head + i]);
    const auto known = firstFree.find(key);
    if (known == firstFree.end()) {
      firstFree.insert(key, i);
      continue;
    }
    next[i] = *known;
    *known = i;
  }
  std::vector<IndexPair> pairs;
  for (quint32 j = 0; j < middle.sizeB; ++j) {
    const auto known = firstFree.find(b.key(children.after[middle.head + j]));
    if (known == firstFree.end() || *known == None)
      continue;
    pairs.emplace_back(middle.head + *known, middle.head + j);
    *known = next[*known];
  }
  return pairs;
}

/// Splits pairs, ordered by their second index, into a longest run that is ordered by the first one too,
/// and the rest.
void splitByOrder(const std::vector<IndexPair> &pairs, std::vector<IndexPair> &ordered,
                  std::vector<IndexPair> &others) {
  std::vector<quint32> tails; // tails[n]: the pair that ends the best run of length n + 1
  std::vector<qint64> previous(pairs.size(), -1);
  for (quint32 p = 0; p < pairs.size(); ++p) {
    const auto place = std::lower_bound(tails.begin(), tails.end(), p, [&](quint32 left, quint32 right) {
      return pairs[left].first < pairs[right].first;
    });
    if (place != tails.begin())
      previous[p] = *(place - 1);
    if (place == tails.end())
      tails.push_back(p);
    else
      *place = p;
  }
  std::vector<bool> inRun(pairs.size(), false);
  for (qint64 p = tails.empty() ? -1 : qint64(tails.back()); p >= 0; p = previous[size_t(p)])
    inRun[size_t(p)] = true;
  for (quint32 p = 0; p < pairs.size(); ++p)
    (inRun[p] ? ordered : others).push_back(pairs[p]);
}

} // namespace

std::vector<IndexPair> commonSubsequence(const std::vector<quint64> &a, const std::vector<quint64> &b,
                                         AlignmentBudget &budget) {
  const Middle middle = trim(a.size(), b.size(), [&](size_t i, size_t j) { return a[i] == b[j]; });
  std::vector<IndexPair> pairs;
  appendHead(pairs, middle);
  const quint64 *fromA = a.data() + middle.head;
  const quint64 *fromB = b.data() + middle.head;
  const qint64 comparisons = qint64(middle.sizeA) * middle.sizeB;
  if (comparisons > 0 &&
      !Greedy(fromA, int(middle.sizeA), fromB, int(middle.sizeB)).run(pairs, middle.head)) {
    const bool small = middle.sizeA <= MostElements && middle.sizeB <= MostElements;
    if (small && comparisons <= budget.comparisons) {
      budget.comparisons -= comparisons;
      exactPairs(fromA, middle.sizeA, fromB, middle.sizeB, middle.head, pairs);
    }
  }
  appendTail(pairs, middle, a.size());
  return pairs;
}

Alignment alignElements(const Tree &a, quint32 begin, const Tree &b, quint32 beginB, AlignmentBudget &budget,
                        const std::optional<KnownEnds> &known) {
  Alignment result;
  result.before = children(a.scan(), begin);
  result.after = children(b.scan(), beginB);
  const Middle middle = between(known.value_or(KnownEnds()), result.before.size(), result.after.size());
  appendHead(result.kept, middle);
  for (const auto &[i, j] : commonSubsequence(hashesOf(a, result.before, middle.head, middle.sizeA),
                                              hashesOf(b, result.after, middle.head, middle.sizeB), budget))
    result.kept.emplace_back(middle.head + i, middle.head + j);
  appendTail(result.kept, middle, result.before.size());
  return result;
}

Alignment alignMembers(const Tree &a, quint32 begin, const Tree &b, quint32 beginB,
                       const std::optional<KnownEnds> &known) {
  Alignment result;
  result.before = children(a.scan(), begin);
  result.after = children(b.scan(), beginB);
  const auto same = [&](size_t i, size_t j) {
    const quint32 keyA = result.before[i];
    const quint32 keyB = result.after[j];
    return a.hash(keyA + 1) == b.hash(keyB + 1) && a.tokenText(keyA) == b.tokenText(keyB);
  };
  const Middle middle = known ? between(*known, result.before.size(), result.after.size())
                              : trim(result.before.size(), result.after.size(), same);
  appendHead(result.kept, middle);
  splitByOrder(matchKeys(a, b, result, middle), result.kept, result.moved);
  appendTail(result.kept, middle, result.before.size());
  return result;
}

} // namespace oxp::json
