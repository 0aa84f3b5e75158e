// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/words.h"

namespace oxp::search {

namespace {

/// Walks over whole terms, however broken, until one holds the caret.
class SpotFinder {
public:
  SpotFinder(QStringView text, qsizetype caret)
      : m_text(text)
      , m_caret(qBound(qsizetype(0), caret, text.size())) {}

  Spot run();

private:
  bool term();
  bool behindPath(const words::PathWord &path);
  bool value(const Path &path, qsizetype opEnd);
  bool word(Spot::Wants wants, qsizetype start, qsizetype end, const std::optional<Path> &path = {});

  QStringView m_text;
  qsizetype m_caret;
  qsizetype m_at = 0;
  Spot m_spot;
};

Spot SpotFinder::run() {
  while (true) {
    while (m_at < m_text.size() &&
           (words::isSpace(m_text[m_at]) || m_text[m_at] == u'(' || m_text[m_at] == u')'))
      ++m_at;
    if (m_at >= m_text.size() || m_at > m_caret)
      break;
    if (term())
      return m_spot;
  }
  word(Spot::Wants::Field, m_caret, m_caret);
  return m_spot;
}

/// Takes the caret's word when it lies in it.
bool SpotFinder::word(Spot::Wants wants, qsizetype start, qsizetype end, const std::optional<Path> &path) {
  if (m_caret < start || m_caret > end)
    return false;
  m_spot = {wants, start, end - start, m_text.sliced(start, m_caret - start).toString(), path};
  return true;
}

bool SpotFinder::term() {
  const qsizetype start = m_at;
  if (m_text[start] == u'"') {
    m_at = words::quotedAt(m_text, start).end;
    return m_caret > start && word(Spot::Wants::Nothing, start, m_at);
  }
  const words::PathWord path = words::pathAt(m_text, start);
  if (path.end == start) {
    m_at = qMax(words::wordEnd(m_text, start), start + 1);
    return word(Spot::Wants::Nothing, start, m_at);
  }
  m_at = path.end;
  return word(Spot::Wants::Field, start, path.end) || behindPath(path);
}

/// The operator, or the place for one.
bool SpotFinder::behindPath(const words::PathWord &path) {
  const qsizetype opAt = words::skipSpaces(m_text, path.end);
  const std::optional<Field> field = fieldNamed(path.name);
  const std::optional<words::OpWord> op = words::operatorAt(m_text, opAt);
  if (!op) {
    m_at = qMax(path.end, words::wordEnd(m_text, path.end));
    const bool known = field && (path.steps.empty() || takesPath(*field)) && !path.fault && m_at == path.end;
    return known && m_caret <= opAt &&
           word(Spot::Wants::Operator, m_caret, m_caret, Path{*field, path.steps});
  }
  const Path place{field.value_or(Field::Anywhere), path.steps};
  m_at = opAt + op->length;
  if (m_caret < m_at)
    return word(Spot::Wants::Operator, qMin(m_caret, opAt), m_at, place);
  return value(place, m_at);
}

bool SpotFinder::value(const Path &path, qsizetype opEnd) {
  const qsizetype start = words::skipSpaces(m_text, opEnd);
  const bool quoted = start < m_text.size() && m_text[start] == u'"';
  m_at = quoted ? words::quotedAt(m_text, start).end : words::wordEnd(m_text, start);
  if (m_caret < start)
    return word(Spot::Wants::Value, m_caret, m_caret, path);
  const bool closed = quoted && words::quotedAt(m_text, start).closed;
  if (closed && m_caret == m_at)
    return word(Spot::Wants::Nothing, start, m_at, path);
  return word(Spot::Wants::Value, start, m_at, path);
}

} // namespace

Spot spotAt(const QString &text, qsizetype caret) {
  return SpotFinder(text, caret).run();
}

} // namespace oxp::search
