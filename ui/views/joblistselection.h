// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/selection.h"
#include "bull/job.h"
#include "models/chosenrows.h"
#include "search/searchhit.h"
#include "ui/views/chosenjobs.h"
#include "ui/views/joblistplace.h"

#include <functional>
#include <vector>

namespace oxp {

class JobListColumns;
class JobTableModel;
class JobTableView;
class SearchPanel;

/// What a person has selected: rows of the list or, while they cover it, of what a search found; or all of
/// it. Whatever acts on several jobs asks here.
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

  /// Not only the rows that are selected are meant, but all that the list or the search has. Ends with each
  /// choice of rows.
  void setAll(bool all) { m_all = all; }
  bool isAll() const { return m_all; }

  /// Jobs, those that have not been read yet among them.
  qint64 count() const;
  ChosenJobs chosen() const;
  /// The jobs for an operation on many; of what is not known (ChosenJobs::isKnown) nothing.
  Selection selection() const;
  /// Looks at the jobs, loaded ones only, in row order.
  void visitJobs(const std::function<void(const JobRow &)> &visit) const;
  /// Which of their fields have been read.
  JobFields knownFields() const;
  /// The jobs, loaded ones only, in row order.
  std::vector<JobRow> jobs() const;
  /// All rows of the list, whether or not they have been read.
  ChosenRows rows() const;
  /// The found jobs; they may be of several queues. None while the list is shown.
  std::vector<SearchHit> hits() const;
  /// All that a search has found so far, in the order of its table.
  std::vector<SearchHit> found() const;
  void copyIds() const;
  void copyRows() const;
  void copyJson() const;

private:
  std::vector<SearchHit> hitsOf(bool onlySelected) const;
  ChosenJobs chosenHits() const;
  ChosenJobs chosenRows() const;

  const JobListPlace &m_place;
  Parts m_parts;
  bool m_all = false;
};

} // namespace oxp
