// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QPushButton;
class QSpacerItem;
class QVBoxLayout;

namespace oxp {

class TextLabel;

/// What stands where there is nothing yet: a drawing, what this is, and what to do next. Left-aligned, 480
/// px.
class EmptyPlace : public QWidget {
  Q_OBJECT

public:
  explicit EmptyPlace(QWidget *parent = nullptr);

  void setDrawing(IconId icon); ///< none by default
  void setHeadline(const QString &text);
  void setSentence(const QString &text);
  /// Buttons in their order: main, second, then a link (Flat).
  QPushButton *addButton(const QString &text, ButtonKind kind);
  /// A shortcut and what it does, below a rule.
  void addShortcut(const QString &keys, const QString &meaning);
  void setFootnote(const QString &text);
  /// At the top left, as where a list would begin; else in the middle of the page.
  void setAtTop();
  /// Takes all buttons and shortcuts away, to say something else.
  void clear();

private:
  void setupBlock();

  bool m_atTop = false;
  QGridLayout *m_place = nullptr;
  QSpacerItem *m_gap = nullptr; ///< below the drawing
  QWidget *m_drawing = nullptr;
  TextLabel *m_headline = nullptr;
  TextLabel *m_sentence = nullptr;
  QHBoxLayout *m_buttons = nullptr;
  QWidget *m_rule = nullptr;
  QGridLayout *m_shortcuts = nullptr;
  TextLabel *m_footnote = nullptr;
};

} // namespace oxp
