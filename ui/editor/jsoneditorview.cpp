// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen: colours, margins, and the styles and markers of shown lines.
#include "ui/editor/jsoneditor.h"

#include "ui/editor/editorlimits.h"
#include "ui/editor/linestyler.h"
#include "ui/editor/pilllabel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qint64 MarkBytes = 4; // of the character that stands for an elided value
constexpr int RoomCells = 4;    // in one of the text
constexpr int MeasuredCells = 64;

} // namespace

void JsonEditor::setupMargins() {
  for (const int margin : {MarksMargin, BoxesMargin, ChangesMargin})
    send(SCI_SETMARGINTYPEN, margin, qint64(SC_MARGIN_SYMBOL));
  send(SCI_SETMARGINTYPEN, NumbersMargin, qint64(SC_MARGIN_NUMBER));
  send(SCI_SETMARGINWIDTHN, MarksMargin, qint64(16));
  send(SCI_SETMARGINWIDTHN, BoxesMargin, qint64(14));
  send(SCI_SETMARGINWIDTHN, ChangesMargin, qint64(3));
  send(SCI_SETMARGINWIDTHN, ChangesMargin + 1, qint64(0));
  send(SCI_SETMARGINMASKN, NumbersMargin, qint64(0));
  send(SCI_SETMARGINMASKN, MarksMargin, qint64(1 << MaskMarker | 1 << ErrorMarker | 1 << ConflictMarker));
  send(SCI_SETMARGINMASKN, BoxesMargin, qint64(1 << FoldOpenMarker | 1 << FoldClosedMarker));
  send(SCI_SETMARGINMASKN, ChangesMargin, qint64(1 << ChangedMarker));
  send(SCI_SETMARGINSENSITIVEN, BoxesMargin, qint64(1));
  send(SCI_SETMARGINLEFT, 0, qint64(4));
  send(SCI_MARKERDEFINE, ChangedMarker, qint64(SC_MARK_FULLRECT));
  for (const int tint : {ConflictLine, TakenLine})
    send(SCI_MARKERDEFINE, tint, qint64(SC_MARK_BACKGROUND));
  send(SCI_SETFOLDFLAGS, 0);
  updateNumberWidth();
}

void JsonEditor::setColours(const EditorColours &colours) {
  m_colours = colours;
  QFont font = fonts::mono();
  QFont numbers = fonts::monoLine();
  for (QFont *one : {&font, &numbers}) {
    if (one->pointSizeF() <= 0)
      one->setPointSizeF(one->pixelSize() * 72.0 / logicalDpiY()); // Scintilla wants points
  }
  setFont(font);
  const auto style = [&](int number, const QFont &face, const QColor &fore, const QColor &back) {
    send(SCI_STYLESETFONT, number, face.family().toUtf8().constData());
    send(SCI_STYLESETSIZEFRACTIONAL, number, qint64(face.pointSizeF() * 100));
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(number), fore);
    SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(number), back);
  };
  style(STYLE_DEFAULT, font, colours.text, colours.base);
  const std::pair<int, QColor> tokens[] = {
      {PlainStyle, colours.text},        {PunctuationStyle, colours.punctuation},
      {PropertyStyle, colours.property}, {StringStyle, colours.string},
      {NumberStyle, colours.number},     {LiteralStyle, colours.literal},
      {EscapeStyle, colours.literal},    {BrokenStyle, colours.error},
      {MarkStyle, colours.base},         {STYLE_CONTROLCHAR, colours.text},
      {STYLE_BRACELIGHT, colours.brace}, {STYLE_BRACEBAD, colours.error},
      {STYLE_INDENTGUIDE, colours.hair}};
  for (const auto &[number, colour] : tokens)
    style(number, font, colour, colours.base);
  // What stands in the place of a character is a row of narrow spaces: so it can have any width.
  send(SCI_STYLESETSIZEFRACTIONAL, STYLE_CONTROLCHAR, qint64(font.pointSizeF() * 100 / RoomCells));
  style(STYLE_LINENUMBER, numbers, colours.lineNumber, colours.margin);
  send(SCI_STYLESETBOLD, STYLE_BRACELIGHT, qint64(1));
  setCaretLineBackgroundColor(colours.caretLine);
  setCaretForegroundColor(colours.text);
  setSelectionBackgroundColor(colours.selection);
  resetSelectionForegroundColor();
  setFoldMarginColors(colours.margin, colours.margin);
  send(SCI_INDICSETSTYLE, ErrorIndicator, qint64(INDIC_SQUIGGLE));
  SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(ErrorIndicator), colours.error);
  setupMarkers();
  const QByteArray row(MeasuredCells, ' ');
  m_cell = qreal(send(SCI_TEXTWIDTH, STYLE_DEFAULT, row.constData())) / MeasuredCells;
  const qreal room = qreal(send(SCI_TEXTWIDTH, STYLE_CONTROLCHAR, row.constData())) / MeasuredCells;
  if (std::exchange(m_roomCell, std::max<qreal>(room, 0.5)) != m_roomCell)
    showRepresentations();
  send(SCI_STARTSTYLING, 0);
  updateNumberWidth();
  viewport()->update();
}

void JsonEditor::setupMarkers() {
  SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(ChangedMarker), m_colours.changeBar);
  SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(ChangedMarker), m_colours.changeBar);
  SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(ConflictLine), m_colours.conflict);
  SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(TakenLine), m_colours.taken);
  const auto define = [this](int marker, IconId id, const QColor &colour, int size) {
    markerDefine(iconPixmap(id, colour, size, devicePixelRatioF()), marker);
  };
  define(FoldOpenMarker, IconId::ChevronDown, m_colours.lineNumber, SmallIcon);
  define(FoldClosedMarker, IconId::ChevronRight, m_colours.lineNumber, SmallIcon);
  define(MaskMarker, IconId::Lock, m_colours.pill, SmallIcon);
  define(ConflictMarker, IconId::Warn, m_colours.warn, SmallIcon);
  define(ErrorMarker, IconId::Failed, m_colours.error, StripIcon);
}

int JsonEditor::numberWidth(qsizetype digits) const {
  constexpr int Padding = 12; // px
  return int(send(SCI_TEXTWIDTH, STYLE_LINENUMBER, QByteArray(digits, '9').constData())) + Padding;
}

void JsonEditor::updateNumberWidth() {
  const qsizetype digits = QByteArray::number(qlonglong(send(SCI_GETLINECOUNT))).size();
  const qint64 width = numberWidth(std::max<qsizetype>(2, digits));
  if (send(SCI_GETMARGINWIDTHN, NumbersMargin) != width)
    send(SCI_SETMARGINWIDTHN, NumbersMargin, width);
}

int JsonEditor::marginsWidth() const {
  long width = 0;
  for (const int margin : {NumbersMargin, MarksMargin, BoxesMargin, ChangesMargin})
    width += send(SCI_GETMARGINWIDTHN, margin);
  return int(width);
}

/// Who has never been shown is as wide as the first around it that is. The same before and after a text is
/// taken in: the scroll bar counts whether it shows or not, and line numbers have as many digits as nearly
/// all texts need.
int JsonEditor::columns() const {
  constexpr int LeastColumns = 24, Digits = 4;
  const QWidget *seen = this;
  while (seen && !seen->isVisible())
    seen = seen->parentWidget();
  if (!seen)
    return 0;
  const int margins = marginsWidth() - int(send(SCI_GETMARGINWIDTHN, NumbersMargin)) + numberWidth(Digits) +
                      int(send(SCI_GETMARGINLEFT));
  const int room = seen->width() - margins - verticalScrollBar()->sizeHint().width() - 2 * frameWidth();
  return std::max(LeastColumns, int(room / m_cell));
}

void JsonEditor::styleShown() {
  settleStep();
  const long lineCount = send(SCI_GETLINECOUNT);
  const long first = send(SCI_GETFIRSTVISIBLELINE);
  const long rows = send(SCI_LINESONSCREEN) + 2;
  long last = -1;
  for (long row = 0; row < rows; ++row) {
    const long line = send(SCI_DOCLINEFROMVISIBLE, first + row);
    if (line >= lineCount || line == last)
      break;
    last = line;
    styleLine(line);
    markShown(line);
    // The fold box of a line is drawn by the depth of the one after it, hidden or not.
    if (line + 1 < lineCount)
      markShown(line + 1);
  }
  // "Styled up to" goes back to the start, so that every paint asks again: lines that were jumped over are
  // styled when they come into view.
  send(SCI_STARTSTYLING, 0);
}

void JsonEditor::styleLine(long line) {
  const qint64 start = send(SCI_POSITIONFROMLINE, line);
  const qint64 end = send(SCI_GETLINEENDPOSITION, line);
  const qint64 length = std::min(end - start, limits::StyledBytesALine);
  if (length <= 0)
    return;
  // A copy, as taking the range moves the gap and the cap may cut a character: both are cheap here.
  makeRoom(range(start, length));
  QByteArray styles = m_plain ? QByteArray(length, char(PlainStyle)) : styleOf(range(start, length));
  auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), start,
                               [](const MarkPlace &one, qint64 at) { return one.offset < at; });
  for (; mark != m_marks.end() && mark->offset + MarkBytes <= start + length; ++mark)
    std::fill_n(styles.begin() + (mark->offset - start), MarkBytes, char(MarkStyle));
  send(SCI_STARTSTYLING, start);
  send(SCI_SETSTYLINGEX, length, styles.constData());
}

int JsonEditor::markersOf(long line) {
  int wanted = 0;
  if (m_folds.opening(line) && hasFoldableSize())
    wanted |= 1 << (send(SCI_GETFOLDEXPANDED, line) ? FoldOpenMarker : FoldClosedMarker);
  if (std::binary_search(m_changed.begin(), m_changed.end(), qint32(line)))
    wanted |= 1 << ChangedMarker;
  if (m_validity.known && !m_validity.valid && m_validity.line == line + 1)
    wanted |= 1 << ErrorMarker;
  if (!m_marks.empty()) {
    const qint64 start = send(SCI_POSITIONFROMLINE, line);
    const qint64 end = send(SCI_GETLINEENDPOSITION, line);
    auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), start,
                                 [](const MarkPlace &one, qint64 at) { return one.offset < at; });
    for (; mark != m_marks.end() && mark->offset < end; ++mark) {
      if (m_elisions.at(mark->number).reason == json::Elision::Reason::Masked)
        wanted |= 1 << MaskMarker;
    }
  }
  if (std::binary_search(m_conflictLines.begin(), m_conflictLines.end(), int(line)))
    wanted |= 1 << ConflictMarker | 1 << ConflictLine | 1 << ChangedMarker;
  else if (std::binary_search(m_takenLines.begin(), m_takenLines.end(), int(line)))
    wanted |= 1 << TakenLine | 1 << ChangedMarker;
  return wanted;
}

void JsonEditor::markShown(long line) {
  const qint64 level = SC_FOLDLEVELBASE + std::min(m_folds.depth(line), 0xA00) +
                       (m_folds.opening(line) ? SC_FOLDLEVELHEADERFLAG : 0);
  if (send(SCI_GETFOLDLEVEL, line) != level)
    send(SCI_SETFOLDLEVEL, line, level);
  const int wanted = markersOf(line);
  const int have = int(send(SCI_MARKERGET, line));
  if (wanted == have)
    return;
  for (const int marker : {ChangedMarker, FoldOpenMarker, FoldClosedMarker, MaskMarker, ErrorMarker,
                           ConflictMarker, ConflictLine, TakenLine}) {
    const int bit = 1 << marker;
    if ((wanted & bit) && !(have & bit))
      send(SCI_MARKERADD, line, qint64(marker));
    else if (!(wanted & bit) && (have & bit))
      send(SCI_MARKERDELETE, line, qint64(marker));
  }
}

void JsonEditor::showError() {
  constexpr qint64 Longest = 40;
  send(SCI_SETINDICATORCURRENT, ErrorIndicator);
  send(SCI_INDICATORCLEARRANGE, 0, byteCount());
  if (!m_validity.known || !m_validity.error || byteCount() == 0)
    return;
  const qint64 from = std::clamp<qint64>(m_validity.error->offset, 0, byteCount() - 1);
  const qint64 lineEnd = send(SCI_GETLINEENDPOSITION, lineOf(from));
  qint64 to = send(SCI_POSITIONAFTER, from);
  if (const QByteArrayView rest = range(from, std::clamp<qint64>(lineEnd - from, 0, Longest));
      rest.size() > 1) {
    const auto ends = [](char byte) { return QByteArrayView(" ,:{}[]\t").contains(byte); };
    to = from + std::max<qint64>(1, std::find_if(rest.begin() + 1, rest.end(), ends) - rest.begin());
  }
  send(SCI_INDICATORFILLRANGE, from, to - from);
}

void JsonEditor::highlightBraces() {
  qint64 one = -1;
  qint64 other = -1;
  const qint64 caret = caretOffset();
  for (const qint64 at : {caret, caret - 1}) {
    const quint32 token = m_scan && at >= 0 ? json::tokenAt(*m_scan, at) : json::NoToken;
    if (token == json::NoToken)
      continue;
    const json::Token &found = m_scan->tokens[token];
    if (!(found.opens() || found.closes()) || found.offset != at || found.partner == json::NoToken)
      continue;
    one = found.offset;
    other = m_scan->tokens[found.partner].offset;
    break;
  }
  send(SCI_BRACEHIGHLIGHT, one, other);
}

QRect JsonEditor::rectOf(qint64 from, qint64 to) const {
  const int left = int(send(SCI_POINTXFROMPOSITION, 0, from));
  const int right = int(send(SCI_POINTXFROMPOSITION, 0, to));
  const int top = int(send(SCI_POINTYFROMPOSITION, 0, from));
  return {left, top, right - left, int(send(SCI_TEXTHEIGHT, 0))};
}

/// Scintilla leaves room for what stands behind a mark or a closed fold; how it looks is drawn here.
void JsonEditor::paintEvent(QPaintEvent *event) {
  QsciScintilla::paintEvent(event);
  const int margins = marginsWidth();
  if ((!m_marks.empty() || m_hasRooms) && send(SCI_GETXOFFSET) > 0) {
    // QScintilla ends its clip with the first mark that it draws: what lies left of the text comes anew.
    QPaintEvent left(event->rect() & QRect(0, 0, margins, viewport()->height()));
    QsciScintilla::paintEvent(&left);
  }
  QPainter painter(viewport());
  painter.setClipRect(viewport()->rect().adjusted(margins, 0, 0, 0));
  painter.setRenderHint(QPainter::Antialiasing);
  const long first = send(SCI_GETFIRSTVISIBLELINE);
  const long rows = send(SCI_LINESONSCREEN) + 1;
  const long lineCount = send(SCI_GETLINECOUNT);
  long last = -1;
  for (long row = 0; row < rows; ++row) {
    const long line = send(SCI_DOCLINEFROMVISIBLE, first + row);
    if (line >= lineCount || line == last) // below the last line there is none
      break;
    last = line;
    if (m_hasRooms) {
      const qint64 start = send(SCI_POSITIONFROMLINE, line);
      paintRightToLeft(painter, line, start, shownBytes(line));
      paintUnseen(painter, line, start, shownBytes(line));
    }
    paintPills(painter, line);
    paintFoldNote(painter, line);
  }
}

QColor JsonEditor::groundOf(long line) const {
  if (hasFocus() && lineOf(caretOffset()) == line)
    return m_colours.caretLine;
  const long markers = send(SCI_MARKERGET, line);
  return markers & (1 << ConflictLine) ? m_colours.conflict
         : markers & (1 << TakenLine)  ? m_colours.taken
                                       : m_colours.base;
}

void JsonEditor::paintPills(QPainter &painter, long line) {
  const qint64 start = send(SCI_POSITIONFROMLINE, line);
  const qint64 end = send(SCI_GETLINEENDPOSITION, line);
  auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), start,
                               [](const MarkPlace &one, qint64 at) { return one.offset < at; });
  const QColor ground = groundOf(line);
  for (; mark != m_marks.end() && mark->offset < end; ++mark) {
    const json::Elision &value = m_elisions.at(mark->number);
    const bool selected = isSelected(mark->offset);
    const bool masked = value.reason == json::Elision::Reason::Masked;
    const QRect room = rectOf(mark->offset, mark->offset + 4);
    QColor tint = masked ? m_colours.pill : m_colours.lineNumber;
    // One pixel more, as Scintilla rounds its own box up.
    painter.fillRect(room.adjusted(0, 0, 1, 0), selected ? m_colours.selection : ground);
    painter.setPen(Qt::NoPen);
    tint.setAlpha(m_colours.pillAlpha);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(room).adjusted(1, 1, -1, -1), 4, 4);
    painter.setFont(fonts::mono());
    painter.setPen(masked ? m_colours.pill : m_colours.text);
    painter.drawText(room, Qt::AlignCenter, pillLabel(value));
  }
}

void JsonEditor::paintFoldNote(QPainter &painter, long line) {
  const FoldTable::Fold *fold = send(SCI_GETFOLDEXPANDED, line) ? nullptr : m_folds.opening(line);
  if (!fold)
    return;
  const qint64 end = send(SCI_GETLINEENDPOSITION, line);
  const QRect place = rectOf(end, end);
  const char closing = char(send(SCI_GETCHARAT, end - 1)) == '[' ? ']' : '}';
  painter.setFont(fonts::monoLine());
  const QString words = tr("%n line(s)", nullptr, fold->last - fold->first - 1);
  QRect box(place.left() + 6, place.top() + 2, painter.fontMetrics().horizontalAdvance(words) + 12,
            place.height() - 4);
  QColor tint = m_colours.lineNumber;
  tint.setAlpha(m_colours.pillAlpha);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tint);
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(m_colours.lineNumber);
  painter.drawText(box, Qt::AlignCenter, words);
  painter.setFont(fonts::mono());
  painter.setPen(m_colours.punctuation);
  painter.drawText(QRect(box.right() + 6, place.top(), 40, place.height()), Qt::AlignVCenter | Qt::AlignLeft,
                   QString(QLatin1Char(closing)));
}

} // namespace oxp
