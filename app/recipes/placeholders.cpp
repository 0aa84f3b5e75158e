// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/placeholders.h"

#include "edits/places.h"
#include "json/fields.h"
#include "json/pointer.h"
#include "json/splice.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace oxp::recipes {
namespace {

using Kind = edits::Change::Kind;
using json::TokenKind;

constexpr qsizetype LongestName = 40;

/// Of one in double braces the first group is the name, of a placeholder the second.
const QRegularExpression &braces() {
  static const QRegularExpression regex(uR"(\{\{([A-Za-z]\w*)\}\}|\{([A-Za-z]\w*)\})"_s);
  return regex;
}

/// A text in pieces. `put` says what comes in the place of a name; nothing = it stays as it is written.
QString replaced(const QString &text, const std::function<std::optional<QString>(const QString &)> &put) {
  QString out;
  qsizetype copied = 0;
  for (auto found = braces().globalMatch(text); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    const QString name = match.captured(2);
    const std::optional<QString> by =
        name.isEmpty() ? std::optional<QString>(u'{' + match.captured(1) + u'}') : put(name);
    if (!by)
      continue;
    out += QStringView(text).sliced(copied, match.capturedStart() - copied);
    out += *by;
    copied = match.capturedEnd();
  }
  out += QStringView(text).sliced(copied);
  return out;
}

/// A value as it reads within a text.
QString textOf(const QByteArray &json) {
  return json.startsWith('"') ? json::unescape(json) : json::fromUtf8(json);
}

/// The texts of a JSON value in which names are replaced: all but keys, and of a patch only its values.
std::vector<quint32> textsIn(const edits::Change &change, const json::Scan &scan) {
  std::vector<quint32> texts;
  const auto addFrom = [&](quint32 value) {
    for (quint32 token = value, end = json::skipValue(scan, value); token < end; ++token)
      if (scan.tokens[token].kind == TokenKind::String)
        texts.push_back(token);
  };
  if (!scan.valid())
    return texts;
  if (change.kind != Kind::Patch) {
    addFrom(0);
    return texts;
  }
  if (scan.tokens.front().kind != TokenKind::ArrayBegin)
    return texts;
  for (const quint32 operation : json::children(scan, 0)) {
    const quint32 key = scan.tokens[operation].kind == TokenKind::ObjectBegin
                            ? edits::memberOf(change.value, scan, operation, "value")
                            : json::NoToken;
    if (key != json::NoToken)
      addFrom(key + 1);
  }
  return texts;
}

QStringList namesInText(const QString &text) {
  QStringList names;
  replaced(text, [&names](const QString &name) -> std::optional<QString> {
    names << name;
    return std::nullopt;
  });
  return names;
}

QByteArray filledValue(const edits::Change &change, const Values &values) {
  if (change.value.isEmpty())
    return change.value;
  const json::Scan scan = json::scan(change.value);
  std::vector<json::Splice> splices;
  for (const quint32 token : textsIn(change, scan)) {
    const QByteArrayView raw = json::tokenText(change.value, scan.tokens[token]);
    const QString text = json::unescape(raw);
    const std::optional<QString> whole = placeholderIn(text);
    const QByteArray by =
        whole ? values.value(*whole) : json::escape(replaced(text, [&](const QString &name) {
          return std::optional(textOf(values.value(name)));
        }));
    if (braces().match(text).hasMatch())
      splices.push_back({scan.tokens[token].offset, raw.size(), by});
  }
  return json::apply(change.value, splices);
}

/// Into an expression goes what finds the text, into its replacement what makes it.
QString filledText(const QString &text, const Values &values,
                   const std::function<QString(const QString &)> &spelled) {
  return replaced(text, [&](const QString &name) {
    return values.contains(name) ? std::optional(spelled(textOf(values[name]))) : std::nullopt;
  });
}

QString asItIs(const QString &text) {
  return text;
}

QString asExpression(const QString &text) {
  return QRegularExpression::escape(text);
}

QString asReplacement(const QString &text) {
  return QString(text).replace(u'\\', u"\\\\"_s);
}

} // namespace

const QStringList &givenNames() {
  static const QStringList names{u"now"_s, u"me"_s};
  return names;
}

QStringList knownNames(const std::vector<Question> &questions) {
  QStringList names = givenNames();
  for (const Question &question : questions)
    names << question.name;
  return names;
}

bool isName(const QString &text) {
  static const QRegularExpression regex(uR"(^[A-Za-z]\w*\z)"_s);
  return text.size() <= LongestName && regex.match(text).hasMatch();
}

bool beginsWithPlaceholder(const QString &text) {
  return braces()
      .match(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
      .hasMatch();
}

std::optional<QString> placeholderIn(const QString &text) {
  const QRegularExpressionMatch match =
      braces().match(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
  return match.hasMatch() && match.capturedLength() == text.size() && !match.captured(2).isEmpty()
             ? std::optional(match.captured(2))
             : std::nullopt;
}

QStringList namesIn(const edits::Change &change, const QStringList &known) {
  QStringList names;
  if (change.kind == Kind::ReplaceText) {
    for (const QString &name : namesInText(change.find))
      if (!change.regex || known.contains(name))
        names << name;
    names << namesInText(change.with);
  } else if (!change.value.isEmpty()) {
    const json::Scan scan = json::scan(change.value);
    for (const quint32 token : textsIn(change, scan))
      names << namesInText(json::unescape(json::tokenText(change.value, scan.tokens[token])));
  }
  names.removeDuplicates();
  return names;
}

std::optional<QString> nameInPath(const edits::Change &change, const QStringList &known) {
  QByteArrayList keys{change.to};
  for (const auto &path : {change.path, change.target})
    for (const search::Step &step : path)
      keys << step.key;
  for (const QByteArray &key : keys)
    for (const QString &name : namesInText(json::fromUtf8(key)))
      if (known.contains(name))
        return name;
  return std::nullopt;
}

std::optional<edits::Change> filled(const edits::Change &change, const Values &values) {
  const QStringList names = namesIn(change, values.keys());
  if (!std::all_of(names.begin(), names.end(), [&](const QString &name) { return values.contains(name); }))
    return std::nullopt;
  edits::Change made = change;
  made.value = filledValue(change, values);
  made.find = filledText(change.find, values, change.regex ? asExpression : asItIs);
  made.with = filledText(change.with, values, change.regex ? asReplacement : asItIs);
  return made;
}

} // namespace oxp::recipes
