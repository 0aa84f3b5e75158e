// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/waiting.h"
#include "ui/mainwindow.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>

namespace oxp::bench {

/// The window with its workspace at hand, for rows that open and close much. Made as Application makes it.
class OwnWindow {
public:
  OwnWindow()
      : workspace(options())
      , theme(ThemeSetting::Light)
      , window(workspace, theme) {
    window.resize(1440, 900);
    window.show();
  }

  /// Opens a profile and waits for its queues, with the counts of all of them.
  bool open(const QString &url, size_t queues) {
    const Result<QString> id = workspace.openUrl(url);
    if (!id)
      return false;
    profile = *id;
    return until([&] { return isComplete(queues); });
  }
  bool isComplete(size_t queues) const {
    const ProfileSession *session = workspace.session(profile);
    if (!session || !session->queues().discovery().complete || session->queues().all().size() != queues)
      return false;
    const std::vector<QueueInfo> &all = session->queues().all();
    return !window.tree()->visibleQueues(profile.toUtf8()).empty() &&
           std::all_of(all.begin(), all.end(),
                       [&](const QueueInfo &queue) { return session->counts().of(queue.id); });
  }
  /// The newest failed job of a queue.
  bool openFirstJob(const QueueId &queue) {
    window.openQueue(profile, queue, tabOf(JobState::Failed));
    return until([this] {
      if (!window.page()->pane()->isOpen())
        window.page()->list()->focusTable();
      return window.page()->pane()->isOpen() && window.page()->pane()->dataPane()->isLoaded();
    });
  }
  bool shows(const QByteArray &jobId) const {
    const JobPane *pane = window.page()->pane();
    return pane->isOpen() && pane->context().jobId == jobId && pane->dataPane()->isLoaded();
  }

  QTemporaryDir folder;
  Workspace workspace;
  ThemeController theme;
  MainWindow window;
  QString profile;

private:
  Workspace::Options options() const {
    Workspace::Options made;
    made.dataFolder = folder.path();
    made.useKeychain = false;
    return made;
  }
};

} // namespace oxp::bench
