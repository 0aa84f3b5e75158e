// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fulltextview.h"

#include "base/background.h"
#include "search/textsearch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fulltextaccessible.h"
#include "ui/widgets/longclipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace oxp {
namespace {

constexpr int Margin = 12, TopMargin = 8; // px
constexpr qsizetype CutHere = 100'000;    // bytes; longer texts are cut up by a worker
constexpr qsizetype SearchHere = 500'000;
constexpr int DragMs = 30;

} // namespace

FullTextView::FullTextView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_drag(new QTimer(this)) {
  FullTextAccessible::install();
  setAccessibleName(tr("Full text"));
  setObjectName(QStringLiteral("Full text"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Rows would wrap in another way each time it came and went.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  viewport()->setCursor(Qt::IBeamCursor);
  viewport()->setBackgroundRole(QPalette::Base);
  m_drag->setInterval(DragMs);
  connect(m_drag, &QTimer::timeout, this, &FullTextView::drag);
}

void FullTextView::setText(const QByteArray &utf8) {
  load(utf8, Keep::Nothing);
}

void FullTextView::updateText(const QByteArray &utf8) {
  load(utf8, Keep::Place);
}

void FullTextView::load(const QByteArray &utf8, Keep keep) {
  const int number = ++m_load;
  if (utf8.size() <= CutHere)
    return take(TextPieces::of(utf8), keep);
  m_busy = true;
  if (keep == Keep::Nothing)
    take(TextPieces(), keep);
  m_busy = true;
  runInBackground<TextPieces>(
      this, [utf8] { return TextPieces::of(utf8); },
      [this, number, keep](TextPieces pieces) {
        if (number == m_load)
          take(std::move(pieces), keep);
      });
}

void FullTextView::take(TextPieces pieces, Keep keep) {
  m_busy = false;
  ++m_search;
  const qsizetype topByte = m_layout.pieces().start(m_top.piece);
  const int topRow = m_top.row;
  m_layout.setPieces(std::move(pieces));
  m_goalX = -1;
  const qsizetype most = keep == Keep::Place ? m_layout.pieces().size() : 0;
  m_anchor = std::min(m_anchor, most);
  m_caret = std::min(m_caret, most);
  m_top = {};
  fit();
  if (keep == Keep::Place)
    setTop({m_layout.pieces().pieceAt(topByte), topRow});
  emit ready();
  emit selectionChanged();
}

int FullTextView::screenRows() const {
  return std::max(1, (viewport()->height() - TopMargin) / m_layout.rowHeight());
}

/// After a change of the text, the size or the font.
void FullTextView::fit() {
  m_layout.setWidth(viewport()->width() - 2 * Margin);
  const qint64 beyond = m_layout.rows().total() - screenRows();
  // Where rows are only guessed the end must stay in reach.
  const qint64 most = m_layout.rows().isExact() ? beyond : std::max<qint64>(1, beyond);
  verticalScrollBar()->setRange(0, int(std::clamp<qint64>(most, 0, INT_MAX)));
  verticalScrollBar()->setPageStep(screenRows());
  verticalScrollBar()->setSingleStep(1);
  setTop(m_top);
}

void FullTextView::setTop(const RowPlace &top) {
  m_top = std::min(m_layout.clamped(top), m_layout.lastScreen(screenRows()));
  syncBar();
  viewport()->update();
}

void FullTextView::syncBar() {
  QScrollBar *bar = verticalScrollBar();
  m_syncing = true;
  const bool atEnd = m_top == m_layout.lastScreen(screenRows());
  const qint64 row = m_layout.rows().rowOf(m_top);
  // The ends of the bar are the ends of the text, whatever was guessed between them.
  if (m_top == RowPlace())
    bar->setValue(0);
  else if (atEnd)
    bar->setValue(bar->maximum());
  else
    bar->setValue(int(std::clamp<qint64>(row, 1, std::max(1, bar->maximum() - 1))));
  m_syncing = false;
}

void FullTextView::scrollContentsBy(int, int) {
  if (m_syncing)
    return;
  const QScrollBar *bar = verticalScrollBar();
  if (bar->value() == bar->maximum())
    m_top = bar->maximum() == 0 ? RowPlace() : m_layout.lastScreen(screenRows());
  else
    m_top =
        std::min(m_layout.clamped(m_layout.rows().placeOf(bar->value())), m_layout.lastScreen(screenRows()));
  viewport()->update();
}

void FullTextView::scrollRows(qint64 rows) {
  setTop(m_layout.moved(m_top, rows));
}

void FullTextView::paintEvent(QPaintEvent *event) {
  QPainter painter(viewport());
  const Tokens &t = tokens();
  painter.fillRect(event->rect(), t.base);
  painter.setPen(t.text);
  const QColor selection = hasFocus() ? t.sel : t.selOff;
  const RowPlace caretRow = m_layout.rowOfByte(m_caret);
  RowPlace row = m_top;
  for (int y = TopMargin; y < viewport()->height(); y += m_layout.rowHeight()) {
    m_layout.draw(&painter, row, QPointF(Margin, y), selectionStart(), selectionEnd(), selection);
    if (hasFocus() && row == caretRow)
      painter.fillRect(QRectF(Margin + m_layout.xOfByte(m_caret), y, 1, m_layout.rowHeight()), t.text);
    const RowPlace next = m_layout.moved(row, 1);
    if (next == row)
      break;
    row = next;
  }
}

void FullTextView::resizeEvent(QResizeEvent *event) {
  QAbstractScrollArea::resizeEvent(event);
  const qsizetype byte = m_layout.rowStart(m_top);
  const bool moved = m_top != RowPlace();
  fit();
  if (moved)
    setTop(m_layout.rowOfByte(byte));
}

void FullTextView::changeEvent(QEvent *event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange ||
      event->type() == QEvent::StyleChange) {
    m_layout.forget();
    viewport()->update();
  }
}

void FullTextView::setSelection(qsizetype anchor, qsizetype caret) {
  const qsizetype most = m_layout.pieces().size();
  m_anchor = std::clamp<qsizetype>(anchor, 0, most);
  m_caret = std::clamp<qsizetype>(caret, 0, most);
  viewport()->update();
  FullTextAccessible::tellSelection(this);
  emit selectionChanged();
}

void FullTextView::select(qsizetype from, qsizetype to) {
  m_goalX = -1;
  setSelection(from, to);
  showByte(m_caret);
}

void FullTextView::selectAll() {
  m_goalX = -1;
  setSelection(0, m_layout.pieces().size());
  offerSelection();
}

void FullTextView::copy() const {
  const TextPieces &pieces = m_layout.pieces();
  const qsizetype from = hasSelection() ? selectionStart() : 0;
  const qsizetype to = hasSelection() ? selectionEnd() : pieces.size();
  QApplication::clipboard()->setMimeData(new LongClipboard(pieces.text(), from, to));
}

/// For the middle button, where the system has such a thing.
void FullTextView::offerSelection() const {
  if (hasSelection() && QApplication::clipboard()->supportsSelection())
    QApplication::clipboard()->setMimeData(
        new LongClipboard(m_layout.pieces().text(), selectionStart(), selectionEnd()), QClipboard::Selection);
}

void FullTextView::find(const QString &what, bool matchCase, bool backwards) {
  struct Found {
    TextSearch::Hit hit;
    bool wrapped = false;
  };
  const auto look = [text = text(), needle = what.toUtf8(), matchCase, backwards, from = selectionStart(),
                     to = selectionEnd()]() -> Found {
    const TextSearch search(needle, matchCase);
    Found found{backwards ? search.previous(text, from) : search.next(text, to), false};
    if (!found.hit.found())
      found = {backwards ? search.previous(text, text.size()) : search.next(text, 0), true};
    return found;
  };
  const int number = ++m_search;
  const auto tell = [this, number](const Found &found) {
    if (number != m_search)
      return;
    if (found.hit.found())
      select(found.hit.offset, found.hit.offset + found.hit.length);
    emit findFinished(found.hit.found(), found.wrapped);
  };
  if (text().size() <= SearchHere)
    tell(look());
  else
    runInBackground<Found>(this, look, tell);
}

QPoint FullTextView::pointOf(qsizetype byte) {
  const RowPlace row = m_layout.rowOfByte(byte);
  qint64 rows = m_layout.rows().rowOf(row) - m_layout.rows().rowOf(m_top);
  // On the screen and near it rows are counted, not guessed.
  RowPlace at = m_top;
  for (int i = 0; i <= screenRows() && at <= row; ++i) {
    if (at == row) {
      rows = i;
      break;
    }
    at = m_layout.moved(at, 1);
  }
  const qint64 y = TopMargin + std::clamp<qint64>(rows, -10'000, 10'000) * m_layout.rowHeight();
  return {Margin + int(m_layout.xOfByte(byte)), int(y)};
}

qsizetype FullTextView::byteAtPoint(const QPoint &point) {
  const int row = (point.y() - TopMargin) / m_layout.rowHeight();
  return m_layout.byteAt(m_layout.moved(m_top, std::clamp(row, -1, screenRows())), point.x() - Margin);
}

void FullTextView::showByte(qsizetype byte) {
  const RowPlace row = m_layout.rowOfByte(byte);
  const int whole = screenRows();
  const RowPlace last = m_layout.moved(m_top, whole - 1);
  if (row < m_top)
    setTop(m_layout.moved(row, row < m_layout.moved(m_top, -2) ? -whole / 3 : 0));
  else if (row > last)
    setTop(m_layout.moved(row, row > m_layout.moved(last, 2) ? -whole / 3 : 1 - whole));
}

} // namespace oxp
