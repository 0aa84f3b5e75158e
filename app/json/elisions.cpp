// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/elisions.h"

#include "json/fields.h"
#include "json/splice.h"

#include <algorithm>

namespace oxp::json {

namespace {

constexpr int MarkLength = 4;

/// The first byte tells what a value is; a whole document may begin with white space.
TokenKind kindOf(QByteArrayView value) {
  const QByteArrayView trimmed = value.trimmed();
  switch (trimmed.isEmpty() ? '0' : trimmed.front()) {
  case '"':
    return TokenKind::String;
  case '{':
    return TokenKind::ObjectBegin;
  case '[':
    return TokenKind::ArrayBegin;
  default:
    return TokenKind::Number;
  }
}

qsizetype characterCount(QByteArrayView value, TokenKind kind) {
  return kind == TokenKind::String ? contentLength(value) : value.size();
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Last four digits of a text of digits long enough to be a card or account number.
QByteArray tailOf(QByteArrayView value, TokenKind kind) {
  constexpr int LongestPart = 40;
  if ((kind != TokenKind::String && kind != TokenKind::Number) || value.size() > LongestPart)
    return {};
  const QByteArrayView content = kind == TokenKind::String ? value.sliced(1, value.size() - 2) : value;
  QByteArray digits;
  for (const char c : content) {
    if (isDigit(c))
      digits.append(c);
    else if (c != ' ' && c != '-')
      return {};
  }
  return digits.size() >= 12 ? digits.right(4) : QByteArray();
}

/// Whether nothing may be elided: not JSON, or characters of the range that no table explains.
bool refuses(const Scan &scan, QByteArrayView text, const Elisions &elisions) {
  if (!scan.valid())
    return true;
  for (qsizetype at = text.indexOf('\xf3'); at >= 0; at = text.indexOf('\xf3', at + 1)) {
    if (Elisions::markAt(text, at) >= elisions.size())
      return true;
  }
  return false;
}

/// Replaces values by marks, from the front to the back.
class Eliding {
public:
  Eliding(QByteArrayView text, const Scan &scan, Elisions &elisions)
      : m_text(text)
      , m_scan(scan)
      , m_elisions(elisions) {}

  /// False when the table is full.
  bool replace(quint32 token, Elision::Reason reason) {
    const QByteArrayView value = valueText(m_text, m_scan, token);
    const int number = m_elisions.add(m_elisions.expand(value), reason);
    if (number >= 0)
      m_splices.push_back({m_scan.tokens[token].offset, value.size(), Elisions::mark(number)});
    return number >= 0;
  }
  QByteArray result() const { return json::apply(m_text, m_splices); }

private:
  QByteArrayView m_text;
  const Scan &m_scan;
  Elisions &m_elisions;
  std::vector<Splice> m_splices;
};

/// Walks all members of a text and keeps the pointer of where it is.
class MemberWalk {
public:
  MemberWalk(QByteArrayView text, const Scan &scan)
      : m_text(text)
      , m_scan(scan) {}

  /// Calls `visit(key, pointer, valueToken)`; when it returns true the value's inside is left out.
  template <typename Visit>
  void run(Visit visit) {
    for (quint32 i = 0; i < m_scan.tokens.size(); ++i) {
      const Token &token = m_scan.tokens[i];
      if (token.closes()) {
        leave(i);
        continue;
      }
      if (token.kind == TokenKind::Key) {
        m_path.steps.back() = {unescapeUtf8(tokenText(m_text, token)), 1};
        if (visit(QByteArrayView(m_path.steps.back().key), m_path, i + 1))
          i = skipValue(m_scan, i) - 1;
        continue;
      }
      stepToElement(token);
      if (token.opens())
        enter();
    }
  }

private:
  void enter() {
    m_path.steps.emplace_back();
    m_indexes.push_back(0);
  }
  void leave(quint32) {
    m_path.steps.pop_back();
    m_indexes.pop_back();
  }
  void stepToElement(const Token &token) {
    if (token.parent != NoToken && m_scan.tokens[token.parent].kind == TokenKind::ArrayBegin)
      m_path.steps.back() = {QByteArray::number(m_indexes.back()++), 1};
  }

  QByteArrayView m_text;
  const Scan &m_scan;
  Pointer m_path;
  std::vector<qsizetype> m_indexes;
};

bool worthMasking(QByteArrayView text, const Scan &scan, quint32 token) {
  const Token &value = scan.tokens[token];
  switch (value.kind) {
  case TokenKind::True:
  case TokenKind::False:
  case TokenKind::Null:
    return false;
  case TokenKind::String:
    return value.length > 2;
  case TokenKind::ObjectBegin:
  case TokenKind::ArrayBegin:
    return value.partner != token + 1;
  default:
    return !tokenText(text, value).isEmpty();
  }
}

} // namespace

int Elisions::add(QByteArray bytes, Elision::Reason reason) {
  QHash<QByteArray, int> &numbers = m_numbers[int(reason)];
  if (const auto known = numbers.constFind(bytes); known != numbers.constEnd())
    return *known;
  return bytes.isEmpty() || size() >= Capacity ? -1 : append(std::move(bytes), reason);
}

int Elisions::addWhole(QByteArray bytes) {
  constexpr auto Reason = Elision::Reason::Masked;
  if (const auto known = m_numbers[int(Reason)].constFind(bytes); known != m_numbers[int(Reason)].constEnd())
    return *known;
  return bytes.isEmpty() || size() > Capacity ? -1 : append(std::move(bytes), Reason);
}

int Elisions::append(QByteArray bytes, Elision::Reason reason) {
  Elision entry;
  entry.bytes = bytes;
  entry.reason = reason;
  entry.kind = kindOf(bytes);
  entry.characters = characterCount(bytes, entry.kind);
  if (reason == Elision::Reason::Masked)
    entry.tail = tailOf(bytes, entry.kind);
  const int number = size();
  m_entries.append(std::move(entry));
  m_numbers[int(reason)].insert(std::move(bytes), number);
  return number;
}

const Elision *Elisions::find(char32_t codePoint) const {
  const bool known = codePoint >= First && codePoint < First + char32_t(m_entries.size());
  return known ? &m_entries.at(qsizetype(codePoint - First)) : nullptr;
}

QByteArray Elisions::mark(int number) {
  QByteArray bytes(MarkLength, '\xf3');
  bytes[1] = char(0xB0 | number >> 12);
  bytes[2] = char(0x80 | (number >> 6 & 0x3F));
  bytes[3] = char(0x80 | (number & 0x3F));
  return bytes;
}

int Elisions::markAt(QByteArrayView text, qsizetype offset) {
  if (offset < 0 || text.size() - offset < MarkLength || text[offset] != '\xf3')
    return -1;
  const auto byte = [&](int i) { return int(uchar(text[offset + i])); };
  const bool plane15 = byte(1) >= 0xB0 && byte(1) <= 0xBF;
  if (!plane15 || (byte(2) & 0xC0) != 0x80 || (byte(3) & 0xC0) != 0x80)
    return -1;
  const int number = (byte(1) & 0x0F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  return number <= Capacity ? number : -1;
}

bool Elisions::hasMarks(QByteArrayView text) {
  for (qsizetype at = text.indexOf('\xf3'); at >= 0; at = text.indexOf('\xf3', at + 1)) {
    if (markAt(text, at) >= 0)
      return true;
  }
  return false;
}

QByteArray Elisions::expand(QByteArrayView text) const {
  QByteArray out;
  qsizetype from = 0;
  for (qsizetype at = text.indexOf('\xf3'); at >= 0; at = text.indexOf('\xf3', at + 1)) {
    const int number = markAt(text, at);
    if (number < 0 || number >= size())
      continue;
    out.append(text.sliced(from, at - from)).append(this->at(number).bytes);
    from = at + MarkLength;
  }
  return out.append(text.sliced(from));
}

qsizetype Elisions::toExpanded(QByteArrayView elidedText, qsizetype offset) const {
  qsizetype grown = 0;
  for (qsizetype at = elidedText.indexOf('\xf3'); at >= 0 && at < offset;
       at = elidedText.indexOf('\xf3', at + 1)) {
    const int number = markAt(elidedText, at);
    if (number < 0 || number >= size())
      continue;
    if (offset < at + MarkLength)
      return at + grown;
    grown += this->at(number).bytes.size() - MarkLength;
  }
  return offset + grown;
}

qsizetype Elisions::toElided(QByteArrayView elidedText, qsizetype expandedOffset) const {
  qsizetype grown = 0;
  for (qsizetype at = elidedText.indexOf('\xf3'); at >= 0; at = elidedText.indexOf('\xf3', at + 1)) {
    const int number = markAt(elidedText, at);
    if (number < 0 || number >= size())
      continue;
    if (expandedOffset < at + grown)
      break;
    const qsizetype length = this->at(number).bytes.size();
    if (expandedOffset < at + grown + length)
      return at;
    grown += length - MarkLength;
  }
  return expandedOffset - grown;
}

QByteArray elideLong(QByteArrayView text, Elisions &elisions, qsizetype limit) {
  const Scan tokens = scan(text, &elisions);
  if (refuses(tokens, text, elisions))
    return text.toByteArray();
  Eliding eliding(text, tokens, elisions);
  for (quint32 i = 0; i < tokens.tokens.size(); ++i) {
    const Token &token = tokens.tokens[i];
    const bool scalar = token.kind == TokenKind::String || token.kind == TokenKind::Number;
    if (scalar && token.length > limit && characterCount(tokenText(text, token), token.kind) > limit)
      eliding.replace(i, Elision::Reason::Long);
  }
  return eliding.result();
}

QByteArray mask(QByteArrayView text, Elisions &elisions, const MaskRule &rule) {
  const Scan tokens = scan(text, &elisions);
  if (refuses(tokens, text, elisions))
    return text.toByteArray();
  Eliding eliding(text, tokens, elisions);
  bool room = true;
  MemberWalk(text, tokens).run([&](QByteArrayView key, const Pointer &pointer, quint32 value) {
    if (!worthMasking(text, tokens, value) || !rule(key, pointer))
      return false;
    room = eliding.replace(value, Elision::Reason::Masked) && room;
    return true;
  });
  if (room)
    return eliding.result();
  const int whole = elisions.addWhole(elisions.expand(text));
  return whole >= 0 ? Elisions::mark(whole) : QByteArray();
}

} // namespace oxp::json
