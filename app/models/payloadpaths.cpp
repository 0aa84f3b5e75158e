// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/payloadpaths.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {
namespace {

constexpr size_t MostMentions = 12;
constexpr qsizetype LongestMention = 400;

/// The steps of `lines[3].sku` and `lines.3["unit price"]`.
json::Pointer dotted(const QString &text) {
  static const QRegularExpression step(uR"re(\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]|([^.\[\]]+))re"_s);
  json::Pointer pointer;
  for (auto it = step.globalMatch(text); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    pointer.steps.push_back({match.captured(match.lastCapturedIndex()).toUtf8(), 1});
  }
  return pointer;
}

/// BullMQ's own word for the payload in front is meant so, or is a member.
std::vector<json::Pointer> readingsOf(const QString &text) {
  if (text.startsWith(u'/'))
    return {json::Pointer::fromString(text.toUtf8())};
  std::vector<json::Pointer> readings{dotted(text)};
  for (const QStringView root : {u"data."_s, u"job.data."_s, u"$."_s})
    if (text.startsWith(root))
      readings.insert(readings.begin(), dotted(text.sliced(root.size())));
  return readings;
}

const QRegularExpression &mentionPattern() {
  static const QRegularExpression pattern(
      uR"re((?<![\w/.:@-])(/(?:[\w~$-]+/)*[\w~$-]+)(?![\w/])|)re" // a JSON pointer
      uR"re((?<![\w./$@-])((?:\$|[\p{L}_$][\w$-]*)(?:\.[\w$]+(?:-[\w$]+)*|\[\d+\]|\["[^"\]]*"\]|\['[^'\]]*'\])+)|)re"
      uR"re((?<=["'`‘“])([\p{L}_$][\w$-]*)(?=["'`’”]))re"_s, // a name in quotes
      QRegularExpression::UseUnicodePropertiesOption);
  return pattern;
}

} // namespace

std::vector<PathMention> pathMentions(const QString &message) {
  std::vector<PathMention> mentions;
  for (auto it = mentionPattern().globalMatch(message); it.hasNext() && mentions.size() < MostMentions;) {
    const QRegularExpressionMatch match = it.next();
    PathMention mention;
    mention.start = match.capturedStart();
    mention.length = match.capturedLength();
    mention.text = match.captured();
    if (mention.length > LongestMention)
      continue;
    mention.readings = readingsOf(mention.text);
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

std::vector<FoundPath> foundPaths(const std::vector<PathMention> &mentions, const QByteArray &text,
                                  const json::Scan &scan) {
  std::vector<FoundPath> found;
  if (!scan.valid())
    return found;
  for (const PathMention &mention : mentions) {
    for (const json::Pointer &pointer : mention.readings) {
      const quint32 token = json::find(text, scan, pointer);
      if (token == json::NoToken)
        continue;
      const qsizetype offset = scan.tokens[token].offset;
      found.push_back({mention, pointer, std::count(text.begin(), text.begin() + offset, '\n') + 1});
      break;
    }
  }
  return found;
}

} // namespace oxp
