// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/noticedesk.h"
#include "ui/widgets/statetabbar.h"
#include "ui/window/rowdensity.h"
#include "ui/window/windowmemory.h"
#include "ui/window/windowparts.h"

#include <QMainWindow>

#include <functional>

namespace oxp {

class Banner;
class ClosingGuard;
class EnvironmentBand;
class OverviewPage;
class ProfileSession;
class QueuePage;
class ScreenQueues;

/// The window: menus and band above, the tree at the left, a profile's or a queue's page or an empty place in
/// the middle, the status bar below. Makes its parts and ties them to the sessions; what each part does lives
/// in ui/window and in the views.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  MainWindow(Workspace &workspace, ThemeController &theme, QWidget *parent = nullptr);
  ~MainWindow() override;

  QueuePage *page() const;
  QueueTreePanel *tree() const { return m_parts.tree; }
  OverviewPage *overview() const;
  ActionSet *actions() const { return m_parts.actions; }
  /// Opens a queue, and a job of it when one is named.
  void openQueue(const QString &profileId, const QueueId &queue, StateTab tab, const QByteArray &jobId = {});
  /// Leaves the queue that is open and shows what there is to do with a profile.
  void showProfile(const QString &profileId);
  /// What `Open the demo` does; without it the buttons are not shown.
  void setDemoStarter(std::function<void()> starter);
  /// A sentence such as why the demo could not start; where it is about a job or a queue, at its place.
  void tell(const Notice &notice);

protected:
  void closeEvent(QCloseEvent *event) override;
  void changeEvent(QEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  void makeParts();
  void setupMenus();
  void setupTree();
  void setupCentre();
  void setupPane();
  void setupPlaces();
  void setupStatus();
  void setupFlows();
  void setupWorkspace();
  void setupKeys();

  void openedSession(ProfileSession *session);
  void closedSession(const QString &profileId);
  void applyStatus(ProfileSession *session);
  void applyQueues(ProfileSession *session);
  void applyOpened(ProfileSession *session);
  void applyOverview(ProfileSession *session);
  void updateOverview();
  void updateActions();
  void updateStatus();
  QString profileName(const QString &profileId) const;

  WindowParts m_parts;
  EnvironmentBand *m_band;
  Banner *m_banner; ///< what concerns nothing that is open
  NoticeDesk m_notices;
  WindowMemory m_memory;
  RowDensity m_density;
  ClosingGuard *m_closing;
  ScreenQueues *m_screen = nullptr;
};

} // namespace oxp
