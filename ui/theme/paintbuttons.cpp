// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>
#include <QVariant>

namespace oxp {

namespace {

constexpr const char *KindProperty = "kind";
constexpr int IconGap = 6;

ButtonKind kindOf(const QWidget *widget) {
  const QByteArray kind = widget ? widget->property(KindProperty).toByteArray() : QByteArray();
  if (kind == "main")
    return ButtonKind::Main;
  if (kind == "flat")
    return ButtonKind::Flat;
  return kind == "danger" ? ButtonKind::Danger : ButtonKind::Normal;
}

const char *kindName(ButtonKind kind) {
  switch (kind) {
  case ButtonKind::Main:
    return "main";
  case ButtonKind::Flat:
    return "flat";
  case ButtonKind::Danger:
    return "danger";
  case ButtonKind::Normal:
    break;
  }
  return "normal";
}

struct Look {
  QColor fill, line, text, ring;
};

/// Fill and border of a button before it is touched.
Look restingLook(ButtonKind kind, bool enabled, const Tokens &t) {
  if (kind == ButtonKind::Flat)
    return {QColor(), QColor(), enabled ? t.accent : t.text3, t.accent};
  if (!enabled)
    return {t.window, t.hair, t.text3, t.accent};
  switch (kind) {
  case ButtonKind::Main:
    return {t.accent, QColor(), t.onAccent, t.onAccent};
  case ButtonKind::Danger:
    return {t.button, t.err, t.err, t.err};
  default:
    return {t.button, t.border, t.text, t.accent};
  }
}

Look lookOf(ButtonKind kind, QStyle::State state, const Tokens &t) {
  const bool enabled = state & QStyle::State_Enabled;
  Look look = restingLook(kind, enabled, t);
  if ((state & QStyle::State_On) && kind != ButtonKind::Main) {
    look.fill = t.sel;
    look.line = enabled ? t.accent : t.hair;
  }
  if (!enabled)
    return look;
  const QColor below = look.fill.isValid() ? look.fill : t.window;
  if (state & QStyle::State_Sunken)
    look.fill = mixed(t.text, below, 0.14);
  else if (state & QStyle::State_MouseOver)
    look.fill = mixed(t.text, below, 0.06);
  if (kind == ButtonKind::Main && look.fill != t.accent)
    look.fill = mixed(t.onAccent, t.accent, (state & QStyle::State_Sunken) ? 0.16 : 0.08);
  return look;
}

void drawFrame(QPainter *painter, const QRect &rect, ButtonKind kind, QStyle::State state, const Look &look) {
  drawBox(painter, rect, look.fill, look.line);
  if (!(state & QStyle::State_HasFocus))
    return;
  if (kind == ButtonKind::Main)
    drawBox(painter, QRectF(rect).adjusted(2, 2, -2, -2), QColor(), look.ring, 1.5, ControlRadius - 1);
  else
    drawFocusRing(painter, rect, look.ring);
}

/// What stands on a button; icon or text may be missing.
struct Label {
  QIcon icon;
  QSize iconSize;
  QString text;
  QFont font;
  QColor colour;
  QStyle::State state;
  bool mnemonics = false;
  bool iconLast = false;
};

/// Icon and text side by side, in the middle of `rect`.
void drawLabel(QPainter *painter, const QRect &rect, const Label &label) {
  const int flags = Qt::AlignVCenter | (label.mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
  const QFontMetrics metrics(label.font);
  const bool both = !label.icon.isNull() && !label.text.isEmpty();
  const int iconWidth = label.icon.isNull() ? 0 : label.iconSize.width() + (both ? IconGap : 0);
  const QString shown = metrics.elidedText(label.text, Qt::ElideMiddle, rect.width() - iconWidth, flags);
  const int textWidth = shown.isEmpty() ? 0 : metrics.size(flags, shown).width();
  const int start = rect.x() + qMax(0, (rect.width() - textWidth - iconWidth) / 2);
  if (!label.icon.isNull()) {
    const int x = label.iconLast ? start + textWidth + iconWidth - label.iconSize.width() : start;
    const QRect place(QPoint(x, rect.y() + (rect.height() - label.iconSize.height()) / 2), label.iconSize);
    label.icon.paint(painter, place, Qt::AlignCenter,
                     label.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled,
                     label.state & QStyle::State_On ? QIcon::On : QIcon::Off);
  }
  painter->setFont(label.font);
  painter->setPen(label.colour);
  const int textAt = label.iconLast ? start : start + iconWidth;
  painter->drawText(QRect(textAt, rect.y(), rect.right() + 1 - textAt, rect.height()), flags, shown);
}

bool showsMnemonics(const QStyleOption &option, const QWidget *widget) {
  return widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget);
}

/// On a main button every icon of ours takes the button's own text colour.
QIcon tinted(const QIcon &icon, ButtonKind kind, const QSize &size, qreal ratio, const QColor &colour) {
  if (kind != ButtonKind::Main || icon.isNull())
    return icon;
  QPixmap pixmap = icon.pixmap(size, ratio);
  QPainter painter(&pixmap);
  painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
  painter.fillRect(QRect(QPoint(), size), colour);
  return QIcon(pixmap);
}

/// The buttons that scroll a row of tabs: they cover what is behind them.
void drawArrow(QPainter *painter, const QStyleOptionToolButton &option, const Look &look) {
  painter->fillRect(option.rect, look.fill.isValid() ? look.fill : tokens().window);
  const bool enabled = option.state & QStyle::State_Enabled;
  IconId id = IconId::ChevronDown;
  if (option.arrowType == Qt::RightArrow)
    id = IconId::ChevronRight;
  else if (option.arrowType == Qt::LeftArrow)
    id = IconId::ChevronLeft;
  else if (option.arrowType == Qt::UpArrow)
    id = IconId::ChevronUp;
  drawIcon(painter, option.rect, id, enabled ? tokens().text2 : tokens().text3, SmallIcon);
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind) {
  button->setProperty(KindProperty, QByteArray(kindName(kind)));
  button->updateGeometry();
  button->update();
}

namespace paint {

void pushButton(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget) {
  ButtonKind kind = kindOf(widget);
  if (kind == ButtonKind::Normal && (option.features & QStyleOptionButton::Flat))
    kind = ButtonKind::Flat;
  const Look look = lookOf(kind, option.state, tokens());
  drawFrame(painter, option.rect, kind, option.state, look);
  QRect inner = option.rect.adjusted(6, 0, -6, 0);
  if (option.features & QStyleOptionButton::HasMenu) {
    drawIcon(painter, QRect(inner.right() - SmallIcon + 1, inner.y(), SmallIcon, inner.height()),
             IconId::ChevronDown, look.text, SmallIcon);
    inner.adjust(0, 0, -SmallIcon - 2, 0);
  }
  const QIcon icon =
      tinted(option.icon, kind, option.iconSize, painter->device()->devicePixelRatio(), look.text);
  drawLabel(painter, inner,
            {icon, option.iconSize, option.text, painter->font(), look.text, option.state,
             showsMnemonics(option, widget), option.direction == Qt::RightToLeft});
}

void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget) {
  const bool framed = widget && widget->property(KindProperty).isValid();
  const ButtonKind kind = framed ? kindOf(widget) : ButtonKind::Flat;
  Look look = lookOf(kind, option.state, tokens());
  if (!framed && (option.state & QStyle::State_Enabled))
    look.text = tokens().text;
  drawFrame(painter, option.rect, kind, option.state, look);
  if (option.features & QStyleOptionToolButton::Arrow)
    return drawArrow(painter, option, look);
  const bool showIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
  const bool showText = option.toolButtonStyle != Qt::ToolButtonIconOnly || option.icon.isNull();
  QRect inner = option.rect.adjusted(4, 0, -4, 0);
  if (showText && (option.features & QStyleOptionToolButton::HasMenu)) {
    drawIcon(painter, QRect(inner.right() - SmallIcon + 1, inner.y(), SmallIcon, inner.height()),
             IconId::ChevronDown, look.text, SmallIcon);
    inner.adjust(0, 0, -SmallIcon - 2, 0);
  }
  drawLabel(painter, inner,
            {showIcon ? option.icon : QIcon(), option.iconSize, showText ? option.text : QString(),
             option.font, look.text, option.state, showsMnemonics(option, widget)});
}

} // namespace paint
} // namespace oxp
