// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuetreemodel.h"
#include "redis/lanehandle.h"
#include "ui/widgets/statetabbar.h"
#include "workspace/profilesession.h"
#include "workspace/settings.h"

#include <QMainWindow>
#include <QPointer>

class QDockWidget;
class QStackedWidget;

namespace oxp {

class ActionSet;
class Banner;
class JobListPanel;
class JobPane;
class PaneStack;
class QueueHeader;
class ReceiptsPanel;
class SchedulersPanel;
class Workspace;

/// One queue: its header, state tabs, list of jobs, and the job pane at the right or below, as the width
/// allows or as was chosen. The pane is a dock of the page and may float.
class QueuePage : public QWidget {
  Q_OBJECT

public:
  QueuePage(ActionSet &actions, Workspace &workspace, QWidget *window);

  void open(ProfileSession *session, const QueueInfo &queue, StateTab tab);
  /// The profile was closed.
  void close();
  ProfileSession *session() const { return m_session; }
  const QueueInfo &queue() const { return m_queue; }
  bool isOpen() const { return !m_session.isNull(); }
  StateTab currentTab() const;
  void setCurrentTab(StateTab tab);
  /// The search above the jobs; schedulers have none, so the latest jobs come instead of them.
  void focusSearch();
  /// Gives the keyboard to the list without choosing anything.
  void focusList();
  /// Opens a job by its id, whatever state it is in.
  void openJob(const QByteArray &jobId);
  JobListPanel *list() const { return m_list; }
  JobPane *pane() const { return m_pane; }
  /// The pane, and the selection that may cover it.
  PaneStack *stack() const { return m_stack; }
  Banner *banner() const { return m_banner; }
  ReceiptsPanel *receipts() const { return m_receipts; }
  bool isPaused() const { return m_paused; }
  void setPanePlace(PanePlace place);
  void setPaneShown(bool shown);
  bool paneShown() const;
  void setCompact(bool compact);
  QByteArray saveArrangement() const;
  void restoreArrangement(const QByteArray &state);

signals:
  /// Another queue, tab, job or selection: what actions fit has to be decided anew.
  void stateChanged();
  void tabShown(oxp::StateTab tab);
  void contextMenuWanted(const QPoint &globalPosition);
  void paneShownChanged(bool shown);

protected:
  void resizeEvent(QResizeEvent *event) override;
  void showEvent(QShowEvent *event) override;

private:
  void setupTop();
  void setupBody();
  void applyCounts();
  void applyQueue();
  void loadWorkers();
  void matchFound();
  void showTab(StateTab tab);
  void placePane();
  void fitPane();
  void fitHeight();
  void fitError();
  void updateHeader();

  Settings &m_settings;
  QPointer<ProfileSession> m_session;
  QueueInfo m_queue;
  bool m_paused = false;
  int m_workers = -1;
  bool m_workersBusy = false;
  bool m_openedById = false; ///< the pane's job was asked for by its id, so no search puts it away
  QueueHeader *m_header;
  StateTabBar *m_tabs;
  Banner *m_banner;
  QMainWindow *m_body; ///< gives the pane a place to dock
  QStackedWidget *m_lists;
  JobListPanel *m_list;
  SchedulersPanel *m_schedulers;
  ReceiptsPanel *m_receipts;
  JobPane *m_pane;
  PaneStack *m_stack;
  QDockWidget *m_dock;
  PanePlace m_place = PanePlace::Automatic;
  bool m_placed = false;
  bool m_compact = false;
  bool m_ownWidth = false;  ///< it is still to be given its width beside the list
  bool m_ownHeight = false; ///< the pane's height below the list is nobody's choice yet
  int m_fitted = 0;         ///< px that it was given last
};

} // namespace oxp
