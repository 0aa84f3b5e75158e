// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace oxp {

/// Style numbers of the editor.
enum EditorStyle : char {
  PlainStyle,
  PunctuationStyle,
  PropertyStyle,
  StringStyle,
  NumberStyle,
  LiteralStyle,
  EscapeStyle,
  BrokenStyle,
  MarkStyle, ///< what stands under a pill: unseen
};

/// A style for each byte of one line. Right line by line, because no token of a laid out text crosses a line.
QByteArray styleOf(QByteArrayView line);

} // namespace oxp
