// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runsguard.h"

#include "ui/dialogs/runsgoingondialog.h"
#include "workspace/profilesession.h"
#include "workspace/runrows.h"
#include "workspace/serverlink.h"
#include "workspace/sessionruns.h"
#include "workspace/workspace.h"

#include <QWidget>

#include <utility>

namespace oxp {

RunsGuard::RunsGuard(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window) {}

void RunsGuard::follow(ProfileSession *session) {
  connect(&session->runs(), &SessionRuns::changed, this, &RunsGuard::look);
  connect(&session->runs(), &SessionRuns::progressed, this, [this] {
    if (m_dialog)
      m_dialog->setRuns(underWay());
  });
  connect(&session->link(), &ServerLink::statusChanged, this, &RunsGuard::look);
}

/// A run whose server is away stops at nothing: it is cut off and offered again, as after a crash.
std::vector<RunRow> RunsGuard::underWay() const {
  std::vector<RunRow> rows;
  for (const ProfileSession *session : m_workspace.sessions())
    if (session->isConnected())
      for (const RunRow &row : runRows(session->runs()))
        if (row.isUnderWay())
          rows.push_back(row);
  return rows;
}

bool RunsGuard::mayClose() {
  if (underWay().empty())
    return true;
  ask();
  return false;
}

void RunsGuard::ask() {
  if (m_dialog)
    return m_dialog->raise();
  m_dialog = new RunsGoingOnDialog(m_window);
  m_dialog->setRuns(underWay());
  connect(m_dialog, &RunsGoingOnDialog::keepWanted, this, [this] { stop(false); });
  connect(m_dialog, &RunsGoingOnDialog::cancelWanted, this, [this] { stop(true); });
  connect(m_dialog, &QDialog::rejected, this, [this] {
    m_closing = false;
    m_dialog->deleteLater();
    m_dialog.clear();
  });
  m_dialog->open();
}

void RunsGuard::stop(bool cancel) {
  m_closing = true;
  m_dialog->setStopping();
  for (const ProfileSession *session : m_workspace.sessions()) {
    SessionRuns &runs = session->runs();
    for (const RunRow &row : runRows(runs)) {
      if (row.isUnderWay() && cancel)
        runs.cancel(row.run);
      else if (row.isUnderWay())
        runs.pause(row.run.id);
    }
  }
  look();
}

void RunsGuard::look() {
  if (!m_dialog)
    return;
  const std::vector<RunRow> rows = underWay();
  m_dialog->setRuns(rows);
  if (!rows.empty())
    return;
  const bool closing = std::exchange(m_closing, false);
  m_dialog->reject();
  if (closing)
    m_window->close();
}

} // namespace oxp
