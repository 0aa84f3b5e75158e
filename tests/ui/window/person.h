// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QAbstractItemView>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>

class QTabBar;

namespace oxp {
class JsonEditor;

} // namespace oxp

namespace oxp::test {

/// ms; for the slowest machine that a test runs on.
inline constexpr int Patience = 20'000;

/// Somebody before the program: finds things by their accessible names, as a screen reader does, and uses
/// mouse and keyboard. What does not come in time is told as a warning, and the call answers false.
class Person {
public:
  /// Starts the program as its command line does, on a data folder. No size: as it opens by itself.
  bool start(const QString &url, const QString &dataFolder, const QSize &size = {1440, 900},
             const QString &language = QStringLiteral("en"), const QString &theme = QStringLiteral("light"));
  /// Closes the window and ends the program.
  void leave();
  MainWindow *window() const { return m_window; }

  // --- the parts of the window
  /// Waits for a widget of this name and kind that shows; within another one or anywhere.
  template <typename Widget = QWidget>
  Widget *see(const QString &name, const QWidget *within = nullptr) {
    return static_cast<Widget *>(await(name, within, Widget::staticMetaObject));
  }
  /// Whether it shows now.
  bool sees(const QString &name, const QWidget *within = nullptr) const {
    return find(name, within, QWidget::staticMetaObject);
  }
  /// Waits until it is gone.
  bool loses(const QString &name);
  /// Waits for the button, until it can be pressed, and presses it with the mouse.
  bool press(const QString &button, const QWidget *within = nullptr);
  /// Waits until the action fits, and runs it through the command palette.
  bool command(const QString &name);
  /// The text of every notice that shows.
  QStringList notices() const;
  /// Waits for a notice with these words.
  bool reads(const QString &words);
  bool waits(const char *what, const std::function<bool()> &until) const;

  // --- the way to a job
  /// Waits for a row of the tree, by the texts on the way to it.
  QModelIndex row(const QStringList &path);
  bool chooseRow(const QStringList &path);
  bool chooseState(const QString &word);
  bool chooseJob(const QByteArray &jobId);
  /// By Ctrl+G.
  bool goTo(const QByteArray &jobId);
  /// All of that: queue `orders`, a state, a job, its data in the editor.
  bool openJob(const QByteArray &jobId, const QString &state);

  // --- the editor
  JsonEditor *editor();
  QByteArray text();
  /// Finds a text by Ctrl+F; it is selected then.
  bool findText(const QString &what);
  /// Types another text in its place.
  bool retype(const QString &what, const QString &with);
  bool type(const QString &name, const QString &text, const QWidget *within = nullptr);
  /// To what has the focus.
  bool key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
  bool keys(const QString &text);

private:
  QWidget *await(const QString &name, const QWidget *within, const QMetaObject &kind);
  QWidget *find(const QString &name, const QWidget *within, const QMetaObject &kind) const;
  QWidget *focused();

  std::unique_ptr<Application> m_program;
  QPointer<MainWindow> m_window;
};

} // namespace oxp::test
