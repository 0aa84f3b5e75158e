// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobanchors.h"
#include "models/pagesource.h"

#include <vector>

namespace oxp {

class JobRowStore;
class JobWindow;

/// Merges what the server has now into the rows that are there, with the least change: jobs that have a row
/// and stand in the page are anchors. Where the first anchor stood and stands says how far everything before
/// it shifted; between two anchors, rows of known jobs are gone, rows of unknown ones are filled, and the
/// rest is inserted. So a row never becomes another job's: selections stay right.
class JobMerge {
public:
  /// Both outlive this.
  JobMerge(JobRowStore &rows, JobWindow &window)
      : m_rows(rows)
      , m_window(window) {}

  /// A page of a longer list, with these fields.
  void mergePage(JobPage page, JobFields fields);
  /// All of a list.
  void mergeWhole(const std::vector<JobRow> &rows, JobFields fields);

private:
  using Anchors = std::vector<JobAnchor>;
  int rowOfPage(const JobPage &page) const;
  int absorbShift(int first, const JobPage &page, Anchors &anchors);
  int absorbInsertsBefore(int first, int count, const JobPage &page, Anchors &anchors);
  int absorbRemovalsBefore(int first, int count, const JobPage &page, Anchors &anchors);
  int absorbReplacement(int first, const JobPage &page);
  int staleFrom(const JobAnchor &anchor, int first) const;
  void mergeRows(int first, const std::vector<JobRow> &rows, const Anchors &anchors, JobFields fields,
                 bool toTheEnd);
  void mergeGap(int row, int oldCount, const JobRow *rows, int newCount, JobFields fields);
  void mergeTail(int row, const JobRow *rows, int count, JobFields fields);
  void removeCopies(int first, const std::vector<JobRow> &rows);

  JobRowStore &m_rows;
  JobWindow &m_window;
};

} // namespace oxp
