// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fingerprint.h"

#include "json/fields.h"
#include "json/scanner.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace oxp {

namespace {

constexpr qsizetype MessageLimit = 200;  ///< characters
constexpr qsizetype StackLimit = 65'536; ///< bytes that are read for the newest attempt
constexpr char Id[] = "<id>";
constexpr char Cut[] = "…";      ///< ends a message that was cut
constexpr qsizetype IdBytes = 6; ///< of a hash; groups are thousands at most
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

/// Hexadecimal of eight and more, or figures and letters that change places often.
bool looksLikeId(QByteArrayView word) {
  const int changes = changesIn(word);
  return (word.size() >= 8 && changes > 0 && isHexadecimal(word)) || (word.size() >= 6 && changes >= 3);
}

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
  if (failedReason.isNull())
    return {};
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

QByteArray failureId(const Fingerprint &print) {
  if (print == Fingerprint())
    return {};
  // Each of the three is of one line.
  const QByteArray lines = print.errorClass + '\n' + print.message + '\n' + print.frame;
  return QCryptographicHash::hash(lines, QCryptographicHash::Sha1).first(IdBytes).toHex();
}

} // namespace oxp
