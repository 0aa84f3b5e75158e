// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace oxp {

class JsonEditor;
class TextLabel;
struct FindResult;

/// Find and replace below the editor. Esc closes it.
class FindBar : public QWidget {
  Q_OBJECT

public:
  explicit FindBar(JsonEditor *editor, QWidget *parent = nullptr);

  /// Shows the bar with what is selected as the text to find.
  void open(bool replace);

protected:
  void keyPressEvent(QKeyEvent *event) override;

private:
  void setupFields();
  void setupButtons();
  void find(bool backwards);
  void replaceOne();
  void replaceAll();
  void tell(const FindResult &result);

  enum class Asked { Nothing, Find, ReplaceAll };
  Asked m_asked = Asked::Nothing; ///< others may search through the editor too
  JsonEditor *m_editor;
  QLineEdit *m_find, *m_replace;
  QToolButton *m_case;
  QWidget *m_replaceRow;
  TextLabel *m_note;
};

} // namespace oxp
