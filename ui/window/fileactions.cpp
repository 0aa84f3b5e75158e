// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fileactions.h"

#include "models/format.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/flows/alertflow.h"
#include "ui/flows/exportflow.h"
#include "ui/flows/storeflow.h"
#include "ui/theme/theme.h"
#include "ui/views/queuepage.h"
#include "ui/window/actionfacts.h"
#include "ui/window/connectionplace.h"
#include "ui/window/exportchoices.h"
#include "ui/window/failuresplace.h"
#include "ui/window/finder.h"
#include "ui/window/navigator.h"
#include "ui/window/queuesplace.h"
#include "ui/window/recipedesk.h"
#include "ui/window/rowdensity.h"
#include "ui/window/runsplace.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowparts.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/workspace.h"

namespace oxp {
namespace {

void disconnectProfile(const WindowParts &parts) {
  if (const ProfileSession *session = parts.navigator->session())
    parts.workspace.close(session->id());
}

void editAlerts(const WindowParts &parts) {
  const QString &profile = parts.navigator->profile();
  const std::optional<QueueRef> queue = chosenQueue(parts);
  const bool ofProfile = queue && QString::fromUtf8(queue->profileId) == profile;
  parts.alerts->editRules(profile, ofProfile ? std::optional(queue->info.id) : std::nullopt);
}

constexpr int LastOfSelection = 1'000; // behind all operations

void exportJobs(const WindowParts &parts) {
  const QueuePage *page = parts.centre->page();
  if (!page->isOpen())
    return;
  const QueueInfo &queue = page->queue();
  const ExportChoices choices = exportChoices(*page->list(), queue, stateOf(page->currentTab()),
                                              page->session()->counts().of(queue.id));
  parts.exports->start(page->session(), format::safeText(queue.id.name, 200), choices.all, choices.proposed);
}

void openSettings(const WindowParts &parts) {
  auto *dialog = new SettingsDialog(parts.workspace.settings(), parts.window);
  QObject::connect(dialog, &QDialog::accepted, parts.centre, [&parts] {
    const Settings &settings = parts.workspace.settings();
    parts.theme.setSetting(static_cast<ThemeSetting>(settings.value(setting::Theme)));
    parts.centre->page()->setPanePlace(static_cast<PanePlace>(settings.value(setting::PanePosition)));
    parts.density->apply();
    updateActions(parts);
  });
  dialog->open();
}

bool hasSession(const ActionFacts &facts) {
  return facts.session != nullptr;
}

bool isConnected(const ActionFacts &facts) {
  return facts.isConnected;
}

QList<ActionSpec> connectionActions() {
  return {{.id = "file.addConnection",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Add connection…"),
           .shortcut = "Ctrl+N",
           .run = [](WindowParts &parts, bool) { parts.connections->addConnection(); }},
          {.id = "file.connections",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Connections…"),
           .shortcut = "Ctrl+Shift+O",
           .run = [](WindowParts &parts,
                     bool) { parts.connections->openConnections(parts.navigator->profile()); }},
          {.id = "file.openDemo",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Open the demo"),
           .run = [](WindowParts &parts, bool) { parts.startDemo(); },
           .enabled = [](const ActionFacts &facts) { return bool(facts.parts.startDemo); }},
          {.id = "file.connect",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Connect"),
           .separatorBefore = true,
           .run = [](WindowParts &parts, bool) { parts.workspace.open(parts.navigator->profile()); },
           .enabled = [](const ActionFacts &facts) { return facts.isProfileKnown && !facts.session; }},
          {.id = "file.reconnect",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Reconnect now"),
           .run = [](WindowParts &parts, bool) { parts.connections->reconnect(); },
           .enabled = [](const ActionFacts &facts) { return facts.session && !facts.isConnected; }},
          {.id = "file.disconnect",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Disconnect"),
           .run = [](WindowParts &parts, bool) { disconnectProfile(parts); },
           .enabled = hasSession},
          {.id = "file.openQueue",
           .menu = MenuId::File,
           .title = QT_TRANSLATE_NOOP("Actions", "Open a queue by name…"),
           .separatorBefore = true,
           .run = [](WindowParts &parts, bool) { parts.queues->openByName(); },
           .enabled = isConnected}};
}

} // namespace

QList<ActionSpec> fileActions() {
  return connectionActions() +
         QList<ActionSpec>{{.id = "file.alerts",
                            .menu = MenuId::File,
                            .title = QT_TRANSLATE_NOOP("Actions", "Alerts…"),
                            .separatorBefore = true,
                            .run = [](WindowParts &parts, bool) { editAlerts(parts); },
                            .enabled = [](const ActionFacts &facts) { return facts.isProfileKnown; }},
                           {.id = "file.export",
                            .menu = MenuId::File,
                            .title = QT_TRANSLATE_NOOP("Actions", "Export"),
                            .shortcut = "Ctrl+Shift+E",
                            .selectionPlace = LastOfSelection,
                            .run = [](WindowParts &parts, bool) { exportJobs(parts); },
                            .enabled =
                                [](const ActionFacts &facts) {
                                  return facts.page && facts.page->session()->isConnected();
                                }},
                           {.id = "file.settings",
                            .menu = MenuId::File,
                            .title = QT_TRANSLATE_NOOP("Actions", "Settings…"),
                            .shortcut = "Ctrl+,",
                            .separatorBefore = true,
                            .run = [](WindowParts &parts, bool) { openSettings(parts); }},
                           {.id = "file.quit",
                            .menu = MenuId::File,
                            .title = QT_TRANSLATE_NOOP("Actions", "Quit"),
                            .shortcut = "Ctrl+Q",
                            .separatorBefore = true,
                            .run = [](WindowParts &parts, bool) { parts.window->close(); }}};
}

QList<ActionSpec> toolActions() {
  return {{.id = "tools.search",
           .menu = MenuId::Tools,
           .title = QT_TRANSLATE_NOOP("Actions", "Search"),
           .run = [](WindowParts &parts, bool) { parts.finder->search(); },
           .enabled = &ActionFacts::isSearchable},
          {.id = "tools.failures",
           .menu = MenuId::Tools,
           .title = QT_TRANSLATE_NOOP("Actions", "Failures"),
           .run = [](WindowParts &parts, bool) { parts.failures->open(); },
           .enabled = isConnected},
          {.id = "tools.runs",
           .menu = MenuId::Tools,
           .title = QT_TRANSLATE_NOOP("Actions", "Runs"),
           .run = [](WindowParts &parts, bool) { parts.runs->open(); },
           .enabled = [](const ActionFacts &facts) { return facts.session != nullptr; }},
          {.id = "tools.recipes",
           .menu = MenuId::Tools,
           .title = QT_TRANSLATE_NOOP("Actions", "Edit recipes…"),
           .run = [](WindowParts &parts, bool) { parts.recipes->edit(); },
           .enabled = [](const ActionFacts &facts) { return facts.session != nullptr; }}};
}

QList<ActionSpec> helpActions() {
  return {
      {.id = "help.shortcuts",
       .menu = MenuId::Help,
       .title = QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
       .shortcut = "F1",
       .run = [](WindowParts &parts, bool) { (new ShortcutsDialog(*parts.actions, parts.window))->open(); }},
      {.id = "help.checkRecords",
       .menu = MenuId::Help,
       .title = QT_TRANSLATE_NOOP("Actions", "Check local records"),
       .run = [](WindowParts &parts, bool) { parts.records->checkRecords(); }},
      {.id = "help.about",
       .menu = MenuId::Help,
       .title = QT_TRANSLATE_NOOP("Actions", "About Oxpecker"),
       .run = [](WindowParts &parts, bool) { (new AboutDialog(parts.window))->open(); }}};
}

} // namespace oxp
