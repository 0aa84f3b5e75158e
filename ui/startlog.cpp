// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startlog.h"

#include "base/logging.h"
#include "ui/mainwindow.h"
#include "ui/views/queuetreepanel.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QTimer>

namespace oxp {

StartLog::StartLog(MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_tree(window.tree()->findChild<QAbstractItemView *>()) {
  window.installEventFilter(this);
  m_tree->viewport()->installEventFilter(this);
}

bool StartLog::hasQueues() const {
  const QAbstractItemModel &model = *m_tree->model();
  for (int row = 0; row < model.rowCount(); ++row)
    if (model.rowCount(model.index(row, 0)) > 0)
      return true;
  return false;
}

void StartLog::tell(const char *what, bool &told) {
  if (std::exchange(told, true))
    return;
  QTimer::singleShot(0, this, [what] { qCDebug(lcUi, "%s", what); });
}

bool StartLog::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::Paint) {
    tell("painted", m_painted);
    if (watched == m_tree->viewport() && hasQueues())
      tell("queues shown", m_queues);
  }
  return QObject::eventFilter(watched, event);
}

} // namespace oxp
