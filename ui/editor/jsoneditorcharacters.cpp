// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that Scintilla cannot draw: what is read from right to left, and what cannot be seen. Each gets
// a room of its own in the line, so that it moves no other; what stands in the rooms is drawn here.
#include "ui/editor/jsoneditor.h"

#include "ui/editor/characters.h"
#include "ui/editor/editorlimits.h"
#include "ui/theme/fonts.h"
#include "json/fields.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace oxp {
namespace {

constexpr qreal RoomPadding = 3; // px that Scintilla adds to the width of a room
constexpr int MostRoomCells = 250;
constexpr int MarkPadding = 2; // px at both sides of a name
constexpr int NarrowRoom = 6;  // px; too narrow for a name
constexpr char32_t NonJoiner = 0x200C;
constexpr qreal CaretWidth = 2; // px
constexpr int NameShare = 62;   // percent of the text's size

QFont nameFont() {
  QFont font = fonts::mono();
  font.setPixelSize(std::max(7, QFontInfo(font).pixelSize() * NameShare / 100));
  return font;
}

/// QString::fromUcs4() would take U+FEFF for the mark of a byte order.
QByteArray bytesOf(char32_t character) {
  return QStringView(QChar::fromUcs4(character)).toUtf8();
}

/// Scintilla's colours have red in the lowest byte.
QColor colourOf(long colour) {
  return QColor(int(colour & 0xFF), int(colour >> 8 & 0xFF), int(colour >> 16 & 0xFF));
}

bool isPlain(QByteArrayView bytes) {
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char byte) { return uchar(byte) >= 0x7F || (uchar(byte) < 0x20 && byte != '\t'); });
}

/// As wide as the letter is between two others.
qreal widthOf(char32_t character, const QFontMetricsF &metrics) {
  const QString letter = QString::fromUcs4(&character, 1);
  const bool joins = QChar::joiningType(character) != QChar::Joining_None;
  const QString joiner = joins ? QString(QChar(0x200D)) : QString();
  return metrics.horizontalAdvance(joiner + letter + joiner);
}

/// One part of a line, laid out from right to left.
class PartLayout {
public:
  explicit PartLayout(QByteArrayView bytes)
      : m_bytes(bytes)
      , m_layout(json::fromUtf8(bytes), fonts::mono()) {
    QTextOption option;
    option.setTextDirection(Qt::RightToLeft);
    option.setWrapMode(QTextOption::NoWrap);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    m_line = m_layout.createLine();
    m_layout.endLayout();
  }

  qreal width() const { return std::max<qreal>(1, m_line.naturalTextWidth()); }
  qreal height() const { return m_line.height(); }
  int unitOf(qsizetype byte) const { return int(json::fromUtf8(m_bytes.first(byte)).size()); }
  qreal xOf(qsizetype byte) const { return m_line.cursorToX(unitOf(byte)); }
  qsizetype byteAt(qreal x) const {
    const int unit = m_line.xToCursor(x);
    return QStringView(m_layout.text()).first(unit).toUtf8().size();
  }
  void draw(QPainter &painter, const QList<QTextLayout::FormatRange> &selected) const {
    m_layout.draw(&painter, QPointF(), selected);
  }

private:
  QByteArrayView m_bytes;
  QTextLayout m_layout;
  QTextLine m_line;
};

} // namespace

void JsonEditor::showUnseen() {
  m_rooms.clear();
  m_hasRooms = false;
  const QFontMetricsF metrics(nameFont());
  for (const char32_t character : unseenCharacters()) {
    const bool narrow = character == NonJoiner; // at home within words, where a tick is enough
    setRoom(character, narrow ? 0 : metrics.horizontalAdvance(unseenName(character)) + 2 * MarkPadding);
  }
}

void JsonEditor::setRoom(char32_t character, qreal width) {
  const int cells = std::clamp(int(std::lround((width - RoomPadding) / m_roomCell)), 1, MostRoomCells);
  const QByteArray key = bytesOf(character);
  const QByteArray room(cells, ' ');
  send(SCI_SETREPRESENTATION, reinterpret_cast<qint64>(key.constData()), room.constData());
}

/// Before a line is drawn for the first time. Rooms are found for characters, not for places: those of
/// letters that are read from right to left are made when the first of them is shown.
void JsonEditor::makeRoom(QByteArrayView line) {
  if (isPlain(line))
    return;
  bool isNew = false;
  const QFontMetricsF metrics(fonts::mono());
  for (const RightToLeft &part : rightToLeftParts(line)) {
    m_hasRooms = true;
    for (const char32_t character : json::fromUtf8(line.sliced(part.begin, part.end - part.begin)).toUcs4()) {
      if (!readsFromRight(character) || m_rooms.contains(character))
        continue;
      m_rooms.insert(character);
      setRoom(character, widthOf(character, metrics));
      isNew = true;
    }
  }
  m_hasRooms = m_hasRooms || !unseenIn(line).empty();
  // What was measured without them is measured anew; not now, for a picture is being made.
  if (isNew)
    QMetaObject::invokeMethod(
        this, [this] { send(SCI_SETEXTRAASCENT, 1); }, Qt::QueuedConnection);
}

/// As much of a line as is styled. A copy is not needed: the gap moves within what is shown.
QByteArrayView JsonEditor::shownBytes(long line) const {
  const qint64 start = send(SCI_POSITIONFROMLINE, line);
  const qint64 end = send(SCI_GETLINEENDPOSITION, line);
  return range(start, std::min(end - start, limits::StyledBytesALine));
}

bool JsonEditor::isSelected(qint64 offset) const {
  return send(SCI_GETSELECTIONSTART) <= offset && offset < send(SCI_GETSELECTIONEND);
}

void JsonEditor::paintUnseen(QPainter &painter, long line, qint64 start, QByteArrayView bytes) {
  if (isPlain(bytes))
    return;
  const QColor ground = groundOf(line);
  QColor tint = m_colours.warn;
  tint.setAlpha(m_colours.pillAlpha);
  const std::vector<RightToLeft> parts = rightToLeftParts(bytes);
  for (const CharacterPlace &place : unseenIn(bytes)) {
    const qint64 at = start + place.at;
    if (std::any_of(parts.begin(), parts.end(),
                    [&](const RightToLeft &part) { return part.begin <= place.at && place.at < part.end; }))
      continue; // marked where it is drawn
    QRect room = rectOf(at, at + bytesOf(place.character).size());
    painter.setPen(Qt::NoPen);
    if (room.width() <= NarrowRoom) { // a joiner: it has no room, and its neighbours belong together
      if (room.width() > 0)
        painter.fillRect(room.adjusted(0, 0, 1, 0), isSelected(at) ? m_colours.selection : ground);
      painter.fillRect(QRect(room.left() + room.width() / 2, room.top() + 2, 1, room.height() - 4),
                       m_colours.warn);
      continue;
    }
    painter.fillRect(room.adjusted(0, 0, 1, 0), isSelected(at) ? m_colours.selection : ground);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 2.5, -0.5, -2.5), 2, 2);
    painter.setFont(nameFont());
    painter.setPen(m_colours.warn);
    painter.drawText(room, Qt::AlignCenter, unseenName(place.character));
  }
}

void JsonEditor::paintRightToLeft(QPainter &painter, long line, qint64 start, QByteArrayView bytes) {
  const qint64 caret = caretOffset() - start;
  for (const RightToLeft &part : rightToLeftParts(bytes)) {
    const PartLayout layout(bytes.sliced(part.begin, part.end - part.begin));
    const QRect room = rectOf(start + part.begin, start + part.end);
    if (room.width() <= 0)
      continue;
    const qsizetype length = part.end - part.begin;
    const qsizetype from = std::clamp<qint64>(send(SCI_GETSELECTIONSTART) - start - part.begin, 0, length);
    const qsizetype to = std::clamp<qint64>(send(SCI_GETSELECTIONEND) - start - part.begin, 0, length);
    QList<QTextLayout::FormatRange> selected;
    if (to > from) {
      QTextCharFormat format;
      format.setBackground(m_colours.selection);
      selected.append({layout.unitOf(from), layout.unitOf(to) - layout.unitOf(from), format});
    }
    const bool whole = from == 0 && to == length;
    painter.fillRect(room.adjusted(0, 0, 1, 0), whole ? m_colours.selection : groundOf(line)); // as of a pill
    const long style = send(SCI_GETSTYLEAT, start + part.begin);
    painter.setPen(colourOf(send(SCI_STYLEGETFORE, style)));
    painter.save();
    painter.translate(room.left(), room.top() + (room.height() - layout.height()) / 2);
    painter.scale(room.width() / layout.width(), 1);
    layout.draw(painter, selected);
    painter.restore();
    const qreal scale = room.width() / layout.width();
    for (const CharacterPlace &place : unseenIn(bytes.sliced(part.begin, length))) {
      const qreal x = room.left() + layout.xOf(place.at) * scale;
      painter.fillRect(QRectF(x, room.top() + 2, 1, room.height() - 4), m_colours.warn);
    }
    if (hasFocus() && caret > part.begin && caret < part.end) {
      const qreal x = room.left() + layout.xOf(caret - part.begin) * scale;
      painter.fillRect(QRectF(x - CaretWidth / 2, room.top(), CaretWidth, room.height()), m_colours.text);
    }
  }
}

/// Where Scintilla has the character that is drawn at a point.
QPointF JsonEditor::inLogicalOrder(const QPointF &point) const {
  if (!m_hasRooms)
    return point;
  const long line = lineOf(send(SCI_POSITIONFROMPOINT, qint64(point.x()), qint64(point.y())));
  const qint64 start = send(SCI_POSITIONFROMLINE, line);
  const QByteArray bytes = shownBytes(line).toByteArray();
  for (const RightToLeft &part : rightToLeftParts(bytes)) {
    const QRect room = rectOf(start + part.begin, start + part.end);
    if (!room.contains(point.toPoint()))
      continue;
    const PartLayout layout(QByteArrayView(bytes).sliced(part.begin, part.end - part.begin));
    const qsizetype byte = layout.byteAt((point.x() - room.left()) * layout.width() / room.width());
    return QPointF(send(SCI_POINTXFROMPOSITION, 0, start + part.begin + byte), point.y());
  }
  return point;
}

namespace {

QMouseEvent moved(const QMouseEvent &event, const QPointF &to) {
  return {event.type(),          to,
          event.scenePosition(), event.globalPosition(),
          event.button(),        event.buttons(),
          event.modifiers(),     event.pointingDevice()};
}

} // namespace

void JsonEditor::mousePressEvent(QMouseEvent *event) {
  QMouseEvent there = moved(*event, inLogicalOrder(event->position()));
  QsciScintilla::mousePressEvent(&there);
}

void JsonEditor::mouseReleaseEvent(QMouseEvent *event) {
  QMouseEvent there = moved(*event, inLogicalOrder(event->position()));
  QsciScintilla::mouseReleaseEvent(&there);
}

void JsonEditor::mouseMoveEvent(QMouseEvent *event) {
  QMouseEvent there = moved(*event, event->buttons() ? inLogicalOrder(event->position()) : event->position());
  QsciScintilla::mouseMoveEvent(&there);
}

void JsonEditor::mouseDoubleClickEvent(QMouseEvent *event) {
  QMouseEvent there = moved(*event, inLogicalOrder(event->position()));
  QsciScintilla::mouseDoubleClickEvent(&there);
}

/// Arrow keys, Delete and Backspace at what a person sees as one character and what is several. All else,
/// false.
bool JsonEditor::moveByCluster(QKeyEvent *event) {
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Delete;
  const bool backward = event->key() == Qt::Key_Left || event->key() == Qt::Key_Backspace;
  const bool deletes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
  const bool extends = modifiers == Qt::ShiftModifier && !deletes;
  const bool fits = modifiers == Qt::NoModifier || extends;
  if (!(forward || backward) || !fits || (deletes && isReadOnly()) ||
      (!extends && !send(SCI_GETSELECTIONEMPTY)))
    return false;
  constexpr qint64 Around = 5'000; // bytes
  const qint64 caret = caretOffset();
  const long line = lineOf(caret);
  const qint64 lineStart = send(SCI_POSITIONFROMLINE, line);
  const qint64 from = caret - Around > lineStart ? send(SCI_POSITIONBEFORE, caret - Around) : lineStart;
  const qint64 to = std::min<qint64>(send(SCI_GETLINEENDPOSITION, line), caret + Around);
  const QByteArray text = range(from, to - from).toByteArray();
  if (!text.first(caret - from).isValidUtf8())
    return false;
  const qint64 length = forward ? clusterBehind(text, caret - from) : clusterBefore(text, caret - from);
  const qint64 one =
      forward ? send(SCI_POSITIONAFTER, caret) - caret : caret - send(SCI_POSITIONBEFORE, caret);
  if (length <= one)
    return false;
  const qint64 target = forward ? caret + length : caret - length;
  if (deletes) {
    replaceHere(std::min(caret, target), length, {});
  } else {
    send(SCI_SETSEL, extends ? send(SCI_GETANCHOR) : target, target);
    send(SCI_CHOOSECARETX);
  }
  return true;
}

} // namespace oxp
