// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/fonts.h"
#include "ui/theme/innernames.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int MenuRadius = 6;
constexpr int FieldTextMargin = 6;

/// Whether the view that is being drawn has the keyboard; its selection is stronger then.
bool viewHasFocus(const QWidget *widget) {
  return widget && (widget->hasFocus() || (widget->parentWidget() && widget->parentWidget()->hasFocus()));
}

void drawItemPanel(const QStyleOptionViewItem &item, QPainter *painter, const QWidget *widget) {
  const Tokens &t = tokens();
  const QRect &r = item.rect;
  if (item.state & QStyle::State_Selected) {
    const bool focus = viewHasFocus(widget);
    painter->fillRect(r, focus ? t.sel : t.selOff);
    const bool first = qobject_cast<const QTreeView *>(widget)
                           ? r.x() <= 0
                           : item.viewItemPosition == QStyleOptionViewItem::Beginning ||
                                 item.viewItemPosition == QStyleOptionViewItem::OnlyOne;
    if (focus && first)
      painter->fillRect(QRect(r.x(), r.y(), 3, r.height()), t.accent);
  } else if (item.backgroundBrush.style() != Qt::NoBrush) {
    painter->fillRect(r, item.backgroundBrush);
  } else if (item.state & QStyle::State_MouseOver && item.state & QStyle::State_Enabled) {
    painter->fillRect(r, t.hover);
  }
}

/// The field inside a combo box or spin box, which have margins of their own.
bool isInner(const QLineEdit *edit) {
  return qobject_cast<QComboBox *>(edit->parentWidget());
}

void drawFocus(const QStyleOption *option, QPainter *painter) {
  // Views show where the keyboard is by the colour of the selection.
  if (!(option->state & QStyle::State_Item))
    drawFocusRing(painter, option->rect, tokens().accent);
}

void drawDockTitle(const QStyleOptionDockWidget &dock, QPainter *painter) {
  const Tokens &t = tokens();
  painter->fillRect(dock.rect, t.window);
  painter->fillRect(QRect(dock.rect.x(), dock.rect.bottom(), dock.rect.width(), 1), t.hair);
  drawLine(painter, dock.rect.adjusted(12, 0, -48, 0), dock.title, fonts::small(), t.text2);
}

IconId arrowIcon(QStyle::PrimitiveElement element) {
  switch (element) {
  case QStyle::PE_IndicatorArrowUp:
    return IconId::ChevronUp;
  case QStyle::PE_IndicatorArrowRight:
    return IconId::ChevronRight;
  case QStyle::PE_IndicatorArrowLeft:
    return IconId::ChevronLeft;
  default:
    return IconId::ChevronDown;
  }
}

template <class Option>
const Option *as(const QStyleOption *option) {
  return qstyleoption_cast<const Option *>(option);
}

} // namespace

OxpStyle::OxpStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {
  setObjectName(u"oxpecker"_s);
}

void OxpStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const {
  const Tokens &t = tokens();
  const QRect &r = option->rect;
  switch (element) {
  case PE_FrameFocusRect:
    return drawFocus(option, painter);
  case PE_PanelLineEdit: {
    const auto *frame = as<QStyleOptionFrame>(option);
    if (frame && frame->lineWidth > 0)
      return paint::field(painter, *option, widget);
    return painter->fillRect(r, option->palette.brush(QPalette::Base));
  }
  case PE_FrameLineEdit:
  case PE_FrameStatusBarItem:
  case PE_PanelStatusBar:
    return;
  case PE_IndicatorCheckBox:
  case PE_IndicatorItemViewItemCheck:
    return paint::checkMark(painter, *option);
  case PE_IndicatorRadioButton:
    return paint::radioMark(painter, *option);
  case PE_IndicatorBranch:
    return paint::branch(painter, *option);
  case PE_IndicatorArrowUp:
  case PE_IndicatorArrowDown:
  case PE_IndicatorArrowLeft:
  case PE_IndicatorArrowRight:
    return drawIcon(painter, r, arrowIcon(element), option->state & State_Enabled ? t.text2 : t.text3,
                    SmallIcon);
  case PE_PanelItemViewRow:
    // Only what lies left of a tree's first cell; the cells draw their own ground.
    if (const auto *item = as<QStyleOptionViewItem>(option); item && qobject_cast<const QTreeView *>(widget))
      return drawItemPanel(*item, painter, widget);
    return;
  case PE_PanelItemViewItem:
    if (const auto *item = as<QStyleOptionViewItem>(option))
      return drawItemPanel(*item, painter, widget);
    break;
  case PE_Frame:
    return drawBox(painter, r, QColor(), t.border, 1, 0);
  case PE_FrameGroupBox:
    return drawBox(painter, QRect(r).adjusted(0, option->fontMetrics.height() + 4, 0, 0), QColor(), t.hair);
  case PE_FrameTabWidget:
    return painter->fillRect(QRect(r.x(), r.y(), r.width(), 1), t.hair);
  case PE_FrameTabBarBase:
    return painter->fillRect(QRect(r.x(), r.bottom(), r.width(), 1), t.hair);
  case PE_FrameMenu:
    return drawBox(painter, r, QColor(), t.border, 1, MenuRadius);
  case PE_PanelMenu:
    return drawBox(painter, r, t.base, QColor(), 0, MenuRadius);
  case PE_PanelTipLabel:
    return drawBox(painter, r, t.base, t.border, 1, 0);
  case PE_PanelMenuBar:
  case PE_PanelToolBar:
  case PE_PanelScrollAreaCorner:
    return painter->fillRect(r, t.window);
  case PE_IndicatorDockWidgetResizeHandle:
    return painter->fillRect(r, t.hair);
  case PE_IndicatorTabClose:
    return drawIcon(painter, r, IconId::Close, t.text2, SmallIcon);
  default:
    break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void OxpStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const {
  const QRect &r = option->rect;
  switch (element) {
  case CE_PushButton:
    if (const auto *button = as<QStyleOptionButton>(option))
      return paint::pushButton(painter, *button, widget);
    break;
  case CE_Header:
    if (const auto *header = as<QStyleOptionHeader>(option))
      return paint::header(painter, *header, widget);
    break;
  case CE_HeaderEmptyArea:
    painter->fillRect(r, tokens().window);
    return painter->fillRect(QRect(r.x(), r.bottom(), r.width(), 1), tokens().hair);
  case CE_ComboBoxLabel:
    if (const auto *combo = as<QStyleOptionComboBox>(option))
      return paint::comboLabel(painter, *combo,
                               subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget));
    break;
  case CE_ProgressBar:
    if (const auto *bar = as<QStyleOptionProgressBar>(option))
      return paint::progressBar(painter, *bar);
    break;
  case CE_MenuBarItem:
    if (const auto *item = as<QStyleOptionMenuItem>(option)) {
      QStyleOptionMenuItem copy = *item;
      // The letters are underlined while the menu bar is worked by keys.
      copy.state.setFlag(State_KeyboardFocusChange, widget && widget->hasFocus());
      return paint::menuBarItem(painter, copy);
    }
    break;
  case CE_MenuItem:
    if (const auto *item = as<QStyleOptionMenuItem>(option))
      return paint::menuItem(painter, *item);
    break;
  case CE_TabBarTab:
    if (const auto *tab = as<QStyleOptionTab>(option))
      return paint::tab(painter, *tab);
    break;
  case CE_DockWidgetTitle:
    if (const auto *dock = as<QStyleOptionDockWidget>(option))
      return drawDockTitle(*dock, painter);
    break;
  case CE_MenuBarEmptyArea:
  case CE_ToolBar:
    return painter->fillRect(r, tokens().window);
  case CE_ShapedFrame:
    // A rule between two parts: Fusion would draw it in the colour of text.
    if (const auto *frame = as<QStyleOptionFrame>(option);
        frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine))
      return painter->fillRect(r, tokens().hair);
    break;
  case CE_Splitter:
    return painter->fillRect(r, tokens().hair);
  default:
    break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void OxpStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const {
  switch (control) {
  case CC_ScrollBar:
    if (const auto *bar = as<QStyleOptionSlider>(option))
      return paint::scrollBar(painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
    break;
  case CC_ComboBox:
    if (const auto *combo = as<QStyleOptionComboBox>(option))
      return paint::comboBox(painter, *combo, widget);
    break;
  case CC_SpinBox:
    if (const auto *spin = as<QStyleOptionSpinBox>(option))
      return paint::spinBox(painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                            subControlRect(control, option, SC_SpinBoxDown, widget), widget);
    break;
  case CC_ToolButton:
    if (const auto *button = as<QStyleOptionToolButton>(option))
      return paint::toolButton(painter, *button, widget);
    break;
  default:
    break;
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void OxpStyle::polish(QWidget *widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QHeaderView *>(widget))
    widget->setFont(fonts::small());
  else if (auto *edit = qobject_cast<QLineEdit *>(widget); edit && edit->textMargins().isNull())
    edit->setTextMargins(isInner(edit) ? QMargins() : QMargins(FieldTextMargin, 0, FieldTextMargin, 0));
  else if (qobject_cast<QMenu *>(widget))
    widget->installEventFilter(this);
  else if (auto *tip = qobject_cast<QLabel *>(widget); tip && tip->inherits("QTipLabel"))
    tip->setTextFormat(Qt::PlainText); // a job may be named <h1>
  nameInnerButton(widget);
}

void OxpStyle::unpolish(QWidget *widget) {
  if (qobject_cast<QMenu *>(widget))
    widget->removeEventFilter(this);
  QProxyStyle::unpolish(widget);
}

bool OxpStyle::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::Resize) {
    if (auto *menu = qobject_cast<QMenu *>(watched)) {
      QPainterPath shape;
      shape.addRoundedRect(menu->rect(), MenuRadius, MenuRadius);
      menu->setMask(QRegion(shape.toFillPolygon().toPolygon()));
    }
  }
  return QProxyStyle::eventFilter(watched, event);
}

} // namespace oxp
