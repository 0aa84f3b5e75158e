// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fingerprint.h"

#include "bull/fieldtext.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <QRegularExpression>

#include <algorithm>

namespace oxp {

namespace {

constexpr qsizetype MessageLimit = 200;
constexpr qsizetype StackLimit = 65'536; ///< bytes that are read for the newest attempt
constexpr char Id[] = "<id>";
constexpr qsizetype UuidLength = 36;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isHex(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isWord(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Hexadecimal of eight and more with a digit in it, or digits and letters that change places often.
bool looksLikeId(QByteArrayView word) {
  const auto digits = std::count_if(word.begin(), word.end(), isDigit);
  if (digits == 0 || word.size() < 6)
    return false;
  if (digits == word.size())
    return false;
  if (word.size() >= 8 && std::all_of(word.begin(), word.end(), isHex))
    return true;
  int changes = 0;
  for (qsizetype i = 1; i < word.size(); ++i)
    changes += isDigit(word[i]) != isDigit(word[i - 1]);
  return changes >= 3;
}

bool isUuid(QByteArrayView text) {
  for (qsizetype i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !isHex(text[i]))
      return false;
  }
  return text.size() == UuidLength;
}

void appendWord(QByteArray &out, QByteArrayView word) {
  if (looksLikeId(word)) {
    out += Id;
    return;
  }
  for (qsizetype i = 0; i < word.size(); ++i) {
    if (!isDigit(word[i]))
      out += word[i];
    else if (!out.endsWith('#'))
      out += '#';
  }
}

QByteArrayView firstLine(QByteArrayView text) {
  const qsizetype end = text.indexOf('\n');
  return end < 0 ? text : text.first(end);
}

/// `TypeError` of `TypeError: x is not a function`.
QByteArrayView classOf(QByteArrayView line) {
  const qsizetype colon = line.indexOf(':');
  const QByteArrayView word = line.first(std::max<qsizetype>(colon, 0));
  const bool isName = !word.isEmpty() && word[0] >= 'A' && word[0] <= 'Z' &&
                      std::all_of(word.begin(), word.end(), [](char c) { return isWord(c) || c == '_'; });
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

/// A message that was cut may end within an `<id>`.
QByteArrayView withoutHalfId(QByteArrayView masked) {
  for (qsizetype part = sizeof(Id) - 2; part > 0 && masked.size() >= MessageLimit - 3; --part)
    if (masked.endsWith(QByteArrayView(Id, part)))
      return masked.chopped(part);
  return masked;
}

} // namespace

size_t qHash(const Fingerprint &print, size_t seed) noexcept {
  return qHashMulti(seed, print.errorClass, print.message, print.frame);
}

QByteArray maskedMessage(QByteArrayView message) {
  message = firstLine(message).trimmed();
  QByteArray out;
  for (qsizetype i = 0; i < message.size() && out.size() < MessageLimit;) {
    if (isUuid(message.sliced(i, std::min(UuidLength, message.size() - i)))) {
      out += Id;
      i += UuidLength;
      continue;
    }
    qsizetype end = i;
    while (end < message.size() && isWord(message[end]))
      ++end;
    if (end == i)
      out += message[i++];
    else
      appendWord(out, message.sliced(i, end - i));
    i = std::max(i, end);
  }
  return fieldtext::cutUtf8(out, MessageLimit);
}

Fingerprint fingerprint(QByteArrayView failedReason, QByteArrayView stacktrace) {
  const QByteArray stack = newestStack(stacktrace);
  Fingerprint print;
  QByteArrayView reason = failedReason;
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

/// Only what means something in a pattern is escaped: people read it in the search box.
QString messagePattern(const QByteArray &maskedMessage) {
  const QString text = QString::fromUtf8(withoutHalfId(maskedMessage));
  QString pattern;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == u'#') {
      pattern += QStringLiteral("#?[0-9]*"); // a `#` of the message itself stands for itself
    } else if (QStringView(text).sliced(i).startsWith(QLatin1StringView(Id))) {
      pattern += QStringLiteral("[A-Za-z0-9-]+");
      i += qsizetype(sizeof(Id)) - 2;
    } else {
      if (QStringView(u"\\^$.|?*+()[]{}").contains(text[i]))
        pattern += u'\\';
      pattern += text[i];
    }
  }
  return pattern;
}

} // namespace oxp
