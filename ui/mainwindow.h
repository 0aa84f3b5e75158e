// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuetreemodel.h"
#include "models/receipt.h"
#include "ui/flows/operationflow.h"
#include "ui/noticedesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statetabbar.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QDockWidget;
class QStackedWidget;

namespace oxp {

class ActionSet;
class ActivityPiece;
class AlertFlow;
class Banner;
class CertificateFlow;
struct CertificateProblem;
class ConnectionsDialog;
class EmptyPlace;
class EnvironmentBand;
class ExportFlow;
class FailuresPanel;
class LiveStatus;
class OverviewPage;
class QueuePage;
class PaletteFlow;
class QueueTreePanel;
struct RecentPlace;
class StartPage;
class StatusPiece;
class StoreFlow;
class Workspace;

/// The window: menus and band above, the tree at the left, a profile's or a queue's page or an empty place in
/// the middle, the status bar below. Ties views to sessions; what each part does lives in the part.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  MainWindow(Workspace &workspace, ThemeController &theme, QWidget *parent = nullptr);
  ~MainWindow() override;

  QueuePage *page() const { return m_page; }
  QueueTreePanel *tree() const { return m_tree; }
  OverviewPage *overview() const { return m_overview; }
  ActionSet *actions() const { return m_actions; }
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
  using Command = std::function<void(bool)>;
  enum Place { EmptyPage, QueuePageIndex, FailuresPage, StartPageIndex, OverviewPlace };
  static constexpr int SmallHeight = 720; ///< px; below it rows are compact unless a person has chosen
  void setupMenus();
  void setupTree();
  void setupCentre();
  void setupStatusBar();
  void setupActivity();
  void setupWorkspace();
  void setupCommands();
  void setupViewCommands();
  void setupJobCommands();
  void setupFileCommands();
  void setupTabKeys();
  void askBeforeLosing();
  void setupClosing();
  void tellOfDrafts();
  void restoreWindow();
  void placeWindow();
  bool wantsCompact() const;
  void applyCompact();
  void saveWindow();

  void selectQueue(const QueueRef &queue, std::optional<JobState> state, bool schedulers);
  void selectProfile(const QByteArray &profileId);
  void activateProfile(const QByteArray &profileId);
  ProfileSession *currentSession() const;
  OperationTarget jobTarget() const;
  OperationTarget queueTarget() const;
  QString profileName(const QString &profileId) const;
  void runOperation(const QByteArray &id, bool saved = false);
  void updateActions();
  void updateStatus();
  void updateBand();
  void updateLive();
  void pauseLive(bool paused);
  void tellPaused();
  void updateActivityPiece();
  void updateVisibleQueues();
  void showEmpty();
  void showProfilePlace(const QString &profileId);
  void setupOverview();
  bool overviewShown() const;
  void showOverview(ProfileSession &session);
  void updateOverviewPlace();
  void updateConnectedPlace(ProfileSession &session);
  void backToOverview();
  void showQueuesPlace(ProfileSession &session, EmptyPlace &place);
  static QString queuesOffer(const ProfileSession &session);
  void updateOthers();
  void showOthers(const QString &profileId);
  void openQueueByName();
  void openedSession(ProfileSession *session);
  void tellConnection(const ProfileSession &session);
  void reconnect();
  void showSubject(const NoticeSubject &subject);
  void setupOperations();
  void setupReceipts();
  void endOperation(const OperationTarget &target, const QByteArray &operation,
                    const OperationReport &report);
  void showReceipt(const Receipt &receipt);
  void undoReceipt(const Receipt &receipt);
  void undoWanted();
  void wantPassword(const QString &profileId, bool refused);
  void askPassword(const QString &profileId, bool refused);
  void wantPassphrase(const QString &profileId, bool refused);
  void askPassphrase(const QString &profileId, bool refused);
  bool mayInterrupt() const;
  void wantDecision(const QString &profileId, const CertificateProblem &problem);
  void updateCertificate(const ProfileSession *session);
  void goToJob();
  void openTypedJob(const QString &typed);
  void search();
  void searchEverywhere(const QString &text);
  void exportJobs();
  void setupFailures();
  void setupStart();
  void openFailures();
  void leaveFailures();
  void setupPalette();
  void goTo(const RecentPlace &place, StateTab tab);
  ConnectionsDialog *openConnections(const QString &profileId, bool fresh);
  void openContextMenu(const QPoint &place);
  void openTreeMenu(const QPoint &place);
  void nextRegion(int direction);
  void focusHome();
  void applyTheme();

  Workspace &m_workspace;
  ThemeController &m_theme;
  ActionSet *m_actions;
  QHash<QByteArray, Command> m_commands;
  OperationFlow *m_operations;
  AlertFlow *m_alerts;
  CertificateFlow *m_certificates;
  ExportFlow *m_export;
  StoreFlow *m_records;
  PaletteFlow *m_palette;
  EnvironmentBand *m_band;
  QueueTreePanel *m_tree;
  QDockWidget *m_treeDock = nullptr;
  QDockWidget *m_activityDock = nullptr;
  Banner *m_banner; ///< what concerns nothing that is open
  QStackedWidget *m_centre;
  EmptyPlace *m_empty;
  StartPage *m_start;
  QueuePage *m_page;
  FailuresPanel *m_failures;
  OverviewPage *m_overview;
  NoticeDesk m_desk;
  StatusPiece *m_connection, *m_certificate, *m_role;
  LiveStatus *m_live;
  ActivityPiece *m_activity;
  std::function<void()> m_demo;
  bool m_closing = false;        ///< as soon as the store has answered for what was typed
  bool m_mayLose = false;        ///< the person closes although typed text is in memory only
  std::optional<Receipt> m_undo; ///< to be taken back once its job is open
  bool m_failuresOfAll = false;  ///< they were opened from the overview, and lead back there
  QString m_currentProfile;
  QString m_restoreQueue; ///< profile and base of the last queue, opened when it is found
};

} // namespace oxp
