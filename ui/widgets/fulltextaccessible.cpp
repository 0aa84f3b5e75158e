// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fulltextaccessible.h"

#include "ui/widgets/fulltextview.h"
#include "json/fields.h"

namespace oxp {
namespace {

constexpr int MostTold = 100'000; // code points of the value, which is asked for at every focus

QAccessibleInterface *make(const QString &, QObject *object) {
  auto *view = qobject_cast<FullTextView *>(object);
  return view ? new FullTextAccessible(view) : nullptr;
}

QString withPictures(QString text) {
  constexpr char16_t Pictures = 0x2400, DeletePicture = 0x2421;
  for (QChar &c : text) {
    if (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r')
      c = QChar(char16_t(Pictures + c.unicode()));
    else if (c == QChar(0x7F))
      c = QChar(DeletePicture);
  }
  return text;
}

} // namespace

void FullTextAccessible::install() {
  static const bool once = [] {
    QAccessible::installFactory(make);
    return true;
  }();
  Q_UNUSED(once)
}

FullTextAccessible::FullTextAccessible(FullTextView *view)
    : QAccessibleWidget(view, QAccessible::EditableText) {}

void FullTextAccessible::tellSelection(FullTextView *view) {
  if (!QAccessible::isActive())
    return;
  const FullTextAccessible seen(view);
  int start = 0, end = 0;
  seen.selection(0, &start, &end);
  QAccessibleTextSelectionEvent event(view, start, end);
  event.setCursorPosition(seen.cursorPosition());
  QAccessible::updateAccessibility(&event);
}

FullTextView *FullTextAccessible::view() const {
  return static_cast<FullTextView *>(widget());
}

void *FullTextAccessible::interface_cast(QAccessible::InterfaceType type) {
  if (type == QAccessible::TextInterface)
    return static_cast<QAccessibleTextInterface *>(this);
  return QAccessibleWidget::interface_cast(type);
}

QAccessible::State FullTextAccessible::state() const {
  QAccessible::State state = QAccessibleWidget::state();
  state.multiLine = true;
  state.selectableText = true;
  state.readOnly = true;
  return state;
}

int FullTextAccessible::charactersOf(qsizetype byte) const {
  return int(view()->layoutOfText().pieces().charactersAt(byte));
}

qsizetype FullTextAccessible::byteOf(int character) const {
  return view()->layoutOfText().pieces().byteOfCharacter(character);
}

int FullTextAccessible::characterCount() const {
  const TextPieces &pieces = view()->layoutOfText().pieces();
  return int(pieces.charactersBefore(pieces.count()));
}

QString FullTextAccessible::text(int start, int end) const {
  const qsizetype from = byteOf(start), to = end < 0 ? view()->text().size() : byteOf(end);
  return to <= from ? QString()
                    : withPictures(json::fromUtf8(QByteArrayView(view()->text()).sliced(from, to - from)));
}

QString FullTextAccessible::text(QAccessible::Text which) const {
  return which == QAccessible::Value ? text(0, MostTold) : QAccessibleWidget::text(which);
}

void FullTextAccessible::selection(int index, int *start, int *end) const {
  *start = index == 0 ? charactersOf(view()->selectionStart()) : 0;
  *end = index == 0 ? charactersOf(view()->selectionEnd()) : 0;
}

int FullTextAccessible::selectionCount() const {
  return view()->hasSelection() ? 1 : 0;
}

void FullTextAccessible::addSelection(int start, int end) {
  setSelection(0, start, end);
}

void FullTextAccessible::removeSelection(int index) {
  if (index == 0)
    view()->select(view()->caret(), view()->caret());
}

void FullTextAccessible::setSelection(int index, int start, int end) {
  if (index == 0)
    view()->select(byteOf(start), byteOf(end));
}

int FullTextAccessible::cursorPosition() const {
  return charactersOf(view()->caret());
}

void FullTextAccessible::setCursorPosition(int position) {
  view()->select(byteOf(position), byteOf(position));
}

QRect FullTextAccessible::characterRect(int offset) const {
  const qsizetype byte = byteOf(offset);
  const QPoint at = view()->pointOf(byte);
  const int right = view()->pointOf(byteOf(offset + 1)).x();
  return {view()->viewport()->mapToGlobal(at),
          QSize(std::max(1, right - at.x()), view()->layoutOfText().rowHeight())};
}

int FullTextAccessible::offsetAtPoint(const QPoint &point) const {
  const QPoint local = view()->viewport()->mapFromGlobal(point);
  return view()->viewport()->rect().contains(local) ? charactersOf(view()->byteAtPoint(local)) : -1;
}

void FullTextAccessible::scrollToSubstring(int start, int) {
  view()->showByte(byteOf(start));
}

QString FullTextAccessible::attributes(int offset, int *start, int *end) const {
  *start = offset;
  *end = offset + 1;
  return {};
}

} // namespace oxp
