// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fulltextlayout.h"

#include <QAbstractScrollArea>

class QMenu;
class QTimer;

namespace oxp {

/// Any text of a server, however long and whatever is in it, for reading: 10 MB in one line, a million lines
/// or a million accents cost the window no more than a screen of them. Wraps; selects, copies and finds;
/// has a caret for the keyboard. Characters that cannot be seen or that turn the direction of writing are
/// drawn as marks, colours of terminals are left out. Accessible name `Full text`.
class FullTextView : public QAbstractScrollArea {
  Q_OBJECT

public:
  explicit FullTextView(QWidget *parent = nullptr);

  /// Shows another text from its beginning; a long one is cut up by a worker and shown when ready() comes.
  void setText(const QByteArray &utf8);
  /// The same for a text that has grown or changed a little: the place in it stays.
  void updateText(const QByteArray &utf8);
  bool isBusy() const { return m_busy; }
  /// What is shown, without colours.
  const QByteArray &text() const { return m_layout.pieces().text(); }
  qint64 lines() const { return m_layout.pieces().lines(); }

  /// Bytes of text().
  qsizetype caret() const { return m_caret; }
  qsizetype selectionStart() const { return std::min(m_anchor, m_caret); }
  qsizetype selectionEnd() const { return std::max(m_anchor, m_caret); }
  bool hasSelection() const { return m_anchor != m_caret; }
  void select(qsizetype from, qsizetype to);
  void selectAll();
  /// The selected text into the clipboard, or all of it where nothing is.
  void copy() const;
  /// Selects the next place with this text, from the caret on and round the end; findFinished() tells.
  void find(const QString &what, bool matchCase, bool backwards);

  /// For assistive tools.
  FullTextLayout &layoutOfText() { return m_layout; }
  QPoint pointOf(qsizetype byte);
  qsizetype byteAtPoint(const QPoint &point);
  void showByte(qsizetype byte);

signals:
  void ready();
  void findWanted();
  void findFinished(bool found, bool wrapped);
  void selectionChanged();

protected:
  bool event(QEvent *event) override;
  void changeEvent(QEvent *event) override;
  void paintEvent(QPaintEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void mousePressEvent(QMouseEvent *event) override;
  void mouseMoveEvent(QMouseEvent *event) override;
  void mouseReleaseEvent(QMouseEvent *event) override;
  void mouseDoubleClickEvent(QMouseEvent *event) override;
  void wheelEvent(QWheelEvent *event) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;
  void contextMenuEvent(QContextMenuEvent *event) override;
  void scrollContentsBy(int dx, int dy) override;

private:
  enum class Keep { Nothing, Place };
  void load(const QByteArray &utf8, Keep keep);
  void take(TextPieces pieces, Keep keep);
  int screenRows() const;
  void fit();
  void setTop(const RowPlace &top);
  void syncBar();
  void scrollRows(qint64 rows);
  void moveCaret(qsizetype to, bool select);
  void moveCaretRows(qint64 rows, bool select);
  bool moveByKey(const QKeyEvent &event);
  void setSelection(qsizetype anchor, qsizetype caret);
  void offerSelection() const;
  void drag();

  FullTextLayout m_layout;
  RowPlace m_top;
  qsizetype m_anchor = 0, m_caret = 0;
  qreal m_goalX = -1; ///< where moves up and down go; -1 = where the caret is
  QPoint m_pointer;
  QTimer *m_drag;
  bool m_busy = false;
  bool m_syncing = false;
  int m_load = 0, m_search = 0; ///< which of them is waited for
  double m_wheel = 0;           ///< rows that a fine wheel has turned by now
};

} // namespace oxp
