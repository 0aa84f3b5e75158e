// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewactions.h"

#include "ui/theme/theme.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/joblistsort.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/actionfacts.h"
#include "ui/window/activityplace.h"
#include "ui/window/finder.h"
#include "ui/window/navigator.h"
#include "ui/window/overviewplace.h"
#include "ui/window/rowdensity.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowparts.h"
#include "ui/window/windowstatus.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QDockWidget>

namespace oxp {
namespace {

bool hasSession(const ActionFacts &facts) {
  return facts.session != nullptr;
}

bool showsQueue(const ActionFacts &facts) {
  return facts.page != nullptr;
}

void refresh(const WindowParts &parts) {
  if (ProfileSession *session = parts.navigator->session())
    session->refresh();
}

void turnPin(const WindowParts &parts) {
  if (const std::optional<QueueRef> queue = chosenQueue(parts)) {
    const QString profile = QString::fromUtf8(queue->profileId);
    parts.workspace.setPinned(profile, queue->info.id, !parts.workspace.isPinned(profile, queue->info.id));
    parts.tree->showCurrent();
  }
  updateActions(parts);
}

bool isPinned(const ActionFacts &facts) {
  return facts.chosen &&
         facts.parts.workspace.isPinned(QString::fromUtf8(facts.chosen->profileId), facts.chosen->info.id);
}

/// One of those that choose a setting: it is ticked while that is the choice.
ActionSpec placeAction(const char *id, const char *title, PanePlace place) {
  return {.id = id,
          .menu = MenuId::View,
          .title = title,
          .checkable = true,
          .run =
              [place](WindowParts &parts, bool) {
                parts.workspace.settings().set(setting::PanePosition, int(place));
                parts.centre->page()->setPanePlace(place);
                updateActions(parts);
              },
          .checked =
              [place](const ActionFacts &facts) {
                return facts.parts.workspace.settings().value(setting::PanePosition) == int(place);
              }};
}

ActionSpec themeAction(const char *id, const char *title, ThemeSetting theme) {
  return {.id = id,
          .menu = MenuId::View,
          .title = title,
          .checkable = true,
          .run =
              [theme](WindowParts &parts, bool) {
                parts.workspace.settings().set(setting::Theme, int(theme));
                parts.theme.setSetting(theme);
                updateActions(parts);
              },
          .checked = [theme](const ActionFacts &facts) { return facts.parts.theme.setting() == theme; }};
}

QList<ActionSpec> placeActions() {
  return {
      {.id = "view.palette",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Command palette"),
       .shortcut = "Ctrl+K",
       .run = [](WindowParts &parts, bool) { parts.finder->openPalette(); }},
      {.id = "view.overview",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Overview"),
       .shortcut = "Alt+Left",
       .run = [](WindowParts &parts, bool) { parts.overview->goBack(); },
       .enabled =
           [](const ActionFacts &facts) { return facts.session && !facts.parts.centre->showsOverview(); }},
      {.id = "view.refresh",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Refresh"),
       .shortcut = "F5",
       .run = [](WindowParts &parts, bool) { refresh(parts); },
       .enabled = [](const ActionFacts &facts) { return facts.isConnected; }},
      {.id = "view.pauseLive",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Pause live updates"),
       .shortcut = "Ctrl+Shift+L",
       .checkable = true,
       .run = [](WindowParts &parts, bool on) { parts.status->pauseLive(on); },
       .enabled = hasSession,
       .checked = [](const ActionFacts &facts) { return facts.parts.workspace.livePaused(); }}};
}

QList<ActionSpec> listActions() {
  return {
      {.id = "view.reverse",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Reverse the order"),
       .run = [](WindowParts &parts, bool) { parts.centre->page()->list()->sort()->reverse(); },
       .enabled =
           [](const ActionFacts &facts) {
             return facts.page && orderColumn(facts.page->currentTab()).has_value();
           }},
      {.id = "view.sortBy",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Sort by a field"),
       .run = [](WindowParts &parts, bool) { parts.centre->page()->list()->sort()->askField(); },
       .enabled =
           [](const ActionFacts &facts) { return facts.page && facts.page->list()->sort()->isPossible(); }},
      {.id = "view.pinQueue",
       .menu = MenuId::View,
       .title = QT_TRANSLATE_NOOP("Actions", "Pin queue"),
       .checkable = true,
       .run = [](WindowParts &parts, bool) { turnPin(parts); },
       .enabled = [](const ActionFacts &facts) { return facts.chosen.has_value(); },
       .checked = isPinned}};
}

QList<ActionSpec> panelActions() {
  return {{.id = "view.tree",
           .menu = MenuId::View,
           .title = QT_TRANSLATE_NOOP("Actions", "Queue tree"),
           .shortcut = "Ctrl+B",
           .separatorBefore = true,
           .checkable = true,
           .run = [](WindowParts &parts, bool on) { parts.treeDock->setVisible(on); },
           .checked = [](const ActionFacts &facts) { return !facts.parts.treeDock->isHidden(); }},
          {.id = "view.pane",
           .menu = MenuId::View,
           .title = QT_TRANSLATE_NOOP("Actions", "Job pane"),
           .shortcut = "Ctrl+J",
           .checkable = true,
           .run = [](WindowParts &parts, bool on) { parts.centre->page()->setPaneShown(on); },
           .enabled = showsQueue,
           .checked = [](const ActionFacts &facts) { return facts.parts.centre->page()->paneShown(); }},
          placeAction("view.paneAutomatic", QT_TRANSLATE_NOOP("Actions", "Job pane: Automatic"),
                      PanePlace::Automatic),
          placeAction("view.paneRight", QT_TRANSLATE_NOOP("Actions", "Job pane: Right"), PanePlace::Right),
          placeAction("view.paneBelow", QT_TRANSLATE_NOOP("Actions", "Job pane: Below"), PanePlace::Below),
          {.id = "view.activity",
           .menu = MenuId::View,
           .title = QT_TRANSLATE_NOOP("Actions", "Activity"),
           .checkable = true,
           .run = [](WindowParts &parts, bool on) { parts.activity->setShown(on); },
           .checked = [](const ActionFacts &facts) { return facts.parts.activity->isShown(); }}};
}

QList<ActionSpec> lookActions() {
  ActionSpec system =
      themeAction("view.themeSystem", QT_TRANSLATE_NOOP("Actions", "Theme: System"), ThemeSetting::System);
  system.separatorBefore = true;
  return {{.id = "view.compact",
           .menu = MenuId::View,
           .title = QT_TRANSLATE_NOOP("Actions", "Compact rows"),
           .checkable = true,
           .run = [](WindowParts &parts, bool on) { parts.density->choose(on); },
           .checked = [](const ActionFacts &facts) { return facts.parts.density->isCompact(); }},
          system,
          themeAction("view.themeLight", QT_TRANSLATE_NOOP("Actions", "Theme: Light"), ThemeSetting::Light),
          themeAction("view.themeDark", QT_TRANSLATE_NOOP("Actions", "Theme: Dark"), ThemeSetting::Dark)};
}

QList<ActionSpec> regionActions() {
  return {{.id = "view.nextRegion",
           .menu = MenuId::View,
           .title = QT_TRANSLATE_NOOP("Actions", "Next region"),
           .shortcut = "F6",
           .separatorBefore = true,
           .run = [](WindowParts &parts, bool) { parts.focus().step(1); }},
          {.id = "view.previousRegion",
           .menu = MenuId::View,
           .title = QT_TRANSLATE_NOOP("Actions", "Previous region"),
           .shortcut = "Shift+F6",
           .run = [](WindowParts &parts, bool) { parts.focus().step(-1); }}};
}

} // namespace

QList<ActionSpec> viewActions() {
  return placeActions() + listActions() + panelActions() + lookActions() + regionActions();
}

} // namespace oxp
