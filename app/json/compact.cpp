// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/compact.h"

#include "json/stringstops.h"
#include "json/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace oxp::json {

namespace {

constexpr int MostLevels = 64;

// Each takes a place and gives the one behind what it read; nullptr when it was not there. Places are handed
// on by value, for so they stay in registers: most of the time would go into storing them.
using Place = const uchar *;

bool isDigit(uchar c) {
  return uchar(c - '0') < 10;
}

bool isHexDigit(uchar c) {
  return isDigit(c) || uchar((c | 0x20) - 'a') < 6;
}

bool is(Place p, Place end, char c) {
  return p != end && *p == uchar(c);
}

Place escapeSequence(Place p, Place end) {
  if (end - p < 2)
    return nullptr;
  const uchar c = p[1];
  p += 2;
  if (c != 'u')
    return c != 0 && std::strchr("\"\\/bfnrt", c) ? p : nullptr;
  const bool four = end - p >= 4 && std::all_of(p, p + 4, isHexDigit);
  return four ? p + 4 : nullptr;
}

Place plainCharacters(Place p, Place end) {
  for (quint64 word; end - p >= 8; p += 8) {
    std::memcpy(&word, p, 8);
    if (const quint64 stops = stringStops(word))
      return std::endian::native == std::endian::little ? p + std::countr_zero(stops) / 8 : p;
  }
  return p;
}

/// `p`: behind the opening quote.
Place string(Place p, Place end) {
  while (p) {
    p = plainCharacters(p, end);
    if (p == end || *p < 0x20)
      return nullptr;
    if (*p == '"')
      return p + 1;
    if (*p == '\\')
      p = escapeSequence(p, end);
    else if (const int length = json::utf8Length(p, end); length > 0)
      p += length;
    else
      return nullptr;
  }
  return nullptr;
}

Place digits(Place p, Place end) {
  const Place from = p;
  while (p != end && isDigit(*p))
    ++p;
  return p == from ? nullptr : p;
}

Place number(Place p, Place end) {
  if (is(p, end, '-'))
    ++p;
  p = is(p, end, '0') ? p + 1 : digits(p, end);
  if (p && is(p, end, '.'))
    p = digits(p + 1, end);
  if (!p || (!is(p, end, 'e') && !is(p, end, 'E')))
    return p;
  ++p;
  return digits(is(p, end, '+') || is(p, end, '-') ? p + 1 : p, end);
}

Place word(Place p, Place end, const char *literal, qsizetype length) {
  return end - p >= length && std::memcmp(p, literal, size_t(length)) == 0 ? p + length : nullptr;
}

/// A value that holds no others.
Place scalar(Place p, Place end) {
  switch (*p) {
  case '"':
    return string(p + 1, end);
  case 't':
    return word(p, end, "true", 4);
  case 'f':
    return word(p, end, "false", 5);
  case 'n':
    return word(p, end, "null", 4);
  default:
    return number(p, end);
  }
}

Place key(Place p, Place end) {
  if (!is(p, end, '"'))
    return nullptr;
  p = string(p + 1, end);
  return p && is(p, end, ':') ? p + 1 : nullptr;
}

/// Which containers are open: a bit for each, the innermost lowest, set for an object.
struct Levels {
  quint64 objects = 0;
  int count = 0;

  bool inObject() const { return objects & 1; }
  char closing() const { return inObject() ? '}' : ']'; }
  void push(bool object) {
    objects = objects << 1 | quint64(object);
    ++count;
  }
  void pop() {
    objects >>= 1;
    --count;
  }
};

/// Behind a value: closes what closes there. Then the next value (or key) follows, or the text's end.
Place afterValue(Place p, Place end, Levels &levels) {
  while (p && levels.count > 0) {
    if (is(p, end, ','))
      return levels.inObject() ? key(p + 1, end) : p + 1;
    p = is(p, end, levels.closing()) ? p + 1 : nullptr;
    levels.pop();
  }
  return p;
}

} // namespace

bool isCompact(QByteArrayView text) {
  Place p = reinterpret_cast<Place>(text.data());
  const Place end = p + text.size();
  Levels levels;
  while (p && p != end) {
    const bool object = *p == '{';
    if (!object && *p != '[') {
      p = afterValue(scalar(p, end), end, levels);
    } else if (is(p + 1, end, object ? '}' : ']')) {
      p = afterValue(p + 2, end, levels);
    } else {
      if (levels.count == MostLevels)
        return false;
      levels.push(object);
      p = object ? key(p + 1, end) : p + 1;
      continue; // with what it holds
    }
    if (levels.count == 0)
      return p == end;
  }
  return false;
}

} // namespace oxp::json
