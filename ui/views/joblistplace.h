// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "models/jobcolumns.h"
#include "ui/widgets/statetabbar.h"

#include <QPointer>

#include <optional>

namespace oxp {

class ProfileSession;

/// Which jobs a list shows. Its panel owns it and changes it; the panel's parts look at it.
struct JobListPlace {
  QPointer<ProfileSession> session; ///< null = nothing is shown
  QueueInfo queue;
  StateTab tab = StateTab::Latest;
  bool covered = false; ///< what a search found stands over the list

  /// The state that is listed; none for the latest jobs of all states.
  std::optional<JobState> state() const { return stateOf(tab); }
  JobListKind kind() const {
    const std::optional<JobState> listed = state();
    return listed ? listKind(*listed) : JobListKind::Latest;
  }
  /// How many jobs the server has in the listed state; nothing while that is not known.
  std::optional<qint64> count() const;
  /// Another state that has jobs, for who looks into one that has none.
  std::optional<JobState> otherState() const;
};

/// The column that stands for a list's own order; nothing for lists without one.
std::optional<JobColumn> orderColumn(StateTab tab);

} // namespace oxp
