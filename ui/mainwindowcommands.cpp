// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each action of the window does; the records are in ui/actions.
#include "ui/mainwindow.h"

#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/connectionsdialog.h"
#include "ui/dialogs/gotodialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/flows/alertflow.h"
#include "ui/flows/paletteflow.h"
#include "ui/flows/storeflow.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/start/startpage.h"
#include "ui/views/failurespanel.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/joblistsort.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "workspace/jobrequests.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

#include <array>

namespace oxp {
namespace {

/// The queue that is current in the tree, else the open one.
std::optional<QueueRef> chosenQueue(const MainWindow &window) {
  std::optional<QueueRef> queue = window.tree()->currentQueue();
  const QueuePage *page = window.page();
  if (!queue && page->isOpen())
    queue = {page->session()->id().toUtf8(), page->queue()};
  return queue;
}

} // namespace

void MainWindow::setupCommands() {
  setupFileCommands();
  setupViewCommands();
  setupJobCommands();
  setupTabKeys();
  setupPalette();
}

void MainWindow::setupFileCommands() {
  m_commands["file.addConnection"] = [this](bool) { openConnections({}, true); };
  m_commands["file.connections"] = [this](bool) { openConnections(m_currentProfile, false); };
  m_commands["file.openDemo"] = [this](bool) {
    if (m_demo)
      m_demo();
  };
  m_commands["file.connect"] = [this](bool) { m_workspace.open(m_currentProfile); };
  m_commands["file.reconnect"] = [this](bool) { reconnect(); };
  m_commands["file.disconnect"] = [this](bool) {
    if (ProfileSession *session = currentSession())
      m_workspace.close(session->id());
  };
  m_commands["file.openQueue"] = [this](bool) { openQueueByName(); };
  m_commands["file.alerts"] = [this](bool) {
    const std::optional<QueueRef> queue = chosenQueue(*this);
    const bool ofProfile = queue && QString::fromUtf8(queue->profileId) == m_currentProfile;
    m_alerts->editRules(m_currentProfile, ofProfile ? std::optional(queue->info.id) : std::nullopt);
  };
  m_commands["file.export"] = [this](bool) { exportJobs(); };
  m_commands["file.settings"] = [this](bool) {
    auto *dialog = new SettingsDialog(m_workspace.settings(), this);
    connect(dialog, &QDialog::accepted, this, [this] {
      m_theme.setSetting(static_cast<ThemeSetting>(m_workspace.settings().value(setting::Theme)));
      m_page->setPanePlace(static_cast<PanePlace>(m_workspace.settings().value(setting::PanePosition)));
      applyCompact();
      updateActions();
    });
    dialog->open();
  };
  m_commands["file.quit"] = [this](bool) { close(); };
  m_commands["help.shortcuts"] = [this](bool) { (new ShortcutsDialog(*m_actions, this))->open(); };
  m_commands["help.checkRecords"] = [this](bool) { m_records->checkRecords(); };
  m_commands["help.about"] = [this](bool) { (new AboutDialog(this))->open(); };
}

void MainWindow::setupViewCommands() {
  m_commands["view.refresh"] = [this](bool) {
    if (ProfileSession *session = currentSession())
      session->refresh();
  };
  m_commands["view.pauseLive"] = [this](bool on) { pauseLive(on); };
  m_commands["view.reverse"] = [this](bool) { m_page->list()->sort()->reverse(); };
  m_commands["view.sortBy"] = [this](bool) { m_page->list()->sort()->askField(); };
  m_commands["view.pinQueue"] = [this](bool) {
    if (const std::optional<QueueRef> queue = chosenQueue(*this)) {
      const QString profile = QString::fromUtf8(queue->profileId);
      m_workspace.setPinned(profile, queue->info.id, !m_workspace.isPinned(profile, queue->info.id));
      m_tree->showCurrent();
    }
    updateActions();
  };
  m_commands["view.tree"] = [this](bool on) { m_treeDock->setVisible(on); };
  m_commands["view.pane"] = [this](bool on) { m_page->setPaneShown(on); };
  m_commands["view.activity"] = [this](bool on) { m_activityDock->setVisible(on); };
  m_commands["view.compact"] = [this](bool on) {
    m_workspace.settings().set(setting::CompactRows, on);
    applyCompact();
  };
  const auto place = [this](PanePlace place) {
    m_workspace.settings().set(setting::PanePosition, int(place));
    m_page->setPanePlace(place);
    updateActions();
  };
  m_commands["view.paneAutomatic"] = [place](bool) { place(PanePlace::Automatic); };
  m_commands["view.paneRight"] = [place](bool) { place(PanePlace::Right); };
  m_commands["view.paneBelow"] = [place](bool) { place(PanePlace::Below); };
  const auto theme = [this](ThemeSetting setting) {
    m_workspace.settings().set(setting::Theme, int(setting));
    m_theme.setSetting(setting);
    updateActions();
  };
  m_commands["view.themeSystem"] = [theme](bool) { theme(ThemeSetting::System); };
  m_commands["view.themeLight"] = [theme](bool) { theme(ThemeSetting::Light); };
  m_commands["view.themeDark"] = [theme](bool) { theme(ThemeSetting::Dark); };
  m_commands["view.nextRegion"] = [this](bool) { nextRegion(1); };
  m_commands["view.previousRegion"] = [this](bool) { nextRegion(-1); };
  connect(&m_theme, &ThemeController::changed, this, &MainWindow::applyTheme);
}

void MainWindow::setupJobCommands() {
  m_commands["job.goTo"] = [this](bool) { goToJob(); };
  m_commands["job.copyId"] = [this](bool) { m_page->list()->selection().copyIds(); };
  m_commands["job.copyRow"] = [this](bool) { m_page->list()->selection().copyRows(); };
  m_commands["job.copyJson"] = [this](bool) { m_page->list()->selection().copyJson(); };
  m_commands["tools.search"] = [this](bool) { search(); };
  m_commands["tools.failures"] = [this](bool) { openFailures(); };
  DataPane *data = m_page->pane()->dataPane();
  m_commands["edit.save"] = [data](bool) { data->save(); };
  m_commands["edit.discard"] = [data](bool) { data->discard(); };
  m_commands["edit.find"] = [this, data](bool) {
    if (data->hasEditorFocus())
      data->find(false);
    else if (!m_page->pane()->find())
      search();
  };
  m_commands["edit.replace"] = [data](bool) { data->find(true); };
  m_commands["edit.goToLine"] = [data](bool) { data->goToLine(); };
  m_commands["edit.goToValue"] = [this](bool) { m_page->pane()->goToValue(); };
  connect(m_page->pane(), &JobPane::offersChanged, this, &MainWindow::updateActions);
  m_commands["edit.undo"] = [data](bool) { data->editor()->undo(); };
  m_commands["edit.redo"] = [data](bool) { data->editor()->redo(); };
  m_commands["edit.format"] = [data](bool) { data->editor()->format(); };
  m_commands["edit.minify"] = [data](bool) { data->editor()->minify(); };
  m_commands["edit.changeValue"] = [data](bool) { data->changeValue(); };
  m_commands["edit.reveal"] = [data](bool) { data->reveal(); };
  m_commands["edit.openValue"] = [data](bool) { data->openValue(); };
  m_commands["edit.saveValue"] = [data](bool) { data->saveValue(); };
  m_commands["edit.replaceValue"] = [data](bool) { data->replaceValue(); };
}

void MainWindow::setupTabKeys() {
  for (int i = 0; i < StateTabCount; ++i) {
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this);
    connect(keys, &QShortcut::activated, this,
            [this, i] { m_page->setCurrentTab(static_cast<StateTab>(i)); });
  }
  auto *next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), this);
  connect(next, &QShortcut::activated, this, [this] { m_page->pane()->stepTab(1); });
  auto *previous = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), this);
  connect(previous, &QShortcut::activated, this, [this] { m_page->pane()->stepTab(-1); });
}

OperationTarget MainWindow::jobTarget() const {
  OperationTarget target;
  const JobPane *pane = m_page->pane();
  if (!m_page->isOpen() || !pane->isOpen() || !pane->detail().exists)
    return target;
  target.session = pane->context().session;
  target.queue = pane->context().queue;
  target.jobId = pane->context().jobId;
  target.jobTimestamp = pane->detail().timestamp;
  target.jobName = format::safeText(pane->detail().row.name, 200);
  target.state = pane->detail().row.state;
  target.locked = pane->detail().locked;
  return target;
}

OperationTarget MainWindow::queueTarget() const {
  OperationTarget target;
  target.session = m_page->session();
  target.queue = m_page->queue();
  return target;
}

void MainWindow::runOperation(const QByteArray &id, bool saved) {
  const auto &all = operationCatalogue();
  const auto spec = std::find_if(all.begin(), all.end(), [&id](const OperationSpec &operation) {
    return operation.id == id || askId(operation) == id;
  });
  if (spec == all.end())
    return;
  OperationTarget target = spec->scope == OperationSpec::Scope::Job ? jobTarget() : queueTarget();
  target.saved = saved;
  if (target.session)
    m_operations->start(*spec, target,
                        spec->id == id ? OperationFlow::Ask::AsPolicy : OperationFlow::Ask::Always);
}

void MainWindow::updateActions() {
  const auto enable = [this](const QByteArray &id, bool on) { m_actions->action(id)->setEnabled(on); };
  const auto check = [this](const char *id, bool on) { m_actions->action(id)->setChecked(on); };
  ProfileSession *session = currentSession();
  const bool queueShown = m_page->isOpen() && m_centre->currentIndex() == QueuePageIndex;
  const OperationTarget job = jobTarget();
  for (const OperationSpec &spec : operationCatalogue()) {
    if (!spec.inMenu)
      continue;
    const bool ofJob = spec.scope == OperationSpec::Scope::Job;
    const bool ready = queueShown && m_page->session()->isConnected() && (!ofJob || job.session) &&
                       (!ofJob || m_page->list()->selection().count() <= 1) &&
                       !m_operations->isRunning((ofJob ? job : queueTarget()).subject());
    const bool open = ready && offers(spec, m_page->queue(), job.state, m_page->session()->profile().role,
                                      m_page->isPaused());
    enable(spec.id, open);
    if (*spec.askTitle)
      enable(askId(spec), open && !argumentsFor(spec.arguments, m_page->queue().family).empty());
  }
  const bool known = m_workspace.profiles().find(m_currentProfile) != nullptr;
  enable("file.openDemo", bool(m_demo));
  enable("file.connect", known && !session);
  enable("file.alerts", known);
  enable("file.reconnect", session && !session->isConnected());
  enable("file.disconnect", session != nullptr);
  enable("file.openQueue", session && session->isConnected());
  enable("view.refresh", session && session->isConnected());
  enable("view.pauseLive", session != nullptr);
  enable("view.overview", session != nullptr && !overviewShown());
  enable("view.reverse", queueShown && orderColumn(m_page->currentTab()).has_value());
  enable("view.sortBy", queueShown && m_page->list()->sort()->isPossible());
  const std::optional<QueueRef> chosen = chosenQueue(*this);
  enable("view.pinQueue", chosen.has_value());
  enable("view.pane", queueShown);
  enable("job.goTo", queueShown);
  enable("job.nextFailed", queueShown && m_page->list()->hasNextFailed());
  enable("file.export", queueShown && m_page->session()->isConnected());
  const bool searchable =
      queueShown || (session && session->isConnected() && !session->queues().all().empty());
  enable("tools.search", searchable);
  enable("tools.failures", session && session->isConnected());
  enable("edit.find", searchable); // in the editor: its find bar; else the search
  const bool selected = queueShown && m_page->list()->selection().count() > 0;
  for (const char *id : {"job.copyId", "job.copyRow", "job.copyJson"})
    enable(id, selected);
  enable("edit.goToValue", queueShown && m_page->pane()->canGoToValue());
  const DataPane *data = m_page->pane()->dataPane();
  for (const auto &[id, on] : data->offers())
    enable(id.constData(), on);
  check("view.pinQueue",
        chosen && m_workspace.isPinned(QString::fromUtf8(chosen->profileId), chosen->info.id));
  check("view.pane", m_page->paneShown());
  check("view.compact", wantsCompact());
  const int place = m_workspace.settings().value(setting::PanePosition);
  check("view.paneAutomatic", place == int(PanePlace::Automatic));
  check("view.paneRight", place == int(PanePlace::Right));
  check("view.paneBelow", place == int(PanePlace::Below));
  const ThemeSetting theme = m_theme.setting();
  check("view.themeSystem", theme == ThemeSetting::System);
  check("view.themeLight", theme == ThemeSetting::Light);
  check("view.themeDark", theme == ThemeSetting::Dark);
}

void MainWindow::goToJob() {
  if (!m_page->isOpen())
    return;
  auto *dialog = new GoToDialog(tr("Go to job"), tr("Id"), this);
  connect(dialog, &GoToDialog::entered, this, [this](const QString &typed) {
    openTypedJob(typed);
    focusHome();
  });
  dialog->open();
}

/// Spaces around an id may belong to it, or have come along when it was copied: what is there decides.
void MainWindow::openTypedJob(const QString &typed) {
  const QByteArray exact = typed.toUtf8(), trimmed = typed.trimmed().toUtf8();
  if (m_page->session())
    m_palette->note({m_page->session()->id(), m_page->queue().id, trimmed});
  if (exact == trimmed || !m_page->session())
    return m_page->openJob(trimmed);
  const QueueInfo queue = m_page->queue();
  m_page->session()->jobs().requestState(queue, exact, this, [=, this](const Result<JobState> &state) {
    if (m_page->queue().id == queue.id)
      m_page->openJob(state ? exact : trimmed);
  });
}

void MainWindow::setupPalette() {
  connect(m_palette, &PaletteFlow::placeWanted, this, &MainWindow::goTo);
  m_commands["view.palette"] = [this](bool) {
    m_palette->open(m_page->isOpen()
                        ? std::optional<RecentPlace>({m_page->session()->id(), m_page->queue().id, {}})
                        : std::nullopt);
  };
}

/// Where somebody goes by name, the keyboard goes along: it must not stay in the text of another job.
void MainWindow::goTo(const RecentPlace &place, StateTab tab) {
  const bool here = m_page->isOpen() && m_centre->currentIndex() == QueuePageIndex &&
                    m_page->session()->id() == place.profileId && m_page->queue().id == place.queue;
  if (here && !place.jobId.isEmpty())
    openTypedJob(QString::fromUtf8(place.jobId));
  else
    openQueue(place.profileId, place.queue, tab, place.jobId);
  focusHome();
}

ConnectionsDialog *MainWindow::openConnections(const QString &profileId, bool fresh) {
  auto *dialog = new ConnectionsDialog(m_workspace, this);
  if (fresh)
    dialog->addProfile();
  else
    dialog->select(profileId);
  connect(dialog, &ConnectionsDialog::connectWanted, this, [this](const QString &id) {
    m_currentProfile = id;
    m_workspace.open(id);
  });
  dialog->open();
  return dialog;
}

void MainWindow::openContextMenu(const QPoint &place) {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QList<QByteArray> ids;
  for (const ActionSpec &spec : m_actions->specs())
    if (spec.menu == MenuId::Job && spec.id != "job.goTo")
      ids << spec.id;
  ids << "file.export";
  m_actions->fillMenu(menu, ids);
  if (!menu->isEmpty())
    menu->popup(place);
}

void MainWindow::openTreeMenu(const QPoint &place) {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const QList<QByteArray> ofProfile{"file.connect", "file.reconnect", "file.disconnect", "file.connections"};
  QList<QByteArray> ids;
  if (m_tree->currentQueue()) {
    ids << "view.pinQueue";
    for (const ActionSpec &spec : m_actions->specs())
      if (spec.menu == MenuId::Queue)
        ids << spec.id;
    ids << QByteArray();
  }
  ids << "tools.search"
      << "tools.failures"
      << "file.alerts"
      << "file.openQueue"
      << "view.refresh" << QByteArray() << ofProfile;
  m_actions->fillMenu(menu, ids);
  menu->popup(place);
}

/// For a keyboard whose place has gone: where pressing a key changes nothing.
void MainWindow::focusHome() {
  if (m_centre->currentIndex() == FailuresPage)
    m_failures->focusTable();
  else if (overviewShown())
    m_overview->focusTable();
  else if (m_centre->currentIndex() == QueuePageIndex && m_page->isOpen())
    m_page->focusList();
  else if (m_centre->currentIndex() == StartPageIndex)
    m_start->focusField();
  else
    m_tree->focusTree();
}

void MainWindow::nextRegion(int direction) {
  if (m_centre->currentIndex() == FailuresPage) {
    const QWidget *focus = QApplication::focusWidget();
    return focus && m_tree->isAncestorOf(focus) ? m_failures->focusTable() : m_tree->focusTree();
  }
  if (overviewShown()) {
    const std::array<std::function<void()>, 3> parts{[this] { m_tree->focusTree(); },
                                                     [this] { m_overview->focusFilter(); },
                                                     [this] { m_overview->focusTable(); }};
    const QWidget *focus = QApplication::focusWidget();
    const int part = focus && m_tree->isAncestorOf(focus) ? 0 : m_overview->filterHasFocus() ? 1 : 2;
    return parts[size_t((part + direction + 3) % 3)]();
  }
  const std::array<std::function<void()>, 4> regions{
      [this] { m_tree->focusTree(); }, [this] { m_page->list()->focusSearch(); },
      [this] { m_page->list()->focusTable(); }, [this] { m_page->pane()->focusTab(); }};
  const QWidget *focus = QApplication::focusWidget();
  int current = -1;
  if (focus && m_tree->isAncestorOf(focus))
    current = 0;
  else if (focus && m_page->pane()->isAncestorOf(focus))
    current = 3;
  else if (focus && m_page->list()->isAncestorOf(focus))
    current = focus->objectName() == QLatin1StringView("Search jobs") ? 1 : 2;
  const int count = m_page->isOpen() ? int(regions.size()) : 1;
  regions[size_t((current + direction + count) % count)]();
}

} // namespace oxp
