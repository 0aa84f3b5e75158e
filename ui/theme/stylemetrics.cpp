// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of OxpStyle: sizes, places, hints.
#include "ui/theme/style.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QStyleOption>

namespace oxp {

namespace {

constexpr int ButtonWidth = 64, ButtonPadding = 12;
constexpr int MenuBarPadding = 11, MenuRow = 26, MenuSeparator = 9, MenuMargins = 32 + 24 + 12;
constexpr int ComboArrow = 26, SpinArrow = 22;
constexpr int SliderMinimum = 28;

QSize buttonSize(const QStyleOptionButton &button, const QSize &contents) {
  const int height = qMax(ControlHeight, contents.height() + 6);
  if (button.text.isEmpty() && !button.icon.isNull())
    return {height, height};
  const int menu = button.features & QStyleOptionButton::HasMenu ? SmallIcon + 2 : 0;
  // Qt counts 4 px between icon and text, the drawing has 6.
  const int gap = button.icon.isNull() ? 0 : 2;
  return {qMax(ButtonWidth, contents.width() + gap + menu + 2 * ButtonPadding), height};
}

QSize toolButtonSize(const QStyleOptionToolButton &button, const QSize &contents) {
  const int height = qMax(ControlHeight, contents.height() + 6);
  if (button.toolButtonStyle == Qt::ToolButtonIconOnly && !button.icon.isNull())
    return {height, height};
  const int menu = button.features & QStyleOptionToolButton::HasMenu ? SmallIcon + 2 : 0;
  return {contents.width() + menu + 2 * ButtonPadding - 4, height};
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &contents) {
  if (item.menuItemType == QStyleOptionMenuItem::Separator)
    return {contents.width(), MenuSeparator};
  return {contents.width() + MenuMargins, qMax(MenuRow, contents.height() + 4)};
}

QRect comboPart(const QRect &r, QStyle::SubControl part) {
  switch (part) {
  case QStyle::SC_ComboBoxArrow:
    return {r.right() - ComboArrow + 1, r.y(), ComboArrow, r.height()};
  case QStyle::SC_ComboBoxEditField:
    return r.adjusted(7, 2, -ComboArrow, -2);
  default:
    return r;
  }
}

QRect spinPart(const QStyleOptionSpinBox &spin, QStyle::SubControl part) {
  const QRect &r = spin.rect;
  const int arrows = spin.buttonSymbols == QAbstractSpinBox::NoButtons ? 2 : SpinArrow;
  const QRect column(r.right() - arrows + 1, r.y() + 2, arrows, r.height() - 4);
  switch (part) {
  case QStyle::SC_SpinBoxUp:
    return column.adjusted(0, 0, 0, -column.height() / 2);
  case QStyle::SC_SpinBoxDown:
    return column.adjusted(0, column.height() / 2, 0, 0);
  case QStyle::SC_SpinBoxEditField:
    return r.adjusted(2, 2, -arrows, -2);
  default:
    return r;
  }
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part) {
  const bool upright = bar.orientation == Qt::Vertical;
  const int length = upright ? bar.rect.height() : bar.rect.width();
  const qint64 range = qint64(bar.maximum) - bar.minimum;
  int thumb = length;
  if (range > 0)
    thumb = qBound(qMin(SliderMinimum, length), int(qint64(length) * bar.pageStep / (range + bar.pageStep)),
                   length);
  const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                    length - thumb, bar.upsideDown);
  const auto along = [&](int from, int size) {
    return upright ? QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), size)
                   : QRect(bar.rect.x() + from, bar.rect.y(), size, bar.rect.height());
  };
  switch (part) {
  case QStyle::SC_ScrollBarSlider:
    return along(start, thumb);
  case QStyle::SC_ScrollBarSubPage:
    return along(0, start);
  case QStyle::SC_ScrollBarAddPage:
    return along(start + thumb, length - start - thumb);
  case QStyle::SC_ScrollBarGroove:
    return along(0, length);
  default:
    return {};
  }
}

} // namespace

QSize OxpStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const {
  switch (type) {
  case CT_PushButton:
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
      return buttonSize(*button, size);
    break;
  case CT_ToolButton:
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
      return toolButtonSize(*button, size);
    break;
  case CT_LineEdit:
    return {size.width() + 2, qMax(ControlHeight, size.height() + 6)};
  case CT_ComboBox:
    return {size.width() + 8 + ComboArrow, qMax(ControlHeight, size.height() + 6)};
  case CT_SpinBox:
    return {size.width() + SpinArrow + 2, qMax(ControlHeight, size.height())}; // the field's own height
  case CT_ProgressBar:
    return {size.width(), 6};
  case CT_MenuBarItem:
    return {size.width() + 2 * MenuBarPadding, qMax(ControlHeight, size.height() + 6)};
  case CT_MenuItem:
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
      return menuItemSize(*item, size);
    break;
  case CT_TabBarTab: {
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    const int text = tab ? option->fontMetrics.size(Qt::TextShowMnemonic, tab->text).width() : size.width();
    return {text + 24, 32};
  }
  default:
    break;
  }
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  if (type == CT_ItemViewItem)
    result.setHeight(qMax(result.height(), fonts::rowHeight(fonts::ui())));
  else if (type == CT_HeaderSection)
    result = {result.width(), qMax(24, option->fontMetrics.height() + 6)};
  return result;
}

QRect OxpStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                               const QWidget *widget) const {
  switch (control) {
  case CC_ComboBox:
    return visualRect(option->direction, option->rect, comboPart(option->rect, part));
  case CC_SpinBox:
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
      return visualRect(option->direction, option->rect, spinPart(*spin, part));
    break;
  case CC_ScrollBar:
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
      return visualRect(option->direction, option->rect, scrollBarPart(*bar, part));
    break;
  default:
    break;
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect OxpStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const {
  switch (element) {
  case SE_ProgressBarGroove:
  case SE_ProgressBarContents:
    return option->rect;
  default:
    return QProxyStyle::subElementRect(element, option, widget);
  }
}

int OxpStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
  switch (metric) {
  case PM_ScrollBarExtent:
    return 12;
  case PM_ScrollBarSliderMin:
    return SliderMinimum;
  case PM_SplitterWidth:
  case PM_DockWidgetSeparatorExtent:
  case PM_DefaultFrameWidth:
  case PM_ComboBoxFrameWidth:
  case PM_SpinBoxFrameWidth:
  case PM_MenuPanelWidth:
  case PM_DockWidgetTitleBarButtonMargin:
    return 1;
  case PM_IndicatorWidth:
  case PM_IndicatorHeight:
  case PM_ExclusiveIndicatorWidth:
  case PM_ExclusiveIndicatorHeight:
  case PM_ButtonIconSize:
  case PM_SmallIconSize:
  case PM_ToolBarIconSize:
  case PM_ListViewIconSize:
  case PM_TabBarIconSize:
  case PM_LineEditIconSize:
  case PM_TreeViewIndentation:
    return 16;
  case PM_CheckBoxLabelSpacing:
  case PM_RadioButtonLabelSpacing:
    return 6;
  case PM_HeaderMargin:
  case PM_LayoutHorizontalSpacing:
  case PM_LayoutVerticalSpacing:
    return 8;
  case PM_HeaderMarkSize:
    return SmallIcon;
  case PM_LayoutLeftMargin:
  case PM_LayoutRightMargin:
  case PM_LayoutTopMargin:
  case PM_LayoutBottomMargin:
    return widget && widget->isWindow() ? 16 : 12;
  case PM_MenuHMargin:
  case PM_MenuVMargin:
  case PM_MenuBarHMargin:
  case PM_ToolBarItemSpacing:
    return 4;
  case PM_FocusFrameHMargin:
    return 7; // with the 1 px that views add: text begins 8 px into a cell
  case PM_MenuBarItemSpacing:
  case PM_MenuBarVMargin:
  case PM_MenuBarPanelWidth:
  case PM_ToolBarFrameWidth:
  case PM_ButtonShiftHorizontal:
  case PM_ButtonShiftVertical:
  case PM_ScrollView_ScrollBarSpacing:
    return 0;
  default:
    return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int OxpStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *answer) const {
  switch (hint) {
  case SH_Widget_Animation_Duration:
  case SH_Widget_Animate:
  case SH_Menu_FadeOutOnHide:
  case SH_EtchDisabledText:
  case SH_ScrollBar_Transient:
  case SH_DialogButtonBox_ButtonsHaveIcons:
  case SH_ComboBox_Popup:
  case SH_TabBar_PreferNoArrows:
  case SH_ItemView_ActivateItemOnSingleClick:
    return 0;
  case SH_ItemView_ShowDecorationSelected:
  case SH_ScrollBar_LeftClickAbsolutePosition:
    return 1;
  case SH_LineEdit_PasswordCharacter:
    return 0x2022;
  case SH_Table_GridLineColor:
    return int(tokens().rowRule().rgb());
  case SH_FormLayoutLabelAlignment:
    return int(Qt::AlignRight | Qt::AlignVCenter);
  case SH_DialogButtonLayout: {
    // Where the desktop has no wish, Qt answers with the order of Windows.
    const int wish = QProxyStyle::styleHint(hint, option, widget, answer);
#ifdef Q_OS_WIN
    return wish;
#else
    return wish == QDialogButtonBox::WinLayout ? int(QDialogButtonBox::GnomeLayout) : wish;
#endif
  }
  default:
    return QProxyStyle::styleHint(hint, option, widget, answer);
  }
}

QIcon OxpStyle::standardIcon(StandardPixmap standard, const QStyleOption *option,
                             const QWidget *widget) const {
  switch (standard) {
  case SP_LineEditClearButton:
  case SP_TitleBarCloseButton:
  case SP_DockWidgetCloseButton:
    return icon(IconId::Close);
  case SP_MessageBoxInformation:
    return icon(IconId::Info, Tint::Accent);
  case SP_MessageBoxQuestion:
    return icon(IconId::Info, Tint::Accent);
  case SP_MessageBoxWarning:
    return icon(IconId::Warn, Tint::Warn);
  case SP_MessageBoxCritical:
    return icon(IconId::Failed, Tint::Err);
  default:
    return QProxyStyle::standardIcon(standard, option, widget);
  }
}

} // namespace oxp
