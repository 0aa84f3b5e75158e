// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recipedesk.h"

#include "models/format.h"
#include "recipes/fitting.h"
#include "ui/dialogs/recipesdialog.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/jobpane.h"
#include "ui/panes/recipewords.h"
#include "ui/views/panestack.h"
#include "ui/views/queuepage.h"
#include "ui/window/navigator.h"
#include "ui/window/windowcentre.h"
#include "workspace/profilesession.h"
#include "workspace/recipestore.h"
#include "workspace/workspace.h"

#include <QMenu>

#include <algorithm>
#include <iterator>

namespace oxp {
namespace {

constexpr qsizetype LongestName = 80; ///< characters in a menu

QString menuText(const recipes::Recipe &recipe) {
  return format::bounded(recipe.name, LongestName).replace(u'&', QStringLiteral("&&"));
}

} // namespace

RecipeDesk::RecipeDesk(Workspace &workspace, WindowCentre *centre, Navigator *navigator, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_centre(centre)
    , m_navigator(navigator)
    , m_window(window) {
  connect(&workspace.recipes(), &RecipeStore::changed, this, [this](const QString &profileId) {
    if (m_workspace.recipes().fault(profileId))
      tellUnreadable(profileId);
    emit changed();
  });
  connect(&workspace.recipes(), &RecipeStore::unwritten, this, [this](const QString &, const QString &why) {
    Notice notice;
    notice.id = "recipes";
    notice.kind = NoticeKind::Err;
    notice.what = tr("The recipes could not be written: %1.").arg(why);
    notice.detail = tr("They hold until the program ends. Save them again, or export them.");
    emit told(notice);
  });
}

std::vector<recipes::Recipe> RecipeDesk::fitting() const {
  std::vector<recipes::Recipe> fit;
  const QueuePage *page = m_centre->page();
  const JobPane *pane = page->pane();
  if (!m_centre->showsQueue() || page->stack()->isCovered() || !pane->isOpen() || !pane->detail().exists ||
      !pane->dataPane()->takesRecipes())
    return fit;
  const JobContext &context = pane->context();
  const JobRow &row = pane->detail().row;
  const auto &all = m_workspace.recipes().of(context.session->id());
  std::copy_if(all.begin(), all.end(), std::back_inserter(fit), [&](const recipes::Recipe &recipe) {
    return recipes::isFor(recipe, context.queue.id, row.name, row.state);
  });
  return fit;
}

bool RecipeDesk::isAnyFit() const {
  return !fitting().empty();
}

void RecipeDesk::showMenu() {
  JobPane *pane = m_centre->page()->pane();
  auto *menu = new QMenu(m_window);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  for (const recipes::Recipe &recipe : fitting()) {
    QAction *action = menu->addAction(menuText(recipe));
    action->setToolTip(format::boundedTip(recipe.help));
    connect(action, &QAction::triggered, pane->dataPane(), [pane, recipe, job = pane->context()] {
      if (!pane->context().sameJob(job))
        return;
      pane->showTab(JobPane::Data);
      pane->dataPane()->useRecipe(recipe);
    });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Edit recipes…")), &QAction::triggered, this, &RecipeDesk::edit);
  menu->popup(pane->header()->recipesPlace());
}

void RecipeDesk::edit() {
  const ProfileSession *session = m_navigator->session();
  if (!session)
    return;
  const QString profileId = session->id();
  if (m_workspace.recipes().fault(profileId))
    return tellUnreadable(profileId);
  const QueuePage *page = m_centre->page();
  const QString queue =
      m_centre->showsQueue() && page->isOpen() ? QString::fromUtf8(page->queue().id.name) : QString();
  auto *dialog = new RecipesDialog(m_workspace.recipes().of(profileId), queue, m_window);
  connect(dialog, &RecipesDialog::saved, this, [this, profileId](const std::vector<recipes::Recipe> &all) {
    if (!m_workspace.recipes().save(profileId, all))
      tellUnreadable(profileId);
  });
  dialog->open();
}

void RecipeDesk::tellUnreadable(const QString &profileId) {
  Notice notice;
  notice.id = "recipes";
  notice.kind = NoticeKind::Warn;
  notice.what = tr("The recipes of this profile cannot be read.");
  notice.detail = tr("%1. The file stays as it is: %2")
                      .arg(recipewords::fault(*m_workspace.recipes().fault(profileId)),
                           m_workspace.recipes().fileOf(profileId));
  notice.buttons = {{tr("Set the file aside"), [this, profileId] { setAside(profileId); }}};
  emit told(notice);
}

void RecipeDesk::setAside(const QString &profileId) {
  const QString file = m_workspace.recipes().setAside(profileId);
  Notice notice;
  notice.id = "recipes";
  notice.kind = file.isEmpty() ? NoticeKind::Err : NoticeKind::Info;
  notice.what = file.isEmpty() ? tr("The file could not be given another name.")
                               : tr("The file is kept as %1.").arg(file);
  emit told(notice);
}

} // namespace oxp
