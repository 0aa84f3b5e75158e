// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionline.h"

#include "workspace/connectionreading.h"

#include <algorithm>

namespace oxp {

namespace {

constexpr qsizetype LongestText = 64 * 1024;

TextRange trimmedRange(const QString &text) {
  qsizetype start = 0, end = text.size();
  while (start < end && text[start].isSpace())
    ++start;
  while (end > start && text[end - 1].isSpace())
    --end;
  return {start, end - start};
}

/// Whether all that is left after the masks has to be a server's place.
void judge(reading::Reading &read) {
  ConnectionLine &line = read.line;
  if (line.form == LineForm::Address || line.form == LineForm::Url || line.problem)
    return;
  if (!line.says(LineField::Host) && !line.says(LineField::Socket) && !line.says(LineField::Port) &&
      line.missing(LineField::Host).isEmpty() && line.form != LineForm::RedisCli)
    read.problem(LineProblem::Kind::NoServer, trimmedRange(read.text));
}

/// In order, joined where they touch or overlap.
void tidy(std::vector<TextRange> &ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TextRange &one, const TextRange &other) { return one.start < other.start; });
  std::vector<TextRange> joined;
  for (const TextRange &range : ranges) {
    if (range.length <= 0)
      continue;
    if (!joined.empty() && range.start <= joined.back().end())
      joined.back().length = std::max(joined.back().end(), range.end()) - joined.back().start;
    else
      joined.push_back(range);
  }
  ranges = std::move(joined);
}

void readForm(reading::Reading &read, const TextRange &all) {
  if (reading::looksLikeUrl(read.view(all))) {
    read.line.form = LineForm::Url;
    return reading::readUrl(read, all);
  }
  if (reading::readCli(read) || reading::readSettings(read) || reading::readObject(read))
    return;
  read.line.form = LineForm::Address;
  reading::readAddress(read, all);
}

} // namespace

QString ConnectionLine::missing(LineField field) const {
  for (const LeftOut &left : leftOut)
    if (left.why == LeftOut::Why::NotKnownHere && left.field == field && !says(field))
      return left.name;
  return {};
}

bool ConnectionLine::isUsable() const {
  return form != LineForm::Nothing && !problem && missing(LineField::Host).isEmpty();
}

ConnectionLine readConnectionLine(const QString &text) {
  reading::Reading read(text);
  const TextRange all = trimmedRange(text);
  if (all.length == 0)
    return read.line;
  if (text.size() > LongestText) {
    read.line.form = LineForm::Unknown;
    read.secret({0, text.size()}); // nobody knows where a password stands in it
    read.problem(LineProblem::Kind::TooLong, {0, 1});
    return read.line;
  }
  readForm(read, all);
  read.finish();
  judge(read);
  tidy(read.line.secrets);
  return read.line;
}

QString maskedText(const QString &text, const std::vector<TextRange> &secrets) {
  QString masked = text;
  for (const TextRange &secret : secrets)
    for (qsizetype at = secret.start; at < std::min(secret.end(), masked.size()); ++at)
      if (masked[at] != u'\n')
        masked[at] = u'•';
  return masked;
}

} // namespace oxp
