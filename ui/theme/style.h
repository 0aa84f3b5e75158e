// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace oxp {

/// How a button looks. Normal is what a button is without a word.
enum class ButtonKind {
  Normal, ///< filled like a field, with a border
  Main,   ///< filled accent; one a place
  Flat,   ///< accent text, or a bare icon
  Danger, ///< red border and text, never filled red
};

void setButtonKind(QAbstractButton *button, ButtonKind kind);

/// Shows a field as wrong (2 px red border) or right again.
void setFieldInvalid(QWidget *field, bool invalid);

/// Fusion, redrawn from the tokens of Theme::current(). No animation, no gradient, no style sheet.
class OxpStyle : public QProxyStyle {
  Q_OBJECT

public:
  OxpStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
  void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget = nullptr) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                          const QWidget *widget = nullptr) const override;
  QRect subElementRect(SubElement element, const QStyleOption *option,
                       const QWidget *widget = nullptr) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                       const QWidget *widget = nullptr) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                         const QWidget *widget = nullptr) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr) const override;
  int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                QStyleHintReturn *answer = nullptr) const override;
  QIcon standardIcon(StandardPixmap standard, const QStyleOption *option = nullptr,
                     const QWidget *widget = nullptr) const override;
  void polish(QWidget *widget) override;
  void unpolish(QWidget *widget) override;
  using QProxyStyle::polish;
  using QProxyStyle::unpolish;

  bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace oxp
