// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

namespace oxp::json {

/// Where a value stands: a JSON pointer (RFC 6901) that can tell duplicate keys apart.
struct Pointer {
  struct Step {
    QByteArray key;         ///< unescaped key as UTF-8, or an array index in decimal
    quint32 occurrence = 1; ///< which of the members with this key, from 1

    bool operator==(const Step &) const = default;
    bool operator<(const Step &other) const {
      return key != other.key ? key < other.key : occurrence < other.occurrence;
    }
  };
  std::vector<Step> steps;

  bool isRoot() const { return steps.empty(); }
  Pointer child(QByteArray key, quint32 occurrence = 1) const;
  /// Whether `other` is this place or lies below it.
  bool contains(const Pointer &other) const;

  /// Such as `/items/0/a~1b`; the second member `a` is `/a#2`, and a key that itself ends in `#` and
  /// digits bears its occurrence always. The whole document is the empty text.
  QByteArray toString() const;
  /// What toString() begins with, of a place whose keys may be megabytes: `limit` bytes at least where it has
  /// as many, and little more.
  QByteArray head(qsizetype limit) const;
  /// The reverse. A text that does not begin with `/` gives the root.
  static Pointer fromString(QByteArrayView text);

  bool operator==(const Pointer &) const = default;
  bool operator<(const Pointer &other) const { return steps < other.steps; }
};

/// Pointer of the value that `token` belongs to (a key: its member; an end: its container).
Pointer pointerOf(QByteArrayView text, const Scan &scan, quint32 token);

/// First token of the value at a pointer; NoToken when there is none. The text must be valid.
quint32 find(QByteArrayView text, const Scan &scan, const Pointer &pointer);

/// The token that holds the byte at `offset`, or else the last one before it; NoToken before the first.
quint32 tokenAt(const Scan &scan, qsizetype offset);

/// First token of the value at a caret between two bytes: a scalar that it touches, the value of a key
/// that it touches or stands behind, otherwise the innermost container around it. NoToken outside of all.
quint32 valueAt(const Scan &scan, qsizetype offset);

/// The scalar that a caret on the line from byte `from` to byte `to` is about: the one that it or its key
/// touches, else the nearest whose key or value begins on the line. NoToken when the line has none.
quint32 scalarAt(const Scan &scan, qsizetype offset, qsizetype from, qsizetype to);

/// Begin tokens of the containers around a token, the outermost first.
std::vector<quint32> ancestry(const Scan &scan, quint32 token);

/// The members or elements of the container at `begin`: the tokens of their keys or first tokens.
std::vector<quint32> children(const Scan &scan, quint32 begin);

} // namespace oxp::json
