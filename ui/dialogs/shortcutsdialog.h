// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace oxp {

class ActionSet;

/// F1: every action with its keys, by menu. Made from the action records.
class ShortcutsDialog : public QDialog {
  Q_OBJECT

public:
  ShortcutsDialog(const ActionSet &actions, QWidget *parent = nullptr);
};

} // namespace oxp
