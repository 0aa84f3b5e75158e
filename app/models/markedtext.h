// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace oxp {

/// A piece of UTF-8 as it is drawn: what cannot be seen, turns the direction of writing or is no UTF-8 stands
/// there as a mark, a short word; many marks or accents in a row are one with their number. Every place in
/// it knows the byte that it stands for. A value, any thread; the work is the piece's length.
struct MarkedText {
  struct Mark {
    int start = 0, length = 0; ///< UTF-16 units of `text`
    bool operator==(const Mark &) const = default;
  };
  QString text;
  std::vector<quint32> bytes; ///< where each unit of `text` begins in the piece; its size for the end
  std::vector<Mark> marks;

  static MarkedText of(QByteArrayView utf8);

  /// The first place that stands for this byte or a later one.
  int placeOf(qsizetype byte) const;
  qsizetype byteAt(int place) const;
};

} // namespace oxp
