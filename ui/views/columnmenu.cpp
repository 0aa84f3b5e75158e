// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/columnmenu.h"

#include "ui/views/columnstore.h"
#include "workspace/settings.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace oxp {

QMenu *makeColumnMenu(Settings &settings, JobListKind kind, QWidget *parent, std::function<void()> apply) {
  auto *menu = new QMenu(parent);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const std::vector<JobColumn> shown = ColumnStore(settings).shown(kind);
  for (const JobColumnSpec &spec : jobColumns()) {
    if (spec.column == JobColumn::Id || !spec.offeredIn(kind))
      continue;
    QAction *action = menu->addAction(spec.translatedTitle());
    action->setCheckable(true);
    action->setChecked(std::find(shown.begin(), shown.end(), spec.column) != shown.end());
    QObject::connect(action, &QAction::toggled, parent,
                     [&settings, kind, apply, column = spec.column](bool on) {
                       ColumnStore(settings).setShown(kind, column, on);
                       apply();
                     });
  }
  return menu;
}

} // namespace oxp
