// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/pathreader.h"

#include "bull/fieldtext.h"
#include "search/document.h"
#include "search/leaf.h"
#include "json/decimal.h"

namespace oxp::search {

struct PathReader::State {
  Path path;
  qsizetype limit;
  Hides hides;
};

namespace {

constexpr qsizetype LongestNumber = 1'000; ///< bytes

QByteArray cutText(QByteArrayView text, qsizetype limit) {
  return fieldtext::cutUtf8(text.first(qMin(text.size(), limit + 4)).toByteArray(), limit);
}

/// A worker's JSON.parse keeps the last of equal keys.
quint32 findAsWorker(Document &document, const std::vector<Step> &steps) {
  const std::vector<quint32> places = document.find(steps, Document::Duplicates::Last);
  return places.empty() ? json::NoToken : places.front();
}

Found::Kind kindOf(const json::Token &token) {
  switch (token.kind) {
  case json::TokenKind::Null:
    return Found::Kind::Null;
  case json::TokenKind::True:
  case json::TokenKind::False:
    return Found::Kind::Boolean;
  case json::TokenKind::Number:
    return Found::Kind::Number;
  case json::TokenKind::String:
    return Found::Kind::String;
  default:
    return Found::Kind::Container;
  }
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// The run of digits that begins at `at`, without its leading zeros.
QByteArrayView digitsAt(QByteArrayView text, qsizetype &at) {
  while (at < text.size() && text[at] == '0')
    ++at;
  const qsizetype from = at;
  while (at < text.size() && isDigit(text[at]))
    ++at;
  return text.sliced(from, at - from);
}

} // namespace

std::strong_ordering compareNaturally(QByteArrayView a, QByteArrayView b) {
  qsizetype i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (isDigit(a[i]) && isDigit(b[j])) {
      const QByteArrayView left = digitsAt(a, i);
      const QByteArrayView right = digitsAt(b, j);
      // Of two numbers without leading zeros the longer one is the greater.
      if (left.size() != right.size())
        return left.size() <=> right.size();
      if (const auto order = compareTexts(left, right); std::is_neq(order))
        return order;
      continue;
    }
    if (a[i] != b[j])
      return uchar(a[i]) <=> uchar(b[j]);
    ++i;
    ++j;
  }
  const auto rest = (a.size() - i) <=> (b.size() - j);
  // 7 and 007 have the same value: any order will do, as long as it is one.
  return std::is_neq(rest) ? rest : compareTexts(a, b);
}

PathReader::PathReader(Path path, qsizetype limit, Hides hides)
    : m(std::make_unique<State>(State{std::move(path), limit, std::move(hides)})) {
  if (isHidden(m->path, m->hides))
    m.reset();
}
PathReader::~PathReader() = default;
PathReader::PathReader(PathReader &&) noexcept = default;
PathReader &PathReader::operator=(PathReader &&) noexcept = default;

Found PathReader::read(QByteArrayView json) {
  if (m == nullptr)
    return {};
  const bool isProgress = m->path.root == Field::Progress;
  if (isProgress && json.isEmpty())
    return {Found::Kind::Number, "0"};
  Document document(json);
  if (isProgress && !document.isValid())
    return {Found::Kind::String, cutText(json, m->limit)};
  const quint32 place = findAsWorker(document, m->path.steps);
  if (place == json::NoToken)
    return {};
  const json::Token &token = document.scan().tokens[place];
  if (token.opens() && document.holdsHidden(place, m->hides))
    return {Found::Kind::Container, {}};
  QByteArray buffer;
  const QByteArrayView text =
      token.opens() ? json::valueText(json, document.scan(), place) : scalarOf(json, token, buffer).text;
  const bool isNumber = token.kind == json::TokenKind::Number;
  if (isNumber && text.size() > LongestNumber)
    return {Found::Kind::String, cutText(text, m->limit)};
  return {kindOf(token), isNumber ? text.toByteArray() : cutText(text, m->limit)};
}

std::strong_ordering compare(const Found &a, const Found &b) {
  if (a.kind != b.kind)
    return a.kind <=> b.kind;
  if (a.kind == Found::Kind::Number)
    return json::compareNumbers(a.text, b.text);
  return compareNaturally(a.text, b.text);
}

} // namespace oxp::search
