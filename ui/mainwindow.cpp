// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/actions/actionset.h"
#include "ui/dialogs/dialogmanners.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/errortext.h"
#include "ui/flows/alertflow.h"
#include "ui/flows/bulkflow.h"
#include "ui/flows/certificateflow.h"
#include "ui/flows/exportflow.h"
#include "ui/flows/operationflow.h"
#include "ui/flows/storeflow.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/start/startpage.h"
#include "ui/theme/theme.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/panestack.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/focuskeeper.h"
#include "ui/window/activityplace.h"
#include "ui/window/closingguard.h"
#include "ui/window/connectionasking.h"
#include "ui/window/connectionplace.h"
#include "ui/window/contextmenus.h"
#include "ui/window/failuresplace.h"
#include "ui/window/finder.h"
#include "ui/window/manydesk.h"
#include "ui/window/navigator.h"
#include "ui/window/operationdesk.h"
#include "ui/window/overviewplace.h"
#include "ui/window/queuesplace.h"
#include "ui/window/receiptdesk.h"
#include "ui/window/recipedesk.h"
#include "ui/window/runsplace.h"
#include "ui/window/screenqueues.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowstatus.h"
#include "workspace/livewatch.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QStatusBar>
#include <QVBoxLayout>

#include <utility>

namespace oxp {
namespace {

constexpr int TreeWidth = 248, NarrowTreeWidth = 232, NarrowBelow = 1200; // px
const QString LastPlace = QStringLiteral("window/queue");                 // in the settings

/// What the other parts are made with.
WindowParts makeViews(Workspace &workspace, ThemeController &theme, QWidget *window) {
  WindowParts parts{window, workspace, theme};
  parts.actions = new ActionSet(windowActions(), window);
  parts.tree = new QueueTreePanel(workspace.queueTree());
  parts.centre = new WindowCentre(*parts.actions, workspace, window);
  parts.navigator = new Navigator(workspace, parts.centre, parts.tree, window);
  return parts;
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, ThemeController &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(makeViews(workspace, theme, this))
    , m_band(new EnvironmentBand)
    , m_banner(new Banner)
    , m_notices(
          m_banner, page(), [this](const QString &id) { return profileName(id); },
          [this](const NoticeSubject &subject) {
            openQueue(subject.profile, subject.queue, StateTab::Latest, subject.jobId);
          })
    , m_memory(workspace, this, m_parts.centre)
    , m_density(workspace.settings(), this, m_parts.centre, m_parts.tree)
    , m_closing(new ClosingGuard(workspace.drafts(), page()->pane()->dataPane(), m_banner, this)) {
  setWindowTitle(QStringLiteral("Oxpecker"));
  setWindowIcon(applicationIcon());
  makeParts();
  setupMenus();
  setupTree();
  setupCentre();
  setupPane();
  setupPlaces();
  setupStatus();
  setupFlows();
  setupWorkspace();
  setupKeys();
  m_memory.restore();
  m_parts.navigator->setWantedPlace(workspace.settings().store().value(LastPlace).toString());
  m_density.apply();
  m_parts.navigator->showStart();
  updateActions();
  updateStatus();
  new FocusKeeper(this, [this] { m_parts.focus().goHome(); });
  new DialogManners(
      [this](QDialog *over) {
        if (!qobject_cast<ShortcutsDialog *>(over))
          (new ShortcutsDialog(*actions(), over))->open();
      },
      this);
}

MainWindow::~MainWindow() {
  hide(); // the focus leaves the editor while everybody who hears of it is there
  m_parts.workspace.disconnect(this);
  m_parts.centre->disconnect(this); // it tells of its page while its pages go
}

void MainWindow::makeParts() {
  WindowParts &p = m_parts;
  p.density = &m_density;
  p.alerts = new AlertFlow(p.workspace, this);
  p.exports = new ExportFlow(p.workspace.activity(), this);
  p.records = new StoreFlow(p.workspace, this);
  p.queues = new QueuesPlace(p.workspace, *p.actions, p.centre, p.tree, p.navigator, this);
  auto *certificates = new CertificateFlow(p.workspace, this);
  auto *asking = new ConnectionAsking(p.workspace, certificates, m_banner, page(), this);
  p.connections =
      new ConnectionPlace({p.workspace, p.centre, m_banner, p.navigator, certificates, asking}, this);
  p.overview = new OverviewPlace(p.centre, p.tree, p.navigator, this);
  p.failures = new FailuresPlace(p.centre, p.tree, p.navigator, this);
  p.runs = new RunsPlace({p.workspace, p.centre, p.tree, p.navigator, m_banner}, this);
  p.operations = new OperationDesk(p.centre, m_notices, this);
  p.bulk = new BulkFlow(this, this);
  p.runs->setBulk(p.bulk);
  p.many = new ManyDesk(p.centre, p.bulk, this);
  p.recipes = new RecipeDesk(p.workspace, p.centre, p.navigator, this);
  p.finder = new Finder(p, this);
  new ReceiptDesk(p.workspace, page(), p.navigator, m_notices, this);
}

void MainWindow::setupMenus() {
  auto *top = new QWidget;
  auto *box = new QVBoxLayout(top);
  box->setContentsMargins(0, 0, 0, 0);
  box->setSpacing(0);
  auto *bar = new QMenuBar;
  actions()->fillMenuBar(bar);
  box->addWidget(bar);
  box->addWidget(m_band);
  m_band->hide();
  setMenuWidget(top);
  actions()->attachTo(this);
  actions()->serve(m_parts);
}

void MainWindow::setupTree() {
  m_parts.treeDock = new QDockWidget(tr("Queue tree"), this);
  m_parts.treeDock->setObjectName(QStringLiteral("TreeDock"));
  m_parts.treeDock->setWidget(m_parts.tree);
  m_parts.treeDock->setTitleBarWidget(new QWidget);
  addDockWidget(Qt::LeftDockWidgetArea, m_parts.treeDock);
  const bool narrow = screen()->availableSize().width() < NarrowBelow;
  resizeDocks({m_parts.treeDock}, {narrow ? NarrowTreeWidth : TreeWidth}, Qt::Horizontal);
  connect(m_parts.treeDock, &QDockWidget::visibilityChanged, this, &MainWindow::updateActions);
  connect(m_parts.tree, &QueueTreePanel::contextMenuWanted, this, [this](const QPoint &place) {
    makeTreeMenu(*actions(), m_parts.tree->currentQueue().has_value(), this)->popup(place);
  });
  connect(m_parts.tree, &QueueTreePanel::addConnectionWanted, this,
          [this] { m_parts.connections->addConnection(); });
  m_screen = new ScreenQueues(m_parts.workspace, m_parts.centre, m_parts.tree, m_parts.treeDock);
}

void MainWindow::setupCentre() {
  auto *centre = new QWidget;
  auto *column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_banner);
  column->addWidget(m_parts.centre, 1);
  setCentralWidget(centre);
  connect(m_parts.centre, &QStackedWidget::currentChanged, this, &MainWindow::updateActions);
  connect(page(), &QueuePage::stateChanged, this, &MainWindow::updateActions);
  connect(page(), &QueuePage::contextMenuWanted, this, [this](const QPoint &place) {
    QMenu *menu = makeJobMenu(*actions(), this);
    if (menu->isEmpty())
      menu->deleteLater();
    else
      menu->popup(place);
  });
  connect(page(), &QueuePage::paneShownChanged, this, &MainWindow::updateActions);
  for (const char *id : {"view.palette", "help.shortcuts"})
    m_parts.centre->start()->addShortcut(actions()->action(id)->shortcut().toString(QKeySequence::NativeText),
                                         actions()->action(id)->text());
}

void MainWindow::setupPane() {
  JobPane *pane = page()->pane();
  connect(page()->list(), &JobListPanel::jobActivated, this, [this, pane] {
    page()->setPaneShown(true);
    pane->showTab(JobPane::Data);
    pane->dataPane()->focusEditor();
  });
  connect(pane, &JobPane::jobWanted, this, [this](const QueueId &queue, const QByteArray &jobId) {
    if (page()->isOpen())
      openQueue(page()->session()->id(), queue, StateTab::Latest, jobId);
  });
  connect(pane, &JobPane::revertWanted, this, [pane](const audit::Record &record) {
    pane->showTab(isDataEdit(record.operation) ? JobPane::Data : JobPane::Options);
    pane->dataPane()->revert(record);
  });
  connect(pane, &JobPane::offersChanged, this, &MainWindow::updateActions);
  connect(pane->dataPane(), &DataPane::leaveWanted, this, [this] { page()->list()->focusTable(); });
  connect(pane->dataPane(), &DataPane::stateChanged, this, &MainWindow::updateActions);
  connect(pane->dataPane(), &DataPane::toldElsewhere, this,
          [this](const OperationTarget &target, Notice notice) {
            notice.subject = target.subject();
            tell(notice);
          });
}

void MainWindow::setupPlaces() {
  const Navigator *navigator = m_parts.navigator;
  connect(navigator, &Navigator::opened, this, &MainWindow::applyOpened);
  connect(navigator, &Navigator::overviewShown, this, &MainWindow::applyOverview);
  connect(navigator, &Navigator::profileChosen, this, [this] {
    updateStatus();
    updateActions();
  });
  connect(m_parts.operations, &OperationDesk::runningChanged, this, &MainWindow::updateActions);
}

void MainWindow::setupStatus() {
  m_parts.status = new WindowStatus(m_parts.workspace, *actions(), m_parts.centre, m_band, statusBar());
  m_parts.activity = new ActivityPlace(m_parts.workspace.activity(), this);
  connect(m_parts.status, &WindowStatus::pauseChanged, this, &MainWindow::updateActions);
  connect(m_parts.activity, &ActivityPlace::shownChanged, this, &MainWindow::updateActions);
}

void MainWindow::setupFlows() {
  connect(m_parts.exports, &ExportFlow::told, this, &MainWindow::tell);
  connect(m_parts.runs, &RunsPlace::told, this, &MainWindow::tell);
  connect(m_parts.recipes, &RecipeDesk::told, this, &MainWindow::tell);
  connect(m_parts.recipes, &RecipeDesk::changed, this, &MainWindow::updateActions);
  connect(m_parts.bulk, &BulkFlow::told, this, &MainWindow::tell);
  connect(m_parts.bulk, &BulkFlow::runWanted, this,
          [this](const ProfileSession *session, qint64 run) { m_parts.runs->open(session->id(), run); });
  connect(m_parts.records, &StoreFlow::told, this, &MainWindow::tell);
  connect(m_parts.records, &StoreFlow::withdrawn, m_banner, qOverload<const QByteArray &>(&Banner::withdraw));
  m_parts.records->tellNow();
  connect(m_parts.alerts, &AlertFlow::told, this, [this](const Notice &notice) { m_banner->post(notice); });
  connect(m_parts.alerts, &AlertFlow::queueWanted, this,
          [this](const QString &profileId, const QueueId &queue) {
            m_banner->withdraw("alert", {profileId, queue, {}});
            openQueue(profileId, queue, StateTab::Latest);
          });
  connect(&m_parts.theme, &ThemeController::changed, page()->pane(), &JobPane::applyTheme);
}

void MainWindow::setupWorkspace() {
  m_parts.workspace.setErrorSentence(
      [](const Error &error) { return errorText(error, Doing::Connecting).oneLine(); });
  connect(&m_parts.workspace, &Workspace::recordsStateChanged, this, &MainWindow::updateActions);
  connect(&m_parts.workspace, &Workspace::sessionOpened, this, &MainWindow::openedSession);
  connect(&m_parts.workspace, &Workspace::sessionClosed, this, &MainWindow::closedSession);
  for (ProfileSession *session : m_parts.workspace.sessions())
    openedSession(session);
}

/// Keys that are no actions: they choose tabs.
void MainWindow::setupKeys() {
  for (int i = 0; i < StateTabCount; ++i) {
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this);
    connect(keys, &QShortcut::activated, this,
            [this, i] { page()->setCurrentTab(static_cast<StateTab>(i)); });
  }
  auto *next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), this);
  connect(next, &QShortcut::activated, this, [this] { page()->stack()->stepTab(1); });
  auto *previous = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), this);
  connect(previous, &QShortcut::activated, this, [this] { page()->stack()->stepTab(-1); });
}

void MainWindow::openedSession(ProfileSession *session) {
  connect(&session->link(), &ServerLink::statusChanged, this, [this, session] { applyStatus(session); });
  connect(&session->link(), &ServerLink::serverChanged, this, &MainWindow::updateStatus);
  connect(&session->live(), &LiveWatch::voicesChanged, m_parts.status, &WindowStatus::updateLive);
  m_parts.operations->follow(session);
  m_parts.runs->follow(session);
  connect(&session->queues(), &QueueRegistry::queuesFound, this, [this, session] { applyQueues(session); });
  connect(&session->queues(), &QueueRegistry::queuesChanged, this, [this, session] { applyQueues(session); });
  connect(&session->queues(), &QueueRegistry::discoveryChanged, this,
          [this, session](const DiscoveryStatus &status) {
            if (!status.running && overview()->session() == session)
              updateOverview(); // also where none was found, or none may be looked for
            m_parts.queues->updateOffers();
          });
  m_parts.navigator->setProfile(session->id());
  m_parts.tree->expandProfile(session->id().toUtf8());
  connect(&session->queues(), &QueueRegistry::queuesChanged, m_parts.tree,
          [this, session, first = true]() mutable {
            if (std::exchange(first, false))
              m_parts.tree->expandProfile(session->id().toUtf8());
          });
  m_parts.navigator->showProfile(session->id());
  updateStatus();
  updateActions();
}

void MainWindow::closedSession(const QString &profileId) {
  if (page()->isOpen() && page()->session()->id() == profileId)
    page()->close();
  m_parts.failures->close(profileId);
  m_parts.runs->close(profileId);
  const bool ofOverview = overview()->session() && overview()->session()->id() == profileId;
  const bool shown = ofOverview && m_parts.centre->showsOverview();
  if (ofOverview)
    overview()->close();
  if (shown || (!page()->isOpen() && m_parts.navigator->profile() == profileId))
    m_parts.navigator->showProfile(profileId);
  page()->banner()->withdraw("away");
  updateStatus();
  updateActions();
}

void MainWindow::applyStatus(ProfileSession *session) {
  m_parts.connections->tell(*session);
  updateStatus();
  updateActions();
  if (session->isConnected())
    m_screen->update();
  m_parts.overview->applyStatus(*session);
}

void MainWindow::applyQueues(ProfileSession *session) {
  m_screen->update();
  if (overview()->session() == session)
    updateOverview();
  m_parts.navigator->noteQueues(*session);
}

void MainWindow::applyOpened(ProfileSession *session) {
  m_parts.status->tellPaused();
  m_parts.connections->tell(*session);
  updateStatus();
  m_screen->update();
}

void MainWindow::applyOverview(ProfileSession *session) {
  updateOverview();
  m_parts.connections->tell(*session);
  updateStatus();
  updateActions();
  m_screen->update();
}

/// What fits depends on whether there are queues.
void MainWindow::updateOverview() {
  m_parts.queues->updateOverview();
  updateActions();
}

void MainWindow::updateActions() {
  oxp::updateActions(m_parts);
}

void MainWindow::updateStatus() {
  m_parts.queues->updateOffers();
  m_parts.status->update(m_parts.navigator->session());
}

QueuePage *MainWindow::page() const {
  return m_parts.centre->page();
}

OverviewPage *MainWindow::overview() const {
  return m_parts.centre->overview();
}

void MainWindow::openQueue(const QString &profileId, const QueueId &queue, StateTab tab,
                           const QByteArray &jobId) {
  m_parts.navigator->openQueue(profileId, queue, tab, jobId);
}

void MainWindow::showProfile(const QString &profileId) {
  m_parts.navigator->leaveFor(profileId);
}

void MainWindow::setDemoStarter(std::function<void()> starter) {
  m_parts.startDemo = std::move(starter);
  m_parts.centre->start()->setDemoStarter(m_parts.startDemo);
  updateActions();
}

void MainWindow::tell(const Notice &notice) {
  m_notices.post(notice);
}

QString MainWindow::profileName(const QString &profileId) const {
  const Profile *profile = m_parts.workspace.profiles().find(profileId);
  return profile ? profile->name : QString();
}

bool MainWindow::event(QEvent *event) {
  if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show ||
      event->type() == QEvent::Hide)
    m_parts.workspace.setWindowActive(isVisible() && !isMinimized());
  return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent *event) {
  if (event->type() == QEvent::WindowStateChange)
    m_parts.workspace.setWindowActive(isVisible() && !isMinimized());
  QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event) {
  QMainWindow::resizeEvent(event);
  if (m_density.fit())
    updateActions();
  m_screen->update();
}

void MainWindow::closeEvent(QCloseEvent *event) {
  if (!m_parts.runs->mayClose() || !m_closing->mayClose())
    return event->ignore();
  m_memory.save();
  m_parts.workspace.settings().store().setValue(LastPlace, m_parts.navigator->place());
  QMainWindow::closeEvent(event);
}

} // namespace oxp
