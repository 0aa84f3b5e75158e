// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/apply.h"

#include "edits/decimalsum.h"
#include "edits/patches.h"
#include "search/values.h"
#include "json/fields.h"

#include <algorithm>

namespace oxp::edits {
namespace {

using json::NoToken;
using json::TokenKind;
using Code = Problem::Code;
using Kind = Change::Kind;

class Applying {
public:
  explicit Applying(QByteArrayView payload)
      : m_text(payload.toByteArray()) {}

  std::optional<Problem> make(const Change &change);
  const Text &text() const { return m_text; }

private:
  using Places = std::vector<Place>;
  std::optional<Problem> set(const Change &change, const Places &places);
  std::optional<Problem> remove(const Places &places);
  std::optional<Problem> rename(const Change &change, const Places &places);
  std::optional<Problem> move(const Change &change, const Places &places);
  std::optional<Problem> increment(const Change &change, const Places &places);
  std::optional<Problem> replaceText(const Change &change, const Places &places);
  std::optional<Problem> patch(const Change &change, const Places &places);
  std::optional<Problem> mergePatch(const Change &change, const Places &places);

  Text m_text;
};

bool needsJson(Kind kind) {
  return kind == Kind::Set || kind == Kind::SetIfAbsent || kind == Kind::Increment || kind == Kind::Patch ||
         kind == Kind::MergePatch;
}

bool makesWhatIsMissing(Kind kind) {
  return kind == Kind::Set || kind == Kind::SetIfAbsent || kind == Kind::Remove;
}

Problem at(Code code, const Path &path) {
  return {code, 0, spelled(path)};
}

/// A value with the objects and arrays around it that lead from the first missing step to it. Nothing where
/// no list would have such an element.
std::optional<QByteArray> ledTo(QByteArray value, const Path &path, size_t missing) {
  for (size_t step = path.size() - 1; step > missing; --step) {
    if (path[step].kind == search::Step::Kind::Key)
      value = '{' + json::escapeUtf8(path[step].key) + ':' + value + '}';
    else if (path[step].kind == search::Step::Kind::Index && path[step].index == 0)
      value = '[' + value + ']';
    else
      return std::nullopt;
  }
  return value;
}

std::optional<Problem> Applying::make(const Change &change) {
  if (needsJson(change.kind) && !json::scan(change.value).valid())
    return at(Code::BadValue, change.path);
  auto places = placesOf(m_text.bytes(), m_text.scan(), change.path);
  if (!places)
    return places.error();
  if (!makesWhatIsMissing(change.kind)) {
    const bool gone = std::erase_if(*places, [](const Place &place) { return !place.there(); }) > 0;
    if (gone && !leadsToMany(change.path))
      return at(Code::NothingThere, change.path);
  }
  switch (change.kind) {
  case Kind::Set:
  case Kind::SetIfAbsent:
    return set(change, *places);
  case Kind::Remove:
    return remove(*places);
  case Kind::Rename:
    return rename(change, *places);
  case Kind::Move:
    return move(change, *places);
  case Kind::Increment:
    return increment(change, *places);
  case Kind::ReplaceText:
    return replaceText(change, *places);
  case Kind::Patch:
    return patch(change, *places);
  case Kind::MergePatch:
    return mergePatch(change, *places);
  }
  return std::nullopt;
}

std::optional<Problem> Applying::set(const Change &change, const Places &places) {
  std::vector<json::Splice> splices;
  const Text value(change.value);
  const QByteArray bytes = value.valueAt(0).toByteArray();
  for (const Place &place : places) {
    if (place.there()) {
      if (change.kind == Kind::Set)
        splices.push_back(m_text.replaceValue(place.value, bytes));
      continue;
    }
    const auto led = ledTo(bytes, change.path, place.missing);
    const search::Step &step = change.path[place.missing];
    if (!led && leadsToMany(change.path))
      continue; // no elements to be set
    if (!led)
      return at(Code::OutOfRange, change.path);
    splices.push_back(step.kind == search::Step::Kind::Key
                          ? m_text.addMember(place.container, step.key, *led)
                          : m_text.addElement(place.container, step.index, *led));
  }
  m_text.apply(splices);
  return std::nullopt;
}

std::optional<Problem> Applying::remove(const Places &places) {
  Places there;
  for (const Place &place : places) {
    if (place.there() && place.container == NoToken)
      return Problem{Code::NothingThere}; // the payload itself stays
    if (place.there())
      there.push_back(place);
  }
  m_text.apply(m_text.remove(there));
  return std::nullopt;
}

std::optional<Problem> Applying::rename(const Change &change, const Places &places) {
  std::vector<json::Splice> splices;
  for (const Place &place : places) {
    if (place.key == NoToken)
      return at(Code::NotAnObject, change.path);
    const quint32 taken = memberOf(m_text.bytes(), m_text.scan(), place.container, change.to);
    if (taken == place.key)
      continue;
    if (taken != NoToken)
      return at(Code::KeyTaken, change.path);
    splices.push_back(m_text.replaceKey(place.key, change.to));
  }
  m_text.apply(splices);
  return std::nullopt;
}

std::optional<Problem> Applying::move(const Change &change, const Places &places) {
  if (leadsToMany(change.path) || leadsToMany(change.target))
    return at(Code::ManyPlaces, change.path);
  if (change.target == change.path)
    return std::nullopt;
  const bool below = change.target.size() > change.path.size() &&
                     std::equal(change.path.begin(), change.path.end(), change.target.begin());
  if (below || places.front().container == NoToken)
    return at(Code::IntoItself, change.target);
  Change put{.kind = Kind::SetIfAbsent, .path = change.target};
  put.value = m_text.valueAt(places.front().value).toByteArray();
  m_text.apply(m_text.remove(places));
  const auto targets = placesOf(m_text.bytes(), m_text.scan(), change.target);
  if (!targets)
    return targets.error();
  if (targets->front().there())
    return at(Code::KeyTaken, change.target);
  return set(put, *targets);
}

std::optional<Problem> Applying::increment(const Change &change, const Places &places) {
  const Text by(change.value);
  if (by.kindOf(0) != TokenKind::Number)
    return at(Code::BadValue, change.path);
  std::vector<json::Splice> splices;
  for (const Place &place : places) {
    if (m_text.kindOf(place.value) != TokenKind::Number)
      return at(Code::NoNumber, change.path);
    const auto sum = decimalSum(m_text.valueAt(place.value), by.valueAt(0));
    if (!sum)
      return at(Code::NumberTooLong, change.path);
    splices.push_back(m_text.replaceValue(place.value, *sum));
  }
  m_text.apply(splices);
  return std::nullopt;
}

/// `\1` to `\9` stand for what the groups have matched, `\\` for one backslash.
QString expanded(const QString &with, const QRegularExpressionMatch &match) {
  QString out;
  for (qsizetype i = 0; i < with.size(); ++i) {
    const QChar next = i + 1 < with.size() ? with[i + 1] : QChar();
    if (with[i] == u'\\' && (next == u'\\' || (next >= u'1' && next <= u'9'))) {
      out += next == u'\\' ? QStringLiteral("\\") : match.captured(next.digitValue());
      ++i;
    } else {
      out += with[i];
    }
  }
  return out;
}

/// Nothing where it takes too many steps.
std::optional<QString> replaced(const QString &text, const QRegularExpression &regex, const QString &with) {
  QString out;
  qsizetype copied = 0;
  for (qsizetype from = 0; from <= text.size();) {
    const QRegularExpressionMatch match = regex.match(text, from);
    if (!match.isValid())
      return std::nullopt;
    if (!match.hasMatch())
      break;
    out += QStringView(text).sliced(copied, match.capturedStart() - copied);
    out += expanded(with, match);
    copied = match.capturedEnd();
    from = copied + (match.capturedLength() == 0 ? 1 : 0);
  }
  out += QStringView(text).sliced(copied);
  return out;
}

std::optional<Problem> Applying::replaceText(const Change &change, const Places &places) {
  if (change.find.isEmpty())
    return at(Code::BadValue, change.path);
  const QRegularExpression regex =
      change.regex ? search::limitedRegex(change.find.toUtf8()) : QRegularExpression();
  if (!regex.isValid())
    return at(Code::BadRegex, change.path);
  std::vector<json::Splice> splices;
  for (const Place &place : places) {
    for (quint32 token = place.value, end = json::skipValue(m_text.scan(), place.value); token < end;
         ++token) {
      if (m_text.kindOf(token) != TokenKind::String)
        continue;
      const QString text = json::unescape(m_text.valueAt(token));
      const auto now = change.regex ? replaced(text, regex, change.with)
                                    : std::optional(QString(text).replace(change.find, change.with));
      if (!now)
        return at(Code::RegexTooCostly, change.path);
      if (*now != text)
        splices.push_back(m_text.replaceValue(token, json::escape(*now)));
    }
  }
  m_text.apply(splices);
  return std::nullopt;
}

std::optional<Problem> Applying::patch(const Change &change, const Places &places) {
  std::vector<json::Splice> splices;
  for (const Place &place : places) {
    const auto now = patched(m_text.valueAt(place.value).toByteArray(), change.value);
    if (!now)
      return now.error();
    splices.push_back(m_text.replaceValue(place.value, *now));
  }
  m_text.apply(splices);
  return std::nullopt;
}

std::optional<Problem> Applying::mergePatch(const Change &change, const Places &places) {
  std::vector<json::Splice> splices;
  for (const Place &place : places)
    splices.push_back(m_text.replaceValue(
        place.value, mergePatched(m_text.valueAt(place.value).toByteArray(), change.value)));
  m_text.apply(splices);
  return std::nullopt;
}

} // namespace

tl::expected<std::vector<json::Splice>, Problem> splicesOf(QByteArrayView payload,
                                                           const std::vector<Change> &changes) {
  const json::Scan scan = json::scan(payload);
  if (!scan.valid())
    return tl::unexpected(Problem{Code::NotJson});
  Applying applying(payload);
  for (size_t i = 0; i < changes.size(); ++i) {
    if (auto problem = applying.make(changes[i])) {
      problem->change = int(i);
      return tl::unexpected(*problem);
    }
  }
  const auto splices = json::splicesFor(payload, scan, applying.text().bytes(), applying.text().scan());
  return splices ? tl::expected<std::vector<json::Splice>, Problem>(*splices)
                 : tl::unexpected(Problem{Code::NotJson});
}

} // namespace oxp::edits
