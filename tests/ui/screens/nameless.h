// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace oxp::test {

/// What shows in the window, can be used and has no name for assistive tools, with the names around it.
QStringList nameless(QWidget &window);

} // namespace oxp::test
