// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/fields.h"

#include "json/utf8.h"

#include <QStringConverter>

namespace oxp::json {

namespace {

enum class CharClass { Separator, Digit, Upper, Other };

CharClass classOf(char c) {
  if (c >= '0' && c <= '9')
    return CharClass::Digit;
  if (c >= 'A' && c <= 'Z')
    return CharClass::Upper;
  return QByteArrayView("_-.:/ ").contains(c) ? CharClass::Separator : CharClass::Other;
}

/// Whether a new word begins at `i`; both characters around the border are no separators.
bool startsWord(QByteArrayView key, qsizetype i) {
  const CharClass before = classOf(key[i - 1]);
  const CharClass here = classOf(key[i]);
  if ((before == CharClass::Digit) != (here == CharClass::Digit))
    return true;
  if (here != CharClass::Upper)
    return false;
  // The last capital of a run belongs to the word after it: APIKey is api, key.
  return before != CharClass::Upper || (i + 1 < key.size() && classOf(key[i + 1]) == CharClass::Other);
}

int hexValue(uchar c) {
  return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

char16_t hex4(const char *p) {
  int value = 0;
  for (int i = 0; i < 4; ++i)
    value = value * 16 + hexValue(uchar(p[i]));
  return char16_t(value);
}

char plainEscape(char c) {
  switch (c) {
  case 'b':
    return '\b';
  case 'f':
    return '\f';
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case 't':
    return '\t';
  default:
    return c;
  }
}

void appendUtf8(QByteArray &out, char32_t c) {
  if (c < 0x80) {
    out.append(char(c));
  } else if (c < 0x800) {
    out.append(char(0xC0 | c >> 6)).append(char(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out.append(char(0xE0 | c >> 12)).append(char(0x80 | (c >> 6 & 0x3F))).append(char(0x80 | (c & 0x3F)));
  } else {
    out.append(char(0xF0 | c >> 18)).append(char(0x80 | (c >> 12 & 0x3F)));
    out.append(char(0x80 | (c >> 6 & 0x3F))).append(char(0x80 | (c & 0x3F)));
  }
}

/// Calls `raw(bytes)` for each stretch without escapes and `unit(codePoint)` for each escape of a
/// token's content. Two escaped surrogates that make a pair are one code point.
template <typename Raw, typename Unit>
void walkContent(QByteArrayView token, Raw raw, Unit unit) {
  const QByteArrayView content = token.sliced(1, token.size() - 2);
  qsizetype from = 0;
  while (true) {
    const qsizetype at = content.indexOf('\\', from);
    if (at < 0)
      break;
    if (at > from)
      raw(content.sliced(from, at - from));
    if (content[at + 1] != 'u') {
      unit(char32_t(uchar(plainEscape(content[at + 1]))));
      from = at + 2;
      continue;
    }
    const char16_t high = hex4(content.data() + at + 2);
    from = at + 6;
    const bool paired = QChar::isHighSurrogate(high) && content.size() - from >= 6 && content[from] == '\\' &&
                        content[from + 1] == 'u' && QChar::isLowSurrogate(hex4(content.data() + from + 2));
    if (paired) {
      unit(QChar::surrogateToUcs4(high, hex4(content.data() + from + 2)));
      from += 6;
    } else {
      unit(high);
    }
  }
  if (from < content.size())
    raw(content.sliced(from));
}

/// The escape for a code point that may not stand in a string as it is; false when it may.
bool appendEscape(QByteArray &out, char32_t c) {
  static constexpr char Hex[] = "0123456789abcdef";
  switch (c) {
  case '"':
    out.append("\\\"");
    return true;
  case '\\':
    out.append("\\\\");
    return true;
  case '\b':
    out.append("\\b");
    return true;
  case '\f':
    out.append("\\f");
    return true;
  case '\n':
    out.append("\\n");
    return true;
  case '\r':
    out.append("\\r");
    return true;
  case '\t':
    out.append("\\t");
    return true;
  default:
    break;
  }
  if (c >= 0x20 && !QChar::isSurrogate(c))
    return false;
  out.append("\\u").append(Hex[c >> 12 & 15]).append(Hex[c >> 8 & 15]);
  out.append(Hex[c >> 4 & 15]).append(Hex[c & 15]);
  return true;
}

/// The surrogate that three bytes of WTF-8 stand for; 0 when they do not.
char32_t wtf8Surrogate(const uchar *p, const uchar *end) {
  if (end - p < 3 || p[0] != 0xED || p[1] < 0xA0 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
    return 0;
  return utf8Decode(p, 3);
}

} // namespace

std::vector<QByteArray> keyWords(QByteArrayView key) {
  std::vector<QByteArray> words;
  bool open = false;
  for (qsizetype i = 0; i < key.size(); ++i) {
    if (classOf(key[i]) == CharClass::Separator) {
      open = false;
      continue;
    }
    if (!open || startsWord(key, i))
      words.emplace_back();
    open = true;
    const char c = key[i];
    words.back().append(classOf(c) == CharClass::Upper ? char(c | 0x20) : c);
  }
  return words;
}

QString fromUtf8(QByteArrayView bytes) {
  using Flag = QStringDecoder::Flag;
  QStringDecoder decode(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
  return decode(bytes);
}

QString unescape(QByteArrayView token) {
  QString out;
  out.reserve(token.size());
  walkContent(
      token, [&](QByteArrayView raw) { out.append(fromUtf8(raw)); },
      [&](char32_t c) {
        if (QChar::requiresSurrogates(c))
          out.append(QChar(QChar::highSurrogate(c))).append(QChar(QChar::lowSurrogate(c)));
        else
          out.append(QChar(char16_t(c)));
      });
  return out;
}

QByteArray unescapeUtf8(QByteArrayView token) {
  QByteArray out;
  out.reserve(token.size());
  walkContent(
      token, [&](QByteArrayView raw) { out.append(raw); }, [&](char32_t c) { appendUtf8(out, c); });
  return out;
}

bool anyKey(QByteArrayView text, const Scan &scan, const std::function<bool(const QByteArray &)> &matches) {
  constexpr size_t Remembered = 1024;
  std::vector<QByteArrayView> known(Remembered); // where a new key takes the place of an old one
  for (const Token &token : scan.tokens) {
    if (token.kind != TokenKind::Key)
      continue;
    const QByteArrayView key = tokenText(text, token);
    const size_t sum = size_t(key.size()) * 31 + uchar(key[1]) * 7 + uchar(key[key.size() / 2]) * 131 +
                       uchar(key[key.size() - 2]) * 17;
    QByteArrayView &place = known[sum % Remembered];
    if (place == key)
      continue;
    if (matches(unescapeUtf8(key)))
      return true;
    place = key;
  }
  return false;
}

qsizetype contentLength(QByteArrayView token) {
  qsizetype count = 0;
  const auto startsCharacter = [](char c) { return (uchar(c) & 0xC0) != 0x80; };
  walkContent(
      token, [&](QByteArrayView raw) { count += std::count_if(raw.begin(), raw.end(), startsCharacter); },
      [&](char32_t) { ++count; });
  return count;
}

QByteArray escape(QStringView text) {
  QByteArray out("\"");
  out.reserve(text.size() + 2);
  for (qsizetype i = 0; i < text.size(); ++i) {
    char32_t c = text[i].unicode();
    if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
      c = QChar::surrogateToUcs4(char16_t(c), text[++i].unicode());
    if (!appendEscape(out, c))
      appendUtf8(out, c);
  }
  return out.append('"');
}

QByteArray escapeUtf8(QByteArrayView text) {
  QByteArray out("\"");
  out.reserve(text.size() + 2);
  const auto *p = reinterpret_cast<const uchar *>(text.data());
  const uchar *end = p + text.size();
  while (p != end) {
    const int length = utf8Length(p, end);
    if (length == 0) {
      const char32_t surrogate = wtf8Surrogate(p, end);
      if (surrogate != 0)
        appendEscape(out, surrogate);
      else
        appendUtf8(out, QChar::ReplacementCharacter);
      p += surrogate != 0 ? 3 : 1;
      continue;
    }
    if (!appendEscape(out, utf8Decode(p, length)))
      out.append(reinterpret_cast<const char *>(p), length);
    p += length;
  }
  return out.append('"');
}

} // namespace oxp::json
