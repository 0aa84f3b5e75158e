// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Edits as a whole, finding, elided values, clipboard and colours.
#include "ui/editor/jsoneditor.h"

#include "base/background.h"
#include "json/layout.h"
#include "ui/editor/linestyler.h"
#include "ui/editor/pilllabel.h"
#include "ui/theme/fonts.h"

#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>

namespace oxp {
namespace {

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? char(byte + 32) : byte; }

bool matchesAt(QByteArrayView text, qsizetype at, QByteArrayView what, bool matchCase) {
  for (qsizetype i = 0; i < what.size(); ++i) {
    const char a = text[at + i], b = what[i];
    if (matchCase ? a != b : lower(a) != lower(b))
      return false;
  }
  return true;
}

qsizetype findForward(QByteArrayView text, QByteArrayView what, qsizetype from, bool matchCase) {
  if (matchCase)
    return text.indexOf(what, from);
  for (qsizetype i = std::max<qsizetype>(0, from); i + what.size() <= text.size(); ++i)
    if (matchesAt(text, i, what, false))
      return i;
  return -1;
}

qsizetype findBackward(QByteArrayView text, QByteArrayView what, qsizetype from, bool matchCase) {
  for (qsizetype i = std::min(from, text.size() - what.size()); i >= 0; --i)
    if (matchesAt(text, i, what, matchCase))
      return i;
  return -1;
}

} // namespace

void JsonEditor::setColours(const EditorColours &colours) {
  m_colours = colours;
  QFont font = fonts::mono();
  if (font.pointSizeF() <= 0)
    font.setPointSizeF(font.pixelSize() * 72.0 / logicalDpiY()); // Scintilla wants points
  setFont(font);
  const auto style = [&](int number, const QColor &fore, const QColor &back) {
    send(SCI_STYLESETFONT, static_cast<unsigned long>(number), reinterpret_cast<long>(font.family().toUtf8().constData()));
    send(SCI_STYLESETSIZEFRACTIONAL, static_cast<unsigned long>(number), long(font.pointSizeF() * 100));
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(number), fore);
    SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(number), back);
  };
  style(STYLE_DEFAULT, colours.text, colours.base);
  const std::pair<int, QColor> styles[] = {{PlainStyle, colours.text},         {PunctuationStyle, colours.punctuation},
                                           {PropertyStyle, colours.property},  {StringStyle, colours.string},
                                           {NumberStyle, colours.number},      {LiteralStyle, colours.literal},
                                           {EscapeStyle, colours.literal},     {BrokenStyle, colours.error}};
  for (const auto &[number, colour] : styles)
    style(number, colour, colours.base);
  style(STYLE_LINENUMBER, colours.lineNumber, colours.margin);
  send(SCI_STYLESETSIZEFRACTIONAL, STYLE_LINENUMBER, long(font.pointSizeF() * 100 * 11 / 13));
  style(STYLE_BRACELIGHT, colours.brace, colours.base);
  send(SCI_STYLESETBOLD, STYLE_BRACELIGHT, 1);
  style(STYLE_BRACEBAD, colours.error, colours.base);
  style(STYLE_INDENTGUIDE, colours.hair, colours.base);
  setCaretLineBackgroundColor(colours.caretLine);
  setCaretForegroundColor(colours.text);
  setSelectionBackgroundColor(colours.selection);
  resetSelectionForegroundColor();
  setPaper(colours.base);
  setFoldMarginColors(colours.margin, colours.margin);
  for (const int margin : {SymbolMargin, ChangeMargin}) {
    send(SCI_SETMARGINTYPEN, static_cast<unsigned long>(margin), SC_MARGIN_COLOUR);
    SendScintilla(SCI_SETMARGINBACKN, static_cast<unsigned long>(margin), colours.margin);
  }
  SendScintilla(SCI_MARKERSETBACK, 1UL, colours.changeBar);
  for (const unsigned long marker : {2UL, 3UL}) {
    SendScintilla(SCI_MARKERSETFORE, marker, colours.lineNumber);
    SendScintilla(SCI_MARKERSETBACK, marker, colours.lineNumber);
  }
  send(SCI_INDICSETSTYLE, ErrorIndicator, INDIC_SQUIGGLE);
  SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(ErrorIndicator), colours.error);
  send(SCI_INDICSETSTYLE, FindIndicator, INDIC_STRAIGHTBOX);
  SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(FindIndicator), colours.find);
  send(SCI_STARTSTYLING, 0);
  updateNumberWidth();
}

void JsonEditor::format() {
  const Result<QByteArray> text = json::pretty(bytes(), 2, &m_elisions);
  if (text && *text != bytes())
    replaceBytes(*text);
}

void JsonEditor::minify() {
  const Result<QByteArray> text = json::minify(bytes(), &m_elisions);
  if (text && *text != bytes())
    replaceBytes(*text);
}

void JsonEditor::goToLine(int line) {
  goToOffset(send(SCI_POSITIONFROMLINE, static_cast<unsigned long>(std::max(0, line - 1))));
}

void JsonEditor::goToOffset(qint64 offset) {
  const qint64 place = std::clamp<qint64>(offset, 0, byteCount());
  send(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(send(SCI_LINEFROMPOSITION, static_cast<unsigned long>(place))));
  send(SCI_GOTOPOS, static_cast<unsigned long>(place));
  send(SCI_SCROLLCARET);
  setFocus();
}

qint64 JsonEditor::caretOffset() const { return send(SCI_GETCURRENTPOS); }

int JsonEditor::elisionAtCaret() const {
  const QByteArray text = bytes();
  const qint64 caret = caretOffset();
  for (const qint64 at : {caret, caret - 4})
    if (at >= 0 && at < text.size())
      if (const int number = json::Elisions::markAt(text, at); number >= 0 && number < m_elisions.size())
        return number;
  return -1;
}

bool JsonEditor::expandAtCaret() {
  const int number = elisionAtCaret();
  if (number < 0)
    return false;
  const QByteArray mark = json::Elisions::mark(number);
  const QByteArray text = bytes();
  const qint64 caret = caretOffset();
  const qsizetype at = text.indexOf(mark, std::max<qint64>(0, caret - 4));
  if (at < 0)
    return false;
  replaceRange(at, mark.size(), m_elisions.at(number).bytes);
  return true;
}

bool JsonEditor::findNext(const QByteArray &what, bool matchCase, bool backwards) {
  if (what.isEmpty())
    return false;
  const QByteArray text = bytes();
  qsizetype hit;
  if (backwards) {
    hit = findBackward(text, what, send(SCI_GETSELECTIONSTART) - 1, matchCase);
    if (hit < 0)
      hit = findBackward(text, what, text.size(), matchCase);
  } else {
    hit = findForward(text, what, send(SCI_GETSELECTIONEND), matchCase);
    if (hit < 0)
      hit = findForward(text, what, 0, matchCase);
  }
  if (hit < 0)
    return false;
  send(SCI_ENSUREVISIBLE, static_cast<unsigned long>(send(SCI_LINEFROMPOSITION, static_cast<unsigned long>(hit))));
  send(SCI_SETSEL, static_cast<unsigned long>(hit), hit + what.size());
  send(SCI_SCROLLCARET);
  return true;
}

int JsonEditor::replaceAll(const QByteArray &what, const QByteArray &with, bool matchCase) {
  if (what.isEmpty() || isReadOnly())
    return 0;
  const QByteArray text = bytes();
  QByteArray out;
  int count = 0;
  qsizetype from = 0;
  for (qsizetype hit = findForward(text, what, 0, matchCase); hit >= 0;
       hit = findForward(text, what, from, matchCase)) {
    out.append(text.constData() + from, hit - from);
    out.append(with);
    from = hit + what.size();
    ++count;
  }
  if (count == 0)
    return 0;
  out.append(text.constData() + from, text.size() - from);
  replaceBytes(out);
  return count;
}

int JsonEditor::hitsInElisions(const QByteArray &what, bool matchCase) const {
  int count = 0;
  for (int i = 0; i < m_elisions.size() && !what.isEmpty(); ++i)
    if (const json::Elision &value = m_elisions.at(i); value.reason == json::Elision::Reason::Long)
      count += findForward(value.bytes, what, 0, matchCase) >= 0;
  return count;
}

void JsonEditor::replaceSelection(const QByteArray &with) {
  const long start = send(SCI_GETSELECTIONSTART);
  const long end = send(SCI_GETSELECTIONEND);
  if (isReadOnly() || end <= start)
    return;
  replaceRange(start, end - start, with);
  send(SCI_GOTOPOS, static_cast<unsigned long>(start + with.size()));
}

void JsonEditor::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
    emit escapePressed();
    return;
  }
  QsciScintilla::keyPressEvent(event);
}

QMimeData *JsonEditor::toMimeData(const QByteArray &text, bool rectangular) const {
  // A mask copies as the mask, a shortened value in full.
  QByteArray full;
  for (qsizetype i = 0; i < text.size();) {
    const int number = json::Elisions::markAt(text, i);
    if (number < 0 || number >= m_elisions.size()) {
      full.append(text[i++]);
      continue;
    }
    const json::Elision &value = m_elisions.at(number);
    full += value.reason == json::Elision::Reason::Masked ? '"' + pillLabel(value).toUtf8() + '"' : value.bytes;
    i += json::Elisions::mark(number).size();
  }
  return QsciScintilla::toMimeData(full, rectangular);
}

bool JsonEditor::canInsertFromMimeData(const QMimeData *source) const { return source->hasText(); }

QByteArray JsonEditor::fromMimeData(const QMimeData *source, bool &rectangular) const {
  rectangular = false;
  const QByteArray text = source->text().toUtf8();
  const QByteArray value = text.trimmed();
  if (value.size() <= json::LongValue || !value.startsWith('"'))
    return text;
  // A single very long string is kept out of the text at once: a line of that length would take seconds to paint.
  const json::Scan scan = json::scan(value);
  if (!scan.valid() || scan.tokens.size() != 1)
    return text;
  auto *self = const_cast<JsonEditor *>(this); // QScintilla declares this step of a paste const
  const int number = self->m_elisions.add(value, json::Elision::Reason::Long);
  if (number < 0)
    return text;
  self->showRepresentations();
  return json::Elisions::mark(number);
}

} // namespace oxp
