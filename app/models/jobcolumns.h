// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "models/roles.h"
#include "search/query.h"

#include <QString>
#include <QVariant>
#include <Qt>

#include <array>
#include <optional>

namespace oxp {

/// The columns of the job table, in their default order.
enum class JobColumn : int {
  Id,
  Name,
  State,
  Changed, ///< the last of the three that follow: what Latest is ordered by
  Created,
  Processed,
  Finished,
  Due,
  Attempts,
  Priority,
  Progress,
  Size,
  Error,
  Count,
};
inline constexpr int JobColumnCount = static_cast<int>(JobColumn::Count);

/// Where a list of jobs comes from, for the default visibility of columns: the index of a JobState, or
/// Latest.
enum class JobListKind : int {
  Waiting,
  Active,
  Delayed,
  Prioritized,
  WaitingChildren,
  Completed,
  Failed,
  Latest,
  Count,
};
JobListKind listKind(JobState state);

/// All that there is to one column. A new column is one more row in jobcolumns.cpp.
struct JobColumnSpec {
  JobColumn column;
  const char *key;   ///< stable, for settings: `created`
  const char *title; ///< tr() source, context "JobColumns": the header's text and accessible name
  CellKind cell;     ///< how it is drawn, aligned and shortened
  JobFields fields;  ///< what it needs from Redis (JobField values or-ed), 0 = id and state only
  int width;         ///< default, device independent pixels
  quint32 shownIn;   ///< bits of JobListKind where it is visible by default
  QVariant (*value)(const JobRow &); ///< the value behind the text: qint64 or QString; invalid = not set
  QString (*text)(const JobRow &, qint64 now); ///< plain form, for display and assistive tools

  const char *help = ""; ///< tr() source: what a header that is one word means

  bool numeric() const; ///< right-aligned, tabular figures
  bool shownByDefault(JobListKind kind) const { return (shownIn >> static_cast<int>(kind)) & 1U; }
  /// Whether it says anything in a list of this kind: a person may choose it there.
  bool offeredIn(JobListKind kind) const {
    return kind == JobListKind::Latest || column != JobColumn::Changed;
  }
  /// The way to sort by it that a first click asks for: of times the newest and of amounts the largest.
  Qt::SortOrder firstOrder() const;
  /// The title in the person's language.
  QString translatedTitle() const;
};

const std::array<JobColumnSpec, JobColumnCount> &jobColumns();
const JobColumnSpec &jobColumn(JobColumn column);
/// The same in a query, where it has the column's key for a name.
std::optional<search::Field> fieldOf(JobColumn column);
/// The state's word in the person's language (`waiting`, `failed`, …; "missing" is not a state).
QString stateTitle(JobState state);

} // namespace oxp
