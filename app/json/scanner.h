// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace oxp::json {

class Elisions;

enum class TokenKind : quint8 {
  ObjectBegin,
  ObjectEnd,
  ArrayBegin,
  ArrayEnd,
  Key,    ///< with its quotes; the member's value is the next token
  String, ///< with its quotes
  Number,
  True,
  False,
  Null,
  Elided, ///< one character that stands for a value kept in an Elisions table
};

/// "No such token": the parent of the outermost value, the partner of an unclosed container.
inline constexpr quint32 NoToken = 0xffffffff;

/// One token of a text; white space, commas and colons have none. Offsets and lengths are bytes.
struct Token {
  quint32 offset;
  quint32 length;
  quint32 partner; ///< a begin's end and an end's begin; of a key its value; otherwise the token itself
  quint32 parent;  ///< begin token of the container that this token (and a begin or end itself) stands in
  TokenKind kind;

  quint32 end() const { return offset + length; }
  bool opens() const { return kind == TokenKind::ObjectBegin || kind == TokenKind::ArrayBegin; }
  bool closes() const { return kind == TokenKind::ObjectEnd || kind == TokenKind::ArrayEnd; }
  bool operator==(const Token &) const = default;
};

/// Why a text is not JSON, and the byte at which it stops being so.
struct ScanError {
  enum class Code : quint8 {
    Empty,            ///< nothing but white space
    UnexpectedEnd,    ///< the text ends inside an object or array
    UnclosedString,   ///< the text ends inside a string; offset: its opening quote
    ValueExpected,    ///< a comma, colon or closing bracket stands where a value belongs
    KeyExpected,      ///< an object's member does not begin with a string
    ColonMissing,     ///< no colon after a key
    CommaMissing,     ///< two values without a comma between them
    TrailingComma,    ///< a comma before a closing bracket; offset: the comma
    BracketMismatch,  ///< `]` closes an object or `}` an array
    BadLiteral,       ///< a word or character that is no JSON (undefined, NaN, 'text', a comment)
    BadNumber,        ///< 01, 1., .5, +1, 1e; offset: the number's first byte
    BadEscape,        ///< a backslash with anything but "\/bfnrt or u and four hex digits
    ControlCharacter, ///< a raw character below U+0020 inside a string (a tab, a line break, NUL)
    BadUtf8,          ///< bytes that are no UTF-8; Node would read U+FFFD there
    Bom,              ///< a byte order mark at the start
    TrailingText,     ///< something after the outermost value
    ElisionMisplaced, ///< the character of a shortened value inside a string or key
    TooLarge,         ///< 4 GiB or more
  };
  Code code;
  qsizetype offset;

  bool operator==(const ScanError &) const = default;
};

/// The token table of a text. With an error it holds the tokens before it, containers still open
/// having partner NoToken.
struct Scan {
  std::vector<Token> tokens;
  std::optional<ScanError> error;

  bool valid() const { return !error.has_value(); }
};

/// Reads strict JSON (RFC 8259), judged as Node's JSON.parse judges: any depth, any number of digits,
/// escaped lone surrogates are fine. With a table, a character of it is accepted where a value may
/// stand and refused inside strings. Iterative; any thread; about 1 ms per MB when optimized.
Scan scan(QByteArrayView text, const Elisions *elisions = nullptr);

/// Offset of the first byte that is not part of valid UTF-8; -1 when there is none.
qsizetype invalidUtf8At(QByteArrayView text);

/// Index of the token after the whole value (or the member, for a key) that begins at `token`; the number
/// of tokens when the text breaks off inside it.
inline quint32 skipValue(const Scan &scan, quint32 token) {
  const quint32 count = quint32(scan.tokens.size());
  if (scan.tokens[token].kind == TokenKind::Key && ++token == count)
    return count;
  const Token &t = scan.tokens[token];
  if (!t.opens())
    return token + 1;
  return t.partner == NoToken ? count : t.partner + 1;
}

/// The bytes of one token.
inline QByteArrayView tokenText(QByteArrayView text, const Token &token) {
  return text.sliced(token.offset, token.length);
}

/// The raw bytes of the value that begins at `token`, inner white space included.
inline QByteArrayView valueText(QByteArrayView text, const Scan &scan, quint32 token) {
  const qsizetype begin = scan.tokens[token].offset;
  return text.sliced(begin, scan.tokens[skipValue(scan, token) - 1].end() - begin);
}

/// A place as a person counts it.
struct LineColumn {
  qsizetype line = 1;   ///< from 1; lines end with LF, CR LF or CR
  qsizetype column = 1; ///< from 1, in code points (a broken byte counts as one)

  bool operator==(const LineColumn &) const = default;
};

LineColumn lineColumn(QByteArrayView text, qsizetype offset);

} // namespace oxp::json
