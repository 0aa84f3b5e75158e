// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/places.h"

#include "json/fields.h"
#include "json/pointer.h"

#include <algorithm>

namespace oxp::edits {
namespace {

using json::NoToken;
using json::TokenKind;
using Kind = search::Step::Kind;

class Finder {
public:
  Finder(QByteArrayView text, const json::Scan &scan, const Path &path)
      : m_text(text)
      , m_scan(scan)
      , m_path(path) {}

  tl::expected<std::vector<Place>, Problem> run() {
    Place whole;
    whole.value = 0;
    walk(whole, 0);
    if (m_problem)
      return tl::unexpected(*m_problem);
    return std::move(m_places);
  }

private:
  void walk(const Place &at, size_t step);
  void intoObject(quint32 object, size_t step);
  void intoArray(quint32 array, size_t step);
  void fail(Problem::Code code, size_t step) {
    if (!m_problem)
      m_problem = Problem{code, 0, spelled(Path(m_path.begin(), m_path.begin() + qsizetype(step) + 1))};
  }

  QByteArrayView m_text;
  const json::Scan &m_scan;
  const Path &m_path;
  std::vector<Place> m_places;
  std::optional<Problem> m_problem;
};

void Finder::walk(const Place &at, size_t step) {
  if (step == m_path.size()) {
    m_places.push_back(at);
    return;
  }
  const TokenKind kind = m_scan.tokens[at.value].kind;
  if (m_path[step].kind == Kind::Key)
    kind == TokenKind::ObjectBegin ? intoObject(at.value, step) : fail(Problem::Code::NotAnObject, step);
  else
    kind == TokenKind::ArrayBegin ? intoArray(at.value, step) : fail(Problem::Code::NotAnArray, step);
}

void Finder::intoObject(quint32 object, size_t step) {
  Place next;
  next.container = object;
  next.key = memberOf(m_text, m_scan, object, m_path[step].key);
  if (next.key == NoToken) {
    next.missing = step;
    m_places.push_back(next);
    return;
  }
  next.value = next.key + 1;
  walk(next, step + 1);
}

void Finder::intoArray(quint32 array, size_t step) {
  const std::vector<quint32> elements = json::children(m_scan, array);
  Place next;
  next.container = array;
  if (m_path[step].kind == Kind::AnyIndex) {
    for (const quint32 element : elements) {
      next.value = element;
      walk(next, step + 1);
    }
    return;
  }
  const auto index = size_t(m_path[step].index);
  if (index > elements.size())
    return fail(Problem::Code::OutOfRange, step);
  if (index == elements.size()) {
    next.missing = step;
    m_places.push_back(next);
    return;
  }
  next.value = elements[index];
  walk(next, step + 1);
}

} // namespace

tl::expected<std::vector<Place>, Problem> placesOf(QByteArrayView text, const json::Scan &scan,
                                                   const Path &path) {
  return Finder(text, scan, path).run();
}

quint32 memberOf(QByteArrayView text, const json::Scan &scan, quint32 object, const QByteArray &key) {
  const std::vector<quint32> members = json::children(scan, object);
  const auto found = std::find_if(members.rbegin(), members.rend(), [&](quint32 member) {
    return json::unescapeUtf8(json::tokenText(text, scan.tokens[member])) == key;
  });
  return found == members.rend() ? NoToken : *found;
}

bool leadsToMany(const Path &path) {
  return std::any_of(path.begin(), path.end(),
                     [](const search::Step &step) { return step.kind == Kind::AnyIndex; });
}

QString spelled(const Path &path) {
  const QString whole = search::Path{search::Field::Data, path}.toString();
  const QString below = whole.mid(QStringLiteral("data").size());
  return below.startsWith(u'.') ? below.mid(1) : below;
}

std::optional<Path> pathOfPointer(QByteArrayView text, const json::Scan &scan, QByteArrayView pointer) {
  Path path;
  if (pointer.isEmpty())
    return path;
  if (!pointer.startsWith('/'))
    return std::nullopt;
  quint32 at = 0; // the value that the path leads to so far
  for (QByteArray part : pointer.sliced(1).toByteArray().split('/')) {
    part.replace("~1", "/").replace("~0", "~");
    const bool inArray = at != NoToken && scan.tokens[at].kind == TokenKind::ArrayBegin;
    search::Step step;
    step.key = part;
    if (inArray) {
      const std::vector<quint32> elements = json::children(scan, at);
      const bool isEnd = part == "-"; // the place behind the last
      bool isNumber = false;
      step.kind = Kind::Index;
      step.key.clear();
      step.index = isEnd ? qint64(elements.size()) : part.toLongLong(&isNumber);
      if (!isEnd && (!isNumber || step.index < 0 || QByteArray::number(step.index) != part))
        return std::nullopt;
      at = step.index < qint64(elements.size()) ? elements[size_t(step.index)] : NoToken;
    } else {
      const bool inObject = at != NoToken && scan.tokens[at].kind == TokenKind::ObjectBegin;
      const quint32 member = inObject ? memberOf(text, scan, at, part) : NoToken;
      at = member == NoToken ? NoToken : member + 1;
    }
    path.push_back(std::move(step));
  }
  return path;
}

} // namespace oxp::edits
