// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oxp::json {

/// Length of the well-formed UTF-8 sequence at `p` (p < end); 0 when there is none. Overlong forms,
/// surrogates and code points above U+10FFFF are not well-formed (Unicode 15, table 3-7).
inline int utf8Length(const uchar *p, const uchar *end) {
  const auto tail = [p, end](int i) { return p + i < end && (p[i] & 0xC0) == 0x80; };
  const uchar lead = *p;
  if (lead < 0x80)
    return 1;
  if (lead < 0xC2 || lead > 0xF4 || !tail(1))
    return 0;
  if (lead < 0xE0)
    return 2;
  if ((lead == 0xE0 && p[1] < 0xA0) || (lead == 0xED && p[1] > 0x9F) || (lead == 0xF0 && p[1] < 0x90) ||
      (lead == 0xF4 && p[1] > 0x8F) || !tail(2))
    return 0;
  if (lead < 0xF0)
    return 3;
  return tail(3) ? 4 : 0;
}

/// The code point of a sequence whose length utf8Length() gave.
inline char32_t utf8Decode(const uchar *p, int length) {
  switch (length) {
  case 1:
    return p[0];
  case 2:
    return char32_t(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
  case 3:
    return char32_t(p[0] & 0x0F) << 12 | char32_t(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
  default:
    return char32_t(p[0] & 0x07) << 18 | char32_t(p[1] & 0x3F) << 12 | char32_t(p[2] & 0x3F) << 6 |
           (p[3] & 0x3F);
  }
}

} // namespace oxp::json
