// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "json/scanner.h"

namespace oxp::json {

/// How a text is laid out between its tokens.
struct Style {
  enum class Kind : quint8 {
    Minified, ///< no white space
    OneLine,  ///< spaces, no line breaks: {"a": 1, "b": 2}
    Pretty    ///< a line for each member and element
  };
  Kind kind = Kind::Minified;
  QByteArray indent;         ///< Pretty: what one level adds
  QByteArray newline = "\n"; ///< Pretty: LF or CR LF
  QByteArray colon = ":";    ///< with its white space
  QByteArray comma = ",";    ///< with its white space (Pretty: before the line break)
  QByteArray padding;        ///< on one line: what stands inside the brackets of a container with members
  qsizetype shortUpTo = 0;   ///< Pretty: containers of up to so many characters stand on one line
  /// Pretty: and only where that line, with its indentation, its key and a comma, has no more than so many;
  /// 0 = as long as it is.
  qsizetype lineUpTo = 0;

  static Style minified() { return {}; }
  static Style oneLine();
  static Style pretty(int indent = 2);
  /// Pretty, with small arrays and objects on one line: what a person reads and edits. `columns`: the room
  /// for a line, 0 where nobody knows.
  static Style readable(qsizetype columns = 0);
  bool operator==(const Style &) const = default;
};

/// The style of a valid text, judged by its first white space. A text that shows none (`{}`, `5`) counts as
/// minified.
Style detectStyle(QByteArrayView text, const Scan &scan);

/// Lays a valid text out anew. Every token stays byte for byte, and token i of the result is token i of
/// the text, which maps places from one to the other. Empty containers are `{}` and `[]`. Where depth
/// would make the result absurdly long, lines are indented by 100 levels at most. What is short
/// (Style::shortUpTo) is judged with the values of `elisions` in full; the outermost container never is.
QByteArray layOut(QByteArrayView text, const Scan &scan, const Style &style,
                  const Elisions *elisions = nullptr);

/// One value (the token `first` and all it holds) laid out, its further lines indented by `base` too.
QByteArray layOutValue(QByteArrayView text, const Scan &scan, quint32 first, const Style &style,
                       QByteArrayView base = {});

/// As JSON.stringify(value, null, indent) lays out. Invalid text fails with Invalid and its offset.
Result<QByteArray> pretty(QByteArrayView text, int indent = 2, const Elisions *elisions = nullptr);

/// As JSON.stringify(value) lays out. Invalid text fails with Invalid and its offset.
Result<QByteArray> minify(QByteArrayView text, const Elisions *elisions = nullptr);

/// Moves an offset from one layout of a text to another with the same tokens: the same byte of the same
/// token, or between tokens the end of the one before.
qsizetype mapOffset(const Scan &from, const Scan &to, qsizetype offset);

} // namespace oxp::json
