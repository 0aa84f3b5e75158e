// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/markedtext.h"
#include "ui/widgets/rowmap.h"

#include <QFont>
#include <QTextLayout>

#include <map>
#include <memory>

class QPainter;

namespace oxp {

/// A long text in rows of one height at one width. Lays out what is asked for, a piece at a time, and
/// forgets what has not been near for a while: nothing here takes longer for a longer text. GUI thread.
class FullTextLayout {
public:
  FullTextLayout();

  void setPieces(TextPieces pieces);
  const TextPieces &pieces() const { return m_pieces; }
  void setFont(const QFont &font);
  /// px; lays the text of a screen out anew.
  void setWidth(int width);
  /// After a change of the colours.
  void forget();

  int rowHeight() const { return m_rowHeight; }
  const RowMap &rows() const { return m_rows; }
  int rowsOf(qsizetype piece);
  /// Moves by rows, as far as there are any.
  RowPlace moved(RowPlace place, qint64 rows);
  RowPlace clamped(RowPlace place);
  /// The first row of a screen that ends with the text.
  RowPlace lastScreen(int rows);

  /// Byte of the text <-> place on the screen; `x` in px from the text's left edge.
  RowPlace rowOfByte(qsizetype byte);
  qreal xOfByte(qsizetype byte);
  qsizetype byteAt(const RowPlace &row, qreal x);
  qsizetype rowStart(const RowPlace &row);
  qsizetype rowEnd(const RowPlace &row);
  /// The next place that a caret may have, over a word where `words`; the same at the ends.
  qsizetype nextByte(qsizetype byte, bool words);
  qsizetype previousByte(qsizetype byte, bool words);

  /// Draws one row with its top left corner at `at`; the bytes from `from` to `to` are selected.
  void draw(QPainter *painter, const RowPlace &row, const QPointF &at, qsizetype from, qsizetype to,
            const QColor &selection);

private:
  struct Laid {
    MarkedText marked;
    QTextLayout layout;
  };
  using Step = int (QTextLayout::*)(int, QTextLayout::CursorMode) const;
  Laid &laid(qsizetype piece);
  qsizetype stepped(qsizetype piece, qsizetype byte, QTextLayout::CursorMode mode, Step step);
  void layOut(Laid &laid) const;
  void measure();

  TextPieces m_pieces;
  QFont m_font;
  int m_width = 400;
  int m_rowHeight = 16;
  int m_columns = 80;
  RowMap m_rows;
  std::map<qsizetype, std::unique_ptr<Laid>> m_laid;
};

} // namespace oxp
