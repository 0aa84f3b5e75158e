// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace oxp {

class ProfileSession;
class RunsGoingOnDialog;
class Workspace;

/// Asks what becomes of the runs that are under way when the window closes, and closes it once they have
/// stopped.
class RunsGuard : public QObject {
  Q_OBJECT

public:
  /// Both outlive this.
  RunsGuard(Workspace &workspace, QWidget *window);

  /// Whether the window may close now. Else it asks, and closes it later.
  bool mayClose();
  void follow(ProfileSession *session);

private:
  std::vector<RunRow> underWay() const;
  void ask();
  void stop(bool cancel);
  void look();

  Workspace &m_workspace;
  QWidget *m_window;
  QPointer<RunsGoingOnDialog> m_dialog;
  bool m_closing = false; ///< as soon as they have stopped
};

} // namespace oxp
