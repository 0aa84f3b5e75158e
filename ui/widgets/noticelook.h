// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"

#include <QColor>

namespace oxp {

/// How strips and banners of a kind look.
struct NoticeLook {
  IconId icon;
  Tint tint;
  QColor fill;
};

NoticeLook lookOf(NoticeKind kind);

} // namespace oxp
