// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleEditableTextInterface>
#include <QAccessibleTextInterface>
#include <QAccessibleWidget>

namespace oxp {

class JsonEditor;

/// What assistive tools see of the editor. QScintilla's own counts characters from the start of the text at
/// every key; this one asks Scintilla's index of lines. Offsets count code points, as AT-SPI does, and every
/// one is clamped: Scintilla's assertions would end the program. An elided value reads as its label; an
/// offset within a label stands for its start, and a change that touches one takes it as a whole.
class EditorAccessible : public QAccessibleWidget,
                         public QAccessibleTextInterface,
                         public QAccessibleEditableTextInterface {
public:
  explicit EditorAccessible(JsonEditor *editor);
  /// Registers the factory, once.
  static void install();

  /// Events for those who listen; nothing happens while nobody does. `removed` is told before the bytes go.
  static void tellRemoved(JsonEditor *editor, qint64 offset, qint64 length);
  static void tellInserted(JsonEditor *editor, qint64 offset, qint64 length);
  static void tellCaret(JsonEditor *editor);

  void *interface_cast(QAccessible::InterfaceType type) override;
  QAccessible::State state() const override;

  void selection(int index, int *start, int *end) const override;
  int selectionCount() const override;
  void addSelection(int start, int end) override;
  void removeSelection(int index) override;
  void setSelection(int index, int start, int end) override;
  int cursorPosition() const override;
  void setCursorPosition(int position) override;
  QString text(QAccessible::Text which) const override;
  QString text(int start, int end) const override;
  int characterCount() const override;
  QRect characterRect(int offset) const override;
  int offsetAtPoint(const QPoint &point) const override;
  void scrollToSubstring(int start, int end) override;
  QString attributes(int offset, int *start, int *end) const override;

  void deleteText(int start, int end) override;
  void insertText(int offset, const QString &text) override;
  void replaceText(int start, int end, const QString &text) override;

private:
  enum class Snap { ToStart, ToEnd }; ///< of a label that the offset lies within
  JsonEditor *editor() const;
  long bytesOf(int characters, Snap snap = Snap::ToStart) const;
  int charactersOf(long bytes) const;
  int plainCharactersOf(long bytes) const;
  QString textOfBytes(long from, long to) const;
  void ensureIndex() const;
};

} // namespace oxp
