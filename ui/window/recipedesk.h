// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"
#include "ui/widgets/notice.h"

#include <QObject>

namespace oxp {

class DataPane;
class Navigator;
class WindowCentre;
class Workspace;

/// The recipes of the open profiles: offers those that fit the open job, and lets somebody edit them.
class RecipeDesk : public QObject {
  Q_OBJECT

public:
  /// `window` is the parent of dialogs and menus. All outlive this.
  RecipeDesk(Workspace &workspace, WindowCentre *centre, Navigator *navigator, QWidget *window);

  /// One of them can be used on the open job now.
  bool isAnyFit() const;
  /// Opens the menu of those that fit.
  void showMenu();
  /// Those of the profile that actions are about.
  void edit();

signals:
  /// Others fit, or none.
  void changed();
  void told(const oxp::Notice &notice);

private:
  std::vector<recipes::Recipe> fitting() const;
  void tellUnreadable(const QString &profileId);
  void setAside(const QString &profileId);

  Workspace &m_workspace;
  WindowCentre *m_centre;
  Navigator *m_navigator;
  QWidget *m_window;
};

} // namespace oxp
