// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace oxp {

/// What the tints of a merge mean: both sides changed a place, or one side did.
class MergeLegend : public QWidget {
  Q_OBJECT

public:
  explicit MergeLegend(QWidget *parent = nullptr);
};

} // namespace oxp
