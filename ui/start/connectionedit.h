// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connectionline.h"

#include <QPlainTextEdit>

namespace oxp {

/// A text of one to six lines that may hold a password. The document holds bullets in a password's place and
/// the text itself is kept beside it, so that nothing that reads the document (the clipboard, an assistive
/// tool, a list of undo steps) ever gets it. There is no undo.
class ConnectionEdit : public QPlainTextEdit {
  Q_OBJECT

public:
  static constexpr int MostLines = 6;

  explicit ConnectionEdit(QWidget *parent = nullptr);

  /// The text as it was typed or pasted, with its password.
  const QString &text() const { return m_text; }
  void setText(const QString &text);
  const ConnectionLine &line() const { return m_line; }
  bool isRevealed() const { return m_revealed; }
  void setRevealed(bool revealed);
  /// The height that its lines want, MostLines at most.
  int wantedHeight() const;
  void applyTheme();

signals:
  void changed();
  void submitted(); ///< Return
  void wantedHeightChanged();

protected:
  void keyPressEvent(QKeyEvent *event) override;
  void contextMenuEvent(QContextMenuEvent *event) override;
  void dropEvent(QDropEvent *event) override;
  void changeEvent(QEvent *event) override;
  void insertFromMimeData(const QMimeData *source) override;
  QMimeData *createMimeDataFromSelection() const override;

private:
  void noteChange(int position, int removed);
  void applyChange();
  void showText();
  void showMarks();
  QString shownText() const;

  QString m_text;
  QString m_shown; ///< what the document holds
  ConnectionLine m_line;
  bool m_revealed = false;
  bool m_own = false; ///< the document is changed by us
};

} // namespace oxp
