// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuetreemodel.h"
#include "ui/flows/operationflow.h"
#include "ui/panes/dataoffers.h"
#include "ui/views/chosenjobs.h"

#include <optional>

namespace oxp {

class QueuePage;
struct WindowParts;

/// What decides which actions fit now, looked up once for all of them.
struct ActionFacts {
  explicit ActionFacts(const WindowParts &parts);

  const WindowParts &parts;
  ProfileSession *session; ///< of the current profile; null while it is not open
  bool isConnected;
  bool isProfileKnown;
  const QueuePage *page;          ///< the open queue's; null where no queue is shown
  std::optional<QueueRef> chosen; ///< the queue that is current in the tree, else the open one
  ChosenJobs jobs;                ///< that are selected in the list
  OperationTarget job;            ///< the open job; without a session where there is none
  OperationTarget queue;          ///< the open queue likewise
  DataOffers data;                ///< what the editor offers

  /// There are jobs that a search can look through.
  bool isSearchable() const;
};

/// The queue that is current in the tree, else the open one.
std::optional<QueueRef> chosenQueue(const WindowParts &parts);

} // namespace oxp
