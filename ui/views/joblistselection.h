// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "models/chosenrows.h"
#include "search/searchhit.h"
#include "ui/views/joblistplace.h"

#include <vector>

namespace oxp {

class JobListColumns;
class JobTableModel;
class JobTableView;
class SearchPanel;

/// What a person has selected: rows of the list or, while they cover it, of what a search found. Whatever
/// acts on several jobs asks here.
class JobListSelection {
public:
  /// Who knows of it: all outlive this.
  struct Parts {
    JobTableModel *model;
    JobTableView *table;
    SearchPanel *results;
    JobListColumns *columns;
  };
  JobListSelection(const JobListPlace &place, const Parts &parts)
      : m_place(place)
      , m_parts(parts) {}

  /// Rows, those that have not been read yet among them.
  int count() const;
  /// The jobs, loaded ones only, in row order.
  std::vector<JobRow> jobs() const;
  /// All rows of the list, whether or not they have been read.
  ChosenRows rows() const;
  /// The found jobs; they may be of several queues. None while the list is shown.
  std::vector<SearchHit> hits() const;
  void copyIds() const;
  void copyRows() const;
  void copyJson() const;

private:
  const JobListPlace &m_place;
  Parts m_parts;
};

} // namespace oxp
