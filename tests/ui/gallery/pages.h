// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The pages of the gallery, each made anew for a picture.
QWidget *windowPage();
QWidget *controlsPage();
QWidget *iconsPage();
QWidget *menuPage();
QWidget *listsPage();
QWidget *emptyPage();
