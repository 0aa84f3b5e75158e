// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace oxp::test {

/// Lets the offscreen platform have one screen of this size. Before the QApplication.
void useScreen(const QSize &size);

} // namespace oxp::test
