// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleEditableTextInterface>
#include <QAccessibleTextInterface>
#include <QAccessibleWidget>

namespace oxp {

class JsonEditor;

/// What assistive tools see of the editor. QScintilla's own counts characters from the start of the text at every
/// key; this one asks Scintilla's line index. Offsets count code points, as AT-SPI does; every one is clamped.
class EditorAccessible : public QAccessibleWidget,
                         public QAccessibleTextInterface,
                         public QAccessibleEditableTextInterface {
public:
  explicit EditorAccessible(JsonEditor *editor);
  /// Registers the factory, once.
  static void install();

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
  JsonEditor *editor() const;
  long bytesOf(int characters) const;
  int charactersOf(long bytes) const;
  void ensureIndex() const;
};

} // namespace oxp
