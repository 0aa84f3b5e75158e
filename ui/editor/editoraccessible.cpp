// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editoraccessible.h"

#include "ui/editor/jsoneditor.h"
#include "ui/editor/pilllabel.h"
#include "json/fields.h"

#include <algorithm>

namespace oxp {
namespace {

using Sci = QsciScintillaBase;

constexpr long MarkSize = 4;
constexpr qint64 MostTold = 4'000; // bytes of text in an event

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

EditorAccessible::EditorAccessible(JsonEditor *editor)
    : QAccessibleWidget(editor, QAccessible::EditableText) {}

JsonEditor *EditorAccessible::editor() const {
  return static_cast<JsonEditor *>(widget());
}

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

/// Code points before a byte, each mark being one.
int EditorAccessible::plainCharactersOf(long bytes) const {
  ensureIndex();
  const long place = std::clamp(bytes, 0L, send(editor(), Sci::SCI_GETLENGTH));
  const long line = send(editor(), Sci::SCI_LINEFROMPOSITION, place);
  const long start = send(editor(), Sci::SCI_POSITIONFROMLINE, line);
  return int(send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, line, Sci::SC_LINECHARACTERINDEX_UTF32) +
             send(editor(), Sci::SCI_COUNTCHARACTERS, start, place));
}

int EditorAccessible::charactersOf(long bytes) const {
  int characters = plainCharactersOf(bytes);
  for (const MarkPlace &mark : editor()->marks()) {
    if (mark.offset >= bytes)
      break;
    characters += editor()->labelLength(mark.number) - 1;
  }
  return characters;
}

long EditorAccessible::bytesOf(int characters, Snap snap) const {
  int wanted = std::clamp(characters, 0, characterCount());
  for (const MarkPlace &mark : editor()->marks()) {
    const int at = plainCharactersOf(mark.offset);
    if (at >= wanted)
      break;
    const int length = editor()->labelLength(mark.number);
    if (wanted < at + length)
      return snap == Snap::ToEnd ? mark.offset + MarkSize : mark.offset;
    wanted -= length - 1;
  }
  const long line = send(editor(), Sci::SCI_LINEFROMINDEXPOSITION, wanted, Sci::SC_LINECHARACTERINDEX_UTF32);
  const long before = send(editor(), Sci::SCI_INDEXPOSITIONFROMLINE, line, Sci::SC_LINECHARACTERINDEX_UTF32);
  const long start = send(editor(), Sci::SCI_POSITIONFROMLINE, line);
  const long place =
      wanted == before ? start : send(editor(), Sci::SCI_POSITIONRELATIVE, start, wanted - before);
  return std::clamp(place, start, send(editor(), Sci::SCI_GETLENGTH));
}

int EditorAccessible::characterCount() const {
  return charactersOf(send(editor(), Sci::SCI_GETLENGTH));
}

QString EditorAccessible::textOfBytes(long from, long to) const {
  if (to <= from)
    return {};
  const auto *start =
      reinterpret_cast<const char *>(send(editor(), Sci::SCI_GETRANGEPOINTER, from, to - from));
  const QByteArray bytes(start, to - from);
  QString text;
  qsizetype done = 0;
  for (const MarkPlace &mark : marksIn(bytes, 0, editor()->elisions())) {
    text += json::fromUtf8(QByteArrayView(bytes).sliced(done, mark.offset - done));
    text += pillLabel(editor()->elisions().at(mark.number));
    done = mark.offset + MarkSize;
  }
  return text + json::fromUtf8(QByteArrayView(bytes).sliced(done));
}

QString EditorAccessible::text(int start, int end) const {
  const long to = end < 0 ? send(editor(), Sci::SCI_GETLENGTH) : bytesOf(std::max(start, end), Snap::ToEnd);
  return textOfBytes(bytesOf(start), to);
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

int EditorAccessible::selectionCount() const {
  return send(editor(), Sci::SCI_GETSELECTIONEMPTY) ? 0 : 1;
}

void EditorAccessible::addSelection(int start, int end) {
  setSelection(0, start, end);
}

void EditorAccessible::removeSelection(int index) {
  if (index == 0)
    send(editor(), Sci::SCI_SETEMPTYSELECTION, send(editor(), Sci::SCI_GETCURRENTPOS));
}

void EditorAccessible::setSelection(int index, int start, int end) {
  if (index == 0)
    send(editor(), Sci::SCI_SETSEL, bytesOf(start), bytesOf(end));
}

int EditorAccessible::cursorPosition() const {
  return charactersOf(send(editor(), Sci::SCI_GETCURRENTPOS));
}

void EditorAccessible::setCursorPosition(int position) {
  send(editor(), Sci::SCI_GOTOPOS, bytesOf(position));
}

QRect EditorAccessible::characterRect(int offset) const {
  const long at = bytesOf(offset);
  const int x = int(send(editor(), Sci::SCI_POINTXFROMPOSITION, 0, at));
  const int y = int(send(editor(), Sci::SCI_POINTYFROMPOSITION, 0, at));
  const int right =
      int(send(editor(), Sci::SCI_POINTXFROMPOSITION, 0, send(editor(), Sci::SCI_POSITIONAFTER, at)));
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

void EditorAccessible::deleteText(int start, int end) {
  replaceText(start, end, {});
}

void EditorAccessible::insertText(int offset, const QString &text) {
  replaceText(offset, offset, text);
}

void EditorAccessible::replaceText(int start, int end, const QString &text) {
  if (editor()->isReadOnly())
    return;
  QString wanted = text;
  wanted.remove(QChar(0)); // a client that counts bytes makes Qt append these
  // What both texts have in common stays as it is, elided values too: a client that writes the whole text
  // back changes only what it changed.
  const long begin = bytesOf(start);
  const long stop = end < 0        ? send(editor(), Sci::SCI_GETLENGTH)
                    : end <= start ? begin
                                   : bytesOf(end, Snap::ToEnd);
  const QString old = textOfBytes(begin, stop);
  const auto isHalf = [](const QString &in, qsizetype at) {
    return at < in.size() && in[at].isLowSurrogate();
  };
  const qsizetype shorter = std::min(old.size(), wanted.size());
  qsizetype head = std::mismatch(old.cbegin(), old.cbegin() + shorter, wanted.cbegin()).first - old.cbegin();
  while (head > 0 && (isHalf(old, head) || isHalf(wanted, head)))
    --head;
  qsizetype tail = 0;
  while (tail < shorter - head && old[old.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
    ++tail;
  while (tail > 0 && isHalf(old, old.size() - tail))
    --tail;
  const int from = charactersOf(begin) + int(QStringView(old).first(head).toUcs4().size());
  const int to = from + int(QStringView(old).sliced(head, old.size() - head - tail).toUcs4().size());
  const long fromByte = bytesOf(from);
  const long toByte = to > from ? bytesOf(to, Snap::ToEnd) : fromByte;
  const QByteArray inserted = wanted.sliced(head, wanted.size() - head - tail).toUtf8();
  editor()->replaceRange(fromByte, toByte - fromByte, escapeMarks(inserted));
}

void EditorAccessible::tellRemoved(JsonEditor *editor, qint64 offset, qint64 length) {
  if (!QAccessible::isActive())
    return;
  const EditorAccessible seen(editor);
  const QString text = seen.textOfBytes(offset, offset + std::min(length, MostTold));
  QAccessibleTextRemoveEvent event(editor, seen.charactersOf(offset), text);
  QAccessible::updateAccessibility(&event);
}

void EditorAccessible::tellInserted(JsonEditor *editor, qint64 offset, qint64 length) {
  if (!QAccessible::isActive())
    return;
  const EditorAccessible seen(editor);
  const QString text = seen.textOfBytes(offset, offset + std::min(length, MostTold));
  QAccessibleTextInsertEvent event(editor, seen.charactersOf(offset), text);
  QAccessible::updateAccessibility(&event);
}

void EditorAccessible::tellCaret(JsonEditor *editor) {
  if (!QAccessible::isActive())
    return;
  const EditorAccessible seen(editor);
  QAccessibleTextCursorEvent event(editor, seen.cursorPosition());
  QAccessible::updateAccessibility(&event);
}

} // namespace oxp
