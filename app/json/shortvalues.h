// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/layout.h"

#include <limits>

namespace oxp::json {

inline constexpr qsizetype ShortLine = 72;   ///< characters of a container that stands on one line
inline constexpr qsizetype ShortString = 40; ///< characters of a string or key in one, without quotes

qsizetype characters(QByteArrayView bytes);

/// Which containers of a text are short enough for one line: up to Style::shortUpTo characters as they would
/// stand there, and no long string in them. For use inside this layer.
class ShortValues {
public:
  ShortValues(QByteArrayView text, const Scan &scan, const Style &style, const Elisions *elisions)
      : m_text(text)
      , m_scan(scan)
      , m_style(style)
      , m_elisions(elisions) {}

  /// Of a container that is closed, by its opening bracket: whether it is short, and not longer than `room`
  /// characters. Looks at no more tokens than fit.
  bool contains(quint32 begin, qsizetype room = std::numeric_limits<qsizetype>::max()) const;

private:
  qsizetype lengthOf(const Token &token) const;
  qsizetype elidedLength(const Token &token) const;
  qsizetype gapBefore(quint32 i) const;

  QByteArrayView m_text;
  const Scan &m_scan;
  const Style &m_style;
  const Elisions *m_elisions;
};

} // namespace oxp::json
