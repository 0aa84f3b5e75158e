// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace oxp {

namespace {
constexpr const char *InvalidProperty = "invalid";

bool has(const QStyleOption &option, QStyle::StateFlag flag) {
  return option.state & flag;
}

/// The square of a mark; an odd pixel goes above it, where letters have their ascenders.
QRect markBox(const QRect &rect) {
  return {rect.x() + (rect.width() - 16) / 2, rect.y() + (rect.height() - 16 + 1) / 2, 16, 16};
}

} // namespace

void setFieldInvalid(QWidget *field, bool invalid) {
  if (field->property(InvalidProperty).toBool() == invalid)
    return;
  field->setProperty(InvalidProperty, invalid);
  field->update();
}

namespace paint {

void field(QPainter *painter, const QStyleOption &option, const QWidget *widget) {
  const Tokens &t = tokens();
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool invalid = widget && widget->property(InvalidProperty).toBool();
  const bool focus = enabled && has(option, QStyle::State_HasFocus);
  const QColor line = invalid ? t.err : focus ? t.accent : enabled ? t.border : t.hair;
  drawBox(painter, option.rect, enabled ? t.base : t.window, line, invalid || focus ? FocusRing : 1);
}

void checkMark(QPainter *painter, const QStyleOption &option) {
  const Tokens &t = tokens();
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool set = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
  const QRect box = markBox(option.rect);
  const QColor fill = !enabled ? (set ? t.text3 : t.window) : set ? t.accent : t.base;
  drawBox(painter, box, fill, set ? QColor() : enabled ? t.border : t.hair, 1, 3);
  if (!set)
    return;
  const bool part = has(option, QStyle::State_NoChange);
  drawIcon(painter, box, part ? IconId::Minus : IconId::Check, enabled ? t.onAccent : t.window, SmallIcon);
}

void radioMark(QPainter *painter, const QStyleOption &option) {
  const Tokens &t = tokens();
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool on = has(option, QStyle::State_On);
  const QRect box = markBox(option.rect);
  const QColor fill = !enabled ? (on ? t.text3 : t.window) : on ? t.accent : t.base;
  drawBox(painter, box, fill, on ? QColor() : enabled ? t.border : t.hair, 1, 8);
  if (on)
    drawBox(painter, QRectF(box).adjusted(5, 5, -5, -5), enabled ? t.onAccent : t.window, QColor(), 0, 3);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget) {
  const Tokens &t = tokens();
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool invalid = widget && widget->property(InvalidProperty).toBool();
  const bool focus = enabled && has(option, QStyle::State_HasFocus);
  QColor fill = !enabled ? t.window : option.editable ? t.base : t.button;
  if (enabled && !option.editable && has(option, QStyle::State_MouseOver))
    fill = mixed(t.text, fill, 0.04);
  const QColor line = invalid ? t.err : focus ? t.accent : enabled ? t.border : t.hair;
  drawBox(painter, option.rect, fill, line, invalid || focus ? FocusRing : 1);
  const QRect arrow(option.rect.right() - 22, option.rect.y(), SmallIcon + 4, option.rect.height());
  drawIcon(painter, arrow, IconId::ChevronDown, enabled ? t.text2 : t.text3, SmallIcon);
}

void comboLabel(QPainter *painter, const QStyleOptionComboBox &option, const QRect &room) {
  const bool enabled = has(option, QStyle::State_Enabled);
  QRect place = room.adjusted(2, 0, 0, 0);
  if (!option.currentIcon.isNull()) {
    const QSize size = option.iconSize;
    option.currentIcon.paint(painter,
                             QRect(QPoint(place.x(), place.center().y() - size.height() / 2 + 1), size),
                             Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    place.setLeft(place.left() + size.width() + 8);
  }
  if (!option.editable)
    drawLine(painter, place, option.currentText, painter->font(), enabled ? tokens().text : tokens().text3);
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const QWidget *widget) {
  const Tokens &t = tokens();
  field(painter, option, widget);
  if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
    return;
  const auto colour = [&](QAbstractSpinBox::StepEnabledFlag flag) {
    return option.stepEnabled & flag && has(option, QStyle::State_Enabled) ? t.text2 : t.text3;
  };
  constexpr int Arrow = 10;
  drawIcon(painter, up, IconId::ChevronUp, colour(QAbstractSpinBox::StepUpEnabled), Arrow);
  drawIcon(painter, down, IconId::ChevronDown, colour(QAbstractSpinBox::StepDownEnabled), Arrow);
}

} // namespace paint
} // namespace oxp
