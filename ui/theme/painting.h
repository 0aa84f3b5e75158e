// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QRect>

class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QStyleOptionSlider;
class QStyleOptionProgressBar;
class QWidget;

namespace oxp {

constexpr int ControlRadius = 4;
constexpr int ControlHeight = 28;
constexpr int FocusRing = 2;

/// A rounded rectangle whose line lies wholly inside `rect`. An invalid colour draws nothing.
void drawBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal width = 1,
             qreal radius = ControlRadius);

/// The ring of the focused control, inside its edge.
void drawFocusRing(QPainter *painter, const QRectF &rect, const QColor &colour, qreal radius = ControlRadius);

/// A wavy line below a run of text, from `left` to `right`.
void drawWave(QPainter *painter, qreal left, qreal right, qreal bottom, const QColor &colour);

/// A bar of 6 px, or as high as `rect` where that is less. `share` 0 to 1; less than 0: share unknown.
void drawProgress(QPainter *painter, const QRect &rect, double share);

/// Text on one line in `rect`, shortened where `elide` says. Returns the width it took.
int drawLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
             const QColor &colour, Qt::Alignment alignment = Qt::AlignLeft,
             Qt::TextElideMode elide = Qt::ElideRight);

/// The kinds of control, drawn by OxpStyle.
namespace paint {
void pushButton(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget);
void field(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void checkMark(QPainter *painter, const QStyleOption &option);
void radioMark(QPainter *painter, const QStyleOption &option);
void branch(QPainter *painter, const QStyleOption &option);
void header(QPainter *painter, const QStyleOptionHeader &option, const QWidget *widget);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option);
void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget);
void comboLabel(QPainter *painter, const QStyleOptionComboBox &option, const QRect &room);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const QWidget *widget);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem &option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem &option);
void tab(QPainter *painter, const QStyleOptionTab &option);
} // namespace paint
} // namespace oxp
