// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, mouse and menu of the full text.
#include "ui/widgets/fulltextview.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <memory>

namespace oxp {
namespace {

bool isOurs(const QKeyEvent &event) {
  return event.matches(QKeySequence::Copy) || event.matches(QKeySequence::SelectAll) ||
         event.matches(QKeySequence::Find);
}

bool moves(const QKeyEvent &event, QKeySequence::StandardKey move, QKeySequence::StandardKey select) {
  return event.matches(move) || event.matches(select);
}

} // namespace

bool FullTextView::event(QEvent *event) {
  // The window has actions with the same keys.
  if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent *>(event))) {
    event->accept();
    return true;
  }
  return QAbstractScrollArea::event(event);
}

void FullTextView::keyPressEvent(QKeyEvent *event) {
  if (event->matches(QKeySequence::Copy))
    return copy();
  if (event->matches(QKeySequence::SelectAll))
    return selectAll();
  if (event->matches(QKeySequence::Find)) {
    emit findWanted();
    return;
  }
  if (!moveByKey(*event))
    QAbstractScrollArea::keyPressEvent(event);
}

bool FullTextView::moveByKey(const QKeyEvent &event) {
  using Key = QKeySequence;
  const bool select = event.modifiers() & Qt::ShiftModifier;
  const RowPlace row = m_layout.rowOfByte(m_caret);
  if (moves(event, Key::MoveToNextLine, Key::SelectNextLine))
    moveCaretRows(1, select);
  else if (moves(event, Key::MoveToPreviousLine, Key::SelectPreviousLine))
    moveCaretRows(-1, select);
  else if (moves(event, Key::MoveToNextPage, Key::SelectNextPage))
    moveCaretRows(screenRows() - 1, select);
  else if (moves(event, Key::MoveToPreviousPage, Key::SelectPreviousPage))
    moveCaretRows(1 - screenRows(), select);
  else if (moves(event, Key::MoveToNextChar, Key::SelectNextChar))
    moveCaret(m_layout.nextByte(m_caret, false), select);
  else if (moves(event, Key::MoveToPreviousChar, Key::SelectPreviousChar))
    moveCaret(m_layout.previousByte(m_caret, false), select);
  else if (moves(event, Key::MoveToNextWord, Key::SelectNextWord))
    moveCaret(m_layout.nextByte(m_caret, true), select);
  else if (moves(event, Key::MoveToPreviousWord, Key::SelectPreviousWord))
    moveCaret(m_layout.previousByte(m_caret, true), select);
  else if (moves(event, Key::MoveToStartOfLine, Key::SelectStartOfLine))
    moveCaret(m_layout.rowStart(row), select);
  else if (moves(event, Key::MoveToEndOfLine, Key::SelectEndOfLine))
    moveCaret(m_layout.rowEnd(row), select);
  else if (moves(event, Key::MoveToStartOfDocument, Key::SelectStartOfDocument))
    moveCaret(0, select);
  else if (moves(event, Key::MoveToEndOfDocument, Key::SelectEndOfDocument))
    moveCaret(m_layout.pieces().size(), select);
  else
    return false;
  return true;
}

void FullTextView::moveCaret(qsizetype to, bool select) {
  m_goalX = -1;
  setSelection(select ? m_anchor : to, to);
  showByte(m_caret);
}

void FullTextView::moveCaretRows(qint64 rows, bool select) {
  const qreal x = m_goalX < 0 ? m_layout.xOfByte(m_caret) : m_goalX;
  const RowPlace from = m_layout.rowOfByte(m_caret);
  const RowPlace to = m_layout.moved(from, rows);
  // A caret at the end of a wrapped row would be drawn in the next one.
  const qsizetype byte = std::min(m_layout.byteAt(to, x), m_layout.rowEnd(to));
  moveCaret(to == from ? m_caret : byte, select);
  m_goalX = x;
}

void FullTextView::mousePressEvent(QMouseEvent *event) {
  if (event->button() != Qt::LeftButton)
    return;
  m_goalX = -1;
  const qsizetype byte = byteAtPoint(event->position().toPoint());
  setSelection(event->modifiers() & Qt::ShiftModifier ? m_anchor : byte, byte);
}

void FullTextView::mouseMoveEvent(QMouseEvent *event) {
  if (!(event->buttons() & Qt::LeftButton))
    return;
  m_pointer = event->position().toPoint();
  setSelection(m_anchor, byteAtPoint(m_pointer));
  const bool outside = m_pointer.y() < 0 || m_pointer.y() > viewport()->height();
  if (outside && !m_drag->isActive())
    m_drag->start();
  else if (!outside)
    m_drag->stop();
}

/// While the pointer is held outside, the text goes on.
void FullTextView::drag() {
  const int beyond = m_pointer.y() < 0 ? m_pointer.y() : m_pointer.y() - viewport()->height();
  const int rows = std::clamp(beyond / m_layout.rowHeight(), -screenRows(), screenRows());
  scrollRows(rows != 0 ? rows : beyond < 0 ? -1 : 1);
  setSelection(m_anchor, byteAtPoint({m_pointer.x(), std::clamp(m_pointer.y(), 0, viewport()->height())}));
}

void FullTextView::mouseReleaseEvent(QMouseEvent *) {
  m_drag->stop();
  offerSelection();
}

void FullTextView::mouseDoubleClickEvent(QMouseEvent *event) {
  if (event->button() != Qt::LeftButton)
    return;
  const qsizetype end = m_layout.nextByte(byteAtPoint(event->position().toPoint()), true);
  qsizetype begin = m_layout.previousByte(end, true);
  qsizetype stop = end;
  while (stop > begin && (text()[stop - 1] == ' ' || text()[stop - 1] == '\n' || text()[stop - 1] == '\r'))
    --stop;
  setSelection(begin, stop);
}

void FullTextView::wheelEvent(QWheelEvent *event) {
  constexpr double RowsAStep = 3, Step = 120;
  m_wheel -= event->angleDelta().y() * RowsAStep / Step;
  const auto rows = qint64(std::trunc(m_wheel));
  m_wheel -= double(rows);
  if (rows != 0)
    scrollRows(rows);
  event->accept();
}

void FullTextView::focusInEvent(QFocusEvent *event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void FullTextView::focusOutEvent(QFocusEvent *event) {
  QAbstractScrollArea::focusOutEvent(event);
  m_drag->stop();
  viewport()->update();
}

void FullTextView::contextMenuEvent(QContextMenuEvent *event) {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Copy"), QKeySequence::Copy, this, &FullTextView::copy)->setEnabled(hasSelection());
  menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &FullTextView::selectAll);
  menu->addSeparator();
  menu->addAction(tr("Find"), QKeySequence::Find, this, &FullTextView::findWanted);
  menu->popup(event->globalPos());
}

} // namespace oxp
