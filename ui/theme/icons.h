// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace oxp {

/// Our own drawings, one SVG each under resources/icons, on a grid of 16.
enum class IconId {
  Waiting,
  Active,
  Delayed,
  Prioritized,
  WaitingChildren,
  Completed,
  Failed,
  Paused,
  Schedulers,
  Latest,
  Search,
  Filter,
  Plus,
  Minus,
  Edit,
  More,
  Play,
  Retry,
  Close,
  ChevronRight,
  ChevronLeft,
  ChevronDown,
  ChevronUp,
  Database,
  Plug,
  Shield,
  Lock,
  Eye,
  EyeOff,
  Warn,
  Info,
  Check,
  User,
  Live,
  Compare,
  Arrow,
  Key,
  Trash,
  Copy,
  Bird,
  Promote,
  Export,
  Import,
  Columns,
  Pin,
  Undo,
  Runs,
  Skip,
  Unknown,
  Square,
  Diamond,
  Circle,
  SquareFilled,
  DiamondFilled,
  CircleFilled,
};

/// The number of drawings, for loops over all of them.
inline constexpr int IconCount = int(IconId::CircleFilled) + 1;

/// The usual sizes in pixels that do not depend on the device.
inline constexpr int SmallIcon = 12, StripIcon = 14, NormalIcon = 16;

/// A drawing in one colour. Kept in a cache by all four arguments.
QPixmap iconPixmap(IconId id, const QColor &colour, int size = NormalIcon, qreal devicePixelRatio = 1);

/// An icon for actions and buttons. It takes its colour from the theme in force each time it is drawn, so it
/// need not be set again when the scheme changes. Disabled: Tint::Text3.
QIcon icon(IconId id, Tint tint = Tint::Text2);

/// The program's own icon.
QIcon applicationIcon();

/// The drawing of a name, such as `retry`; Info for one that is not there.
IconId iconNamed(QByteArrayView name);

IconId iconOf(JobState state);

/// The mark of an environment: filled while connected. Its tint is tintOf(environment).
IconId markOf(Environment environment, bool connected);

/// Draws an icon centred in `rect`, at the painter's device pixel ratio.
void drawIcon(QPainter *painter, const QRect &rect, IconId id, const QColor &colour, int size = NormalIcon);

} // namespace oxp
