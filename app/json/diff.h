// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"
#include "json/scannedtext.h"
#include "json/splice.h"

namespace oxp::json {

/// One difference between two texts, as a person reads it.
struct Change {
  enum Kind : quint8 {
    Added,
    Removed,
    Changed,
    Respelled, ///< the same value in another spelling: 1.0 and 1.00, "a" and "\u0061"
    Moved      ///< a member that changed its place within its object; before and after are its new value
  };
  Kind kind = Changed;
  Pointer pointer;   ///< in the text after; of a removed value in the text before
  QByteArray before; ///< JSON of the value without white space between tokens; empty when added
  QByteArray after;  ///< likewise; empty when removed

  bool operator==(const Change &) const = default;
};

/// All differences in the order of the text. White space is none. Two texts with the same tokens give
/// nothing; a text that is not valid JSON gives one change of the whole document with its raw bytes.
/// Masks and shortened values are put back before.
std::vector<Change> diff(QByteArrayView before, QByteArrayView after);

/// The same for a text that came of another by splices: reads little more than what they touch.
std::vector<Change> diff(const ScannedText &before, QByteArrayView after, const std::vector<Splice> &splices);

} // namespace oxp::json
