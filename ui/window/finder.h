// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statetabbar.h"
#include "workspace/recentplaces.h"

#include <QObject>

class QWidget;

namespace oxp {

class PaletteFlow;
struct WindowParts;

/// The ways to a job that somebody knows something of: its id, a word in it, or a name in the palette.
class Finder : public QObject {
  Q_OBJECT

public:
  /// Of `parts` it takes the views and the navigator; they outlive this.
  Finder(const WindowParts &parts, QWidget *window);

  /// The search above the open list; where there is none, one in all queues.
  void search();
  /// Asks for the id of a job of the open queue.
  void askJob();
  void openPalette();

private:
  void searchEverywhere(const QString &text);
  void openTyped(const QString &typed);
  void goTo(const RecentPlace &place, StateTab tab);

  const WindowParts &m_parts;
  PaletteFlow *m_palette;
  QWidget *m_window;
};

} // namespace oxp
