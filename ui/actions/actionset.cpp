// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionset.h"

#include "operations/operation.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace oxp {
namespace {

QList<ActionSpec> ownSpecs() {
  return {
      {"file.addConnection", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Add connection…"), "Ctrl+N"},
      {"file.connections", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Connections…"), "Ctrl+Shift+O"},
      {"file.openDemo", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Open the demo"), ""},
      {"file.connect", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Connect"), "", true},
      {"file.reconnect", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Reconnect now"), ""},
      {"file.disconnect", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Disconnect"), ""},
      {"file.openQueue", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Open a queue by name…"), "", true},
      {"file.alerts", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Alerts…"), "", true},
      {"file.export", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Export"), "Ctrl+Shift+E"},
      {"file.settings", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Settings…"), "Ctrl+,", true},
      {"file.quit", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", true},

      {"edit.save", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S"},
      {"edit.discard", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Discard"), ""},
      {"edit.undo", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", true, false, "Actions", "",
       "", true},
      {"edit.redo", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Y", false, false, "Actions", "",
       "", true},
      {"edit.find", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Find"), "Ctrl+F", true},
      {"edit.replace", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Find and replace"), "Ctrl+H"},
      {"edit.goToLine", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Go to line…"), "Ctrl+L"},
      {"edit.goToValue", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Go to value"), "Ctrl+E"},
      {"edit.changeValue", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Change value…"), "F2", true},
      {"edit.format", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Format"), "Ctrl+Shift+F"},
      {"edit.minify", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Minify"), "Ctrl+Shift+M"},
      {"edit.reveal", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Reveal"), "", true},
      {"edit.openValue", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Open value"), ""},
      {"edit.saveValue", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Save value to file"), ""},
      {"edit.replaceValue", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Replace value from file"), ""},

      {"view.palette", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Command palette"), "Ctrl+K"},
      {"view.overview", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Overview"), "Alt+Left"},
      {"view.refresh", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Refresh"), "F5"},
      {"view.pauseLive", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Pause live updates"), "Ctrl+Shift+L",
       false, true},
      {"view.reverse", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Reverse the order"), ""},
      {"view.sortBy", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Sort by a field"), ""},
      {"view.pinQueue", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Pin queue"), "", false, true},
      {"view.tree", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Queue tree"), "Ctrl+B", true, true},
      {"view.pane", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Job pane"), "Ctrl+J", false, true},
      {"view.paneAutomatic", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Job pane: Automatic"), "", false,
       true},
      {"view.paneRight", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Job pane: Right"), "", false, true},
      {"view.paneBelow", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Job pane: Below"), "", false, true},
      {"view.activity", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Activity"), "", false, true},
      {"view.compact", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Compact rows"), "", false, true},
      {"view.themeSystem", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Theme: System"), "", true, true},
      {"view.themeLight", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Theme: Light"), "", false, true},
      {"view.themeDark", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Theme: Dark"), "", false, true},
      {"view.nextRegion", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Next region"), "F6", true},
      {"view.previousRegion", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Previous region"), "Shift+F6"},

      {"job.goTo", MenuId::Job, QT_TRANSLATE_NOOP("Actions", "Go to job"), "Ctrl+G"},
      {"job.nextFailed", MenuId::Job, QT_TRANSLATE_NOOP("Actions", "Next failed job"), "Alt+Down"},
      {"job.copyId", MenuId::Job, QT_TRANSLATE_NOOP("Actions", "Copy id"), "", true},
      {"job.copyRow", MenuId::Job, QT_TRANSLATE_NOOP("Actions", "Copy row"), "Ctrl+Shift+C"},
      {"job.copyJson", MenuId::Job, QT_TRANSLATE_NOOP("Actions", "Copy as JSON"), ""},

      {"tools.search", MenuId::Tools, QT_TRANSLATE_NOOP("Actions", "Search"), ""},
      {"tools.failures", MenuId::Tools, QT_TRANSLATE_NOOP("Actions", "Failures"), ""},
      {"help.shortcuts", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "F1"},
      {"help.checkRecords", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "Check local records"), ""},
      {"help.about", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "About Oxpecker"), ""},
  };
}

QList<ActionSpec> allSpecs() {
  QList<ActionSpec> specs = ownSpecs();
  bool firstJob = true;
  for (const OperationSpec &operation : operationCatalogue()) {
    if (!operation.inMenu)
      continue;
    const bool isJob = operation.scope == OperationSpec::Scope::Job;
    ActionSpec spec{operation.id,      isJob ? MenuId::Job : MenuId::Queue,
                    operation.title,   operation.shortcut,
                    isJob && firstJob, false,
                    "Operations",      operation.help,
                    operation.icon,    operation.place == OperationSpec::Place::Header};
    firstJob = firstJob && !isJob;
    specs.append(spec);
    if (*operation.askTitle)
      specs.append(
          {askId(operation), spec.menu, operation.askTitle, "", false, false, spec.context, operation.help});
  }
  return specs;
}

QString menuTitle(MenuId id) {
  switch (id) {
  case MenuId::File:
    return ActionSet::tr("&File");
  case MenuId::Edit:
    return ActionSet::tr("&Edit");
  case MenuId::View:
    return ActionSet::tr("&View");
  case MenuId::Queue:
    return ActionSet::tr("&Queue");
  case MenuId::Job:
    return ActionSet::tr("&Job");
  case MenuId::Tools:
    return ActionSet::tr("&Tools");
  case MenuId::Help:
    return ActionSet::tr("&Help");
  }
  return {};
}

} // namespace

ActionSet::ActionSet(QObject *parent)
    : QObject(parent) {
  for (const ActionSpec &spec : allSpecs())
    add(spec);
}

void ActionSet::add(const ActionSpec &spec) {
  auto *action = new QAction(title(spec), this);
  action->setObjectName(QString::fromLatin1(spec.id));
  action->setCheckable(spec.checkable);
  action->setShortcut(QKeySequence::fromString(QLatin1StringView(spec.shortcut), QKeySequence::PortableText));
  if (spec.widgetKey)
    action->setShortcutContext(Qt::WidgetShortcut);
  action->setStatusTip(help(spec));
  if (*spec.icon)
    action->setIcon(icon(iconNamed(spec.icon), Tint::Text));
  action->setIconVisibleInMenu(false); // buttons show it
  const QByteArray id = spec.id;
  connect(action, &QAction::triggered, this, [this, id](bool checked) { emit triggered(id, checked); });
  m_actions.insert(id, action);
  m_specs.append(spec);
}

QAction *ActionSet::action(const QByteArray &id) const {
  QAction *action = m_actions.value(id);
  Q_ASSERT_X(action, "ActionSet::action", id.constData());
  return action;
}

QList<QAction *> ActionSet::headerActions(MenuId menu) const {
  QList<QAction *> actions;
  for (const ActionSpec &spec : m_specs)
    if (spec.menu == menu && spec.atHeader)
      actions << action(spec.id);
  return actions;
}

QString ActionSet::title(const ActionSpec &spec) {
  return QCoreApplication::translate(spec.context, spec.title);
}

QString ActionSet::help(const ActionSpec &spec) {
  return *spec.help ? QCoreApplication::translate(spec.context, spec.help) : QString();
}

void ActionSet::fillMenuBar(QMenuBar *bar) const {
  for (const MenuId id :
       {MenuId::File, MenuId::Edit, MenuId::View, MenuId::Queue, MenuId::Job, MenuId::Tools, MenuId::Help}) {
    QMenu *menu = bar->addMenu(menuTitle(id));
    for (const ActionSpec &spec : m_specs) {
      if (spec.menu != id)
        continue;
      if (spec.separatorBefore && !menu->isEmpty())
        menu->addSeparator();
      menu->addAction(action(spec.id));
    }
  }
}

void ActionSet::fillMenu(QMenu *menu, const QList<QByteArray> &ids) const {
  for (const QByteArray &id : ids) {
    if (id.isEmpty())
      menu->addSeparator();
    else if (action(id)->isEnabled())
      menu->addAction(action(id));
  }
}

void ActionSet::attachTo(QWidget *window) const {
  for (const ActionSpec &spec : m_specs)
    window->addAction(action(spec.id));
}

} // namespace oxp
