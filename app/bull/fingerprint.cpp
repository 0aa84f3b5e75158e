// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fingerprint.h"

#include "json/fields.h"
#include "json/scanner.h"

#include <QRegularExpression>

#include <algorithm>

namespace oxp {

namespace {

constexpr qsizetype MessageLimit = 200;  ///< characters
constexpr qsizetype StackLimit = 65'536; ///< bytes that are read for the newest attempt
constexpr char Id[] = "<id>";
constexpr char Cut[] = "…"; ///< ends a message that was cut: it alone is longer than the limit
constexpr qsizetype UuidLength = 36;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isHexLetter(char c) {
  return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// A `#` masks a digit. One of the message's own counts as a digit, so that a mask says without doubt what it
/// may stand for.
bool isFigure(char c) {
  return isDigit(c) || c == '#';
}
bool isWord(char c) {
  return isFigure(c) || isLetter(c);
}

/// How often figures and letters change places.
int changesIn(QByteArrayView word) {
  int changes = 0;
  for (qsizetype i = 1; i < word.size(); ++i)
    changes += isFigure(word[i]) != isFigure(word[i - 1]);
  return changes;
}

bool isHexadecimal(QByteArrayView word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return isFigure(c) || isHexLetter(c); });
}

/// Hexadecimal of eight and more, or figures and letters that change places often. IdPattern says the same.
bool looksLikeId(QByteArrayView word) {
  const int changes = changesIn(word);
  return (word.size() >= 8 && changes > 0 && isHexadecimal(word)) || (word.size() >= 6 && changes >= 3);
}

/// Stands behind a message's pattern and says what `(?&id)` in it means: what a mask's `<id>` may stand for.
/// Atomic, so that a UUID is never taken for its first part.
constexpr char IdPattern[] = "(?(DEFINE)(?<id><id>|(?<![#0-9A-Za-z])(?>("
                             "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
                             "|(?=[A-Fa-f]*[#0-9])(?=[#0-9]*[A-Fa-f])[#0-9A-Fa-f]{8,}"
                             "|(?=[#0-9A-Za-z]{6})(([A-Za-z]+[#0-9]+){2}|([#0-9]+[A-Za-z]+){2})[#0-9A-Za-z]*"
                             ")(?![#0-9A-Za-z]))))";

/// Whether `text` begins with a UUID that is a word of its own.
bool startsWithUuid(QByteArrayView text) {
  if (text.size() < UuidLength || (text.size() > UuidLength && isWord(text[UuidLength])))
    return false;
  for (qsizetype i = 0; i < UuidLength; ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !isDigit(text[i]) && !isHexLetter(text[i]))
      return false;
  }
  return true;
}

void appendWord(QByteArray &out, QByteArrayView word) {
  if (looksLikeId(word)) {
    out += Id;
    return;
  }
  for (qsizetype i = 0; i < word.size(); ++i) {
    if (!isFigure(word[i]))
      out += word[i];
    else if (i == 0 || !isFigure(word[i - 1]))
      out += '#';
  }
}

bool isContinuation(char c) {
  return (static_cast<uchar>(c) & 0xc0) == 0x80;
}

/// The bytes of the first characters, of no more than the limit allows.
qsizetype headSize(QByteArrayView utf8) {
  qsizetype characters = 0, end = 0;
  for (; end < utf8.size(); ++end)
    if (!isContinuation(utf8[end]) && ++characters > MessageLimit)
      break;
  return end;
}

bool isTooLong(QByteArrayView utf8) {
  return utf8.size() > MessageLimit && headSize(utf8) < utf8.size();
}

qsizetype wordLength(QByteArrayView text) {
  return std::find_if_not(text.begin(), text.end(), isWord) - text.begin();
}

QByteArrayView firstLine(QByteArrayView text) {
  const qsizetype end = text.indexOf('\n');
  return end < 0 ? text : text.first(end);
}

/// `TypeError` of `TypeError: x is not a function`.
QByteArrayView classOf(QByteArrayView line) {
  const qsizetype colon = line.indexOf(':');
  const QByteArrayView word = line.first(std::max<qsizetype>(colon, 0));
  const bool isName =
      !word.isEmpty() && word[0] >= 'A' && word[0] <= 'Z' &&
      std::all_of(word.begin(), word.end(), [](char c) { return isLetter(c) || isDigit(c) || c == '_'; });
  const bool isClass = word.endsWith("Error") || word.endsWith("Exception");
  return isName && isClass ? word : QByteArrayView();
}

/// The newest attempt's stack, unescaped.
QByteArray newestStack(QByteArrayView stacktrace) {
  if (stacktrace.size() > StackLimit)
    return {};
  const json::Scan scan = json::scan(stacktrace);
  if (!scan.valid())
    return {};
  for (auto token = scan.tokens.rbegin(); token != scan.tokens.rend(); ++token) {
    if (token->kind == json::TokenKind::String)
      return json::unescapeUtf8(json::tokenText(stacktrace, *token));
  }
  return {};
}

/// `charge (/app/src/payments/worker.js:118:17)` becomes `charge (payments/worker.js:118)`.
QByteArray shortFrame(QByteArrayView frame) {
  static const QRegularExpression place(
      QStringLiteral("^(?:(.*) \\()?(?:file://)?([^()]*?):(\\d+)(?::\\d+)?\\)?$"));
  const auto match = place.match(QString::fromUtf8(frame));
  if (!match.hasMatch())
    return maskedMessage(frame);
  const QString file = match.captured(2).section(u'/', -2);
  const QString where = file + u':' + match.captured(3);
  const QString function = match.captured(1);
  return (function.isEmpty() ? where : function + QStringLiteral(" (") + where + u')').toUtf8();
}

/// The first frame that is not of Node or a package; else the first of all.
QByteArray topFrame(QByteArrayView stack) {
  QByteArrayView first;
  while (!stack.isEmpty()) {
    const QByteArrayView line = firstLine(stack).trimmed();
    stack = stack.sliced(std::min(stack.size(), firstLine(stack).size() + 1));
    if (!line.startsWith("at "))
      continue;
    const QByteArrayView frame = line.sliced(3);
    if (first.isEmpty())
      first = frame;
    const bool foreign =
        frame.contains("node_modules") || frame.contains("node:internal") || frame.contains("<anonymous>");
    if (!foreign)
      return shortFrame(frame);
  }
  return first.isEmpty() ? QByteArray() : shortFrame(first);
}

/// Only what means something in a pattern is escaped: people read it in the search box. Controls would not
/// outlive the box.
QString escaped(QStringView text) {
  QString out;
  for (const QChar c : text) {
    if (c < u' ' || c == u'\x7f') {
      out += QStringLiteral("\\x%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
      continue;
    }
    if (QStringView(u"\\^$.|?*+()[]{}").contains(c))
      out += u'\\';
    out += c;
  }
  return out;
}

/// Whether a word with this mask could have been an id, whose mask is another one.
bool mayBeId(QByteArrayView maskedWord) {
  const int changes = changesIn(maskedWord);
  return changes >= 3 || (changes > 0 && isHexadecimal(maskedWord));
}

/// Behind a whole message, and behind one that was cut.
constexpr char End[] = "\\s*(\\n|$)", More[] = ".*\\S";

/// The pattern of a masked message, piece by piece.
class MessagePattern {
public:
  explicit MessagePattern(QByteArrayView masked)
      : m_isCut(isTooLong(masked))
      , m_rest(masked.first(headSize(masked)))
      , m_end(QLatin1StringView(m_isCut ? More : End)) {}

  QString make();

private:
  bool takeId();
  void takeWord();
  void takeOther();

  const bool m_isCut;
  QByteArrayView m_rest;
  QString m_pattern, m_end;
  bool m_knowsIds = false;
};

QString MessagePattern::make() {
  while (!m_rest.isEmpty()) {
    if (takeId())
      continue;
    if (isWord(m_rest.front()))
      takeWord();
    else
      takeOther();
  }
  m_pattern += m_end;
  return m_knowsIds ? m_pattern + QLatin1StringView(IdPattern) : m_pattern;
}

/// An id, or the part of one with which a message was cut: that may be a text of its own as well.
bool MessagePattern::takeId() {
  const QByteArrayView id(Id);
  if (m_rest.startsWith(id)) {
    m_pattern += QStringLiteral("(?&id)");
    m_rest = m_rest.sliced(id.size());
  } else if (m_isCut && id.startsWith(m_rest)) {
    m_pattern += QStringLiteral("((?&id)|%1%2)").arg(QLatin1StringView(m_rest), m_end);
    m_rest = {};
    m_end.clear(); // the rest of an id is what there must be more of
  } else {
    return false;
  }
  m_knowsIds = true;
  return true;
}

void MessagePattern::takeWord() {
  const QByteArrayView word = m_rest.first(wordLength(m_rest));
  m_rest = m_rest.sliced(word.size());
  const bool goesOn = m_isCut && m_rest.isEmpty();
  if (goesOn || mayBeId(word)) {
    m_pattern += QStringLiteral("(?!(?&id))");
    m_knowsIds = true;
  }
  for (const char c : word)
    m_pattern += c == '#' ? QStringLiteral("[#0-9]+") : QString(QLatin1Char(c));
  if (goesOn && word.endsWith('#'))
    m_pattern += u'+'; // further figures are nothing more
}

void MessagePattern::takeOther() {
  const auto stops = [](char c) { return isWord(c) || c == Id[0]; };
  const auto end = std::find_if(m_rest.begin() + 1, m_rest.end(), stops);
  const qsizetype length = end - m_rest.begin();
  m_pattern += escaped(QString::fromUtf8(m_rest.first(length)));
  m_rest = m_rest.sliced(length);
}

} // namespace

size_t qHash(const Fingerprint &print, size_t seed) noexcept {
  return qHashMulti(seed, print.errorClass, print.message, print.frame);
}

QByteArray maskedMessage(QByteArrayView message) {
  QByteArrayView rest = firstLine(message.trimmed()).trimmed();
  QByteArray out;
  while (!rest.isEmpty() && !isTooLong(out)) {
    const qsizetype word = wordLength(rest);
    const bool uuid = word > 0 && startsWithUuid(rest);
    if (uuid)
      out += Id;
    else if (word > 0)
      appendWord(out, rest.first(word));
    else
      out += rest.front();
    rest = rest.sliced(uuid ? UuidLength : std::max<qsizetype>(word, 1));
  }
  return isTooLong(out) ? out.first(headSize(out)) + Cut : out;
}

Fingerprint fingerprint(QByteArrayView failedReason, QByteArrayView stacktrace) {
  const QByteArray stack = newestStack(stacktrace);
  Fingerprint print;
  QByteArrayView reason = failedReason.trimmed();
  print.errorClass = classOf(firstLine(stack)).toByteArray();
  if (const QByteArrayView told = classOf(firstLine(reason)); !told.isEmpty()) {
    if (print.errorClass.isEmpty())
      print.errorClass = told.toByteArray();
    if (told == print.errorClass)
      reason = reason.sliced(told.size() + 1);
  }
  print.message = maskedMessage(reason);
  print.frame = topFrame(stack);
  return print;
}

QString messagePattern(const QByteArray &maskedMessage) {
  return MessagePattern(maskedMessage).make();
}

} // namespace oxp
