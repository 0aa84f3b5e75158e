// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "operations/specs.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/dialogmanners.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/errortext.h"
#include "ui/flows/alertflow.h"
#include "ui/flows/certificateflow.h"
#include "ui/flows/errornotice.h"
#include "ui/flows/exportflow.h"
#include "ui/flows/paletteflow.h"
#include "ui/flows/storeflow.h"
#include "ui/panes/datapane.h"
#include "ui/panes/historypane.h"
#include "ui/panes/jobpane.h"
#include "ui/start/startpage.h"
#include "ui/views/activitypanel.h"
#include "ui/views/failurespanel.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/livestatus.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/focuskeeper.h"
#include "ui/widgets/statuspieces.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMenuBar>
#include <QResizeEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int TreeWidth = 248, NarrowTreeWidth = 232, NarrowBelow = 1200; // px

} // namespace

MainWindow::MainWindow(Workspace &workspace, ThemeController &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_actions(new ActionSet(this))
    , m_operations(new OperationFlow(this))
    , m_alerts(new AlertFlow(workspace, this))
    , m_certificates(new CertificateFlow(workspace, this))
    , m_export(new ExportFlow(workspace.activity(), this))
    , m_records(new StoreFlow(workspace, this))
    , m_palette(new PaletteFlow(*m_actions, workspace, this))
    , m_band(new EnvironmentBand)
    , m_tree(new QueueTreePanel(workspace.queueTree()))
    , m_banner(new Banner)
    , m_centre(new QStackedWidget)
    , m_empty(new EmptyPlace)
    , m_start(new StartPage(workspace))
    , m_page(new QueuePage(*m_actions, workspace, this))
    , m_failures(new FailuresPanel(workspace.activity()))
    , m_overview(new OverviewPage(*m_actions, workspace.settings()))
    , m_desk(
          m_banner, m_page, [this](const QString &id) { return profileName(id); },
          [this](const NoticeSubject &subject) { showSubject(subject); })
    , m_connection(new StatusPiece(tr("Connection")))
    , m_certificate(new StatusPiece(tr("Certificate")))
    , m_role(new StatusPiece(tr("Role")))
    , m_live(new LiveStatus(m_actions->action("view.pauseLive")))
    , m_activity(new ActivityPiece) {
  setWindowTitle(QStringLiteral("Oxpecker"));
  setWindowIcon(applicationIcon());
  setupMenus();
  setupTree();
  setupCentre();
  setupStatusBar();
  setupActivity();
  setupWorkspace();
  setupCommands();
  restoreWindow();
  showEmpty();
  updateActions();
  updateStatus();
  new FocusKeeper(this, [this] { focusHome(); });
  new DialogManners(
      [this](QDialog *over) {
        if (!qobject_cast<ShortcutsDialog *>(over))
          (new ShortcutsDialog(*m_actions, over))->open();
      },
      this);
}

MainWindow::~MainWindow() {
  hide(); // the focus leaves the editor while everybody who hears of it is there
  m_workspace.disconnect(this);
  m_centre->disconnect(this); // it tells of its page while its pages go
}

void MainWindow::setupMenus() {
  auto *top = new QWidget;
  auto *box = new QVBoxLayout(top);
  box->setContentsMargins(0, 0, 0, 0);
  box->setSpacing(0);
  auto *bar = new QMenuBar;
  m_actions->fillMenuBar(bar);
  box->addWidget(bar);
  box->addWidget(m_band);
  m_band->hide();
  setMenuWidget(top);
  m_actions->attachTo(this);
  connect(m_actions, &ActionSet::triggered, this, [this](const QByteArray &id, bool checked) {
    if (const Command command = m_commands.value(id))
      command(checked);
    else
      runOperation(id);
  });
}

void MainWindow::setupTree() {
  m_treeDock = new QDockWidget(tr("Queue tree"), this);
  m_treeDock->setObjectName(QStringLiteral("TreeDock"));
  m_treeDock->setWidget(m_tree);
  m_treeDock->setTitleBarWidget(new QWidget);
  addDockWidget(Qt::LeftDockWidgetArea, m_treeDock);
  const bool narrow = screen()->availableSize().width() < NarrowBelow;
  resizeDocks({m_treeDock}, {narrow ? NarrowTreeWidth : TreeWidth}, Qt::Horizontal);
  connect(m_treeDock, &QDockWidget::visibilityChanged, this, [this] {
    m_actions->action("view.tree")->setChecked(!m_treeDock->isHidden());
    updateVisibleQueues();
  });
  connect(m_tree, &QueueTreePanel::queueSelected, this, &MainWindow::selectQueue);
  connect(m_tree, &QueueTreePanel::profileSelected, this, &MainWindow::selectProfile);
  connect(m_tree, &QueueTreePanel::profileActivated, this, &MainWindow::activateProfile);
  connect(m_tree, &QueueTreePanel::visibleChanged, this, &MainWindow::updateVisibleQueues,
          Qt::QueuedConnection);
  connect(m_tree, &QueueTreePanel::contextMenuWanted, this, &MainWindow::openTreeMenu);
  connect(m_tree, &QueueTreePanel::addConnectionWanted, this, [this] { openConnections({}, true); });
  connect(m_tree, &QueueTreePanel::searchWanted, this, &MainWindow::searchEverywhere);
  connect(m_tree, &QueueTreePanel::offerTaken, this, [this] { showOthers(m_currentProfile); });
}

void MainWindow::setupCentre() {
  m_centre->addWidget(m_empty);
  m_centre->addWidget(m_page);
  setupFailures();
  setupStart();
  setupOverview();
  auto *centre = new QWidget;
  auto *column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_banner);
  column->addWidget(m_centre, 1);
  setCentralWidget(centre);
  connect(m_page, &QueuePage::stateChanged, this, &MainWindow::updateActions);
  connect(m_page, &QueuePage::contextMenuWanted, this, &MainWindow::openContextMenu);
  connect(m_page, &QueuePage::tabShown, this, [this](StateTab tab) {
    if (m_page->isOpen())
      m_tree->select(m_page->session()->id().toUtf8(), m_page->queue().id, stateOf(tab));
  });
  connect(m_page, &QueuePage::paneShownChanged, this,
          [this](bool shown) { m_actions->action("view.pane")->setChecked(shown); });
  connect(m_page->list(), &JobListPanel::jobActivated, this, [this] {
    m_page->setPaneShown(true);
    m_page->pane()->showTab(JobPane::Data);
    m_page->pane()->dataPane()->focusEditor();
  });
  connect(m_page->list(), &JobListPanel::listRead, this, [this] {
    m_live->setRead();
    updateLive();
  });
  JobPane *pane = m_page->pane();
  connect(pane, &JobPane::jobWanted, this, [this](const QueueId &queue, const QByteArray &jobId) {
    if (m_page->isOpen())
      openQueue(m_page->session()->id(), queue, StateTab::Latest, jobId);
  });
  connect(pane, &JobPane::revertWanted, this, [pane](const audit::Record &record) {
    pane->showTab(JobPane::Data);
    pane->dataPane()->revert(record);
  });
  connect(pane->dataPane(), &DataPane::retryWanted, this, [this] { runOperation(retryJobSpec().id, true); });
  connect(pane->dataPane(), &DataPane::leaveWanted, this, [this] { m_page->list()->focusTable(); });
  connect(pane->dataPane(), &DataPane::stateChanged, this, &MainWindow::updateActions);
  connect(pane->dataPane(), &DataPane::toldElsewhere, this,
          [this](const OperationTarget &target, Notice notice) {
            notice.subject = target.subject();
            tell(notice);
          });
  connect(m_export, &ExportFlow::told, this, &MainWindow::tell);
  setupOperations();
}

void MainWindow::setupStatusBar() {
  QStatusBar *bar = statusBar();
  bar->setSizeGripEnabled(false);
  bar->setFixedHeight(26);
  bar->addWidget(m_connection);
  bar->addWidget(m_certificate);
  bar->addWidget(m_role);
  bar->addWidget(m_live);
  bar->addPermanentWidget(m_activity);
  m_certificate->hide();
  m_role->hide();
  m_live->hide();
}

void MainWindow::setupActivity() {
  auto *panel = new ActivityPanel(m_workspace.activity());
  m_activityDock = new QDockWidget(tr("Activity"), this);
  m_activityDock->setObjectName(QStringLiteral("ActivityDock"));
  m_activityDock->setWidget(panel);
  addDockWidget(Qt::BottomDockWidgetArea, m_activityDock);
  m_activityDock->hide();
  connect(m_alerts, &AlertFlow::told, this, [this](const Notice &notice) { m_banner->post(notice); });
  connect(m_records, &StoreFlow::told, this, &MainWindow::tell);
  connect(m_records, &StoreFlow::withdrawn, m_banner, qOverload<const QByteArray &>(&Banner::withdraw));
  connect(&m_workspace, &Workspace::recordsStateChanged, this, &MainWindow::updateActions);
  m_records->tellNow();
  connect(m_alerts, &AlertFlow::queueWanted, this, [this](const QString &profileId, const QueueId &queue) {
    m_banner->withdraw("alert", {profileId, queue, {}});
    openQueue(profileId, queue, StateTab::Latest);
  });
  connect(m_activityDock, &QDockWidget::visibilityChanged, this,
          [this] { m_actions->action("view.activity")->setChecked(!m_activityDock->isHidden()); });
  connect(m_activity, &ActivityPiece::clicked, m_activityDock, &QWidget::show);
  connect(m_activity, &ActivityPiece::cancelled, this, [this] { m_workspace.activity().cancel(0); });
  ActivityModel &model = m_workspace.activity();
  connect(&model, &QAbstractItemModel::dataChanged, this, &MainWindow::updateActivityPiece);
  connect(&model, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateActivityPiece);
  connect(&model, &ActivityModel::runningChanged, this, &MainWindow::updateActivityPiece);
}

void MainWindow::updateActivityPiece() {
  const ActivityModel &model = m_workspace.activity();
  for (int row = 0; row < model.rowCount(); ++row) {
    const QModelIndex index = model.index(row);
    if (index.data(ActivityModel::StatusRole).toInt() != int(ActivityModel::Status::Running))
      continue;
    const QVariant share = index.data(ActivityModel::ProgressRole);
    QStringList detail{index.data(ActivityModel::RateRole).toString(),
                       index.data(ActivityModel::LeftRole).toString()};
    detail.removeAll(QString());
    m_activity->setRunning(index.data().toString(), share.isValid() ? share.toDouble() : -1,
                           detail.join(QStringLiteral(" · ")),
                           index.data(ActivityModel::CancellableRole).toBool());
    return;
  }
  m_activity->setIdle();
}

void MainWindow::setupWorkspace() {
  m_workspace.setErrorSentence(
      [](const Error &error) { return errorText(error, Doing::Connecting).oneLine(); });
  connect(&m_workspace, &Workspace::sessionOpened, this, &MainWindow::openedSession);
  connect(&m_workspace, &Workspace::sessionClosed, this, [this](const QString &profileId) {
    if (m_page->isOpen() && m_page->session()->id() == profileId)
      m_page->close();
    if (m_failures->session() && m_failures->session()->id() == profileId) {
      m_failures->close();
      leaveFailures();
    }
    const bool ofOverview = m_overview->session() && m_overview->session()->id() == profileId;
    const bool shown = ofOverview && overviewShown();
    if (ofOverview)
      m_overview->close();
    if (shown || (!m_page->isOpen() && m_currentProfile == profileId))
      showProfilePlace(profileId);
    m_page->banner()->withdraw("away");
    updateStatus();
    updateActions();
  });
  connect(&m_workspace, &Workspace::passwordWanted, this, &MainWindow::wantPassword);
  connect(&m_workspace, &Workspace::passphraseWanted, this, &MainWindow::wantPassphrase);
  connect(&m_workspace, &Workspace::certificateRefused, this, &MainWindow::wantDecision);
  connect(m_certificates, &CertificateFlow::decided, this, [this](const QString &profileId) {
    m_banner->withdraw("certificate", {profileId, {}, {}});
  });
  setupClosing();
  connect(&m_workspace.profiles(), &ProfileStore::changed, this, [this] {
    if (m_centre->currentIndex() == EmptyPage)
      showProfilePlace(m_currentProfile);
  });
  for (ProfileSession *session : m_workspace.sessions())
    openedSession(session);
}

void MainWindow::selectQueue(const QueueRef &queue, std::optional<JobState> state, bool schedulers) {
  ProfileSession *session = m_workspace.session(QString::fromUtf8(queue.profileId));
  if (!session)
    return;
  m_currentProfile = session->id();
  const bool same = m_page->isOpen() && m_page->session() == session && m_page->queue().id == queue.info.id;
  const StateTab tab = schedulers ? StateTab::Schedulers
                       : state    ? tabOf(*state)
                       : same     ? m_page->currentTab()
                                  : StateTab::Latest;
  m_restoreQueue.clear();
  m_centre->setCurrentIndex(QueuePageIndex);
  m_page->open(session, queue.info, tab);
  m_palette->note({m_currentProfile, queue.info.id, {}});
  tellPaused();
  tellConnection(*session);
  updateBand();
  updateStatus();
  updateVisibleQueues();
}

void MainWindow::openQueue(const QString &profileId, const QueueId &queue, StateTab tab,
                           const QByteArray &jobId) {
  ProfileSession *session = m_workspace.session(profileId);
  const std::optional<QueueInfo> info = session ? session->queues().find(queue) : std::nullopt;
  if (!info)
    return;
  m_tree->select(profileId.toUtf8(), queue, stateOf(tab));
  m_centre->setCurrentIndex(QueuePageIndex);
  m_currentProfile = profileId;
  m_page->open(session, *info, tab);
  m_palette->note({profileId, queue, {}});
  tellPaused();
  tellConnection(*session);
  if (!jobId.isEmpty()) {
    m_palette->note({profileId, queue, jobId});
    m_page->openJob(jobId);
  }
  updateBand();
  updateStatus();
  updateVisibleQueues();
}

void MainWindow::showProfile(const QString &profileId) {
  m_page->close();
  m_tree->expandProfile(profileId.toUtf8());
  selectProfile(profileId.toUtf8());
}

void MainWindow::selectProfile(const QByteArray &profileId) {
  m_currentProfile = QString::fromUtf8(profileId);
  if (!m_page->isOpen() || m_page->session()->id() != m_currentProfile)
    showProfilePlace(m_currentProfile);
  updateStatus();
  updateActions();
}

void MainWindow::activateProfile(const QByteArray &profileId) {
  const QString id = QString::fromUtf8(profileId);
  if (!m_workspace.session(id))
    m_workspace.open(id);
}

ProfileSession *MainWindow::currentSession() const {
  if (!m_currentProfile.isEmpty())
    return m_workspace.session(m_currentProfile);
  return m_page->session();
}

void MainWindow::updateVisibleQueues() {
  for (ProfileSession *session : m_workspace.sessions()) {
    std::vector<QueueId> queues =
        m_treeDock->isHidden() ? std::vector<QueueId>() : m_tree->visibleQueues(session->id().toUtf8());
    if (m_page->session() == session &&
        std::find(queues.begin(), queues.end(), m_page->queue().id) == queues.end())
      queues.push_back(m_page->queue().id);
    if (m_overview->session() == session)
      for (const QueueId &queue : m_overview->visibleQueues())
        if (std::find(queues.begin(), queues.end(), queue) == queues.end())
          queues.push_back(queue);
    session->live().setVisibleQueues(queues);
    session->live().setOpenQueue(m_page->session() == session ? std::optional(m_page->queue().id)
                                                              : std::nullopt);
  }
}

void MainWindow::setDemoStarter(std::function<void()> starter) {
  m_demo = std::move(starter);
  m_start->setDemoStarter(m_demo);
  updateActions();
}

void MainWindow::tell(const Notice &notice) {
  m_desk.post(notice);
}

QString MainWindow::profileName(const QString &profileId) const {
  const Profile *profile = m_workspace.profiles().find(profileId);
  return profile ? profile->name : QString();
}

void MainWindow::showSubject(const NoticeSubject &subject) {
  openQueue(subject.profile, subject.queue, StateTab::Latest, subject.jobId);
}

void MainWindow::applyTheme() {
  m_page->pane()->applyTheme();
}

bool MainWindow::event(QEvent *event) {
  if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show ||
      event->type() == QEvent::Hide)
    m_workspace.setWindowActive(isVisible() && !isMinimized());
  return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent *event) {
  if (event->type() == QEvent::WindowStateChange)
    m_workspace.setWindowActive(isVisible() && !isMinimized());
  QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event) {
  QMainWindow::resizeEvent(event);
  if (wantsCompact() != m_actions->action("view.compact")->isChecked())
    applyCompact();
  updateVisibleQueues();
}

} // namespace oxp
