// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/contextmenus.h"

#include "ui/actions/actionset.h"

#include <QMenu>

namespace oxp {
namespace {

QMenu *makeMenu(const ActionSet &actions, const QList<QByteArray> &ids, QWidget *parent) {
  auto *menu = new QMenu(parent);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  actions.fillMenu(menu, ids);
  return menu;
}

QList<QByteArray> idsOf(const ActionSet &actions, MenuId menu) {
  QList<QByteArray> ids;
  for (const ActionSpec &spec : actions.specs())
    if (spec.menu == menu)
      ids << spec.id;
  return ids;
}

} // namespace

QMenu *makeJobMenu(const ActionSet &actions, QWidget *parent) {
  QList<QByteArray> ids = idsOf(actions, MenuId::Job);
  ids.removeAll("job.goTo");
  return makeMenu(actions, ids << "file.export", parent);
}

QMenu *makeTreeMenu(const ActionSet &actions, bool ofQueue, QWidget *parent) {
  QList<QByteArray> ids;
  if (ofQueue)
    ids << "view.pinQueue" << idsOf(actions, MenuId::Queue) << QByteArray();
  ids << "tools.search"
      << "tools.failures"
      << "tools.runs"
      << "file.alerts"
      << "file.openQueue"
      << "view.refresh" << QByteArray() << "file.connect"
      << "file.reconnect"
      << "file.disconnect"
      << "file.connections";
  return makeMenu(actions, ids, parent);
}

} // namespace oxp
