// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QHash>
#include <QList>

#include <functional>

namespace oxp::json {

/// One value kept out of the text.
struct Elision {
  enum class Reason : quint8 {
    Long,  ///< too long to be shown
    Masked ///< sensitive
  };
  QByteArray bytes; ///< the value's JSON text, byte for byte
  Reason reason = Reason::Long;
  TokenKind kind = TokenKind::String; ///< what the value is: String, Number, ObjectBegin or ArrayBegin
  qsizetype characters = 0; ///< code points of a string's content, digits of a number; else its bytes
  QByteArray tail;          ///< what a mask may show: the last four digits of a long digit string, or nothing
};

/// The values that a document holds behind single private-use characters (U+F0000 + n). Only grows, so
/// that undo always finds them. A value type: copies are cheap, and a copy may go to another thread.
class Elisions {
public:
  static constexpr char32_t First = 0xF0000;
  static constexpr int Capacity = 0xFFFD; ///< one more is kept back for addWhole()

  /// Keeps a value and returns its number n; equal bytes with an equal reason share one. -1 when full.
  int add(QByteArray bytes, Elision::Reason reason);

  /// Keeps a whole document that has more masked values than the table has room for. -1 the second time.
  int addWhole(QByteArray bytes);

  int size() const { return int(m_entries.size()); }
  bool isEmpty() const { return m_entries.isEmpty(); }
  const Elision &at(int number) const { return m_entries.at(number); }

  /// The entry behind a character; nullptr when the table does not hold it.
  const Elision *find(char32_t codePoint) const;

  /// The four bytes that stand in the text for entry `number`.
  static QByteArray mark(int number);

  /// Number of the mark at `offset` of a text (whether this table holds it or not); -1 when none begins
  /// there.
  static int markAt(QByteArrayView text, qsizetype offset);

  /// Whether a text has characters of that range itself: then nothing may be elided in it.
  static bool hasMarks(QByteArrayView text);

  /// Puts all values back. Works on text that is not valid JSON too.
  QByteArray expand(QByteArrayView text) const;
  /// Shares the bytes where there is nothing to put back.
  QByteArray expand(const QByteArray &text) const { return isEmpty() ? text : expand(QByteArrayView(text)); }

  /// Where a byte of the elided text lies in the expanded one (a mark: the first byte of its value).
  qsizetype toExpanded(QByteArrayView elidedText, qsizetype offset) const;

  /// The reverse of toExpanded(): an offset inside a kept value gives its mark.
  qsizetype toElided(QByteArrayView elidedText, qsizetype expandedOffset) const;

private:
  int append(QByteArray bytes, Elision::Reason reason);

  QList<Elision> m_entries;
  QHash<QByteArray, int> m_numbers[2];
};

/// Strings and numbers with more characters than this are elided.
inline constexpr qsizetype LongValue = 10'000;

/// The text with its long values moved to the table. Unchanged when it is not valid JSON or has such
/// characters of its own; marks of `elisions` itself are fine and stay.
QByteArray elideLong(QByteArrayView text, Elisions &elisions, qsizetype limit = LongValue);

/// Says whether the member with this (unescaped) key at this pointer is to be masked.
using MaskRule = std::function<bool(QByteArrayView key, const Pointer &pointer)>;

/// The text with the values of all matching members masked, containers as a whole. null, true, false,
/// "" and empty containers stay: they give nothing away. Unchanged where elideLong() leaves it so: whoever
/// shows such a text has to keep all of it back. With more values than the table has room for the whole
/// document becomes one mark, and when even that is taken the result is null.
QByteArray mask(QByteArrayView text, Elisions &elisions, const MaskRule &rule);

} // namespace oxp::json
