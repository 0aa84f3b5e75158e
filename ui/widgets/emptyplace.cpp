// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptyplace.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

namespace {

constexpr int BlockWidth = 480, DrawingSize = 72, TopMargin = 12;

/// A hair line over the width of the block.
class Rule : public QWidget {
public:
  Rule() { setFixedHeight(1); }

protected:
  void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens().hair); }
};

void emptyOut(QLayout *layout) {
  while (QLayoutItem *item = layout->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater(); // its own click may have led here
    }
    delete item;
  }
}

} // namespace

EmptyPlace::EmptyPlace(QWidget *parent)
    : QWidget(parent) {
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  setupBlock();
  clear();
}

void EmptyPlace::setupBlock() {
  auto *block = new QWidget;
  block->setMaximumWidth(BlockWidth);
  block->setMinimumWidth(qMin(BlockWidth, 200));
  auto *lines = new QVBoxLayout(block);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(8);
  m_drawing = new IconLabel(IconId::Bird, Tint::Text3, DrawingSize);
  m_headline = new TextLabel;
  m_headline->setFont(fonts::headline());
  m_headline->setWordWrap(true);
  m_sentence = new TextLabel({}, Tint::Text2);
  m_sentence->setWordWrap(true);
  m_buttons = new QHBoxLayout;
  m_buttons->setContentsMargins(0, 8, 0, 16);
  m_rule = new Rule;
  m_shortcuts = new QGridLayout;
  m_shortcuts->setContentsMargins(0, 8, 0, 0);
  m_shortcuts->setHorizontalSpacing(16);
  m_shortcuts->setColumnStretch(1, 1);
  m_footnote = new TextLabel({}, Tint::Text2);
  m_footnote->setFont(fonts::small());
  m_footnote->setWordWrap(true);
  lines->addWidget(m_drawing);
  m_gap = new QSpacerItem(0, 16);
  lines->addItem(m_gap);
  lines->addWidget(m_headline);
  lines->addWidget(m_sentence);
  lines->addLayout(m_buttons);
  lines->addWidget(m_rule);
  lines->addLayout(m_shortcuts);
  lines->addSpacing(4);
  lines->addWidget(m_footnote);

  auto *centre = m_place = new QGridLayout(this);
  centre->setContentsMargins(24, 24, 24, 24);
  centre->setRowStretch(0, 2);
  centre->setRowStretch(2, 3);
  centre->setColumnStretch(0, 1);
  centre->setColumnStretch(1, 100);
  centre->setColumnStretch(2, 1);
  centre->addWidget(block, 1, 1);
}

void EmptyPlace::setAtTop() {
  m_atTop = true;
  // Links have a margin of their own: theirs and the texts' letters stand in one line.
  m_place->setContentsMargins(0, TopMargin + 4, TopMargin, TopMargin);
  for (TextLabel *label : {m_headline, m_sentence})
    label->setContentsMargins(TopMargin, 0, 0, 0);
  m_place->setRowStretch(0, 0);
  m_place->setColumnStretch(0, 0);
}

void EmptyPlace::setDrawing(IconId icon) {
  static_cast<IconLabel *>(m_drawing)->setIcon(icon, Tint::Text3);
  m_gap->changeSize(0, 16);
  m_drawing->show();
}

void EmptyPlace::setHeadline(const QString &text) {
  m_headline->setText(text);
  setAccessibleName(text);
}

void EmptyPlace::setSentence(const QString &text) {
  m_sentence->setText(text);
  m_sentence->setVisible(!text.isEmpty());
  setAccessibleDescription(text);
}

QPushButton *EmptyPlace::addButton(const QString &text, ButtonKind kind) {
  auto *button = new QPushButton(text);
  setButtonKind(button, kind);
  if (m_atTop && m_buttons->count() == 0) // only links have a margin of their own
    m_buttons->setContentsMargins(kind == ButtonKind::Flat ? 0 : TopMargin, 8, 0, 16);
  if (m_buttons->count() > 0)
    m_buttons->takeAt(m_buttons->count() - 1); // the stretch at the end
  m_buttons->addWidget(button);
  m_buttons->addStretch();
  return button;
}

void EmptyPlace::addShortcut(const QString &keys, const QString &meaning) {
  const int row = m_shortcuts->rowCount();
  auto *key = new TextLabel(keys);
  key->setFont(fonts::monoId());
  m_shortcuts->addWidget(key, row, 0);
  m_shortcuts->addWidget(new TextLabel(meaning, Tint::Text2), row, 1);
  m_rule->show();
}

void EmptyPlace::setFootnote(const QString &text) {
  m_footnote->setText(text);
  m_footnote->setVisible(!text.isEmpty());
}

void EmptyPlace::clear() {
  emptyOut(m_buttons);
  emptyOut(m_shortcuts);
  m_drawing->hide();
  m_rule->hide();
  m_gap->changeSize(0, 0);
  setFootnote({});
  setSentence({});
}

} // namespace oxp
