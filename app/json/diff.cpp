// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/diff.h"

#include "json/align.h"
#include "json/decimal.h"
#include "json/excerpt.h"
#include "json/fields.h"
#include "json/occurrences.h"

#include <algorithm>

namespace oxp::json {

namespace {

/// Walks two trees side by side and notes what differs.
class Differ {
public:
  Differ(const Tree &before, const Tree &after)
      : m_before(before)
      , m_after(after) {}

  std::vector<Change> run();

private:
  /// Where a value stands: a step below another place. Saves a copy of the whole path for each.
  struct Place {
    qint64 above;
    Pointer::Step before;
    Pointer::Step after;
  };
  /// One thing to do; NoToken stands for "not there". Keys, in objects.
  struct Task {
    Change::Kind kind;
    quint32 before;
    quint32 after;
    qint64 place;
  };

  void compare(const Task &task);
  void compareValues(quint32 before, quint32 after, qint64 place);
  void compareArrays(quint32 before, quint32 after, qint64 place);
  void compareObjects(quint32 before, quint32 after, qint64 place);
  void compareMembers(const Task &task);
  void compareScalars(quint32 before, quint32 after, qint64 place);
  void note(Change::Kind kind, QByteArray before, QByteArray after, qint64 place);
  void later(Change::Kind kind, quint32 before, quint32 after, Place place);
  Pointer pointerTo(qint64 place, Pointer::Step Place::*step) const;

  const Tree &m_before;
  const Tree &m_after;
  AlignmentBudget m_budget;
  std::vector<Place> m_places;
  std::vector<Task> m_tasks; ///< a stack: the next one is the last
  std::vector<Change> m_changes;
};

quint32 valueOf(const Tree &tree, quint32 token) {
  return tree.token(token).kind == TokenKind::Key ? token + 1 : token;
}

std::vector<Change> Differ::run() {
  compareValues(0, 0, -1);
  while (!m_tasks.empty()) {
    const Task task = m_tasks.back();
    m_tasks.pop_back();
    compare(task);
  }
  return std::move(m_changes);
}

void Differ::compare(const Task &task) {
  switch (task.kind) {
  case Change::Added:
    note(task.kind, {}, m_after.minified(valueOf(m_after, task.after)), task.place);
    return;
  case Change::Removed:
    note(task.kind, m_before.minified(valueOf(m_before, task.before)), {}, task.place);
    return;
  case Change::Moved: {
    const QByteArray value = m_after.minified(valueOf(m_after, task.after));
    note(task.kind, value, value, task.place);
    compareMembers(task);
    return;
  }
  default:
    compareMembers(task);
  }
}

void Differ::compareMembers(const Task &task) {
  const bool member = m_after.token(task.after).kind == TokenKind::Key;
  if (member && m_before.tokenText(task.before) != m_after.tokenText(task.after))
    note(Change::Respelled, m_before.tokenText(task.before).toByteArray(),
         m_after.tokenText(task.after).toByteArray(), task.place);
  compareValues(valueOf(m_before, task.before), valueOf(m_after, task.after), task.place);
}

void Differ::compareValues(quint32 before, quint32 after, qint64 place) {
  if (sameValue(m_before, before, m_after, after))
    return;
  const TokenKind kind = m_before.token(before).kind;
  if (kind != m_after.token(after).kind)
    note(Change::Changed, m_before.minified(before), m_after.minified(after), place);
  else if (kind == TokenKind::ObjectBegin)
    compareObjects(before, after, place);
  else if (kind == TokenKind::ArrayBegin)
    compareArrays(before, after, place);
  else
    compareScalars(before, after, place);
}

void Differ::compareScalars(quint32 before, quint32 after, qint64 place) {
  const QByteArrayView a = m_before.tokenText(before);
  const QByteArrayView b = m_after.tokenText(after);
  const bool sameText =
      m_before.token(before).kind == TokenKind::String && unescapeUtf8(a) == unescapeUtf8(b);
  const bool same = sameText || (m_before.token(before).kind == TokenKind::Number && sameNumber(a, b));
  note(same ? Change::Respelled : Change::Changed, a.toByteArray(), b.toByteArray(), place);
}

void Differ::compareArrays(quint32 before, quint32 after, qint64 place) {
  const Alignment rows = alignElements(m_before, before, m_after, after, m_budget);
  const size_t firstTask = m_tasks.size();
  const auto step = [](quint32 index) { return Pointer::Step{QByteArray::number(index), 1}; };
  const auto pair = [&](quint32 i, quint32 j) {
    if (!sameValue(m_before, rows.before[i], m_after, rows.after[j]))
      later(Change::Changed, rows.before[i], rows.after[j], {place, step(i), step(j)});
  };
  rows.walk(
      [&](quint32 i, quint32 iEnd, quint32 j, quint32 jEnd) {
        for (; i < iEnd && j < jEnd; ++i, ++j)
          pair(i, j);
        for (; i < iEnd; ++i)
          later(Change::Removed, rows.before[i], NoToken, {place, step(i), {}});
        for (; j < jEnd; ++j)
          later(Change::Added, NoToken, rows.after[j], {place, {}, step(j)});
      },
      pair);
  std::reverse(m_tasks.begin() + qsizetype(firstTask), m_tasks.end());
}

void Differ::compareObjects(quint32 before, quint32 after, qint64 place) {
  const Alignment rows = alignMembers(m_before, before, m_after, after);
  const std::vector<quint32> numbersBefore = occurrences(m_before, rows.before);
  const std::vector<quint32> numbersAfter = occurrences(m_after, rows.after);
  const auto stepBefore = [&](quint32 i) {
    return Pointer::Step{unescapeUtf8(m_before.tokenText(rows.before[i])), numbersBefore[i]};
  };
  const auto stepAfter = [&](quint32 j) {
    return Pointer::Step{unescapeUtf8(m_after.tokenText(rows.after[j])), numbersAfter[j]};
  };
  std::vector<bool> movedAway(rows.before.size(), false);
  for (const IndexPair &pair : rows.moved)
    movedAway[pair.first] = true;
  auto moved = rows.moved.begin();
  const size_t firstTask = m_tasks.size();
  rows.walk(
      [&](quint32 i, quint32 iEnd, quint32 j, quint32 jEnd) {
        for (; i < iEnd; ++i) {
          if (!movedAway[i])
            later(Change::Removed, rows.before[i], NoToken, {place, stepBefore(i), {}});
        }
        for (; j < jEnd; ++j) {
          if (moved != rows.moved.end() && moved->second == j) {
            const quint32 from = (moved++)->first;
            later(Change::Moved, rows.before[from], rows.after[j], {place, stepBefore(from), stepAfter(j)});
          } else {
            later(Change::Added, NoToken, rows.after[j], {place, {}, stepAfter(j)});
          }
        }
      },
      [&](quint32 i, quint32 j) {
        const bool sameKey = m_before.tokenText(rows.before[i]) == m_after.tokenText(rows.after[j]);
        if (!sameKey || !sameValue(m_before, rows.before[i] + 1, m_after, rows.after[j] + 1))
          later(Change::Changed, rows.before[i], rows.after[j], {place, stepBefore(i), stepAfter(j)});
      });
  std::reverse(m_tasks.begin() + qsizetype(firstTask), m_tasks.end());
}

void Differ::note(Change::Kind kind, QByteArray before, QByteArray after, qint64 place) {
  const auto step = kind == Change::Removed ? &Place::before : &Place::after;
  m_changes.push_back({kind, pointerTo(place, step), std::move(before), std::move(after)});
}

void Differ::later(Change::Kind kind, quint32 before, quint32 after, Place place) {
  m_places.push_back(std::move(place));
  m_tasks.push_back({kind, before, after, qint64(m_places.size()) - 1});
}

Pointer Differ::pointerTo(qint64 place, Pointer::Step Place::*step) const {
  Pointer pointer;
  for (; place >= 0; place = m_places[size_t(place)].above)
    pointer.steps.push_back(m_places[size_t(place)].*step);
  std::reverse(pointer.steps.begin(), pointer.steps.end());
  return pointer;
}

} // namespace

std::vector<Change> diff(QByteArrayView before, QByteArrayView after) {
  if (before == after)
    return {};
  const Tree a(before);
  const Tree b(after);
  if (!a.valid() || !b.valid())
    return {{Change::Changed, {}, before.toByteArray(), after.toByteArray()}};
  return Differ(a, b).run();
}

std::vector<Change> diff(const ScannedText &before, QByteArrayView after,
                         const std::vector<Splice> &splices) {
  if (splices.empty())
    return {};
  const std::optional<Excerpt> excerpt = Excerpt::of(before, after, splices);
  if (!excerpt)
    return diff(QByteArrayView(before.text()), after);
  std::vector<Change> changes = diff(excerpt->before(), excerpt->after());
  for (Change &change : changes)
    change.pointer = excerpt->toWhole(std::move(change.pointer));
  return changes;
}

} // namespace oxp::json
