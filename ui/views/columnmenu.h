// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"

#include <functional>

class QMenu;
class QWidget;

namespace oxp {

class Settings;

/// A menu of the columns that a kind of list can show, ticked as they do; it deletes itself. A choice is kept
/// in the settings, then `apply` is called.
QMenu *makeColumnMenu(Settings &settings, JobListKind kind, QWidget *parent, std::function<void()> apply);

} // namespace oxp
