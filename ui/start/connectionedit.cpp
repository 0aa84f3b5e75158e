// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/connectionedit.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace oxp {

namespace {

constexpr qsizetype LongestText = 70'000; // more is no connection, and readConnectionLine() says so
constexpr int MaskAlpha = 34, DarkMaskAlpha = 56;

/// What two texts have in common at their beginning, and behind that at their end.
struct Difference {
  qsizetype start, oldEnd, newEnd;
};
Difference differenceOf(const QString &before, const QString &after) {
  const qsizetype most = std::min(before.size(), after.size());
  qsizetype start = 0, end = 0;
  while (start < most && before[start] == after[start])
    ++start;
  while (end < most - start && before[before.size() - 1 - end] == after[after.size() - 1 - end])
    ++end;
  return {start, before.size() - end, after.size() - end};
}

} // namespace

ConnectionEdit::ConnectionEdit(QWidget *parent)
    : QPlainTextEdit(parent) {
  setFont(fonts::mono());
  setFrameShape(QFrame::NoFrame);
  setTabChangesFocus(true);
  setUndoRedoEnabled(false);
  setWordWrapMode(QTextOption::WrapAnywhere);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  document()->setDocumentMargin(4);
  viewport()->setAutoFillBackground(false);
  connect(document(), &QTextDocument::contentsChange, this,
          [this](int position, int removed, int) { noteChange(position, removed); });
  connect(this, &QPlainTextEdit::textChanged, this, &ConnectionEdit::applyChange);
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          &ConnectionEdit::wantedHeightChanged);
}

void ConnectionEdit::setText(const QString &text) {
  m_text = QString(text).remove(u'\r');
  applyChange();
  moveCursor(QTextCursor::End);
}

void ConnectionEdit::setRevealed(bool revealed) {
  m_revealed = revealed;
  showText();
}

int ConnectionEdit::wantedHeight() const {
  // The layout of a plain text counts its height in lines.
  const int lines = std::clamp(int(std::lround(document()->size().height())), 1, MostLines);
  return lines * fontMetrics().lineSpacing() + int(2 * document()->documentMargin());
}

/// The length of what was put in follows from the lengths before and after: Qt counts the end of the document
/// among what it says.
void ConnectionEdit::noteChange(int position, int removed) {
  if (m_own)
    return;
  const QString now = toPlainText();
  const qsizetype at = std::min<qsizetype>(position, m_shown.size());
  qsizetype taken = std::min<qsizetype>(removed, m_shown.size() - at);
  qsizetype added = now.size() - (m_shown.size() - taken);
  if (added < 0) {
    taken -= added;
    added = 0;
  }
  // Bullets that only moved along stand for the same letters as before.
  const QString was = m_shown.mid(at, taken), put = now.mid(at, added);
  const Difference difference = differenceOf(was, put);
  m_text.replace(at + difference.start, difference.oldEnd - difference.start,
                 put.mid(difference.start, difference.newEnd - difference.start));
  m_shown = now;
}

void ConnectionEdit::applyChange() {
  if (m_own)
    return;
  m_line = readConnectionLine(m_text);
  showText();
  emit changed();
}

QString ConnectionEdit::shownText() const {
  return m_revealed ? m_text : maskedText(m_text, m_line.secrets);
}

void ConnectionEdit::showText() {
  const QString wanted = shownText();
  m_shown = toPlainText();
  if (wanted != m_shown) {
    const QScopedValueRollback own(m_own, true);
    QTextCursor person = textCursor();
    const int anchor = person.anchor(), position = person.position();
    const Difference difference = differenceOf(m_shown, wanted);
    QTextCursor cursor(document());
    cursor.setPosition(int(difference.start));
    cursor.setPosition(int(difference.oldEnd), QTextCursor::KeepAnchor);
    cursor.insertText(wanted.mid(difference.start, difference.newEnd - difference.start));
    if (wanted.size() == m_shown.size()) {
      person.setPosition(anchor);
      person.setPosition(position, QTextCursor::KeepAnchor);
      setTextCursor(person);
    }
    m_shown = wanted;
  }
  showMarks();
}

/// The tint below a password, and the wave below what is wrong.
void ConnectionEdit::showMarks() {
  const Tokens &t = tokens();
  QList<QTextEdit::ExtraSelection> marks;
  const auto mark = [&](const TextRange &range, const QTextCharFormat &format) {
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(int(range.start), last));
    cursor.setPosition(std::min(int(range.end()), last), QTextCursor::KeepAnchor);
    marks.push_back({cursor, format});
  };
  QTextCharFormat tint;
  QColor colour = t.prioritized;
  colour.setAlpha(t.base.lightness() < 128 ? DarkMaskAlpha : MaskAlpha);
  tint.setBackground(colour);
  for (const TextRange &secret : m_line.secrets)
    mark(secret, tint);
  if (m_line.problem) {
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.setUnderlineColor(t.err);
    mark(m_line.problem->where, wave);
  }
  setExtraSelections(marks);
}

void ConnectionEdit::applyTheme() {
  showMarks();
}

void ConnectionEdit::changeEvent(QEvent *event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange)
    showMarks();
}

void ConnectionEdit::keyPressEvent(QKeyEvent *event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
    event->accept();
    emit submitted();
    return;
  }
  // The first Esc empties the field; the next one is for who is behind it.
  if (event->key() == Qt::Key_Escape) {
    if (m_text.isEmpty())
      return event->ignore();
    setText({});
    return event->accept();
  }
  QPlainTextEdit::keyPressEvent(event);
}

void ConnectionEdit::contextMenuEvent(QContextMenuEvent *event) {
  QMenu *menu = createStandardContextMenu(event->pos());
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->popup(event->globalPos());
}

/// A piece that is dragged within the field would come back as bullets.
void ConnectionEdit::dropEvent(QDropEvent *event) {
  if (event->source() == this || event->source() == viewport())
    return event->ignore();
  QPlainTextEdit::dropEvent(event);
}

void ConnectionEdit::insertFromMimeData(const QMimeData *source) {
  QString text = source->text();
  while (text.endsWith(u'\n') || text.endsWith(u'\r'))
    text.chop(1);
  text.remove(u'\r');
  textCursor().insertText(text.left(LongestText));
  ensureCursorVisible();
}

QMimeData *ConnectionEdit::createMimeDataFromSelection() const {
  const QTextCursor cursor = textCursor();
  const QString masked = maskedText(m_text, m_line.secrets);
  auto *data = new QMimeData;
  data->setText(masked.mid(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()));
  return data;
}

} // namespace oxp
