// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"

#include <QMenu>

namespace oxp::test {

/// A way through the real window in any language: it goes by the parts themselves, and not by their names,
/// which are translated. Its shop holds what takes room: long names, reasons, traces, logs, all states.
class Tour {
public:
  /// Opens the program on the shop.
  bool start(const QString &language, const QSize &size, const QString &theme = u"light"_qs);
  MainWindow *window() const { return t.person.window(); }
  JobPane *pane() const { return window()->page()->pane(); }

  bool chooseProfile();
  bool chooseQueue();
  bool chooseState(StateTab tab);
  /// Opens the failed job that has everything.
  bool openFailedJob();
  bool showTab(JobPane::Tab tab);
  bool run(const char *action);
  bool search(const QString &text);
  /// Goes through all main places, each told by its name once it shows. False when the way broke off.
  bool visit(const std::function<void(const QString &place)> &look);
  /// Opens each menu that can be opened where the tour is, one after the other: those of the menu bar, of the
  /// buttons, and what a right click on the tree, on the rows, on the header of the columns and in the text
  /// brings.
  void openMenus(const std::function<void(const QString &place, QMenu &menu)> &look);
  /// Somebody else gives that job other data, or removes it.
  void changeFailedJob(const QByteArray &data) { t.shop.setData(m_failed, data); }
  void removeFailedJob();
  /// Whether a text that was shortened is the shop's own, such as a name or an error, and none of the
  /// program's.
  bool isOfShop(const QString &shortened);
  bool waits(const char *what, const std::function<bool()> &until) const {
    return t.person.waits(what, until);
  }

private:
  bool fill();
  /// Somebody agrees to a run over jobs that are not there any more.
  bool beginRun();
  bool selectMany();
  bool choose(const QString &name);
  void learnWords();

  WindowTest t;
  QByteArray m_failed;
  QStringList m_words; ///< that are in the shop
};

} // namespace oxp::test
