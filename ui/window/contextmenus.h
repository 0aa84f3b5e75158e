// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace oxp {

class ActionSet;

/// What can be done with jobs of the list, as far as it fits now. The menu deletes itself when it closes.
QMenu *makeJobMenu(const ActionSet &actions, QWidget *parent);
/// What can be done with a profile of the tree and, where `ofQueue`, with the queue. Deletes itself likewise.
QMenu *makeTreeMenu(const ActionSet &actions, bool ofQueue, QWidget *parent);

} // namespace oxp
