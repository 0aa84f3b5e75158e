// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistchoice.h"

#include "models/format.h"
#include "models/jobtablemodel.h"
#include "ui/views/searchcontrol.h"
#include "ui/views/searchpanel.h"
#include "ui/views/selectionbar.h"
#include "ui/widgets/jobtableview.h"
#include "workspace/profilesession.h"

#include <QItemSelectionModel>
#include <QShortcut>

namespace oxp {

JobListChoice::JobListChoice(const JobListPlace &place, const Parts &parts, SelectionBar *bar,
                             QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_parts(parts)
    , m_selection(place, {parts.model, parts.table, parts.results, parts.columns})
    , m_bar(bar)
    , m_leave(new QShortcut(Qt::Key_Escape, parts.keys)) {
  m_leave->setContext(Qt::WidgetWithChildrenShortcut);
  connect(m_leave, &QShortcut::activated, this, &JobListChoice::leaveWanted);
  connect(m_bar, &SelectionBar::allWanted, this, &JobListChoice::selectAll);
  connect(m_bar, &SelectionBar::cleared, this, &JobListChoice::clear);
  connect(m_parts.table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          [this] { noteRows(!m_parts.model->isRemoving()); });
  connect(m_parts.model, &QAbstractItemModel::modelReset, this, [this] {
    if (m_place.session)
      emit changed(); // the rows that were selected have gone, of which a selection tells nothing
  });
  connect(m_parts.results, &SearchPanel::selectionChanged, this, [this] { noteRows(true); });
  connect(m_parts.results, &SearchPanel::progressed, this, &JobListChoice::show);
  connect(m_parts.results, &SearchPanel::ended, this, &JobListChoice::changed);
  connect(m_parts.results, &SearchPanel::completed, this, &JobListChoice::noteCompleted);
}

/// A choice of rows is another choice than all. Rows that leave by themselves are nobody's choice.
void JobListChoice::noteRows(bool byPerson) {
  if (!byPerson || m_selectingAll || !m_selection.isAll())
    return;
  m_selection.setAll(false);
  emit changed();
}

void JobListChoice::noteCompleted() {
  if (m_selection.isAll() && m_place.covered)
    selectAll(); // those that came since
  else
    emit changed(); // there may be more to select
}

void JobListChoice::selectAll() {
  const bool covered = m_place.covered;
  if (covered && m_parts.results->isPartial())
    m_parts.search->askEverything();
  if (m_place.covered != covered)
    return; // what has been typed since is no question
  m_selectingAll = true;
  m_selection.setAll(true);
  if (covered)
    m_parts.results->selectAll();
  else
    m_parts.table->selectAll();
  m_selectingAll = false;
  emit changed();
}

void JobListChoice::clear() {
  QTableView *table = m_place.covered ? m_parts.results->table() : m_parts.table;
  m_selection.setAll(false);
  if (table->currentIndex().isValid())
    table->selectionModel()->select(table->currentIndex(),
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  else
    table->clearSelection();
  emit changed();
}

void JobListChoice::show() {
  const ChosenJobs chosen = m_selection.chosen();
  m_bar->setChosen(chosen, moreToSelect(chosen));
  m_leave->setEnabled(chosen.isMany());
  emit shown(chosen);
}

/// What there is to select beyond the chosen jobs; nothing where it cannot be said what that is.
QString JobListChoice::moreToSelect(const ChosenJobs &chosen) const {
  if (chosen.isAll)
    return {};
  if (m_place.covered) {
    if (m_parts.results->isRunning() || m_parts.results->isPartial())
      return tr("Select all that match");
    const int found = m_parts.results->foundCount();
    if (found <= chosen.count)
      return {};
    return (m_parts.results->isCutShort() ? tr("Select all %1 that were found")
                                          : tr("Select all %1 that match"))
        .arg(format::number(found));
  }
  const std::optional<JobState> state = m_place.state();
  const qint64 count = m_place.count().value_or(0);
  return state && count > chosen.count ? tr("Select all %1 %2").arg(format::number(count), stateTitle(*state))
                                       : QString();
}

} // namespace oxp
