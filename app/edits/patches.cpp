// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/patches.h"

#include "json/compact.h"
#include "json/decimal.h"
#include "json/fields.h"
#include "json/pointer.h"

#include <algorithm>
#include <map>

namespace oxp::edits {
namespace {

using json::NoToken;
using json::TokenKind;
using Code = Problem::Code;

/// One operation of a patch, its members as JSON.
struct Step {
  QByteArray op;
  std::optional<QByteArray> path, from, value;
};

std::optional<QByteArray> textOf(const Text &patch, quint32 value) {
  if (patch.kindOf(value) != TokenKind::String)
    return std::nullopt;
  return json::unescapeUtf8(patch.valueAt(value));
}

std::optional<std::vector<Step>> stepsOf(const Text &patch) {
  if (patch.kindOf(0) != TokenKind::ArrayBegin)
    return std::nullopt;
  std::vector<Step> steps;
  for (const quint32 each : json::children(patch.scan(), 0)) {
    if (patch.kindOf(each) != TokenKind::ObjectBegin)
      return std::nullopt;
    const auto member = [&](const char *name) { return memberOf(patch.bytes(), patch.scan(), each, name); };
    const auto text = [&](const char *name) {
      const quint32 key = member(name);
      return key == NoToken ? std::nullopt : textOf(patch, key + 1);
    };
    Step step;
    step.op = text("op").value_or(QByteArray());
    step.path = text("path");
    step.from = text("from");
    if (const quint32 key = member("value"); key != NoToken)
      step.value = patch.valueAt(key + 1).toByteArray();
    steps.push_back(std::move(step));
  }
  return steps;
}

/// Whether two values are equal as JSON: numbers by value, members in any order.
bool isEqual(const Text &a, quint32 i, const Text &b, quint32 j);

bool areEqualObjects(const Text &a, quint32 i, const Text &b, quint32 j) {
  const auto members = [](const Text &text, quint32 object) {
    std::map<QByteArray, quint32> all; // of duplicate keys the last
    for (const quint32 key : json::children(text.scan(), object))
      all[json::unescapeUtf8(json::tokenText(text.bytes(), text.scan().tokens[key]))] = key + 1;
    return all;
  };
  const auto left = members(a, i), right = members(b, j);
  return left.size() == right.size() && std::all_of(left.begin(), left.end(), [&](const auto &member) {
           const auto other = right.find(member.first);
           return other != right.end() && isEqual(a, member.second, b, other->second);
         });
}

bool isEqual(const Text &a, quint32 i, const Text &b, quint32 j) {
  if (a.kindOf(i) != b.kindOf(j))
    return false;
  switch (a.kindOf(i)) {
  case TokenKind::ObjectBegin:
    return areEqualObjects(a, i, b, j);
  case TokenKind::ArrayBegin: {
    const auto left = json::children(a.scan(), i), right = json::children(b.scan(), j);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](quint32 x, quint32 y) { return isEqual(a, x, b, y); });
  }
  case TokenKind::Number:
    return json::sameNumber(a.valueAt(i), b.valueAt(j));
  case TokenKind::String:
    return json::unescapeUtf8(a.valueAt(i)) == json::unescapeUtf8(b.valueAt(j));
  default:
    return true;
  }
}

class Patching {
public:
  explicit Patching(const QByteArray &value)
      : m_text(value) {}

  std::optional<Problem> run(const Step &step);
  const QByteArray &bytes() const { return m_text.bytes(); }

private:
  /// The one place that a pointer names; it need not be there, but what it stands in has to be.
  std::optional<Place> placeOf(const QByteArray &pointer);
  std::optional<Problem> add(const QByteArray &pointer, const QByteArray &value);
  std::optional<Problem> remove(const QByteArray &pointer);
  std::optional<Problem> replace(const QByteArray &pointer, const QByteArray &value);
  std::optional<Problem> move(const QByteArray &from, const QByteArray &to);
  std::optional<Problem> copy(const QByteArray &from, const QByteArray &to);
  std::optional<Problem> test(const QByteArray &pointer, const QByteArray &value);
  static Problem problem(Code code, const QByteArray &pointer) {
    return {code, 0, QString::fromUtf8(pointer)};
  }

  Text m_text;
};

std::optional<Problem> Patching::run(const Step &step) {
  const bool needsValue = step.op == "add" || step.op == "replace" || step.op == "test";
  const bool needsFrom = step.op == "move" || step.op == "copy";
  if (!step.path || (needsValue && !step.value) || (needsFrom && !step.from))
    return problem(Code::BadValue, step.path.value_or(step.op));
  if (step.op == "add")
    return add(*step.path, *step.value);
  if (step.op == "replace")
    return replace(*step.path, *step.value);
  if (step.op == "test")
    return test(*step.path, *step.value);
  if (step.op == "move")
    return move(*step.from, *step.path);
  if (step.op == "copy")
    return copy(*step.from, *step.path);
  return step.op == "remove" ? remove(*step.path) : problem(Code::BadValue, step.op);
}

std::optional<Place> Patching::placeOf(const QByteArray &pointer) {
  const auto path = pathOfPointer(m_text.bytes(), m_text.scan(), pointer);
  if (!path)
    return std::nullopt;
  const auto places = placesOf(m_text.bytes(), m_text.scan(), *path);
  if (!places || places->size() != 1 ||
      (!places->front().there() && places->front().missing + 1 != path->size()))
    return std::nullopt;
  return places->front();
}

std::optional<Problem> Patching::add(const QByteArray &pointer, const QByteArray &value) {
  const auto place = placeOf(pointer);
  if (!place)
    return problem(Code::NothingThere, pointer);
  const auto path = pathOfPointer(m_text.bytes(), m_text.scan(), pointer);
  const bool inArray =
      place->container != NoToken && m_text.kindOf(place->container) == TokenKind::ArrayBegin;
  if (inArray)
    m_text.apply({m_text.addElement(place->container, path->back().index, value)});
  else if (place->there())
    m_text.apply({m_text.replaceValue(place->value, value)});
  else
    m_text.apply({m_text.addMember(place->container, path->back().key, value)});
  return std::nullopt;
}

std::optional<Problem> Patching::remove(const QByteArray &pointer) {
  const auto place = placeOf(pointer);
  if (!place || !place->there() || place->container == NoToken)
    return problem(Code::NothingThere, pointer);
  m_text.apply(m_text.remove({*place}));
  return std::nullopt;
}

std::optional<Problem> Patching::replace(const QByteArray &pointer, const QByteArray &value) {
  const auto place = placeOf(pointer);
  if (!place || !place->there())
    return problem(Code::NothingThere, pointer);
  m_text.apply({m_text.replaceValue(place->value, value)});
  return std::nullopt;
}

std::optional<Problem> Patching::copy(const QByteArray &from, const QByteArray &to) {
  const auto place = placeOf(from);
  if (!place || !place->there())
    return problem(Code::NothingThere, from);
  return add(to, m_text.valueAt(place->value).toByteArray());
}

std::optional<Problem> Patching::move(const QByteArray &from, const QByteArray &to) {
  const auto place = placeOf(from);
  if (!place || !place->there())
    return problem(Code::NothingThere, from);
  if (from == to)
    return std::nullopt;
  if (to.startsWith(from + '/') || from.isEmpty())
    return problem(Code::IntoItself, to);
  const QByteArray value = m_text.valueAt(place->value).toByteArray();
  m_text.apply(m_text.remove({*place}));
  return add(to, value);
}

std::optional<Problem> Patching::test(const QByteArray &pointer, const QByteArray &value) {
  const auto place = placeOf(pointer);
  if (!place || !place->there() || !isEqual(m_text, place->value, Text(value), 0))
    return problem(Code::TestFailed, pointer);
  return std::nullopt;
}

/// A merge patch that meets nothing: without what it would take away.
QByteArray withoutNulls(const Text &patch, quint32 value) {
  if (patch.kindOf(value) != TokenKind::ObjectBegin)
    return patch.valueAt(value).toByteArray();
  QByteArrayList members;
  for (const quint32 key : json::children(patch.scan(), value)) {
    if (patch.kindOf(key + 1) != TokenKind::Null)
      members << json::tokenText(patch.bytes(), patch.scan().tokens[key]).toByteArray() + ':' +
                     withoutNulls(patch, key + 1);
  }
  return '{' + members.join(',') + '}';
}

/// Both are objects. Members of the patch that are there already are dealt with in one go.
QByteArray mergedObjects(const QByteArray &value, const Text &patch, quint32 from) {
  Text text(value);
  for (const quint32 key : json::children(patch.scan(), from)) {
    const QByteArray name = json::unescapeUtf8(json::tokenText(patch.bytes(), patch.scan().tokens[key]));
    const quint32 member = memberOf(text.bytes(), text.scan(), 0, name);
    const TokenKind kind = patch.kindOf(key + 1);
    if (member == NoToken) {
      if (kind != TokenKind::Null)
        text.apply({text.addMember(0, name, withoutNulls(patch, key + 1))});
    } else if (kind == TokenKind::Null) {
      Place place;
      place.container = 0;
      place.key = member;
      place.value = member + 1;
      text.apply(text.remove({place}));
    } else {
      const bool both = kind == TokenKind::ObjectBegin && text.kindOf(member + 1) == TokenKind::ObjectBegin;
      text.apply({text.replaceValue(
          member + 1, both ? mergedObjects(text.valueAt(member + 1).toByteArray(), patch, key + 1)
                           : withoutNulls(patch, key + 1))});
    }
  }
  return text.bytes();
}

} // namespace

tl::expected<QByteArray, Problem> patched(const QByteArray &value, const QByteArray &patch) {
  const auto steps = stepsOf(Text(patch));
  if (!steps)
    return tl::unexpected(Problem{Code::BadValue});
  Patching patching(value);
  for (const Step &step : *steps) {
    if (const auto problem = patching.run(step))
      return tl::unexpected(*problem);
  }
  return patching.bytes();
}

QByteArray mergePatched(const QByteArray &value, const QByteArray &patch) {
  const Text with(patch), text(value);
  const bool both = with.kindOf(0) == TokenKind::ObjectBegin && text.kindOf(0) == TokenKind::ObjectBegin;
  return both ? mergedObjects(json::valueText(value, text.scan(), 0).toByteArray(), with, 0)
              : withoutNulls(with, 0);
}

} // namespace oxp::edits
