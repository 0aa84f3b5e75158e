// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"
#include "ui/widgets/notice.h"

#include <QObject>

class QWidget;

namespace oxp {

class Banner;
class BulkFlow;
class Navigator;
class ProfileSession;
class QueueTreePanel;
class RunExportFlow;
class RunReminder;
class RunsActivity;
class RunsGuard;
class RunsPage;
class WindowCentre;
class Workspace;

/// The way to the runs of a profile, from there to the jobs, and back to where somebody came from; their row
/// in the tree, and who reminds of them, shows how far they are and asks before they are closed.
class RunsPlace : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  struct Parts {
    Workspace &workspace;
    WindowCentre *centre;
    QueueTreePanel *tree;
    Navigator *navigator;
    Banner *banner; ///< of the window
  };
  /// `window` is the parent of dialogs.
  RunsPlace(const Parts &parts, QWidget *window);

  /// From here on runs that follow from others can be begun: the flow outlives this.
  void setBulk(BulkFlow *flow);
  /// Of the current profile.
  void open();
  /// Of a profile; `run` becomes the chosen one unless it is 0.
  void open(const QString &profileId, qint64 run = 0);
  /// A session has been opened: keeps its row.
  void follow(ProfileSession *session);
  /// The profile was closed.
  void close(const QString &profileId);
  /// Whether the window may close now. Else somebody is asked, and it is closed later.
  bool mayClose();

signals:
  /// What became of a file.
  void told(const oxp::Notice &notice);

private:
  void show(ProfileSession *session);
  void showRow(const ProfileSession &session);
  void leave();
  void askCancel(const RunRow &row);

  Parts m_parts;
  QWidget *m_window;
  RunsPage *m_page;
  RunReminder *m_reminder;
  RunsActivity *m_activity;
  RunsGuard *m_guard;
  RunExportFlow *m_exports;
  bool m_ofQueue = false; ///< it was opened from a queue, and leads back there
};

} // namespace oxp
