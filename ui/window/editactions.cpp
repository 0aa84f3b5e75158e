// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/editactions.h"

#include "ui/editor/jsoneditor.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/panestack.h"
#include "ui/views/queuepage.h"
#include "ui/window/actionfacts.h"
#include "ui/window/finder.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowparts.h"

namespace oxp {
namespace {

using Run = std::function<void(WindowParts &, bool)>;
using Enabled = std::function<bool(const ActionFacts &)>;

JobPane *paneOf(const WindowParts &parts) {
  return parts.centre->page()->pane();
}

Run onData(void (DataPane::*run)()) {
  return [run](WindowParts &parts, bool) { (paneOf(parts)->dataPane()->*run)(); };
}

Run onEditor(void (JsonEditor::*run)()) {
  return [run](WindowParts &parts, bool) { (paneOf(parts)->dataPane()->editor()->*run)(); };
}

Enabled where(bool DataOffers::*offered) {
  return [offered](const ActionFacts &facts) { return facts.data.*offered; };
}

/// In the editor: its find bar; in another tab: the search of that; else the search for jobs.
void find(const WindowParts &parts) {
  DataPane *data = paneOf(parts)->dataPane();
  if (data->hasEditorFocus())
    data->find(false);
  else if (!paneOf(parts)->find())
    parts.finder->search();
}

QList<ActionSpec> textActions() {
  return {{.id = "edit.save",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Save"),
           .shortcut = "Ctrl+S",
           .run = [](WindowParts &parts, bool) { paneOf(parts)->dataPane()->save(); },
           .enabled = where(&DataOffers::save)},
          {.id = "edit.discard",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Discard"),
           .run = onData(&DataPane::discard),
           .enabled = where(&DataOffers::discard)},
          {.id = "edit.undo",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Undo"),
           .shortcut = "Ctrl+Z",
           .separatorBefore = true,
           .widgetKey = true,
           .run = onEditor(&JsonEditor::undo),
           .enabled = where(&DataOffers::undo)},
          {.id = "edit.redo",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Redo"),
           .shortcut = "Ctrl+Y",
           .widgetKey = true,
           .run = onEditor(&JsonEditor::redo),
           .enabled = where(&DataOffers::redo)}};
}

bool canGoToValue(const ActionFacts &facts) {
  return facts.page && !facts.page->stack()->isCovered() && facts.page->pane()->canGoToValue();
}

QList<ActionSpec> findActions() {
  return {{.id = "edit.find",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Find"),
           .shortcut = "Ctrl+F",
           .separatorBefore = true,
           .run = [](WindowParts &parts, bool) { find(parts); },
           .enabled = &ActionFacts::isSearchable},
          {.id = "edit.replace",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Find and replace"),
           .shortcut = "Ctrl+H",
           .run = [](WindowParts &parts, bool) { paneOf(parts)->dataPane()->find(true); },
           .enabled = where(&DataOffers::replace)},
          {.id = "edit.goToLine",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Go to line…"),
           .shortcut = "Ctrl+L",
           .run = onData(&DataPane::goToLine),
           .enabled = where(&DataOffers::goToLine)},
          {.id = "edit.goToValue",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Go to value"),
           .shortcut = "Ctrl+E",
           .run = [](WindowParts &parts, bool) { paneOf(parts)->goToValue(); },
           .enabled = [](const ActionFacts &facts) { return canGoToValue(facts); }}};
}

QList<ActionSpec> valueActions() {
  return {{.id = "edit.changeValue",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Change value…"),
           .shortcut = "F2",
           .separatorBefore = true,
           .run = onData(&DataPane::changeValue),
           .enabled = where(&DataOffers::rewrite)},
          {.id = "edit.format",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Format"),
           .shortcut = "Ctrl+Shift+F",
           .run = onEditor(&JsonEditor::format),
           .enabled = where(&DataOffers::rewrite)},
          {.id = "edit.minify",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Minify"),
           .shortcut = "Ctrl+Shift+M",
           .run = onEditor(&JsonEditor::minify),
           .enabled = where(&DataOffers::rewrite)},
          {.id = "edit.reveal",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Reveal"),
           .separatorBefore = true,
           .run = onData(&DataPane::reveal),
           .enabled = where(&DataOffers::reveal)},
          {.id = "edit.openValue",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Open value"),
           .run = onData(&DataPane::openValue),
           .enabled = where(&DataOffers::openValue)},
          {.id = "edit.saveValue",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Save value to file"),
           .run = onData(&DataPane::saveValue),
           .enabled = where(&DataOffers::saveValue)},
          {.id = "edit.replaceValue",
           .menu = MenuId::Edit,
           .title = QT_TRANSLATE_NOOP("Actions", "Replace value from file"),
           .run = onData(&DataPane::replaceValue),
           .enabled = where(&DataOffers::replaceValue)}};
}

} // namespace

QList<ActionSpec> editActions() {
  return textActions() + findActions() + valueActions();
}

} // namespace oxp
