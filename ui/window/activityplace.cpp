// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/activityplace.h"

#include "models/activitymodel.h"
#include "ui/views/activitypanel.h"
#include "ui/widgets/statuspieces.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QStatusBar>

namespace oxp {

ActivityPlace::ActivityPlace(ActivityModel &activity, QMainWindow *window)
    : QObject(window)
    , m_activity(activity)
    , m_dock(new QDockWidget(tr("Activity"), window))
    , m_piece(new ActivityPiece) {
  m_dock->setObjectName(QStringLiteral("ActivityDock"));
  m_dock->setWidget(new ActivityPanel(m_activity));
  window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
  m_dock->hide();
  window->statusBar()->addPermanentWidget(m_piece);
  connect(m_dock, &QDockWidget::visibilityChanged, this, &ActivityPlace::shownChanged);
  connect(m_piece, &ActivityPiece::clicked, this, [this] {
    if (!m_activity.open(m_shown))
      m_dock->show();
  });
  connect(m_piece, &ActivityPiece::cancelled, this, [this] { m_activity.cancel(m_shown); });
  connect(&m_activity, &QAbstractItemModel::dataChanged, this, &ActivityPlace::update);
  connect(&m_activity, &QAbstractItemModel::rowsInserted, this, &ActivityPlace::update);
  connect(&m_activity, &ActivityModel::runningChanged, this, &ActivityPlace::update);
}

bool ActivityPlace::isShown() const {
  return !m_dock->isHidden();
}

void ActivityPlace::setShown(bool shown) {
  m_dock->setVisible(shown);
}

void ActivityPlace::update() {
  for (int row = 0; row < m_activity.rowCount(); ++row) {
    const QModelIndex index = m_activity.index(row);
    if (index.data(ActivityModel::StatusRole).toInt() != int(ActivityModel::Status::Running))
      continue;
    const QVariant share = index.data(ActivityModel::ProgressRole);
    QStringList detail{index.data(ActivityModel::RateRole).toString(),
                       index.data(ActivityModel::LeftRole).toString()};
    detail.removeAll(QString());
    if (detail.isEmpty())
      detail << index.data(ActivityModel::NoteRole).toString();
    m_shown = row;
    m_piece->setRunning(index.data().toString(), share.isValid() ? share.toDouble() : -1,
                        detail.join(QStringLiteral(" · ")),
                        index.data(ActivityModel::CancellableRole).toBool());
    return;
  }
  m_shown = -1;
  m_piece->setIdle();
}

} // namespace oxp
