// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fulltextlayout.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr size_t MostLaid = 200;         // pieces; several screens of them
constexpr qint64 MeasuredBytes = 20'000; // texts up to here are laid out whole, to know their rows
constexpr qsizetype MeasuredPieces = 200;
constexpr int LeastWidth = 80;

} // namespace

FullTextLayout::FullTextLayout() {
  setFont(fonts::monoId());
}

void FullTextLayout::setPieces(TextPieces pieces) {
  m_pieces = std::move(pieces);
  forget();
  measure();
}

void FullTextLayout::setFont(const QFont &font) {
  m_font = font;
  const QFontMetricsF metrics(font);
  m_rowHeight = std::max(1, int(std::ceil(metrics.lineSpacing())) + 2);
  forget();
  measure();
}

void FullTextLayout::setWidth(int width) {
  const int wanted = std::max(width, LeastWidth);
  if (wanted == m_width)
    return;
  m_width = wanted;
  forget();
  measure();
}

void FullTextLayout::forget() {
  m_laid.clear();
}

void FullTextLayout::measure() {
  m_columns = std::max(1, int(m_width / QFontMetricsF(m_font).averageCharWidth()));
  if (m_pieces.size() > MeasuredBytes || m_pieces.count() > MeasuredPieces) {
    m_rows = RowMap::guessed(m_pieces, m_columns);
    return;
  }
  std::vector<int> rows;
  for (qsizetype piece = 0; piece < m_pieces.count(); ++piece)
    rows.push_back(rowsOf(piece));
  m_rows = RowMap::exact(rows);
}

FullTextLayout::Laid &FullTextLayout::laid(qsizetype piece) {
  if (const auto found = m_laid.find(piece); found != m_laid.end())
    return *found->second;
  // Whichever end is further away: the reader moves along.
  if (m_laid.size() >= MostLaid)
    m_laid.erase(piece - m_laid.begin()->first > m_laid.rbegin()->first - piece ? m_laid.begin()
                                                                                : std::prev(m_laid.end()));
  auto made = std::make_unique<Laid>();
  made->marked = MarkedText::of(m_pieces.bytes(piece));
  layOut(*made);
  return *m_laid.emplace(piece, std::move(made)).first->second;
}

void FullTextLayout::layOut(Laid &laid) const {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  option.setTextDirection(Qt::LeftToRight);
  option.setTabStopDistance(8 * QFontMetricsF(m_font).horizontalAdvance(u' '));
  QTextCharFormat mark;
  mark.setForeground(tokens().text2);
  mark.setBackground(tokens().hair);
  QList<QTextLayout::FormatRange> formats;
  for (const MarkedText::Mark &one : laid.marked.marks)
    formats.append({one.start + 1, one.length - 2, mark}); // the spaces around it part it from the next
  laid.layout.setText(laid.marked.text);
  laid.layout.setFont(m_font);
  laid.layout.setTextOption(option);
  laid.layout.setFormats(formats);
  laid.layout.setCacheEnabled(true);
  const qreal ascent = QFontMetricsF(m_font).ascent();
  qreal y = 1;
  laid.layout.beginLayout();
  for (QTextLine line = laid.layout.createLine(); line.isValid(); line = laid.layout.createLine()) {
    line.setLineWidth(m_width);
    line.setPosition({0, y + ascent - line.ascent()}); // a taller fallback font does not push rows down
    y += m_rowHeight;
  }
  laid.layout.endLayout();
}

int FullTextLayout::rowsOf(qsizetype piece) {
  return std::max(1, laid(piece).layout.lineCount());
}

RowPlace FullTextLayout::clamped(RowPlace place) {
  place.piece = std::clamp<qsizetype>(place.piece, 0, m_pieces.count() - 1);
  place.row = std::clamp(place.row, 0, rowsOf(place.piece) - 1);
  return place;
}

RowPlace FullTextLayout::moved(RowPlace place, qint64 rows) {
  place = clamped(place);
  for (; rows > 0; --rows) {
    if (place.row + 1 < rowsOf(place.piece))
      ++place.row;
    else if (place.piece + 1 < m_pieces.count())
      place = {place.piece + 1, 0};
  }
  for (; rows < 0; ++rows) {
    if (place.row > 0)
      --place.row;
    else if (place.piece > 0)
      place = {place.piece - 1, rowsOf(place.piece - 1) - 1};
  }
  return place;
}

RowPlace FullTextLayout::lastScreen(int rows) {
  const qsizetype last = m_pieces.count() - 1;
  return moved({last, rowsOf(last) - 1}, 1 - std::max(1, rows));
}

RowPlace FullTextLayout::rowOfByte(qsizetype byte) {
  const qsizetype piece = m_pieces.pieceAt(byte);
  const Laid &one = laid(piece);
  const int place = one.marked.placeOf(byte - m_pieces.start(piece));
  const QTextLine line = one.layout.lineForTextPosition(place);
  return {piece, line.isValid() ? line.lineNumber() : 0};
}

qreal FullTextLayout::xOfByte(qsizetype byte) {
  const qsizetype piece = m_pieces.pieceAt(byte);
  const Laid &one = laid(piece);
  const int place = one.marked.placeOf(byte - m_pieces.start(piece));
  const QTextLine line = one.layout.lineForTextPosition(place);
  return line.isValid() ? line.cursorToX(place) : 0;
}

qsizetype FullTextLayout::byteAt(const RowPlace &row, qreal x) {
  const RowPlace at = clamped(row);
  const Laid &one = laid(at.piece);
  const QTextLine line = one.layout.lineAt(at.row);
  const int place = line.isValid() ? line.xToCursor(x) : 0;
  return m_pieces.start(at.piece) + one.marked.byteAt(place);
}

qsizetype FullTextLayout::rowStart(const RowPlace &row) {
  const RowPlace at = clamped(row);
  const Laid &one = laid(at.piece);
  const QTextLine line = one.layout.lineAt(at.row);
  return m_pieces.start(at.piece) + one.marked.byteAt(line.isValid() ? line.textStart() : 0);
}

qsizetype FullTextLayout::rowEnd(const RowPlace &row) {
  const RowPlace at = clamped(row);
  const Laid &one = laid(at.piece);
  const QTextLine line = one.layout.lineAt(at.row);
  if (!line.isValid())
    return m_pieces.start(at.piece);
  // The end of a wrapped row is the start of the next: one character before it the caret is still here.
  const int end = line.textStart() + line.textLength();
  const bool wrapped = at.row + 1 < one.layout.lineCount();
  return m_pieces.start(at.piece) + one.marked.byteAt(wrapped ? one.layout.previousCursorPosition(end) : end);
}

qsizetype FullTextLayout::nextByte(qsizetype byte, bool words) {
  const qsizetype piece = m_pieces.pieceAt(byte);
  const qsizetype next = stepped(piece, byte, words ? QTextLayout::SkipWords : QTextLayout::SkipCharacters,
                                 &QTextLayout::nextCursorPosition);
  if (next != byte)
    return next;
  return piece + 1 < m_pieces.count() ? m_pieces.start(piece + 1) : m_pieces.end(piece);
}

qsizetype FullTextLayout::previousByte(qsizetype byte, bool words) {
  const auto mode = words ? QTextLayout::SkipWords : QTextLayout::SkipCharacters;
  const qsizetype piece = m_pieces.pieceAt(byte);
  const qsizetype previous = stepped(piece, byte, mode, &QTextLayout::previousCursorPosition);
  if (previous != byte || piece == 0)
    return previous;
  // Behind a line break, or at a cut within a long line.
  const qsizetype end = m_pieces.end(piece - 1);
  return end < byte ? end : stepped(piece - 1, byte, mode, &QTextLayout::previousCursorPosition);
}

/// A step within a piece to the next place of another byte; the same byte where there is none.
qsizetype FullTextLayout::stepped(qsizetype piece, qsizetype byte, QTextLayout::CursorMode mode, Step step) {
  const Laid &one = laid(piece);
  const qsizetype start = m_pieces.start(piece);
  int place = one.marked.placeOf(byte - start);
  for (;;) {
    const int next = (one.layout.*step)(place, mode);
    if (next == place)
      return byte;
    place = next;
    if (const qsizetype at = start + one.marked.byteAt(place); at != byte)
      return at;
  }
}

void FullTextLayout::draw(QPainter *painter, const RowPlace &row, const QPointF &at, qsizetype from,
                          qsizetype to, const QColor &selection) {
  const Laid &one = laid(row.piece);
  const QRectF room(at, QSizeF(m_width, m_rowHeight));
  const qsizetype start = m_pieces.start(row.piece);
  QList<QTextLayout::FormatRange> selections;
  const int first = one.marked.placeOf(std::max(from, start) - start);
  const int last = one.marked.placeOf(std::max(to, start) - start);
  const bool selected = to > from && last > first;
  const bool whole = selected && first == 0 && last == one.layout.text().size();
  if (selected && !whole) {
    QTextCharFormat format;
    format.setBackground(selection);
    selections.append({first, last - first, format});
  }
  painter->save();
  painter->setClipRect(room); // accents may be many rows high
  if (whole)                  // Qt draws what is selected a second time
    painter->fillRect(QRectF(at, QSizeF(one.layout.lineAt(row.row).naturalTextWidth(), m_rowHeight)),
                      selection);
  one.layout.draw(painter, at - QPointF(0, row.row * m_rowHeight), selections, room);
  painter->restore();
}

} // namespace oxp
