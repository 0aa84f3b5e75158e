// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clipboard, keys and the context menu.
#include "ui/editor/jsoneditor.h"

#include "ui/editor/clipboardtext.h"
#include "ui/editor/longlines.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace oxp {
namespace {

bool hasLongLine(const QByteArray &text) {
  for (qsizetype at = 0; at < text.size();) {
    const qsizetype end = text.indexOf('\n', at);
    const qsizetype stop = end < 0 ? text.size() : end;
    if (stop - at > json::LongValue)
      return true;
    at = stop + 1;
  }
  return false;
}

} // namespace

void JsonEditor::keyPressEvent(QKeyEvent *event) {
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  if (event->key() == Qt::Key_Escape && modifiers == Qt::NoModifier)
    emit escapePressed();
  else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) &&
           (event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BraceLeft))
    foldAtCaret();
  else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) &&
           (event->key() == Qt::Key_BracketRight || event->key() == Qt::Key_BraceRight))
    unfoldAtCaret();
  else if (moveByCluster(event))
    event->accept();
  else if (event->matches(QKeySequence::Undo))
    undo();
  else if (event->matches(QKeySequence::Redo) ||
           (event->key() == Qt::Key_Y && modifiers == Qt::ControlModifier))
    redo();
  else
    QsciScintilla::keyPressEvent(event);
  announceEdits(); // at once: the next key may be a shortcut, and is for the text as it is now
}

void JsonEditor::contextMenuEvent(QContextMenuEvent *event) {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [menu](const QString &text, bool enabled, auto action) {
    menu->addAction(text, action)->setEnabled(enabled);
  };
  const bool writable = !isReadOnly();
  const bool selected = !send(SCI_GETSELECTIONEMPTY);
  add(tr("Undo"), canUndo(), [this] { undo(); });
  add(tr("Redo"), canRedo(), [this] { redo(); });
  menu->addSeparator();
  add(tr("Cut"), writable && selected, [this] { cut(); });
  add(tr("Copy"), selected, [this] { copy(); });
  add(tr("Paste"), writable && send(SCI_CANPASTE), [this] { paste(); });
  add(tr("Select all"), byteCount() > 0, [this] { send(SCI_SELECTALL); });
  menu->addSeparator();
  add(tr("Fold all"), !m_folds.folds().empty() && hasFoldableSize(), [this] { foldEverything(); });
  add(tr("Unfold all"), !m_closed.empty(), [this] { unfoldEverything(); });
  menu->popup(event->globalPos());
}

/// Between the closing and the opening bracket a line break makes a line of its own for the first member.
void JsonEditor::indentNewLine() {
  const qint64 caret = caretOffset();
  const long line = lineOf(caret);
  const qint64 above = send(SCI_POSITIONFROMLINE, line - 1);
  const QByteArrayView before = range(above, caret - above);
  qsizetype spaces = 0;
  while (spaces < before.size() && before[spaces] == ' ')
    ++spaces;
  const QByteArrayView said = before.trimmed();
  const bool opens = said.endsWith('{') || said.endsWith('[');
  const char next = caret < byteCount() ? char(send(SCI_GETCHARAT, caret)) : '\0';
  const bool closes = opens && (next == '}' || next == ']');
  const QByteArray indent(spaces + (opens ? 2 : 0), ' ');
  replaceHere(caret, 0, closes ? indent + '\n' + QByteArray(spaces, ' ') : indent);
  send(SCI_GOTOPOS, caret + indent.size());
}

QMimeData *JsonEditor::toMimeData(const QByteArray &text, bool) const {
  return new ClipboardText(text, m_elisions, m_tableId);
}

bool JsonEditor::canInsertFromMimeData(const QMimeData *source) const {
  return source->hasText();
}

QByteArray JsonEditor::fromMimeData(const QMimeData *source, bool &rectangular) const {
  rectangular = false;
  // Text from this very document comes back with its marks: a mask that is cut and pasted stays what it was.
  if (const std::optional<QByteArray> marked = ClipboardText::markedText(source, m_tableId))
    return *marked;
  const QByteArray text = escapeMarks(source->text().toUtf8());
  if (m_ownMarks || !hasLongLine(text))
    return text;
  auto *self = const_cast<JsonEditor *>(this); // QScintilla declares this step of a paste const
  json::Elisions elisions = m_elisions;
  QByteArray pasted = json::elideLong(text, elisions);
  pasted = withShortLines(pasted, elisions, limits::LongestLine);
  self->takeElisions(elisions);
  return pasted;
}

} // namespace oxp
