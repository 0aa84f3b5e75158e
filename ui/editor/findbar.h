// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace oxp {

class FindLine;
class JsonEditor;
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
  void setupReplace();
  void find(bool backwards);
  void replaceOne();
  void replaceAll();
  void tell(const FindResult &result);
  void close();

  enum class Asked { Nothing, Find, ReplaceAll };
  Asked m_asked = Asked::Nothing; ///< others may search through the editor too
  JsonEditor *m_editor;
  FindLine *m_line;
  QLineEdit *m_replace;
  QWidget *m_replaceRow;
};

} // namespace oxp
