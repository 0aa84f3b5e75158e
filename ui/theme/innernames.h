// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace oxp {

/// Gives the buttons that Qt makes inside its own widgets (the cross of a field, what stands for the menus
/// that have no room, …) the accessible name that they lack. Leaves all other widgets and names as they are.
/// GUI thread.
void nameInnerButton(QWidget *widget);

} // namespace oxp
