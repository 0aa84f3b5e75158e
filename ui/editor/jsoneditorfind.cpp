// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Moving about, finding, and values at the caret.
#include "ui/editor/jsoneditor.h"

#include "base/background.h"
#include "search/textsearch.h"
#include "ui/editor/editorlimits.h"

#include <algorithm>

namespace oxp {
namespace {

struct Found {
  TextSearch::Hit hit;
  FindResult result;
};

Found look(const TextSearch &search, const QByteArray &text, const json::Elisions &elisions, qint64 from,
           qint64 until, bool backwards) {
  Found found;
  found.hit = backwards ? search.previous(text, until) : search.next(text, from);
  if (!found.hit.found()) {
    found.hit = backwards ? search.previous(text, text.size()) : search.next(text, 0);
    found.result.wrapped = found.hit.found();
  }
  found.result.found = found.hit.found();
  for (int i = 0; i < elisions.size(); ++i) {
    const json::Elision &value = elisions.at(i);
    if (value.reason == json::Elision::Reason::Long)
      found.result.inElisions += search.next(value.bytes, 0).found();
  }
  return found;
}

} // namespace

void JsonEditor::find(const QByteArray &what, bool matchCase, bool backwards) {
  const TextSearch search(what, matchCase);
  if (search.isEmpty()) {
    emit findFinished({});
    return;
  }
  const qint64 from = send(SCI_GETSELECTIONEND);
  const qint64 until = send(SCI_GETSELECTIONSTART);
  const auto show = [this](const Found &found) {
    if (found.hit.found())
      showHit(found.hit.offset, found.hit.length);
    emit findFinished(found.result);
  };
  qsizetype total = byteCount();
  for (int i = 0; i < m_elisions.size(); ++i)
    total += m_elisions.at(i).bytes.size();
  if (total <= limits::SearchHere) {
    show(look(search, bytes(), m_elisions, from, until, backwards));
    return;
  }
  runInBackground<Found>(
      this,
      [search, text = bytes(), elisions = m_elisions, from, until, backwards] {
        return look(search, text, elisions, from, until, backwards);
      },
      [this, show, revision = m_revision](const Found &found) {
        if (revision == m_revision)
          show(found);
        else
          emit findFinished({});
      });
}

void JsonEditor::showHit(qint64 offset, qint64 length) {
  showLines(lineOf(offset), lineOf(offset + length));
  send(SCI_SETSEL, offset, offset + length);
  send(SCI_SCROLLRANGE, offset, offset + length);
}

void JsonEditor::replaceSelection(const QByteArray &with) {
  const qint64 start = send(SCI_GETSELECTIONSTART);
  const qint64 end = send(SCI_GETSELECTIONEND);
  if (isReadOnly() || end <= start)
    return;
  const QByteArray clean = escapeMarks(with);
  replaceHere(start, end - start, clean);
  send(SCI_GOTOPOS, start + clean.size());
}

void JsonEditor::goToLine(int line) {
  goToOffset(send(SCI_POSITIONFROMLINE, std::clamp<qint64>(line - 1, 0, send(SCI_GETLINECOUNT) - 1)));
}

void JsonEditor::goToOffset(qint64 offset) {
  moveTo(offset);
  setFocus();
}

void JsonEditor::moveTo(qint64 offset) {
  settleStep();
  qint64 place = std::clamp<qint64>(offset, 0, byteCount());
  if (place > 0 && place < byteCount())
    place = send(SCI_POSITIONBEFORE, send(SCI_POSITIONAFTER, place)); // never within a character
  const long line = lineOf(place);
  if (!send(SCI_GETLINEVISIBLE, line))
    showLines(line, line);
  send(SCI_GOTOPOS, place);
  send(SCI_SCROLLCARET);
}

qint64 JsonEditor::caretOffset() const {
  return send(SCI_GETCURRENTPOS);
}

std::optional<EditorValue> JsonEditor::valueAtCaret() const {
  return m_scan ? valueOf(json::valueAt(*m_scan, caretOffset())) : std::nullopt;
}

std::optional<EditorValue> JsonEditor::scalarAtCaret() const {
  if (!m_scan)
    return {};
  const qint64 caret = caretOffset();
  const long line = lineOf(caret);
  return valueOf(
      json::scalarAt(*m_scan, caret, send(SCI_POSITIONFROMLINE, line), send(SCI_GETLINEENDPOSITION, line)));
}

std::optional<EditorValue> JsonEditor::valueOf(quint32 token) const {
  if (token == json::NoToken)
    return {};
  const json::Token &first = m_scan->tokens[token];
  if (first.opens() && first.partner == json::NoToken)
    return {};
  const QByteArray text = bytes();
  EditorValue value;
  value.offset = first.offset;
  value.bytes = json::valueText(text, *m_scan, token).toByteArray();
  value.length = value.bytes.size(); // as long as it stands in the text
  value.pointer = json::pointerOf(text, *m_scan, token);
  value.kind = first.kind;
  if (first.kind == json::TokenKind::Elided) {
    value.elision = json::Elisions::markAt(text, first.offset);
    const json::Elision &kept = m_elisions.at(value.elision);
    value.masked = kept.reason == json::Elision::Reason::Masked;
    value.kind = kept.kind;
  }
  value.bytes = m_elisions.expand(value.bytes);
  return value;
}

void JsonEditor::changeValue(const EditorValue &value, const QByteArray &json) {
  if (!isReadOnly())
    replaceRange(value.offset, value.length, escapeMarks(json));
}

/// The one that the caret touches; else the one on its line, where nobody could mean another: of several the
/// only one that is masked.
const MarkPlace *JsonEditor::markAtCaret() const {
  constexpr qint64 Length = 4; // bytes
  const qint64 from = send(SCI_GETSELECTIONSTART);
  const long line = lineOf(from);
  const auto first =
      std::lower_bound(m_marks.begin(), m_marks.end(), send(SCI_POSITIONFROMLINE, line),
                       [](const MarkPlace &mark, qint64 place) { return mark.offset < place; });
  const auto last = std::upper_bound(first, m_marks.end(), send(SCI_GETLINEENDPOSITION, line),
                                     [](qint64 place, const MarkPlace &mark) { return place < mark.offset; });
  const auto touched = std::find_if(first, last, [&](const MarkPlace &mark) {
    return mark.offset <= from && from <= mark.offset + Length;
  });
  if (touched != last)
    return &*touched;
  const auto masked = [this](const MarkPlace &mark) {
    return m_elisions.at(mark.number).reason == json::Elision::Reason::Masked;
  };
  if (std::count_if(first, last, masked) == 1)
    return &*std::find_if(first, last, masked);
  return last - first == 1 ? &*first : nullptr;
}

int JsonEditor::elisionAtCaret() const {
  const MarkPlace *mark = markAtCaret();
  return mark ? mark->number : -1;
}

std::optional<EditorValue> JsonEditor::elidedAtCaret() const {
  const MarkPlace *mark = markAtCaret();
  return mark && m_scan ? valueOf(json::valueAt(*m_scan, mark->offset)) : std::nullopt;
}

bool JsonEditor::expandAtCaret() {
  settleStep();
  const MarkPlace *mark = markAtCaret();
  if (!mark)
    return false;
  const QByteArray value = m_elisions.at(mark->number).bytes;
  if (value.size() > limits::LongestLine)
    return false;
  const qint64 offset = mark->offset;
  revealHere(*mark, value);
  moveTo(offset + value.size());
  return true;
}

} // namespace oxp
