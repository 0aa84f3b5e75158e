// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editoraccessible.h"

#include "ui/editor/jsoneditor.h"

#include <algorithm>

namespace oxp {
namespace {

using Sci = QsciScintillaBase;

QAccessibleInterface *make(const QString &, QObject *object) {
  auto *editor = qobject_cast<JsonEditor *>(object);
  return editor ? new EditorAccessible(editor) : nullptr;
}

long send(const JsonEditor *editor, unsigned int message, long w = 0, long l = 0) {
  return editor->SendScintilla(message, static_cast<unsigned long>(w), l);
}

} // namespace

void EditorAccessible::install() {
  static const bool once = [] {
    QAccessible::installFactory(make);
    return true;
  }();
  Q_UNUSED(once)
}

EditorAccessible::EditorAccessible(JsonEditor *editor) : QAccessibleWidget(editor, QAccessible::EditableText) {}

JsonEditor *EditorAccessible::editor() const { return static_cast<JsonEditor *>(widget()); }

void *EditorAccessible::interface_cast(QAccessible::InterfaceType type) {
  if (type == QAccessible::TextInterface)
    return static_cast<QAccessibleTextInterface *>(this);
  if (type == QAccessible::EditableTextInterface)
    return static_cast<QAccessibleEditableTextInterface *>(this);
  return QAccessibleWidget::interface_cast(type);
}

QAccessible::State EditorAccessible::state() const {
  QAccessible::State state = QAccessibleWidget::state();
  state.multiLine = true;
  state.selectableText = true;
  state.editable = !editor()->isReadOnly();
  state.readOnly = editor()->isReadOnly();
  return state;
}

void EditorAccessible::ensureIndex() const {
  if (!(send(editor(), Sci::SCI_GETLINECHARACTERINDEX) & Sci::SC_LINECHARACTERINDEX_UTF32))
    send(editor(), Sci::SCI_ALLOCATELINECHARACTERINDEX, Sci::SC_LINECHARACTERINDEX_UTF32);
}

int EditorAccessible::charactersOf(long bytes) const {
  ensureIndex();
  const long place = std::clamp(bytes, 0L, send(editor(), Sci::SCI_GETLENGTH));
  const long line = send(editor(), Sci::SCI_LINEFROMPOSITION, place);
  const long start = send(editor(), Sci::SCI_POSITIONFROMLINE, line);
  return int(send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, line, Sci::SC_LINECHARACTERINDEX_UTF32) +
             send(editor(), Sci::SCI_COUNTCHARACTERS, start, place));
}

long EditorAccessible::bytesOf(int characters) const {
  ensureIndex();
  const long index = std::clamp<long>(characters, 0, characterCount());
  const long line = send(editor(), Sci::SCI_LINEFROMINDEXPOSITION, index, Sci::SC_LINECHARACTERINDEX_UTF32);
  const long before = send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, line, Sci::SC_LINECHARACTERINDEX_UTF32);
  const long start = send(editor(), Sci::SCI_POSITIONFROMLINE, line);
  const long place = index == before ? start : send(editor(), Sci::SCI_POSITIONRELATIVE, start, index - before);
  return std::clamp(place, start, send(editor(), Sci::SCI_GETLENGTH));
}

int EditorAccessible::characterCount() const {
  ensureIndex();
  const long lastLine = send(editor(), Sci::SCI_GETLINECOUNT) - 1;
  const long start = send(editor(), Sci::SCI_POSITIONFROMLINE, lastLine);
  return int(send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, lastLine, Sci::SC_LINECHARACTERINDEX_UTF32) +
             send(editor(), Sci::SCI_COUNTCHARACTERS, start, send(editor(), Sci::SCI_GETLENGTH)));
}

QString EditorAccessible::text(int start, int end) const {
  const long from = bytesOf(start);
  const long to = end < 0 ? send(editor(), Sci::SCI_GETLENGTH) : bytesOf(std::max(start, end));
  if (to <= from)
    return {};
  const auto *bytes = reinterpret_cast<const char *>(send(editor(), Sci::SCI_GETRANGEPOINTER, from, to - from));
  return QString::fromUtf8(bytes, to - from);
}

QString EditorAccessible::text(QAccessible::Text which) const {
  // The value is asked for at every focus: a very large text is not made one string for it.
  if (which == QAccessible::Value)
    return text(0, 100'000);
  return QAccessibleWidget::text(which);
}

void EditorAccessible::selection(int index, int *start, int *end) const {
  *start = *end = 0;
  if (index != 0)
    return;
  *start = charactersOf(send(editor(), Sci::SCI_GETSELECTIONSTART));
  *end = charactersOf(send(editor(), Sci::SCI_GETSELECTIONEND));
}

int EditorAccessible::selectionCount() const { return send(editor(), Sci::SCI_GETSELECTIONEMPTY) ? 0 : 1; }

void EditorAccessible::addSelection(int start, int end) { setSelection(0, start, end); }

void EditorAccessible::removeSelection(int index) {
  if (index == 0)
    send(editor(), Sci::SCI_SETEMPTYSELECTION, send(editor(), Sci::SCI_GETCURRENTPOS));
}

void EditorAccessible::setSelection(int index, int start, int end) {
  if (index == 0)
    send(editor(), Sci::SCI_SETSEL, bytesOf(start), bytesOf(end));
}

int EditorAccessible::cursorPosition() const { return charactersOf(send(editor(), Sci::SCI_GETCURRENTPOS)); }

void EditorAccessible::setCursorPosition(int position) { send(editor(), Sci::SCI_GOTOPOS, bytesOf(position)); }

QRect EditorAccessible::characterRect(int offset) const {
  const long at = bytesOf(offset);
  const int x = int(send(editor(), Sci::SCI_POINTXFROMPOSITION, 0, at));
  const int y = int(send(editor(), Sci::SCI_POINTYFROMPOSITION, 0, at));
  const int right = int(send(editor(), Sci::SCI_POINTXFROMPOSITION, 0, send(editor(), Sci::SCI_POSITIONAFTER, at)));
  const int height = int(send(editor(), Sci::SCI_TEXTHEIGHT, 0));
  return {editor()->viewport()->mapToGlobal(QPoint(x, y)), QSize(std::max(1, right - x), height)};
}

int EditorAccessible::offsetAtPoint(const QPoint &point) const {
  const QPoint local = editor()->viewport()->mapFromGlobal(point);
  const long at = send(editor(), Sci::SCI_POSITIONFROMPOINTCLOSE, local.x(), local.y());
  return at < 0 ? -1 : charactersOf(at);
}

void EditorAccessible::scrollToSubstring(int start, int end) {
  send(editor(), Sci::SCI_SCROLLRANGE, bytesOf(end), bytesOf(start));
}

QString EditorAccessible::attributes(int offset, int *start, int *end) const {
  *start = offset;
  *end = offset + 1;
  return {};
}

void EditorAccessible::deleteText(int start, int end) { replaceText(start, end, {}); }

void EditorAccessible::insertText(int offset, const QString &text) { replaceText(offset, offset, text); }

void EditorAccessible::replaceText(int start, int end, const QString &text) {
  if (editor()->isReadOnly())
    return;
  QString clean = text;
  clean.remove(QChar(0)); // a client that counts bytes makes Qt append these
  const long from = bytesOf(start);
  const long to = end < 0 ? send(editor(), Sci::SCI_GETLENGTH) : bytesOf(std::max(start, end));
  editor()->replaceRange(from, to - from, clean.toUtf8());
}

} // namespace oxp
