// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focuskeeper.h"

#include <QAbstractButton>
#include <QApplication>

namespace oxp {

FocusKeeper::FocusKeeper(QWidget *window, std::function<void()> goHome)
    : QObject(window)
    , m_window(window)
    , m_goHome(std::move(goHome)) {
  connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::follow);
}

/// Only buttons do harm; a field or a list that a hidden one hands over to may have been meant.
void FocusKeeper::follow(QWidget *before, QWidget *now) {
  const bool vanished = before && !before->isVisible() && before->window() == m_window;
  if (vanished && m_window->isVisible() && qobject_cast<QAbstractButton *>(now) && now->window() == m_window)
    m_goHome();
}

} // namespace oxp
