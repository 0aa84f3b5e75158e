// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sidebyside.h"

#include "ui/editor/jsoneditor.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <optional>
#include <utility>

namespace oxp {
namespace {

constexpr int LeastHeight = 96;                         // px
constexpr int GroundIndicator = 10, LineIndicator = 11; ///< of characters that differ
constexpr size_t MostMarked = 200;

/// Bytes of a value that differ from the other one, cut where characters begin.
struct Difference {
  qsizetype from = 0, to = 0;
};

bool goesOn(QByteArrayView text, qsizetype at) {
  return at > 0 && at < text.size() && (uchar(text[at]) & 0xC0) == 0x80;
}

Difference differenceIn(QByteArrayView text, QByteArrayView other) {
  const qsizetype shorter = std::min(text.size(), other.size());
  qsizetype head = std::mismatch(text.begin(), text.begin() + shorter, other.begin()).first - text.begin();
  while (goesOn(text, head) || goesOn(other, head))
    --head;
  const auto tail = std::mismatch(text.rbegin(), text.rbegin() + (shorter - head), other.rbegin());
  qsizetype end = text.size() - (tail.first - text.rbegin());
  while (goesOn(text, end))
    ++end;
  return {head, end};
}

/// Where a value stands in what is shown; nothing for what is not there or stands behind a mark.
std::optional<std::pair<qint64, QByteArray>> scalarIn(const JsonEditor &editor, const json::Pointer &at) {
  const auto scan = editor.scan();
  if (!scan || !scan->valid())
    return std::nullopt;
  const QByteArray text = editor.bytes();
  const quint32 token = json::find(text, *scan, at);
  if (token == json::NoToken || scan->tokens[token].opens() ||
      scan->tokens[token].kind == json::TokenKind::Elided)
    return std::nullopt;
  return std::pair(qint64(scan->tokens[token].offset),
                   json::tokenText(text, scan->tokens[token]).toByteArray());
}

void markRange(const JsonEditor &editor, qint64 from, qint64 length) {
  for (const int indicator : {GroundIndicator, LineIndicator}) {
    editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    editor.SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                         long(length));
  }
}

void setIndicator(JsonEditor &editor, int indicator, int style, const QColor &colour) {
  const auto number = static_cast<unsigned long>(indicator);
  editor.SendScintilla(QsciScintillaBase::SCI_INDICSETSTYLE, number, long(style));
  editor.SendScintilla(QsciScintillaBase::SCI_INDICSETFORE, number, colour);
  editor.SendScintilla(QsciScintillaBase::SCI_INDICSETALPHA, number, 255L);
  editor.SendScintilla(QsciScintillaBase::SCI_INDICSETOUTLINEALPHA, number, 255L);
  editor.SendScintilla(QsciScintillaBase::SCI_INDICSETUNDER, number, 1L);
}

/// `sign`: of the bar at the line and of the line below what differs, which tells it in grey too.
void setColours(JsonEditor &editor, const QColor &line, const QColor &ground, const QColor &sign) {
  EditorColours colours = editorColours();
  colours.taken = line;
  colours.changeBar = sign;
  editor.setColours(colours);
  setIndicator(editor, GroundIndicator, QsciScintillaBase::INDIC_FULLBOX, ground);
  setIndicator(editor, LineIndicator, QsciScintillaBase::INDIC_COMPOSITIONTHICK, sign);
}

} // namespace

SideBySide::SideBySide(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel)
    , m_facts(new TextLabel({}, Tint::Text2))
    , m_before(new JsonEditor)
    , m_after(new JsonEditor) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  setupHead(column);
  auto *sides = new QHBoxLayout;
  sides->setSpacing(8);
  sides->addWidget(makeSide(m_before, tr("Before"), IconId::Minus, Tint::Err), 1);
  sides->addWidget(makeSide(m_after, tr("After"), IconId::Plus, Tint::Ok), 1);
  column->addLayout(sides, 1);
  scrollTogether(m_before->verticalScrollBar(), m_after->verticalScrollBar());
  scrollTogether(m_before->horizontalScrollBar(), m_after->horizontalScrollBar());
  for (JsonEditor *editor : {m_before, m_after})
    connect(editor, &JsonEditor::validityChanged, this, &SideBySide::mark);
  applyTheme();
}

void SideBySide::setupHead(QBoxLayout *column) {
  const auto arrow = [this](IconId id, const QString &name, int by) {
    auto *made = new QToolButton;
    made->setIcon(icon(id));
    made->setAutoRaise(true);
    made->setAccessibleName(name);
    made->setObjectName(name);
    connect(made, &QToolButton::clicked, this, [this, by] { emit stepWanted(by); });
    return made;
  };
  m_previous = arrow(IconId::ChevronUp, tr("Previous change"), -1);
  m_next = arrow(IconId::ChevronDown, tr("Next change"), 1);
  m_previous->setToolTip(tr("Previous change (Shift+F7)"));
  m_next->setToolTip(tr("Next change (F7)"));
  m_title->setFont(fonts::mono());
  m_title->setElide(Qt::ElideMiddle);
  m_facts->setElide(Qt::ElideRight);
  auto *head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_title);
  head->addWidget(m_facts, 1);
  head->addWidget(m_previous);
  head->addWidget(m_next);
  column->addLayout(head);
}

QWidget *SideBySide::makeSide(JsonEditor *editor, const QString &name, IconId sign, Tint tint) {
  editor->setAccessibleName(name);
  editor->setObjectName(name);
  editor->setFrameShape(QFrame::StyledPanel);
  editor->setReadOnly(true);
  editor->setMinimumHeight(LeastHeight);
  auto *head = new QHBoxLayout;
  head->setSpacing(4);
  head->addWidget(new IconLabel(sign, tint, SmallIcon));
  auto *title = new TextLabel(name, Tint::Text2);
  title->setFont(fonts::small());
  head->addWidget(title, 1);
  auto *side = new QWidget;
  auto *column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(head);
  column->addWidget(editor, 1);
  return side;
}

/// By how far one goes, so that places that were brought beside each other stay so.
void SideBySide::scrollTogether(QScrollBar *one, QScrollBar *other) {
  const auto follow = [this](QScrollBar *from, QScrollBar *to) {
    connect(from, &QScrollBar::valueChanged, this, [this, to, last = from->value()](int value) mutable {
      const int by = value - std::exchange(last, value);
      if (m_scrolling)
        return;
      m_scrolling = true;
      to->setValue(to->value() + by);
      m_scrolling = false;
    });
  };
  follow(one, other);
  follow(other, one);
}

void SideBySide::setTexts(const QString &title, const QString &facts, const TrialTexts &texts) {
  m_title->setText(title);
  m_facts->setText(facts);
  m_changes = texts.changes;
  m_current = m_changes.empty() ? -1 : 0;
  m_scrolling = true;
  fill(m_before, texts.before);
  fill(m_after, texts.after);
  m_scrolling = false;
  std::vector<json::Pointer> before, after;
  for (const json::Change &change : m_changes) {
    if (change.kind != json::Change::Added)
      before.push_back(change.pointer);
    if (change.kind != json::Change::Removed)
      after.push_back(change.pointer);
  }
  m_before->setMergePlaces({}, std::move(before));
  m_after->setMergePlaces({}, std::move(after));
  mark();
  showCurrent();
}

int SideBySide::columns() const {
  return std::min(m_before->columns(), m_after->columns());
}

void SideBySide::fill(JsonEditor *editor, const ShownPayload &shown) {
  editor->setReadOnly(false);
  if (shown.form == ShownPayload::Form::Json && !shown.hidden)
    editor->setBytes(shown.text, shown.elisions);
  else
    editor->setPlainText(shown.text);
  editor->setReadOnly(true);
}

/// Once the token tables are there: a large text's come later.
void SideBySide::mark() {
  for (const JsonEditor *editor : {m_before, m_after})
    for (const int indicator : {GroundIndicator, LineIndicator}) {
      editor->SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                            static_cast<unsigned long>(indicator));
      editor->SendScintilla(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0UL, long(editor->byteCount()));
    }
  for (size_t i = 0; i < std::min(m_changes.size(), MostMarked); ++i)
    markCharacters(m_changes[i]);
  showCurrent();
}

void SideBySide::markCharacters(const json::Change &change) {
  if (change.kind != json::Change::Changed && change.kind != json::Change::Respelled)
    return;
  const auto before = scalarIn(*m_before, change.pointer), after = scalarIn(*m_after, change.pointer);
  if (!before || !after)
    return;
  const Difference old = differenceIn(before->second, after->second);
  const Difference now = differenceIn(after->second, before->second);
  markRange(*m_before, before->first + old.from, old.to - old.from);
  markRange(*m_after, after->first + now.from, now.to - now.from);
}

bool SideBySide::canStep(int by) const {
  return m_current + by >= 0 && m_current + by < int(m_changes.size()) && m_current >= 0;
}

bool SideBySide::step(int by) {
  if (!canStep(by))
    return false;
  m_current += by;
  showCurrent();
  return true;
}

void SideBySide::showLast() {
  m_current = int(m_changes.size()) - 1;
  showCurrent();
}

void SideBySide::showCurrent() {
  if (m_current < 0)
    return;
  m_scrolling = true;
  for (JsonEditor *editor : {m_before, m_after})
    editor->showPlace(m_changes[size_t(m_current)].pointer);
  m_scrolling = false;
}

void SideBySide::applyTheme() {
  const EditorColours colours = editorColours();
  setColours(*m_before, tokens().delBg, colours.delHi, tokens().err);
  setColours(*m_after, tokens().addBg, colours.addHi, tokens().ok);
}

void SideBySide::changeEvent(QEvent *event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
    applyTheme();
}

} // namespace oxp
