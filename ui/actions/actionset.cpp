// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionset.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#include <algorithm>
#include <utility>
#include <vector>

namespace oxp {
namespace {

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

ActionSet::ActionSet(QList<ActionSpec> specs, QObject *parent)
    : QObject(parent)
    , m_specs(std::move(specs)) {
  for (const ActionSpec &spec : std::as_const(m_specs))
    add(spec);
}

void ActionSet::serve(WindowParts &parts) {
  for (const ActionSpec &spec : std::as_const(m_specs))
    connect(action(spec.id), &QAction::triggered, this,
            [run = spec.run, &parts](bool on) { run(parts, on); });
}

void ActionSet::update(const ActionFacts &facts) {
  for (const ActionSpec &spec : std::as_const(m_specs)) {
    if (spec.enabled)
      action(spec.id)->setEnabled(spec.enabled(facts));
    if (spec.checked)
      action(spec.id)->setChecked(spec.checked(facts));
  }
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
  m_actions.insert(spec.id, action);
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

QList<std::pair<QAction *, QString>> ActionSet::selectionActions() const {
  std::vector<const ActionSpec *> found;
  for (const ActionSpec &spec : m_specs)
    if (spec.selectionPlace > 0)
      found.push_back(&spec);
  std::sort(found.begin(), found.end(),
            [](const auto *a, const auto *b) { return a->selectionPlace < b->selectionPlace; });
  QList<std::pair<QAction *, QString>> actions;
  for (const ActionSpec *spec : found) {
    const char *words = *spec->selectionTitle ? spec->selectionTitle : spec->title;
    actions << std::pair(action(spec->id), QCoreApplication::translate(spec->context, words));
  }
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
