// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/prefilter.h"

#include "json/fields.h"

#include <algorithm>
#include <cstring>

namespace oxp::search {

namespace {

/// Sixteen bytes that are worked on at once; g++ and clang make of it whatever the machine has.
using Block = uchar __attribute__((vector_size(16)));
constexpr qsizetype BlockSize = sizeof(Block);

Block load(const char *p) {
  Block block;
  std::memcpy(&block, p, sizeof block);
  return block;
}

bool anySet(Block block) {
  quint64 halves[2];
  std::memcpy(halves, &block, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

bool isLetter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/// How often a byte is met in payloads, roughly: the less, the better an anchor.
int commonness(char c) {
  static constexpr char Common[] = "\"e,:atinorsldu0c1m-p2 h{}_3y45gbf6789";
  const void *at = c == '\0' ? nullptr : std::memchr(Common, lower(c), sizeof Common - 1);
  return at == nullptr ? 0 : int(sizeof Common) - int(static_cast<const char *>(at) - Common);
}

/// A byte of the needle by which places are found: its value, and the bit that case leaves open.
struct Anchor {
  qsizetype offset = 0;
  uchar value = 0;
  uchar fold = 0;

  Anchor(QByteArrayView needle, qsizetype at, bool ignoreCase)
      : offset(at)
      , value(uchar(needle[at]))
      , fold(ignoreCase && isLetter(needle[at]) ? 0x20 : 0) {}
};

/// The two rarest bytes of a needle stand at these offsets.
std::pair<qsizetype, qsizetype> anchorsOf(QByteArrayView needle) {
  qsizetype first = 0, second = needle.size() - 1;
  for (qsizetype i = 0; i < qMin(needle.size(), qsizetype(64)); ++i) {
    if (commonness(needle[i]) < commonness(needle[first])) {
      second = first;
      first = i;
    } else if (i != first && commonness(needle[i]) < commonness(needle[second])) {
      second = i;
    }
  }
  return {first, second};
}

bool sameAt(const char *p, QByteArrayView needle, bool ignoreCase) {
  if (!ignoreCase)
    return std::memcmp(p, needle.data(), size_t(needle.size())) == 0;
  return std::equal(needle.begin(), needle.end(), p, [](char n, char t) { return n == lower(t); });
}

bool holdsExponent(QByteArrayView text) {
  const auto at = [](const char *p) { return p[0] >= '0' && p[0] <= '9' && (p[1] | 0x20) == 'e'; };
  if (text.size() < 2)
    return false;
  const char *p = text.data();
  const char *last = p + text.size() - 1;
  for (; last - p >= BlockSize; p += BlockSize) {
    const Block digits = (load(p) - uchar('0')) < uchar(10);
    const Block letters = (load(p + 1) | uchar(0x20)) == uchar('e');
    if (anySet(digits & letters))
      return true;
  }
  for (; p < last; ++p) {
    if (at(p))
      return true;
  }
  return false;
}

QByteArray listJson(const char *kind, const std::vector<Prefilter> &children) {
  QByteArray out = QByteArray("{\"kind\":\"") + kind + "\",\"children\":[";
  for (size_t i = 0; i < children.size(); ++i)
    out += (i > 0 ? "," : "") + children[i].toJson();
  return out + "]}";
}

} // namespace

qsizetype findBytes(QByteArrayView text, QByteArrayView needle, bool ignoreCase) {
  if (needle.isEmpty())
    return 0;
  const auto [first, second] = anchorsOf(needle);
  const Anchor a(needle, first, ignoreCase);
  const Anchor b(needle, second, ignoreCase);
  const char *begin = text.data();
  const qsizetype places = text.size() - needle.size() + 1;
  qsizetype i = 0;
  for (; places - i >= BlockSize; i += BlockSize) {
    const Block hits = ((load(begin + i + a.offset) | a.fold) == a.value) &
                       ((load(begin + i + b.offset) | b.fold) == b.value);
    if (!anySet(hits))
      continue;
    for (qsizetype j = 0; j < BlockSize; ++j) {
      if (hits[j] != 0 && sameAt(begin + i + j, needle, ignoreCase))
        return i + j;
    }
  }
  for (; i < places; ++i) {
    if (sameAt(begin + i, needle, ignoreCase))
      return i;
  }
  return -1;
}

bool Prefilter::passes(QByteArrayView bytes) const {
  const auto childPasses = [bytes](const Prefilter &child) { return child.passes(bytes); };
  switch (kind) {
  case Kind::True:
    return true;
  case Kind::All:
    return std::all_of(children.begin(), children.end(), childPasses);
  case Kind::Any:
    return std::any_of(children.begin(), children.end(), childPasses);
  case Kind::Contains:
    break;
  }
  return findBytes(bytes, needle, ignoreCase) >= 0 || (passEscapes && bytes.contains('\\')) ||
         (passExponents && holdsExponent(bytes));
}

QByteArray Prefilter::toJson() const {
  switch (kind) {
  case Kind::True:
    return "{\"kind\":\"true\"}";
  case Kind::All:
    return listJson("all", children);
  case Kind::Any:
    return listJson("any", children);
  case Kind::Contains:
    break;
  }
  QByteArray out = "{\"kind\":\"contains\",\"needle\":" + json::escapeUtf8(needle);
  const auto flag = [&out](const char *name, bool set) {
    if (set)
      out += QByteArray(",\"") + name + "\":true";
  };
  flag("ignoreCase", ignoreCase);
  flag("passEscapes", passEscapes);
  flag("passExponents", passExponents);
  return out + '}';
}

} // namespace oxp::search
