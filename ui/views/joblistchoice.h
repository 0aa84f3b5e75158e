// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/joblistselection.h"

#include <QObject>

class QShortcut;
class QTableView;

namespace oxp {

class SearchControl;
class SelectionBar;

/// Chooses jobs of a list, or of what a search found over it: rows, or all that there is. Ends the choice of
/// all with the next choice of rows, and says in the bar what is chosen and what more there is to choose.
class JobListChoice : public QObject {
  Q_OBJECT

public:
  /// What it works on: all outlive this.
  struct Parts {
    JobTableModel *model;
    JobTableView *table;
    SearchPanel *results;
    SearchControl *search;
    JobListColumns *columns;
    QWidget *keys; ///< Esc is taken within this, while several jobs are chosen
  };
  JobListChoice(const JobListPlace &place, const Parts &parts, SelectionBar *bar, QObject *parent);

  const JobListSelection &selection() const { return m_selection; }
  /// All that the list or the search has. A search that has not looked at everything goes on until it has.
  void selectAll();
  /// There is more than what is selected, and it is known what.
  bool hasMore() const { return !moreToSelect(m_selection.chosen()).isEmpty(); }
  /// The open job stays the current one, and is selected again.
  void clear();
  /// All that was meant is another all by now: of another list or question.
  void forgetAll() { m_selection.setAll(false); }
  /// Says once more what is chosen.
  void show();

signals:
  /// Other rows, or all. show() is still to be called.
  void changed();
  /// What is chosen, or what is known of it, is another by now.
  void shown(const oxp::ChosenJobs &chosen);
  /// Esc, while several jobs are chosen.
  void leaveWanted();

private:
  void noteRows(bool byPerson);
  void noteCompleted();
  QString moreToSelect(const ChosenJobs &chosen) const;

  const JobListPlace &m_place;
  Parts m_parts;
  JobListSelection m_selection;
  SelectionBar *m_bar;
  QShortcut *m_leave;
  bool m_selectingAll = false;
};

} // namespace oxp
