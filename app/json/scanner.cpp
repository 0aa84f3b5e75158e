// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/scanner.h"

#include "json/elisions.h"
#include "json/stringstops.h"
#include "json/utf8.h"

#include <bit>
#include <cstring>

namespace oxp::json {

namespace {

using Code = ScanError::Code;

bool isDigit(uchar c) {
  return c >= '0' && c <= '9';
}
bool isHexDigit(uchar c) {
  return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// What may stand directly after a number or a word.
bool endsWord(uchar c) {
  return c == ',' || c == ']' || c == '}' || c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t' ||
         c == '"' || c == '[' || c == '{';
}

class Scanner {
public:
  Scanner(QByteArrayView text, const Elisions *elisions)
      : m_begin(reinterpret_cast<const uchar *>(text.data()))
      , m_end(m_begin + text.size())
      , m_p(m_begin)
      , m_elisions(elisions) {}

  Scan run();

private:
  bool document();
  bool value();
  bool afterValue();
  bool comma();
  bool key();
  bool open(TokenKind kind, uchar closing);
  bool close(uchar bracket);
  bool string(TokenKind kind);
  bool escapeSequence();
  bool multiByte();
  bool number();
  bool numberDigits();
  bool word(TokenKind kind, const char *literal, qsizetype length);
  bool other();
  bool atMark() const;

  void skipSpace();
  void push(TokenKind kind, const uchar *from);
  bool fail(Code code, const uchar *at);
  bool atEnd() const { return m_p == m_end; }

  const uchar *m_begin;
  const uchar *m_end;
  const uchar *m_p;
  const Elisions *m_elisions;
  quint32 m_container = NoToken;
  bool m_wantsValue = true;
  Scan m_scan;
};

Scan Scanner::run() {
  const qsizetype size = m_end - m_begin;
  if (size >= qsizetype(NoToken)) {
    fail(Code::TooLarge, m_begin);
    return std::move(m_scan);
  }
  // Pretty text has a token for about every 8 bytes; memory that is not needed is not touched.
  m_scan.tokens.reserve(size_t(size / 6 + 16));
  document();
  return std::move(m_scan);
}

bool Scanner::document() {
  if (m_end - m_p >= 3 && std::memcmp(m_p, "\xef\xbb\xbf", 3) == 0)
    return fail(Code::Bom, m_p);
  skipSpace();
  if (atEnd())
    return fail(Code::Empty, m_p);
  while (true) {
    if (m_wantsValue ? !value() : !afterValue())
      return false;
    if (!m_wantsValue && m_container == NoToken)
      break;
  }
  skipSpace();
  return atEnd() || fail(Code::TrailingText, m_p);
}

bool Scanner::value() {
  skipSpace();
  if (atEnd())
    return fail(Code::UnexpectedEnd, m_p);
  m_wantsValue = false;
  switch (*m_p) {
  case '{':
    return open(TokenKind::ObjectBegin, '}');
  case '[':
    return open(TokenKind::ArrayBegin, ']');
  case '"':
    return string(TokenKind::String);
  case 't':
    return word(TokenKind::True, "true", 4);
  case 'f':
    return word(TokenKind::False, "false", 5);
  case 'n':
    return word(TokenKind::Null, "null", 4);
  case ',':
  case ':':
  case ']':
  case '}':
    return fail(Code::ValueExpected, m_p);
  case '-':
  case '+':
  case '.':
    return number();
  default:
    return isDigit(*m_p) ? number() : other();
  }
}

bool Scanner::open(TokenKind kind, uchar closing) {
  push(kind, m_p++);
  m_container = quint32(m_scan.tokens.size() - 1);
  m_scan.tokens.back().partner = NoToken;
  skipSpace();
  if (!atEnd() && *m_p == closing)
    return close(closing);
  m_wantsValue = true;
  return kind == TokenKind::ArrayBegin || key();
}

bool Scanner::afterValue() {
  skipSpace();
  if (atEnd())
    return fail(Code::UnexpectedEnd, m_p);
  if (*m_p == ',')
    return comma();
  if (*m_p == ']' || *m_p == '}')
    return close(*m_p);
  return fail(Code::CommaMissing, m_p);
}

bool Scanner::comma() {
  const uchar *at = m_p++;
  skipSpace();
  if (!atEnd() && (*m_p == ']' || *m_p == '}'))
    return fail(Code::TrailingComma, at);
  m_wantsValue = true;
  return m_scan.tokens[m_container].kind == TokenKind::ArrayBegin || key();
}

bool Scanner::close(uchar bracket) {
  Token &begin = m_scan.tokens[m_container];
  const bool object = begin.kind == TokenKind::ObjectBegin;
  if (object != (bracket == '}'))
    return fail(Code::BracketMismatch, m_p);
  const quint32 beginIndex = m_container;
  m_container = begin.parent;
  begin.partner = quint32(m_scan.tokens.size());
  push(object ? TokenKind::ObjectEnd : TokenKind::ArrayEnd, m_p++);
  m_scan.tokens.back().partner = beginIndex;
  return true;
}

bool Scanner::key() {
  if (atEnd())
    return fail(Code::UnexpectedEnd, m_p);
  if (*m_p != '"')
    return fail(Code::KeyExpected, m_p);
  if (!string(TokenKind::Key))
    return false;
  m_scan.tokens.back().partner = quint32(m_scan.tokens.size());
  skipSpace();
  if (atEnd())
    return fail(Code::UnexpectedEnd, m_p);
  if (*m_p != ':')
    return fail(Code::ColonMissing, m_p);
  ++m_p;
  return true;
}

bool Scanner::string(TokenKind kind) {
  const uchar *from = m_p++;
  while (true) {
    while (m_end - m_p >= 8) {
      quint64 word;
      std::memcpy(&word, m_p, 8);
      const quint64 stops = stringStops(word);
      if (stops != 0) {
        if constexpr (std::endian::native == std::endian::little)
          m_p += std::countr_zero(stops) / 8;
        break;
      }
      m_p += 8;
    }
    if (atEnd())
      return fail(Code::UnclosedString, from);
    const uchar c = *m_p;
    if (c == '"')
      break;
    if (c == '\\') {
      if (!escapeSequence())
        return false;
    } else if (c < 0x20) {
      return fail(Code::ControlCharacter, m_p);
    } else if (c >= 0x80) {
      if (!multiByte())
        return false;
    } else {
      ++m_p;
    }
  }
  ++m_p;
  push(kind, from);
  return true;
}

bool Scanner::escapeSequence() {
  const uchar *at = m_p++;
  if (atEnd())
    return fail(Code::BadEscape, at);
  switch (*m_p++) {
  case '"':
  case '\\':
  case '/':
  case 'b':
  case 'f':
  case 'n':
  case 'r':
  case 't':
    return true;
  case 'u':
    break;
  default:
    return fail(Code::BadEscape, at);
  }
  for (int i = 0; i < 4; ++i, ++m_p) {
    if (atEnd() || !isHexDigit(*m_p))
      return fail(Code::BadEscape, at);
  }
  return true;
}

bool Scanner::multiByte() {
  const int length = utf8Length(m_p, m_end);
  if (length == 0)
    return fail(Code::BadUtf8, m_p);
  if (length == 4 && m_elisions != nullptr && atMark())
    return fail(Code::ElisionMisplaced, m_p);
  m_p += length;
  return true;
}

bool Scanner::atMark() const {
  return m_elisions->find(utf8Decode(m_p, 4)) != nullptr;
}

bool Scanner::number() {
  const uchar *from = m_p;
  const bool good = numberDigits() && (atEnd() || endsWord(*m_p));
  if (!good)
    return fail(Code::BadNumber, from);
  push(TokenKind::Number, from);
  return true;
}

bool Scanner::numberDigits() {
  const auto digits = [this] {
    const uchar *from = m_p;
    while (!atEnd() && isDigit(*m_p))
      ++m_p;
    return m_p != from;
  };
  if (*m_p == '-')
    ++m_p;
  if (!atEnd() && *m_p == '0')
    ++m_p;
  else if (!digits())
    return false;
  if (!atEnd() && *m_p == '.') {
    ++m_p;
    if (!digits())
      return false;
  }
  if (!atEnd() && (*m_p == 'e' || *m_p == 'E')) {
    ++m_p;
    if (!atEnd() && (*m_p == '+' || *m_p == '-'))
      ++m_p;
    return digits();
  }
  return true;
}

bool Scanner::word(TokenKind kind, const char *literal, qsizetype length) {
  const uchar *from = m_p;
  if (m_end - m_p < length || std::memcmp(m_p, literal, size_t(length)) != 0)
    return fail(Code::BadLiteral, from);
  m_p += length;
  if (!atEnd() && !endsWord(*m_p))
    return fail(Code::BadLiteral, from);
  push(kind, from);
  return true;
}

bool Scanner::other() {
  const int length = utf8Length(m_p, m_end);
  if (length == 0)
    return fail(Code::BadUtf8, m_p);
  if (length == 4 && m_elisions != nullptr && atMark()) {
    m_p += length;
    push(TokenKind::Elided, m_p - length);
    return true;
  }
  return fail(Code::BadLiteral, m_p);
}

void Scanner::skipSpace() {
  while (true) {
    while (m_end - m_p >= 8) {
      quint64 word;
      std::memcpy(&word, m_p, 8);
      if (word != Ones * ' ')
        break;
      m_p += 8;
    }
    const uchar *from = m_p;
    while (!atEnd() && (*m_p == ' ' || *m_p == '\n' || *m_p == '\r' || *m_p == '\t')) {
      if (++m_p - from == 8)
        break;
    }
    if (m_p - from < 8)
      return;
  }
}

void Scanner::push(TokenKind kind, const uchar *from) {
  const quint32 index = quint32(m_scan.tokens.size());
  m_scan.tokens.push_back({quint32(from - m_begin), quint32(m_p - from), index, m_container, kind});
}

bool Scanner::fail(Code code, const uchar *at) {
  m_scan.error = ScanError{code, at - m_begin};
  return false;
}

} // namespace

Scan scan(QByteArrayView text, const Elisions *elisions) {
  return Scanner(text, elisions).run();
}

} // namespace oxp::json
