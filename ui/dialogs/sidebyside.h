// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/trialreport.h"
#include "ui/theme/icons.h"

#include <QWidget>

class QBoxLayout;
class QScrollBar;
class QToolButton;

namespace oxp {

class JsonEditor;
class TextLabel;

/// One job before and after its changes, side by side and scrolled together: what changes is tinted, line and
/// characters.
class SideBySide : public QWidget {
  Q_OBJECT

public:
  explicit SideBySide(QWidget *parent = nullptr);

  /// `title`: which job; `facts`: what becomes of it.
  void setTexts(const QString &title, const QString &facts, const TrialTexts &texts);
  /// Characters of a line that show on either side; 0 where that is not known yet.
  int columns() const;
  /// Goes so many changes on (or back). False where there is none.
  bool step(int by);
  bool canStep(int by) const;
  /// Goes to the last change.
  void showLast();

signals:
  /// One of its buttons wants the next change, or the one before.
  void stepWanted(int by);

protected:
  void changeEvent(QEvent *event) override;

private:
  void setupHead(QBoxLayout *column);
  QWidget *makeSide(JsonEditor *editor, const QString &name, IconId sign, Tint tint);
  void scrollTogether(QScrollBar *one, QScrollBar *other);
  void fill(JsonEditor *editor, const ShownPayload &shown);
  void mark();
  void markCharacters(const json::Change &change);
  void showCurrent();
  void applyTheme();

  TextLabel *m_title, *m_facts;
  QToolButton *m_previous = nullptr, *m_next = nullptr;
  JsonEditor *m_before, *m_after;
  std::vector<json::Change> m_changes;
  int m_current = -1;
  bool m_scrolling = false; ///< one follows the other
};

} // namespace oxp
