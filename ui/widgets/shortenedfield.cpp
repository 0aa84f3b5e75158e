// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shortenedfield.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionFrame>

namespace oxp {
namespace {

constexpr int MostCharacters = 16'000'000; ///< a value comes from a document too, and must not be cut
constexpr int Margin = 6, TextGap = 2, HintGap = 6; // px
constexpr qsizetype MeasuredCharacters = 1'000;

/// What is measured and painted of a long text.
QString ends(const QString &text) {
  constexpr qsizetype Half = MeasuredCharacters / 2;
  return text.size() <= MeasuredCharacters ? text : text.first(Half) + u'…' + text.last(Half);
}

} // namespace

ShortenedField::ShortenedField(QWidget *parent)
    : QLineEdit(parent) {
  setFont(fonts::monoId());
  setMaxLength(MostCharacters);
  setTextMargins(Margin, 0, Margin, 0);
  connect(this, &QLineEdit::textChanged, this, &ShortenedField::showWhole);
}

void ShortenedField::setHint(const QString &hint) {
  if (m_hint == hint)
    return;
  m_hint = hint;
  const int width = hint.isEmpty() ? 0 : QFontMetrics(fonts::small()).horizontalAdvance(hint) + HintGap;
  setTextMargins(Margin, 0, Margin + width, 0);
  showWhole();
}

QRect ShortenedField::room() const {
  QStyleOptionFrame option;
  initStyleOption(&option);
  return style()
      ->subElementRect(QStyle::SE_LineEditContents, &option, this)
      .marginsRemoved(textMargins())
      .adjusted(TextGap, 0, -TextGap, 0);
}

bool ShortenedField::fits() const {
  return text().size() <= MeasuredCharacters && fontMetrics().horizontalAdvance(text()) <= room().width();
}

void ShortenedField::showWhole() {
  setToolTip(fits() ? QString() : format::tipText(text().toUtf8()));
  update();
}

void ShortenedField::resizeEvent(QResizeEvent *event) {
  QLineEdit::resizeEvent(event);
  showWhole();
}

void ShortenedField::paintEvent(QPaintEvent *event) {
  if (hasFocus() || fits())
    QLineEdit::paintEvent(event);
  else
    paintShortened();
  if (!m_hint.isEmpty())
    paintHint();
}

void ShortenedField::paintShortened() {
  QStyleOptionFrame option;
  initStyleOption(&option);
  QPainter painter(this);
  style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
  const QString shown = format::safeText(ends(text()).toUtf8(), 4 * MeasuredCharacters);
  drawLine(&painter, room(), shown, font(), isEnabled() ? tokens().text : tokens().text3,
           Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
}

void ShortenedField::paintHint() {
  QPainter painter(this);
  const QRect place = room();
  drawLine(&painter, QRect(place.right() + 1, place.top(), textMargins().right() - Margin, place.height()),
           m_hint, fonts::small(), tokens().text2, Qt::AlignRight | Qt::AlignVCenter, Qt::ElideNone);
}

} // namespace oxp
