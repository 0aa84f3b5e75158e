// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace oxp {

/// Where the keyboard goes when the widget that had it is hidden. Qt takes the next one on the way of the Tab
/// key, which may be a button that changes something: here it goes home instead.
class FocusKeeper : public QObject {
  Q_OBJECT

public:
  /// `goHome` gives the focus to a widget that does nothing by itself. Only of `window`, not of its dialogs.
  FocusKeeper(QWidget *window, std::function<void()> goHome);

private:
  void follow(QWidget *before, QWidget *now);

  QWidget *m_window;
  std::function<void()> m_goHome;
};

} // namespace oxp
