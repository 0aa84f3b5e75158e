// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuetreemodel.h"

#include <QHash>
#include <QSet>

namespace oxp {

/// A row of the tree. `row` is kept by the model, so that parent() is cheap.
struct QueueTreeModel::Node {
  struct ProfileData {
    ProfileFacts facts;
    ProfileStatus status;
    QHash<QueueId, Node *> queues;
    QSet<QueueId> pinned; ///< also those that are not there
    ProfileRuns runs;
  };
  struct QueueData {
    QueueInfo info;
    std::optional<QueueCounts> counts;
    QString alert; ///< sentences, a line each
    bool pinned = false;
  };

  NodeKind kind = NodeKind::Profile;
  JobState state = JobState::Unknown; ///< State rows
  Node *parent = nullptr;
  int row = 0;
  QByteArray key; ///< Group rows: what queueGroups() gave
  QString title;
  std::unique_ptr<ProfileData> profile;
  std::unique_ptr<QueueData> queue;
  std::vector<std::unique_ptr<Node>> children;

  const Node *profileNode() const {
    const Node *node = this;
    while (node && !node->profile)
      node = node->parent;
    return node;
  }
  /// The queue of a queue row or of a row below one.
  const Node *queueNode() const {
    const Node *node = this;
    while (node && !node->queue)
      node = node->parent;
    return node;
  }
  void renumber(size_t from = 0) {
    for (size_t i = from; i < children.size(); ++i)
      children[i]->row = int(i);
  }
};

} // namespace oxp
