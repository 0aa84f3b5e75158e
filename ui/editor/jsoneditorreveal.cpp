// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at a value that was kept out of the text is no edit, for undo neither.
#include "ui/editor/jsoneditor.h"

#include "ui/editor/editorlimits.h"

#include <algorithm>

namespace oxp {

void JsonEditor::revealHere(const MarkPlace &mark, const QByteArray &value) {
  settleStep();
  announceEdits(); // what was typed before is told as such
  const bool modified = send(SCI_GETMODIFY);
  const bool fresh = !modified && !send(SCI_CANUNDO);
  const MarkPlace place = mark;
  revealInBase(place, value);
  m_revealing = true;
  send(SCI_BEGINUNDOACTION);
  if (!fresh) {
    send(SCI_SETREADONLY, 0);
    send(SCI_ADDUNDOACTION, RevealToken, qint64(0));
    ++m_revealSteps;
  }
  replaceHere(place.offset, json::Elisions::mark(0).size(), value);
  send(SCI_ENDUNDOACTION);
  m_revealing = false;
  if (fresh) {
    send(SCI_EMPTYUNDOBUFFER);
    m_history.clear();
  }
  if (!modified)
    send(SCI_SETSAVEPOINT);
  announceEdits();
}

/// The text that it is compared with shows the value too: of its marks with this number the one that stands
/// there as the how-manieth it stands in the text.
void JsonEditor::revealInBase(const MarkPlace &mark, const QByteArray &value) {
  const QByteArray bytes = json::Elisions::mark(mark.number);
  auto before = std::count_if(m_marks.begin(), m_marks.end(), [&](const MarkPlace &other) {
    return other.number == mark.number && other.offset < mark.offset;
  });
  qsizetype at = m_base.indexOf(bytes);
  while (at >= 0 && before-- > 0)
    at = m_base.indexOf(bytes, at + bytes.size());
  if (at >= 0)
    m_base.replace(at, bytes.size(), value);
}

/// A step that only revealed is undone together with the edit before it.
void JsonEditor::undo() {
  do {
    m_crossedReveal = false;
    send(SCI_UNDO);
  } while (m_crossedReveal && send(SCI_CANUNDO));
}

/// And done again together with it: what follows is tried, and taken back when it is an edit of its own.
void JsonEditor::redo() {
  send(SCI_REDO);
  bool reveals = m_revealSteps > 0;
  m_peeking = true;
  while (reveals && send(SCI_CANREDO)) {
    m_crossedReveal = false;
    send(SCI_REDO);
    reveals = m_crossedReveal;
    if (!reveals)
      send(SCI_UNDO);
  }
  m_peeking = false;
}

} // namespace oxp
