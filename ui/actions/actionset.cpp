// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionset.h"

#include "operations/operation.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace oxp {
namespace {

#define T(text) QT_TRANSLATE_NOOP("Actions", text)

QList<ActionSpec> ownSpecs() {
  return {
      {"file.addConnection", MenuId::File, T("Add connection…"), "Ctrl+N"},
      {"file.connections", MenuId::File, T("Connections…"), "Ctrl+Shift+O"},
      {"file.openDemo", MenuId::File, T("Open the demo"), ""},
      {"file.connect", MenuId::File, T("Connect"), "", true},
      {"file.reconnect", MenuId::File, T("Reconnect now"), ""},
      {"file.disconnect", MenuId::File, T("Disconnect"), ""},
      {"file.settings", MenuId::File, T("Settings…"), "Ctrl+,", true},
      {"file.quit", MenuId::File, T("Quit"), "Ctrl+Q", true},

      {"edit.save", MenuId::Edit, T("Save"), "Ctrl+S"},
      {"edit.discard", MenuId::Edit, T("Discard"), ""},
      {"edit.undo", MenuId::Edit, T("Undo"), "", true},
      {"edit.redo", MenuId::Edit, T("Redo"), ""},
      {"edit.find", MenuId::Edit, T("Find"), "Ctrl+F", true},
      {"edit.replace", MenuId::Edit, T("Find and replace"), "Ctrl+H"},
      {"edit.goToLine", MenuId::Edit, T("Go to line…"), "Ctrl+L"},
      {"edit.changeValue", MenuId::Edit, T("Change value…"), "F2", true},
      {"edit.format", MenuId::Edit, T("Format"), "Ctrl+Shift+F"},
      {"edit.minify", MenuId::Edit, T("Minify"), "Ctrl+Shift+M"},
      {"edit.reveal", MenuId::Edit, T("Reveal"), "", true},
      {"edit.openValue", MenuId::Edit, T("Open value"), ""},
      {"edit.saveValue", MenuId::Edit, T("Save value to file"), ""},
      {"edit.replaceValue", MenuId::Edit, T("Replace value from file"), ""},

      {"view.palette", MenuId::View, T("Command palette"), "Ctrl+K"},
      {"view.refresh", MenuId::View, T("Refresh"), "F5"},
      {"view.reverse", MenuId::View, T("Reverse the order"), ""},
      {"view.tree", MenuId::View, T("Queue tree"), "Ctrl+B", true, true},
      {"view.pane", MenuId::View, T("Job pane"), "Ctrl+J", false, true},
      {"view.paneAutomatic", MenuId::View, T("Job pane: Automatic"), "", false, true},
      {"view.paneRight", MenuId::View, T("Job pane: Right"), "", false, true},
      {"view.paneBelow", MenuId::View, T("Job pane: Below"), "", false, true},
      {"view.activity", MenuId::View, T("Activity"), "", false, true},
      {"view.compact", MenuId::View, T("Compact rows"), "", false, true},
      {"view.themeSystem", MenuId::View, T("Theme: System"), "", true, true},
      {"view.themeLight", MenuId::View, T("Theme: Light"), "", false, true},
      {"view.themeDark", MenuId::View, T("Theme: Dark"), "", false, true},
      {"view.nextRegion", MenuId::View, T("Next region"), "F6", true},
      {"view.previousRegion", MenuId::View, T("Previous region"), "Shift+F6"},

      {"job.goTo", MenuId::Job, T("Go to job"), "Ctrl+G"},
      {"job.copyId", MenuId::Job, T("Copy id"), "", true},
      {"job.copyRow", MenuId::Job, T("Copy row"), "Ctrl+Shift+C"},
      {"job.copyJson", MenuId::Job, T("Copy as JSON"), ""},

      {"tools.search", MenuId::Tools, T("Filter jobs"), ""},
      {"help.shortcuts", MenuId::Help, T("Keyboard shortcuts"), "F1"},
      {"help.about", MenuId::Help, T("About Oxpecker"), ""},
  };
}

#undef T

QList<ActionSpec> allSpecs() {
  QList<ActionSpec> specs = ownSpecs();
  bool firstJob = true;
  for (const OperationSpec &operation : operationCatalogue()) {
    if (!operation.inMenu)
      continue;
    const bool isJob = operation.scope == OperationSpec::Scope::Job;
    ActionSpec spec{operation.id,       isJob ? MenuId::Job : MenuId::Queue,
                    operation.title,    operation.shortcut,
                    isJob && firstJob,  false,
                    "Operations",       operation.help,
                    operation.icon};
    firstJob = firstJob && !isJob;
    specs.append(spec);
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

ActionSet::ActionSet(QObject *parent) : QObject(parent) {
  for (const ActionSpec &spec : allSpecs())
    add(spec);
}

void ActionSet::add(const ActionSpec &spec) {
  auto *action = new QAction(title(spec), this);
  action->setObjectName(QString::fromLatin1(spec.id));
  action->setCheckable(spec.checkable);
  action->setShortcut(QKeySequence::fromString(QLatin1StringView(spec.shortcut), QKeySequence::PortableText));
  action->setStatusTip(help(spec));
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

QString ActionSet::title(const ActionSpec &spec) { return QCoreApplication::translate(spec.context, spec.title); }

QString ActionSet::help(const ActionSpec &spec) {
  return *spec.help ? QCoreApplication::translate(spec.context, spec.help) : QString();
}

void ActionSet::fillMenuBar(QMenuBar *bar) const {
  for (const MenuId id : {MenuId::File, MenuId::Edit, MenuId::View, MenuId::Queue, MenuId::Job, MenuId::Tools,
                          MenuId::Help}) {
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
