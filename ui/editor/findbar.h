// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace oxp {

class JsonEditor;
class TextLabel;

/// Find and replace below the editor. Esc closes it.
class FindBar : public QWidget {
  Q_OBJECT

public:
  FindBar(JsonEditor *editor, QWidget *parent = nullptr);

  void open(bool replace);

protected:
  void keyPressEvent(QKeyEvent *event) override;

private:
  void setupFields();
  void setupButtons();
  void find(bool backwards);
  void replaceOne();
  void replaceAll();

  JsonEditor *m_editor;
  QLineEdit *m_find, *m_replace;
  QToolButton *m_case;
  QWidget *m_replaceRow;
  TextLabel *m_note;
};

} // namespace oxp
