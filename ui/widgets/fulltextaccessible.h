// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleTextInterface>
#include <QAccessibleWidget>

namespace oxp {

class FullTextView;

/// What assistive tools see of a full text: all of it, wherever the view is scrolled to. Offsets count code
/// points, as AT-SPI does. Control characters read as their pictures: such a text would end at the first NUL.
class FullTextAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
  explicit FullTextAccessible(FullTextView *view);
  /// Registers the factory, once.
  static void install();
  /// Events for those who listen; nothing happens while nobody does.
  static void tellSelection(FullTextView *view);

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

private:
  FullTextView *view() const;
  int charactersOf(qsizetype byte) const;
  qsizetype byteOf(int character) const;
};

} // namespace oxp
