// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshot.h"

#include "ui/editor/jsoneditor.h"
#include "ui/mainwindow.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>

namespace oxp {
namespace {

constexpr int LookMs = 100;
constexpr int MostLooks = 300;
constexpr int SettledLooks = 8; // counts, workers and relative times have come by then

} // namespace

Screenshot::Screenshot(MainWindow &window, Workspace &workspace, QString file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_file(std::move(file)) {
  connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
  m_timer.start(LookMs);
}

void Screenshot::look() {
  if (++m_looks > MostLooks) {
    QTextStream(stderr) << tr("The window did not come to show a job within 30 s.") << Qt::endl;
    QCoreApplication::exit(1);
    return;
  }
  if (openQueue() && openJob() && ++m_settled >= SettledLooks)
    write();
}

bool Screenshot::openQueue() {
  if (m_window.page()->isOpen())
    return true;
  // The queue with the most failed jobs shows the most.
  for (ProfileSession *session : m_workspace.sessions()) {
    qint64 most = -1;
    QueueId best;
    for (const QueueInfo &queue : session->queues()) {
      const auto counts = session->counts(queue.id);
      if (counts && counts->of(JobState::Failed) > most) {
        most = counts->of(JobState::Failed);
        best = queue.id;
      }
    }
    if (session->discovery().complete && most >= 0)
      m_window.openQueue(session->id(), best, StateTab::Failed);
  }
  return m_window.page()->isOpen();
}

bool Screenshot::openJob() {
  JobPane *pane = m_window.page()->pane();
  if (!pane->isOpen()) {
    m_window.page()->list()->focusTable();
    return false;
  }
  return pane->dataPane()->editor()->byteCount() > 2;
}

void Screenshot::write() {
  m_timer.stop();
  const bool written = m_window.grab().save(m_file);
  if (!written)
    QTextStream(stderr) << tr("%1 cannot be written.").arg(m_file) << Qt::endl;
  QCoreApplication::exit(written ? 0 : 1);
}

} // namespace oxp
