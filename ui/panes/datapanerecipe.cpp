// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe on the text of the job.
#include "ui/panes/datapane.h"

#include "recipes/fitting.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/recipebar.h"
#include "ui/theme/style.h"
#include "workspace/person.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"

#include <QDateTime>
#include <QPushButton>

namespace oxp {
namespace {

/// Without the host: a payload goes further than this program's records.
QString personAlone() {
  const QString both = personAndHost();
  return both.left(both.lastIndexOf(u'@'));
}

} // namespace

void DataPane::setupRecipe() {
  connect(m_recipe, &RecipeBar::saveWanted, this, &DataPane::save);
  connect(m_recipe, &RecipeBar::openChanged, this, [this] {
    // Two main buttons never stand in one pane.
    setButtonKind(m_save, m_recipe->isOpen() ? ButtonKind::Normal : ButtonKind::Main);
    updateButtons();
  });
  connect(m_editor, &JsonEditor::escapePressed, this, [this] {
    if (m_recipe->isOpen())
      m_recipe->takeBack();
    else
      emit leaveWanted();
  });
}

bool DataPane::takesRecipes() const {
  return m_loaded && canWrite() && !m_editor->isReadOnly() && !m_editor->isBusy() && m_gone == Gone::No &&
         m_editor->validity().known && m_editor->validity().valid;
}

void DataPane::useRecipe(const recipes::Recipe &recipe) {
  if (!takesRecipes())
    return;
  RecipeBar::Place place;
  place.then = recipes::thenIn(recipe, m_detail.row.state);
  place.masks = m_context.masks();
  place.me = personAlone();
  place.now = [session = m_context.session] {
    const qint64 now = session ? session->link().serverNow() : QDateTime::currentMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(now);
  };
  m_recipe->start(recipe, place);
}

} // namespace oxp
